public import Geometry

extension DuplexFlip {
    /// From the back page of a sheet of this size to the places that lie before it on the front, and back again; nil where the sheet is not turned. See ``TurnAxis``.
    public func mirror(of sheet: Size) -> Transform? {
        switch axis(of: sheet) {
        case .vertical: Transform(a: -1, b: 0, c: 0, d: 1, tx: sheet.width, ty: .zero)
        case .horizontal: Transform(a: 1, b: 0, c: 0, d: -1, tx: .zero, ty: sheet.height)
        case nil: nil
        }
    }
}
