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
}
