import CHarfBuzz
import DisplayList
import Geometry

/// Shapes one word with HarfBuzz, so that these tests need no room for text.
enum Shaper {
    /// A font of those that `make setup` fetches.
    static func font(_ name: String, index: Int = 0) -> FontReference {
        let root = #filePath.split(separator: "/").dropLast(4).joined(separator: "/")
        return FontReference(file: "/\(root)/Fonts/debian/\(name)", index: index, name: name, contentHash: "")
    }

    /// The words of a line, placed one after the other from the origin; right-to-left lines end there.
    static func line(
        _ text: String, font: FontReference, language: String, rightToLeft: Bool = false, size: Double = 14,
        at origin: Point, color: Color = .black
    ) -> [Item] {
        var items: [Item] = []
        var x = origin.x
        let words = text.split(separator: " ")
        for (index, word) in words.enumerated() {
            let written = index == words.count - 1 ? String(word) : "\(word) "
            var run = run(
                written, font: font, language: language, rightToLeft: rightToLeft, size: size, color: color)
            if rightToLeft { x = x - run.width }
            run.origin = Point(x: x, y: origin.y)
            if !rightToLeft { x = x + run.width }
            items.append(.glyphs(run))
        }
        return items
    }

    static func run(
        _ text: String, font: FontReference, language: String, rightToLeft: Bool, size: Double, color: Color
    ) -> GlyphRun {
        guard let blob = hb_blob_create_from_file_or_fail(font.file) else {
            preconditionFailure("\(font.file) is missing: run 'make setup'")
        }
        defer { hb_blob_destroy(blob) }
        let face = hb_face_create(blob, UInt32(font.index))
        defer { hb_face_destroy(face) }
        let shaper = hb_font_create(face)
        defer { hb_font_destroy(shaper) }
        let buffer = hb_buffer_create()
        defer { hb_buffer_destroy(buffer) }
        let bytes = Array(text.utf8)
        bytes.withUnsafeBytes {
            hb_buffer_add_utf8(
                buffer, $0.bindMemory(to: CChar.self).baseAddress, Int32(bytes.count), 0, Int32(bytes.count))
        }
        hb_buffer_guess_segment_properties(buffer)
        hb_buffer_set_direction(buffer, rightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        hb_buffer_set_language(buffer, hb_language_from_string(language, -1))
        hb_shape(shaper, buffer, nil, 0)
        var count: UInt32 = 0
        let infos = UnsafeBufferPointer(start: hb_buffer_get_glyph_infos(buffer, &count), count: Int(count))
        let positions = UnsafeBufferPointer(start: hb_buffer_get_glyph_positions(buffer, &count), count: Int(count))
        let scale = size / Double(hb_face_get_upem(face))
        var x = 0.0
        var glyphs: [GlyphRun.Glyph] = []
        var starts: [(byte: Int, glyphs: Int)] = []
        for (info, position) in zip(infos, positions) {
            glyphs.append(
                GlyphRun.Glyph(
                    id: info.codepoint,
                    position: Point(
                        x: .pt((x + Double(position.x_offset)) * scale), y: .pt(-Double(position.y_offset) * scale))))
            x += Double(position.x_advance)
            if starts.last?.byte == Int(info.cluster) {
                starts[starts.count - 1].glyphs += 1
            } else {
                starts.append((Int(info.cluster), 1))
            }
        }
        let ends = starts.map(\.byte).sorted() + [bytes.count]
        let clusters = starts.map { start in
            GlyphRun.Cluster(
                textBytes: (ends.first { $0 > start.byte } ?? bytes.count) - start.byte, glyphs: start.glyphs)
        }
        return GlyphRun(
            font: font, size: .pt(size), color: color, origin: .zero, width: .pt(x * scale), glyphs: glyphs,
            text: text, clusters: clusters, isRightToLeft: rightToLeft, language: language)
    }
}
