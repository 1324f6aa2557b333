/// What is known of a page without painting it.
public struct PageContent: Hashable, Sendable {
    /// A hash of painting commands and resources, independent of object numbers and of the file's other pages.
    public struct Digest: Hashable, Sendable {
        public var low: UInt64
        public var high: UInt64

        public init(low: UInt64, high: UInt64) {
            self.low = low
            self.high = high
        }
    }

    /// Width and height as the page is shown (its crop box, turned), in points.
    public var width: Double
    public var height: Double
    /// Pages with the same digest look the same; nil where there is none that could vouch for that.
    public var digest: Digest?

    public init(width: Double, height: Double, digest: Digest?) {
        self.width = width
        self.height = height
        self.digest = digest
    }
}
