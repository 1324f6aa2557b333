internal import Codecs
internal import DisplayList
internal import FileAccess
internal import Geometry

/// A file of the cache: the answer to one request and the bytes of its pictures. Read back with checks: a damaged one is as good as none.
///
/// Layout: mark, length of the header, XXH3-128 of the header; the header; the sections, each named in the header by place, length and XXH3-128.
struct ArtworkFile: Sendable {
    var path: String
    var answer: Answer
    /// The stored pictures, in the order of the answer's.
    var entries: [Entry]

    struct Entry: Hashable, Sendable {
        var parts: [Part]
        var placement: VectorArt.Placement?
        var sourceCount: Int
    }

    /// A run of bytes.
    struct Part: Hashable, Sendable {
        var offset: Int
        var count: Int
        var hash: ContentHash
        /// For planes of a raster picture.
        var plane: Plane?
    }

    struct Plane: Hashable, Sendable {
        var encoding: UInt8
        var width: Int
        var height: Int
        var components: Int
    }

    private static let mark: [UInt8] = Array("capprint art 1\n\0".utf8)
    /// Mark, length, hash.
    private static let leadCount = 16 + 8 + 16
    /// Enough for nearly all headers in one read.
    private static let firstRead = 2048
    private static let longestHeader = 1 << 20
    private static let longestPart = 1 << 30

    // MARK: Writing

    /// Writes the file whole or not at all. Throws ``FileError``.
    static func write(_ answer: Answer, _ pictures: [FinishedPicture], to path: String) throws(FileError) -> ArtworkFile
    {
        var sections: [[UInt8]] = []
        var entries: [Entry] = []
        var offset = 0
        func add(_ bytes: [UInt8], _ plane: Plane? = nil) -> Part {
            defer { offset += bytes.count }
            sections.append(bytes)
            return Part(offset: offset, count: bytes.count, hash: ContentHash(of: bytes), plane: plane)
        }
        for picture in pictures {
            switch picture.content {
            case .raster(let raster):
                let planes = [raster.color] + (raster.alpha.map { [$0] } ?? [])
                let parts = planes.map {
                    add(
                        $0.bytes,
                        Plane(
                            encoding: $0.encoding.rawValue, width: $0.width, height: $0.height,
                            components: $0.components))
                }
                entries.append(Entry(parts: parts, placement: nil, sourceCount: 0))
            case .vector(let art):
                entries.append(
                    Entry(
                        parts: [add(art.pdf), add(art.source)], placement: art.placement, sourceCount: art.sourceCount))
            }
        }
        let header = encode(answer, entries)
        var lead = RecordWriter()
        for byte in mark { lead.put(byte) }
        let hash = ContentHash(of: header)
        lead.put(header.count)
        lead.put(hash.high)
        lead.put(hash.low)
        let file = try ReplacedFile(path: path)
        try file.write(lead.bytes + header + sections.joined())
        try file.commit(isSynced: false)
        let start = leadCount + header.count
        return ArtworkFile(path: path, answer: answer, entries: entries.map { $0.moved(by: start) })
    }

