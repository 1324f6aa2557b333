import DisplayList
import FileAccess
import Geometry
import Testing

@testable import Artwork

@Suite("Keeping prepared art")
struct ArtworkCacheTests {
    static let box = Size(width: .mm(14), height: .mm(14))

    /// The files of a cache, by path.
    static func files(_ folder: String) throws -> [String] {
        try Files.list(folder).flatMap { inner in
            try Files.list(Paths.join(folder, inner)).map { Paths.join(folder, "\(inner)/\($0)") }
        }
    }

    static func bytes(_ studio: ArtworkStudio, _ sticker: PreparedSticker) throws -> [[UInt8]] {
        try sticker.layers.flatMap { layer -> [[UInt8]] in
            switch try studio.prepared(layer.picture) {
            case .raster(let raster): [raster.color.bytes, raster.alpha?.bytes ?? []]
            case .vector(let pdf): [pdf]
            }
        }
    }

    static func studio(_ cache: String) throws -> ArtworkStudio {
        try ArtworkStudio(options: ArtworkOptions(dpi: 150, cacheFolder: cache))
    }

    @Test("The second run finds the same, and writes nothing")
    func hit() throws {
        let folder = try ScratchFolder()
        defer { folder.remove() }
        let cache = Paths.join(folder.path, "cache")
        for (name, content) in [
            ("a.png", PNGWriter.disc(side: 50)), ("b.svg", Array((ArtworkStudioTests.drawing + "</svg>").utf8)),
        ] {
            let file = try folder.put(name, content)
            let cold = try Self.studio(cache)
            let first = try cold.sticker(file, in: Self.box, style: StickerStyle())
            let before = try Self.files(cache).map { FileStatus(path: $0) }
            let warm = try Self.studio(cache)
            let second = try warm.sticker(file, in: Self.box, style: StickerStyle())
            #expect(first == second)
            #expect(try Self.bytes(cold, first) == Self.bytes(warm, second))
            #expect(try Self.files(cache).map { FileStatus(path: $0) } == before)
        }
    }

    @Test("A damaged file is made again, whichever byte is wrong", arguments: [0.0, 0.01, 0.1, 0.3, 0.6, 0.99])
    func damage(_ share: Double) throws {
        let folder = try ScratchFolder()
        defer { folder.remove() }
        let cache = Paths.join(folder.path, "cache")
        let file = try folder.put("a.png", PNGWriter.disc(side: 50))
        let first = try Self.studio(cache)
        let sticker = try first.sticker(file, in: Self.box, style: StickerStyle())
        let expected = try Self.bytes(first, sticker)
        let path = try #require(try Self.files(cache).first)
        let whole = try Files.read(path)
        for bytes in [
            whole.enumerated().map { $0 == Int(Double(whole.count) * share) ? $1 ^ 0x55 : $1 },
            Array(whole.prefix(Int(Double(whole.count) * share))),
        ] {
            let replaced = try ReplacedFile(path: path)
            try replaced.write(bytes)
            try replaced.commit(isSynced: false)
            let second = try Self.studio(cache)
            #expect(try second.sticker(file, in: Self.box, style: StickerStyle()) == sticker)
            #expect(try Self.bytes(second, sticker) == expected)
            #expect(try Files.read(path) == whole)
        }
    }

    @Test("A changed picture or request is another entry")
    func keys() throws {
        let folder = try ScratchFolder()
        defer { folder.remove() }
        let cache = Paths.join(folder.path, "cache")
        let file = try folder.put("a.png", PNGWriter.disc(side: 50))
        let studio = try Self.studio(cache)
        let first = try studio.sticker(file, in: Self.box, style: StickerStyle())
        let narrow = try studio.sticker(file, in: Self.box, style: StickerStyle(border: .mm(1)))
        _ = try folder.put("a.png", PNGWriter.disc(side: 50, color: [0, 0, 200]))
        let changed = try Self.studio(cache).sticker(file, in: Self.box, style: StickerStyle())
        #expect(try Self.files(cache).count == 3)
        #expect(Set([first, narrow, changed].flatMap { $0.layers.map(\.picture.key) }).count == 6)
    }

    @Test("Two threads make the same bytes as one, each picture once")
    func threads() async throws {
        let folder = try ScratchFolder()
        defer { folder.remove() }
        var paths: [String] = []
        for index in 0..<4 {
            paths.append(
                try folder.put("\(index).png", PNGWriter.disc(side: 40 + index, color: [200, UInt8(index * 40), 9])))
        }
        let files = paths
        let one = try Self.studio(Paths.join(folder.path, "one"))
        let expected = try files.map { file in
            let sticker = try one.sticker(file, in: Self.box, style: StickerStyle())
            return try Self.bytes(one, sticker)
        }
        let two = try Self.studio(Paths.join(folder.path, "two"))
        let box = Self.box
        // Each file is asked for twice, by different tasks.
        let results = try await withThrowingTaskGroup(of: (Int, [[UInt8]]).self) { group in
            for index in 0..<8 {
                group.addTask {
                    let sticker = try two.sticker(files[index % 4], in: box, style: StickerStyle())
                    return (index % 4, try Self.bytes(two, sticker))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }
        #expect(results.count == 8)
        for (index, bytes) in results { #expect(bytes == expected[index]) }
        #expect(try Self.files(Paths.join(folder.path, "two")).count == 4)
    }
}
