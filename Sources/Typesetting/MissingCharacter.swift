/// A character that no font has.
public struct MissingCharacter: Hashable, Sendable {
    public var scalar: Unicode.Scalar

    public init(scalar: Unicode.Scalar) {
        self.scalar = scalar
    }
}
