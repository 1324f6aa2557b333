public import Geometry
public import Imposition

/// A printer as its owner has measured it, kept in a file that can be passed on: `docs/printer-profile.schema.json`.
public struct PrinterProfile: Hashable, Sendable {
    /// What a measurement has in common with the sheets that it is to put right.
    public enum Match: Hashable, Sendable {
        case same
        /// The same paper, held the other way.
        case turned
        case otherPaper
    }

    public var name: String
    /// Which sheet of a pile turned by hand is fed first; nil where nobody tried.
    public var backs: PileOrder?
    /// In the order in which they were made, each for another sheet.
    public var measurements: [PrinterMeasurement]

    public init(name: String, backs: PileOrder? = nil, measurements: [PrinterMeasurement] = []) {
        self.name = name
        self.backs = backs
        self.measurements = measurements
    }

    /// Keeps a measurement, in place of an older one of such sheets.
    public mutating func keep(_ measurement: PrinterMeasurement) {
        measurements.removeAll { $0.isOn(measurement.sheet) }
        measurements.append(measurement)
    }

    /// The measurement nearest to sheets of a size; nil where there is none at all.
    public func measurement(for sheet: Size) -> (measurement: PrinterMeasurement, match: Match)? {
        if let found = measurements.first(where: { $0.isOn(sheet) }) { return (found, .same) }
        if let found = measurements.first(where: { $0.isOn(sheet.turned) }) { return (found, .turned) }
        let alike = measurements.last { ($0.sheet.width > $0.sheet.height) == (sheet.width > sheet.height) }
        return (alike ?? measurements.last).map { ($0, .otherPaper) }
    }

    /// How the printer turns sheets for their backs: on a paper as it was when that was measured, else as it was last.
    public func flip(paper: String) -> DuplexFlip? {
        (measurements.last { $0.paper.lowercased() == paper.lowercased() } ?? measurements.last)?.flip
    }
}