    private static func encode(_ answer: Answer, _ entries: [Entry]) -> [UInt8] {
        var writer = RecordWriter()
        switch answer {
        case .sticker(let sticker):
            writer.put(UInt8(1))
            writer.put(sticker.layers.count)
            for layer in sticker.layers {
                put(layer.picture, &writer)
                writer.put(layer.area)
            }
            writer.put(sticker.outline)
            writer.put(sticker.mainColor != nil)
            if let color = sticker.mainColor {
                writer.put(color.red)
                writer.put(color.green)
                writer.put(color.blue)
            }
            writer.put(sticker.printedPixelsPerInch != nil)
            if let density = sticker.printedPixelsPerInch { writer.put(density) }
            writer.put(sticker.visibleShare)
            writer.put(sticker.sourceAspect)
            writer.put(sticker.notes.count)
            for note in sticker.notes { writer.put(note) }
            writer.put(sticker.edge.points)
            writer.put(sticker.source)
        case .photo(let photo):
            writer.put(UInt8(2))
            put(photo.picture, &writer)
            writer.put(photo.printedPixelsPerInch)
            writer.put(photo.source)
        }
        writer.put(entries.count)
        for entry in entries {
            writer.put(entry.sourceCount)
            writer.put(entry.placement != nil)
            if let placement = entry.placement {
                for value in [
                    placement.x, placement.y, placement.width, placement.height, placement.pageWidth,
                    placement.pageHeight,
                ] { writer.put(value) }
            }
            writer.put(entry.parts.count)
            for part in entry.parts {
                writer.put(part.offset)
                writer.put(part.count)
                writer.put(part.hash.high)
                writer.put(part.hash.low)
                writer.put(part.plane != nil)
                if let plane = part.plane {
                    writer.put(plane.encoding)
                    writer.put(plane.width)
                    writer.put(plane.height)
                    writer.put(plane.components)
                }
            }
        }
        return writer.bytes
    }

    private static func put(_ picture: Picture, _ writer: inout RecordWriter) {
        writer.put(picture.kind == .vector)
        writer.put(picture.key)
        writer.put(picture.pixelWidth)
        writer.put(picture.pixelHeight)
    }

    // MARK: Reading

    /// Reads the answer; nil where there is none, or a damaged one, or one of another layout.
    static func open(_ path: String) -> ArtworkFile? {
        guard var bytes = try? Files.read(path, from: 0, count: firstRead), bytes.count >= leadCount,
            bytes.prefix(16).elementsEqual(mark)
        else { return nil }
        var lead = RecordReader(bytes[16..<leadCount])
        guard let count = lead.integer(), let high = lead.word(), let low = lead.word(), count > 0,
            count <= longestHeader
        else { return nil }
        let end = leadCount + count
        if bytes.count < end {
            guard let more = try? Files.read(path, from: 0, count: end), more.count == end else { return nil }
            bytes = more
        }
        let header = bytes[leadCount..<end]
        guard ContentHash(of: header) == ContentHash(high: high, low: low) else { return nil }
        var reader = RecordReader(header)
        guard let answer = answer(&reader), let entries = entries(&reader) else { return nil }
        guard entries.count == answer.pictures.count else { return nil }
        return ArtworkFile(path: path, answer: answer, entries: entries.map { $0.moved(by: end) })
    }

    private static func answer(_ reader: inout RecordReader) -> Answer? {
        switch reader.byte() {
        case 1:
            guard let count = reader.integer(), (0...8).contains(count) else { return nil }
            var layers: [PlacedPicture] = []
            for _ in 0..<count {
                guard let picture = picture(&reader), let area = reader.rect() else { return nil }
                layers.append(PlacedPicture(picture, area: area))
            }
            guard let outline = reader.rect(), let hasColor = reader.flag() else { return nil }
            var color: Color?
            if hasColor {
                guard let red = reader.number(), let green = reader.number(), let blue = reader.number() else {
                    return nil
                }
                color = Color(red: red, green: green, blue: blue)
            }
            guard let hasDensity = reader.flag() else { return nil }
            var density: Double?
            if hasDensity {
                guard let value = reader.number() else { return nil }
                density = value
            }
            guard let visible = reader.unitRect(), let aspect = reader.number(), let noteCount = reader.integer(),
                (0...16).contains(noteCount)
            else { return nil }
            var notes: [String] = []
            for _ in 0..<noteCount {
                guard let note = reader.text() else { return nil }
                notes.append(note)
            }
            guard let edge = reader.number(), let source = reader.artSource() else { return nil }
            return .sticker(
                PreparedSticker(
                    layers: layers, outline: outline, mainColor: color, printedPixelsPerInch: density,
                    visibleShare: visible, sourceAspect: aspect, notes: notes, edge: .pt(edge), source: source))
        case 2:
            guard let picture = picture(&reader), let density = reader.number(), let source = reader.artSource() else {
                return nil
            }
            return .photo(PreparedPhoto(picture: picture, printedPixelsPerInch: density, source: source))
        default: return nil
        }
    }

