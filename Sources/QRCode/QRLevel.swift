/// How much of a symbol may be lost (ISO/IEC 18004, error correction level).
public enum QRLevel: Int, Sendable, Hashable, CaseIterable, Comparable {
    /// About 7 %.
    case low
    /// About 15 %.
    case medium
    /// About 25 %.
    case quartile
    /// About 30 %.
    case high

    public static func < (left: QRLevel, right: QRLevel) -> Bool { left.rawValue < right.rawValue }

    /// The level's letter in the standard.
    public var letter: String {
        switch self {
        case .low: "L"
        case .medium: "M"
        case .quartile: "Q"
        case .high: "H"
        }
    }
}
