public import Geometry

/// A part of one page, or of all pages, where differences do not count: a date, a code.
public struct IgnoredRegion: Hashable, Sendable {
    /// The page's number in the new file, from 1; nil for all pages.
    public var page: Int?
    /// From the page's top left corner as it is shown.
    public var area: Rect

    public init(page: Int?, area: Rect) {
        self.page = page
        self.area = area
    }

    /// Reads `3:10,20,30,5` or `all:10,20,30,5`: page, then left, top, width and height in millimetres; nil for anything else.
    public init?(_ text: String) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2, let area = Rect(millimetres: parts[1]) else { return nil }
        if parts[0] == "all" {
            page = nil
        } else {
            guard let number = Int(parts[0]), number > 0 else { return nil }
            page = number
        }
        self.area = area
    }

    /// The pixels that it touches.
    func pixels(dpi: Double) -> PixelArea {
        func place(_ length: Length) -> Double { length.points / 72 * dpi }
        let (left, top) = (place(area.minX).rounded(.down), place(area.minY).rounded(.down))
        return PixelArea(
            x: Int(left), y: Int(top), width: Int(place(area.maxX).rounded(.up) - left),
            height: Int(place(area.maxY).rounded(.up) - top))
    }
}