    private static func picture(_ reader: inout RecordReader) -> Picture? {
        guard let isVector = reader.flag(), let key = reader.text(), let width = reader.integer(),
            let height = reader.integer(), width > 0, height > 0
        else { return nil }
        return Picture(kind: isVector ? .vector : .raster, key: key, pixelWidth: width, pixelHeight: height)
    }

    private static func entries(_ reader: inout RecordReader) -> [Entry]? {
        guard let count = reader.integer(), (0...8).contains(count) else { return nil }
        var entries: [Entry] = []
        for _ in 0..<count {
            guard let sourceCount = reader.integer(), (0...ImageLimits.vectorBytes).contains(sourceCount),
                let hasPlacement = reader.flag()
            else { return nil }
            var placement: VectorArt.Placement?
            if hasPlacement {
                let values = (0..<6).compactMap { _ in reader.number() }
                guard values.count == 6 else { return nil }
                placement = VectorArt.Placement(
                    x: values[0], y: values[1], width: values[2], height: values[3], pageWidth: values[4],
                    pageHeight: values[5])
            }
            guard let partCount = reader.integer(), (1...2).contains(partCount) else { return nil }
            var parts: [Part] = []
            for _ in 0..<partCount {
                guard let part = part(&reader) else { return nil }
                parts.append(part)
            }
            entries.append(Entry(parts: parts, placement: placement, sourceCount: sourceCount))
        }
        return entries
    }

    private static func part(_ reader: inout RecordReader) -> Part? {
        guard let offset = reader.integer(), (0...longestPart).contains(offset), let count = reader.integer(),
            (0...longestPart).contains(count), let high = reader.word(), let low = reader.word(),
            let hasPlane = reader.flag()
        else { return nil }
        var part = Part(offset: offset, count: count, hash: ContentHash(high: high, low: low), plane: nil)
        if hasPlane {
            guard let encoding = reader.byte(), let width = reader.integer(), let height = reader.integer(),
                let components = reader.integer()
            else { return nil }
            part.plane = Plane(encoding: encoding, width: width, height: height, components: components)
        }
        return part
    }

    /// The bytes of one of the pictures; nil where they are damaged or gone.
    func content(_ index: Int) -> FinishedPicture.Content? {
        let entry = entries[index]
        guard let first = bytes(entry.parts[0]) else { return nil }
        if let placement = entry.placement {
            guard entry.parts.count == 2, let source = bytes(entry.parts[1]) else { return nil }
            return .vector(
                VectorArt(pdf: first, source: source, sourceCount: entry.sourceCount, placement: placement))
        }
        guard let color = ArtworkFile.plane(entry.parts[0].plane, first) else { return nil }
        guard entry.parts.count == 2 else { return .raster(PreparedRaster(color: color, alpha: nil)) }
        guard let second = bytes(entry.parts[1]), let alpha = ArtworkFile.plane(entry.parts[1].plane, second) else {
            return nil
        }
        return .raster(PreparedRaster(color: color, alpha: alpha))
    }

    private func bytes(_ part: Part) -> [UInt8]? {
        guard let bytes = try? Files.read(path, from: part.offset, count: part.count), bytes.count == part.count,
            ContentHash(of: bytes) == part.hash
        else { return nil }
        return bytes
    }

    private static func plane(_ plane: Plane?, _ bytes: [UInt8]) -> PreparedRaster.Plane? {
        guard let plane, let encoding = PreparedRaster.Plane.Encoding(rawValue: plane.encoding) else { return nil }
        return PreparedRaster.Plane(
            encoding: encoding, width: plane.width, height: plane.height, components: plane.components, bytes: bytes)
    }
}

extension ArtworkFile.Entry {
    fileprivate func moved(by distance: Int) -> ArtworkFile.Entry {
        var entry = self
        for index in entry.parts.indices { entry.parts[index].offset += distance }
        return entry
    }
}
