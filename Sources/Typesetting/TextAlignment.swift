/// Where lines lie in the width given; `start` and `end` by the paragraph's direction.
public enum TextAlignment: String, Sendable {
    case start, center, end, left, right

    /// How much of the space that a line leaves lies to the left of it.
    func share(isRightToLeft: Bool) -> Double {
        switch self {
        case .left: 0
        case .right: 1
        case .center: 0.5
        case .start: isRightToLeft ? 1 : 0
        case .end: isRightToLeft ? 0 : 1
        }
    }
}
