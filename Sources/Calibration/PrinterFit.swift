public import Diagnostics
internal import Geometry

/// What readings say of a printer, and what is odd about them.
public struct PrinterFit: Hashable, Sendable {
    public var fronts: FrontScale
    public var backs: Distortion
    /// How far the reading that fits worst is from what the result would show, in millimetres.
    public var largestResidual: Double
    /// Readings that were left out, and others that are only a little off.
    public var warnings: [Diagnostic]

    /// What no printer does to a sheet, as a share of 1.
    public static let largestScaleError = 0.12
    /// Degrees.
    private static let largestAngle = 3.0
    private static let largestSkew = 0.5
    /// Readings that are off by more were misread: a tenth read well is off by 0.05, read badly by 0.2.
    private static let tolerance = 0.3
    /// Places that a plane is fitted to.
    private static let fewestPlaces = 3

    /// Fits offset, angle and scales to the readings of a sheet; one place that does not match the others is left out and told.
    ///
    /// Throws ``DiagnosticError`` where there are too few readings, or what they say no printer does.
    public init(_ readings: Readings, layout: CalibrationLayout) throws(DiagnosticError) {
        fronts = FrontScale(readings.ruler, layout)
        warnings = fronts.warnings(layout)
        let used = layout.places.filter { place in
            let pair = readings.places[place.name]
            return pair?.across != nil || pair?.down != nil
        }
        func map(_ places: [CalibrationLayout.Place]) -> BackMap? {
            let sightings = places.flatMap { place in
                [place.across, place.down].compactMap { scale in
                    readings.places[place.name]?[scale.axis].map { BackMap.Sighting(scale: scale, value: $0) }
                }
            }
            guard places.count >= Self.fewestPlaces, sightings.count > 4 else { return nil }
            return BackMap(sightings, sheet: layout.sheet)
        }
        guard var found = map(used) else {
            throw DiagnosticError(
                Diagnostic(
                    .wrongUse, "the backs cannot be worked out from so few readings",
                    hint:
                        "read both scales of at least three of the places \(layout.places.map(\.name).joined(separator: ", "))"
                ))
        }
        if (found.residuals.max() ?? 0) > Self.tolerance {
            guard let odd = Self.oddOne(of: used, map) else {
                throw DiagnosticError(
                    Diagnostic(
                        .wrongUse,
                        "the readings do not fit together: they are off by up to \(Words.tenths(found.residuals.max() ?? 0)) mm",
                        hint: "read the scales again, and see that the sheet was turned over as it says"))
            }
            found = odd.rest
            warnings.append(Self.warning(odd.place, odd.rest, readings))
        }
        guard let backs = found.distortion else {
            throw DiagnosticError(Diagnostic(.wrongUse, "the readings say nothing about the backs"))
        }
        self.backs = backs
        largestResidual = found.residuals.max() ?? 0
        if let problem = Self.problem(backs) { throw DiagnosticError(problem) }
    }

    /// The place without which the others match, if there is one.
    ///
    /// In a rectangle of places two opposite ones are alike in what they do to a plane. What tells them apart is that no printer leans upright lines
    /// by more than a little.
    private static func oddOne(
        of places: [CalibrationLayout.Place], _ map: ([CalibrationLayout.Place]) -> BackMap?
    ) -> (place: CalibrationLayout.Place, rest: BackMap)? {
        let ways = places.indices.compactMap { index in
            var others = places
            let place = others.remove(at: index)
            return map(others).map { rest in
                // A tenth of a degree on a sheet's width is a third of a millimetre.
                let lean = abs(rest.distortion?.skew ?? .infinity) * 2
                let stretch = rest.distortion.map { max(abs($0.scaleX - 1), abs($0.scaleY - 1)) } ?? .infinity
                return (
                    place: place, rest: rest, badness: max(rest.residuals.max() ?? .infinity, lean), stretch: stretch
                )
            }
        }.sorted { first, second in
            // Of two ways that explain the readings alike, the printer that stretches less is the likelier one.
            abs(first.badness - second.badness) < tolerance / 4
                ? first.stretch < second.stretch : first.badness < second.badness
        }
        guard places.count > fewestPlaces, let best = ways.first, best.badness <= tolerance else { return nil }
        return (best.place, best.rest)
    }

    private static func warning(
        _ place: CalibrationLayout.Place, _ rest: BackMap, _ readings: Readings
    ) -> Diagnostic {
        let parts = [place.across, place.down].compactMap { scale -> String? in
            guard let value = readings.places[place.name]?[scale.axis] else { return nil }
            let expected = rest.reading(of: scale)
            guard abs(expected - value) > tolerance else { return nil }
            return "\(Words.tenths(value)) \(scale.axis.rawValue), where about \(Words.tenths(expected)) would"
        }
        return Diagnostic(
            .warning,
            "reading \(place.name) does not match the others (\(parts.joined(separator: "; "))) and is left out",
            hint: "look at \(place.name) again")
    }

    private static func problem(_ backs: Distortion) -> Diagnostic? {
        let hint = "read the scales again, and see that the sheet was turned over as it says"
        if abs(backs.angle) > largestAngle {
            return Diagnostic(
                .wrongUse,
                "by these readings the backs would be turned by \(Words.tenths(backs.angle))°, which no printer does",
                hint: hint)
        }
        if abs(backs.scaleX - 1) > largestScaleError || abs(backs.scaleY - 1) > largestScaleError {
            return Diagnostic(
                .wrongUse,
                "by these readings the backs would be \(Words.percent(backs.scaleX)) × \(Words.percent(backs.scaleY)) of the fronts, which no printer does",
                hint: hint)
        }
        if abs(backs.skew) > largestSkew {
            return Diagnostic(
                .wrongUse,
                "by these readings upright lines on the backs would lean by \(Words.tenths(abs(backs.skew)))°, which no printer does",
                hint: "read the scales again, and say across first, then down")
        }
        return nil
    }
}
