internal import DisplayList
internal import Geometry

/// The lines that a proof draws over a page: each has its colour, its dashes and its words.
enum ProofLine: Hashable, CaseIterable {
    case trim
    case bleed
    case safe
    case fold
    case word
    case reading
    case smallText
    case picture
    case code
    /// The edge of a back, seen through the paper.
    case trimBehind
    /// What the paper is turned about.
    case turn

    /// What it means, in plain words.
    var words: String {
        switch self {
        case .trim: "cut here: the edge of the card"
        case .bleed: "colour runs on to here, so that no white shows"
        case .safe: "nothing to read lies beyond this line"
        case .fold: "fold here"
        case .word: "a word"
        case .reading: "how a word is read"
        case .smallText: "small text: language, place, number, title"
        case .picture: "a picture"
        case .code: "a code for the telephone, with its white edge"
        case .trimBehind: "the edge of the back, seen through the paper"
        case .turn: "the paper is turned over about this line"
        }
    }

    var stroke: PaintedPath.Stroke {
        switch self {
        case .trim: .init(color: Color(red: 0.85, green: 0.05, blue: 0.15), width: .mm(0.35))
        case .bleed:
            .init(color: Color(red: 0.05, green: 0.45, blue: 0.85), width: .mm(0.25), dashes: [.mm(2), .mm(1)])
        case .safe:
            .init(color: Color(red: 0.05, green: 0.55, blue: 0.25), width: .mm(0.2), dashes: [.mm(0.8), .mm(0.8)])
        case .fold:
            .init(color: Color(red: 0.55, green: 0.1, blue: 0.6), width: .mm(0.4), dashes: [.mm(3), .mm(1.5)])
        case .word: .init(color: Color(red: 0.35, green: 0.2, blue: 0.75), width: .mm(0.2))
        case .reading:
            .init(color: Color(red: 0.6, green: 0.4, blue: 0.85), width: .mm(0.2), dashes: [.mm(1), .mm(0.4)])
        case .smallText: .init(color: .gray(0.4), width: .mm(0.15), dashes: [.mm(0.5), .mm(0.5)])
        case .picture: .init(color: Color(red: 0.85, green: 0.45, blue: 0), width: .mm(0.2))
        case .code: .init(color: Color(red: 0, green: 0.5, blue: 0.55), width: .mm(0.3))
        case .trimBehind:
            .init(color: Color(red: 0.05, green: 0.35, blue: 0.85), width: .mm(0.35), dashes: [.mm(2.4), .mm(1.6)])
        case .turn:
            .init(
                color: Color(red: 0.55, green: 0.1, blue: 0.6), width: .mm(0.3),
                dashes: [.mm(4), .mm(1), .mm(0.6), .mm(1)])
        }
    }

    func drawn(_ path: Path) -> Item { .path(PaintedPath(path, stroke: stroke)) }
}
