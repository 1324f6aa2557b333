public import DisplayList
public import Geometry

/// Marks that a cutting machine looks for on a printed sheet, so that it cuts where the printer has printed.
///
/// By the specification of Silhouette Card Maker (SPECIFICATION.md and page_manager.py of github.com/Alan-Cha/silhouette-card-maker, June 2026), whose sheets and ours fit the same cutting templates where cards stand ``cardDistance`` apart. Where its text and its program differ, as for the place of the square, the program is followed; sheets printed by the maker's own software measure the same.
public enum RegistrationMarks: Int, Hashable, Sendable, CaseIterable {
    /// A square at the top left, angles at the top right and bottom left: all machines of Silhouette but one.
    case three = 3
    /// Four angles: the Cameo 5 Alpha.
    case four = 4

    /// From the paper's edges to the middle of an angle's lines, and to the square's sides before they are outlined.
    public static let inset = Length.mm(10)
    /// Of an angle's lines, and of the square's outline.
    public static let thickness = Length.mm(1)
    /// The square's side before it is outlined.
    static let square = Length.mm(5)
    /// How long an angle's lines may be, from the crossing of their middles: the longer, the better they are found.
    public static let lengths = Length.mm(5)...Length.mm(20)
    /// How far from the inset the smallest marks reach: the outlined square, or the shortest angle.
    private static let least = square + thickness / 2
    /// Between cards, and between marks and cards.
    public static let cardDistance = Length.mm(1.25)
    /// How far colour may run over a card's edge.
    static let bleed = cardDistance / 2

    /// The longest lines that keep their distance from an area in the sheet's middle; nil where not even the shortest do.
    static func length(clearing area: Rect, on sheet: Size) -> Length? {
        let beside = min(area.minX, sheet.width - area.maxX)
        let above = min(area.minY, sheet.height - area.maxY)
        let room = max(beside, above) - inset - cardDistance
        guard room + .tolerance >= least else { return nil }
        return max(lengths.lowerBound, min(lengths.upperBound, .mm((room.millimetres * 100).rounded(.down) / 100)))
    }

    /// The rooms for cards that leave the marks free: all of it, with corners that must stay empty; without the corners' columns; without their rows.
    static func rooms(on sheet: Size, margins: Insets) -> [Size] {
        let level = max(margins.left, margins.right, inset)
        let upright = max(margins.top, margins.bottom, inset)
        let corner = inset + least + cardDistance
        func room(_ level: Length, _ upright: Length) -> Size {
            Size(width: sheet.width - level * 2, height: sheet.height - upright * 2)
        }
        return [
            room(level, upright), room(max(level, corner), upright), room(level, max(upright, corner)),
        ]
    }

    /// The marks of a sheet, black all through; `length` is one of ``lengths``.
    public func paths(on sheet: Size, length: Length) -> [Path] {
        let near = RegistrationMarks.inset - RegistrationMarks.thickness / 2
        let far = RegistrationMarks.inset + length
        /// An angle whose corner lies at the top left, turned to one of the sheet's corners.
        func angle(right: Bool, bottom: Bool) -> Path {
            let inner = near + RegistrationMarks.thickness
            let points = [(near, near), (far, near), (far, inner), (inner, inner), (inner, far), (near, far)].map {
                Point(x: right ? sheet.width - $0.0 : $0.0, y: bottom ? sheet.height - $0.1 : $0.1)
            }
            return Path([.move(points[0])] + points.dropFirst().map { .line($0) } + [.close])
        }
        let side = RegistrationMarks.square + RegistrationMarks.thickness
        let angles = [angle(right: true, bottom: false), angle(right: false, bottom: true)]
        return switch self {
        case .three: [.rect(Rect(x: near, y: near, width: side, height: side))] + angles
        case .four: [angle(right: false, bottom: false)] + angles + [angle(right: true, bottom: true)]
        }
    }
}
