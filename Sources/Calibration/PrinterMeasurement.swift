public import Geometry
public import Imposition

/// A printer measured on one paper, held one way.
public struct PrinterMeasurement: Hashable, Sendable {
    /// The name of the paper, such as `A4`.
    public var paper: String
    /// The sheet as it was read: higher than wide, or wider than high.
    public var sheet: Size
    public var flip: DuplexFlip
    /// The day, as `2026-11-23`; nil where nobody said.
    public var date: String?
    public var readings: Readings
    public var fronts: FrontScale
    public var backs: Distortion

    public init(
        paper: String, sheet: Size, flip: DuplexFlip, date: String?, readings: Readings, fronts: FrontScale,
        backs: Distortion
    ) {
        self.paper = paper
        self.sheet = sheet
        self.flip = flip
        self.date = date
        self.readings = readings
        self.fronts = fronts
        self.backs = backs
    }

    /// Whether it was made on sheets of this size, held this way; papers within half a millimetre are the same.
    func isOn(_ size: Size) -> Bool {
        abs((sheet.width - size.width).millimetres) <= 0.5 && abs((sheet.height - size.height).millimetres) <= 0.5
    }

    private func lies(_ size: Size) -> Bool { size.width > size.height }

    /// What puts right the pages of sheets of a size that are turned so for their backs.
    public func correction(sheet size: Size, flip: DuplexFlip) -> SheetCorrection {
        let isTurned = lies(size) != lies(sheet)
        let fronts = isTurned ? FrontScale(x: fronts.y, y: fronts.x) : fronts
        let backs = isTurned ? backs.turned(lies: lies(size)) : backs
        return SheetCorrection(fronts: fronts, backs: backs, sheet: size, mirror: flip.mirror(of: size) ?? .identity)
    }
}
