/// What a comparison of two pictures found.
public struct PixelDifference: Sendable {
    /// Pixels side by side that differ.
    struct Run: Hashable, Sendable {
        var row: Int32
        /// First column and the one after the last.
        var from: Int32
        var to: Int32
    }

    /// Around the old and the new picture, which lie on each other's top left corner.
    public let width: Int
    public let height: Int
    /// How many pixels differ, what is ignored and what smooth edges explain left out.
    public let changedCount: Int
    /// From the top, each row from the left.
    let runs: [Run]
    /// What is marked on, and what was left out.
    private let ground: RasterPixels
    private let ignored: [PixelArea]

    public var isSame: Bool { changedCount == 0 }

    /// Share of the pixels that differ, 0…1.
    public var share: Double { width * height == 0 ? 0 : Double(changedCount) / Double(width * height) }

    init(width: Int, height: Int, runs: [Run], ground: RasterPixels, ignored: [PixelArea]) {
        self.width = width
        self.height = height
        self.runs = runs
        self.ground = ground
        self.ignored = ignored
        changedCount = runs.reduce(0) { $0 + Int($1.to - $1.from) }
    }

    /// Upright boxes around what differs, from the top: at most `limit`; places nearer than `distance` pixels are one.
    public func areas(joining distance: Int = 16, limit: Int = 6) -> [PixelArea] {
        ChangedAreas.boxes(around: runs, width: width, height: height, joining: distance, limit: limit)
    }

    /// The new picture in pale grey with the pixels that differ in red; what was ignored is tinted blue.
    public var picture: RasterPixels {
        var pixels = [UInt32](repeating: 0xFFFF_FFFF, count: width * height)
        for row in 0..<ground.height {
            for column in 0..<ground.width {
                pixels[row * width + column] = Self.pale(ground.pixels[row * ground.width + column])
            }
        }
        for area in ignored {
            let columns = Self.part(from: area.x, count: area.width, of: width)
            for row in Self.part(from: area.y, count: area.height, of: height) {
                for column in columns {
                    let index = row * width + column
                    // Less red and green is more blue; once, where areas overlap.
                    if pixels[index] >> 16 & 255 == pixels[index] & 255 { pixels[index] -= 0x0028_1400 }
                }
            }
        }
        for run in runs {
            for column in run.from..<run.to { pixels[Int(run.row) * width + Int(column)] = Self.mark }
        }
        return RasterPixels(width: width, height: height, pixels: pixels)
    }

    /// What lies in the picture, which an area may leave on any side.
    private static func part(from start: Int, count: Int, of limit: Int) -> Range<Int> {
        let from = min(limit, max(0, start))
        return from..<min(limit, max(from, start + count))
    }

    static let mark: UInt32 = 0xFFE6_003C

    private static func pale(_ pixel: UInt32) -> UInt32 {
        let opaque = PixelComparison.overWhite(pixel)
        // Weights of ITU-R BT.601.
        let luma = (77 * (opaque >> 16 & 255) + 150 * (opaque >> 8 & 255) + 29 * (opaque & 255)) >> 8
        let grey = 255 - (255 - luma) * 3 / 10
        return 0xFF00_0000 | grey << 16 | grey << 8 | grey
    }
}
