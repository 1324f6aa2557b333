internal import Geometry

/// Compares lengths with a tolerance, in hundredths of a millimetre.
struct Measuring {
    let tolerance: Int

    init(_ tolerance: Length) { self.tolerance = Hundredths.millimetres(tolerance) }

    /// The difference, 0 where it is within the tolerance.
    func difference(_ old: Length, _ new: Length) -> Int {
        told(Hundredths.millimetres(new) - Hundredths.millimetres(old))
    }

    func told(_ difference: Int) -> Int { abs(difference) <= tolerance ? 0 : difference }

    /// How far a span has moved beyond what follows from its length: as far as the end or the middle that stayed most.
    func shift(_ old: (start: Length, length: Length), _ new: (start: Length, length: Length)) -> Int {
        let left = Hundredths.millimetres(new.start) - Hundredths.millimetres(old.start)
        let grown = Hundredths.millimetres(new.length) - Hundredths.millimetres(old.length)
        guard abs(grown) > tolerance else { return told(left) }
        let right = left + grown
        // Halves are rounded towards the left, as good as any.
        let middle = (left + right) >> 1
        return told([left, right, middle].min { abs($0) < abs($1) } ?? 0)
    }

    func moved(_ old: Rect, _ new: Rect) -> String? {
        Sentence.moved(
            right: shift((old.minX, old.width), (new.minX, new.width)),
            down: shift((old.minY, old.height), (new.minY, new.height)))
    }

    func grown(_ old: Rect, _ new: Rect) -> String? {
        Sentence.grown(wider: difference(old.width, new.width), taller: difference(old.height, new.height))
    }

    /// The turn in hundredths of a degree, 0 where no point of something so large moves by more than the tolerance.
    func turned(_ old: Double, _ new: Double, extent: Length) -> Int {
        var turn = (Hundredths.of(new) - Hundredths.of(old)) % 36000
        if turn > 18000 { turn -= 36000 }
        if turn <= -18000 { turn += 36000 }
        let way = Double(abs(turn)) / 100 * .pi / 180 * extent.millimetres * 100
        return way <= Double(tolerance) ? 0 : turn
    }
}
