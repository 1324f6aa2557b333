/// An axis along which a variable font changes, in the axis's own units (OpenType 1.9, "fvar").
public struct VariationAxis: Hashable, Sendable {
    /// Four letters, such as `wght`.
    public var tag: String
    public var least: Double
    public var standard: Double
    public var most: Double

    /// A place on an axis.
    public struct Setting: Hashable, Sendable {
        public var tag: String
        public var value: Double

        public init(tag: String, value: Double) {
            self.tag = tag
            self.value = value
        }
    }
}
