internal import Diagnostics
internal import Geometry

/// The true size of what a printer prints on fronts, as a share of what was asked for.
public struct FrontScale: Hashable, Sendable {
    public var x: Double
    public var y: Double

    public static let none = FrontScale(x: 1, y: 1)

    public init(x: Double, y: Double) {
        self.x = x
        self.y = y
    }

    /// From the measured lengths of the rulers; what nobody measured is taken as right.
    init(_ measured: Readings.Pair, _ layout: CalibrationLayout) {
        func scale(_ axis: ReadingScale.Axis) -> Double {
            guard let length = measured[axis], let ruler = layout.ruler(axis) else { return 1 }
            return length / ruler.length.millimetres
        }
        self.init(x: scale(.across), y: scale(.down))
    }

    /// A printer that makes everything smaller by more than it can was told to.
    func warnings(_ layout: CalibrationLayout) -> [Diagnostic] {
        guard max(abs(x - 1), abs(y - 1)) > 0.02 else { return [] }
        return [
            Diagnostic(
                .warning, "fronts come out at \(Words.percent(x)) × \(Words.percent(y)) of their size",
                hint:
                    "if the printer's dialogue was at 'fit to page', print the sheet again at 100 % (actual size); the profile is right only for the same setting"
            )
        ]
    }

    /// Makes pages so much larger, about the sheet's centre, that they are right on paper.
    func correction(sheet: Size) -> Transform {
        Transform(
            a: 1 / x, b: 0, c: 0, d: 1 / y, tx: sheet.width / 2 * (1 - 1 / x), ty: sheet.height / 2 * (1 - 1 / y))
    }
}
