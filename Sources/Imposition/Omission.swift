/// Something that was asked for and has no room on the sheet outside the cards.
public enum Omission: String, Hashable, Sendable, CaseIterable, CustomStringConvertible {
    case marks
    case slug
    case ruler

    /// One sentence without a full stop, for a warning.
    public var description: String {
        switch self {
        case .marks: "the cards fill the sheet: there is no room for crop marks on all sides of them"
        case .slug: "the cards fill the sheet: there is no room for the line that names deck and page"
        case .ruler: "the cards fill the sheet: there is no room for the 50 mm ruler"
        }
    }
}
