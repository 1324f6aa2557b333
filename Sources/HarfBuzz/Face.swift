internal import CHarfBuzz
public import FileAccess

/// One face of a font file: its tables, metrics and the shaping of text with it. Lengths are in the font's own units, y upwards.
public final class Face: @unchecked Sendable {
    // @unchecked Sendable: "many object types can be marked as read-only or immutable, facilitating their use in multi-threaded
    // environments" (HarfBuzz manual, "Object types"). Face and font are made immutable before anyone else sees them; the bytes are
    // mapped read-only and held by `file`.
    private let face: OpaquePointer
    private let font: OpaquePointer
    private let file: MappedFile

    /// The face's index in its file.
    public let index: Int
    /// Font units in an em.
    public let unitsPerEm: Int
    public let glyphCount: Int

    /// How many faces a file holds; 0 where it is no font file.
    public static func count(in file: MappedFile) -> Int {
        let blob = makeBlob(file)
        defer { hb_blob_destroy(blob) }
        return Int(hb_face_count(blob))
    }

    /// Whether its glyphs are colour pictures (tables `CBDT` or `sbix`), not outlines.
    public let hasPictures: Bool

    /// Opens a face. Throws ``BrokenFontError`` where the file cannot be used: no such face, tables outside the file, neither outlines
    /// nor colour pictures.
    ///
    /// - Parameter variations: Where on its axes a variable font is used; other axes stay at their default.
    public init(file: MappedFile, index: Int, variations: [VariationAxis.Setting] = []) throws(BrokenFontError) {
        hasPictures = try file.checkTables(index: index)
        let blob = Face.makeBlob(file)
        defer { hb_blob_destroy(blob) }
        guard index >= 0, index < Int(hb_face_count(blob)), let face = hb_face_create(blob, UInt32(index)) else {
            throw BrokenFontError("it has no face number \(index)")
        }
        hb_face_make_immutable(face)
        guard hb_face_get_glyph_count(face) > 0, let font = hb_font_create(face) else {
            hb_face_destroy(face)
            throw BrokenFontError("it has no glyphs")
        }
        if !variations.isEmpty {
            let settings = variations.map {
                hb_variation_t(tag: hb_tag_from_string($0.tag, -1), value: Float($0.value))
            }
            hb_font_set_variations(font, settings, UInt32(settings.count))
        }
        hb_font_make_immutable(font)
        self.face = face
        self.font = font
        self.file = file
        self.index = index
        unitsPerEm = max(1, Int(hb_face_get_upem(face)))
        glyphCount = Int(hb_face_get_glyph_count(face))
    }

    deinit {
        hb_font_destroy(font)
        hb_face_destroy(face)
    }

    private static func makeBlob(_ file: MappedFile) -> OpaquePointer? {
        file.withBytes { bytes in
            let start = bytes.baseAddress?.assumingMemoryBound(to: CChar.self)
            // The bytes outlive the blob: `Face` holds the file.
            return hb_blob_create(start, UInt32(clamping: bytes.count), HB_MEMORY_MODE_READONLY, nil, nil)
        }
    }

    /// Lends the HarfBuzz objects, read-only, for the time of a call.
    func withHandles<Result>(_ body: (_ face: OpaquePointer, _ font: OpaquePointer) -> Result) -> Result {
        withExtendedLifetime(self) { body(face, font) }
    }

    // MARK: What the face says of itself

    /// The PostScript name, else the full name, else nothing (`name` table, IDs 6 and 4).
    public var name: String { nameEntry(6) ?? nameEntry(4) ?? "" }

    /// The full name for people, else the PostScript name (`name` table, IDs 4 and 6).
    public var fullName: String { nameEntry(4) ?? name }

    /// The version as the font's maker wrote it (`name` table, ID 5).
    public var version: String { nameEntry(5) ?? "" }

    private func nameEntry(_ identifier: UInt32) -> String? {
        var buffer = [CChar](repeating: 0, count: 256)
        var size = UInt32(buffer.count)
        let length = hb_ot_name_get_utf8(face, identifier, hb_language_from_string("en", -1), &size, &buffer)
        guard length > 0 else { return nil }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// A table's bytes; empty where the face has none of that tag.
    public func table(_ tag: String) -> [UInt8] {
        let blob = hb_face_reference_table(face, hb_tag_from_string(tag, -1))
        defer { hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(blob, &length), length > 0 else { return [] }
        return UnsafeRawBufferPointer(start: data, count: Int(length)).map { $0 }
    }

    /// How far the face's lines reach above and below the baseline, both positive (`hhea` or `OS/2`, as `hb_ot_metrics_get_position` chooses).
    public var lineExtents: (ascent: Int, descent: Int) {
        var extents = hb_font_extents_t()
        guard hb_font_get_h_extents(font, &extents) != 0 else { return (unitsPerEm * 4 / 5, unitsPerEm / 5) }
        return (max(0, Int(extents.ascender)), max(0, -Int(extents.descender)))
    }

    // MARK: Variations

    /// The axes of a variable font, in its order; none where it is not variable (`fvar`).
    public var axes: [VariationAxis] {
        var count = hb_ot_var_get_axis_count(face)
        guard count > 0 else { return [] }
        var infos = [hb_ot_var_axis_info_t](repeating: hb_ot_var_axis_info_t(), count: Int(count))
        _ = hb_ot_var_get_axis_infos(face, 0, &count, &infos)
        return infos.prefix(Int(count)).map { info in
            VariationAxis(
                tag: Face.letters(info.tag), least: Double(info.min_value), standard: Double(info.default_value),
                most: Double(info.max_value))
        }
    }

    /// The instances that a variable font names, such as `SemiBold`, each with its place on every axis.
    public var namedInstances: [(name: String, settings: [VariationAxis.Setting])] {
        let axes = axes
        return (0..<hb_ot_var_get_named_instance_count(face)).compactMap { instance in
            guard let name = nameEntry(hb_ot_var_named_instance_get_subfamily_name_id(face, instance)) else {
                return nil
            }
            var count = UInt32(axes.count)
            var coordinates = [Float](repeating: 0, count: axes.count)
            _ = hb_ot_var_named_instance_get_design_coords(face, instance, &count, &coordinates)
            return (name, zip(axes, coordinates).map { VariationAxis.Setting(tag: $0.tag, value: Double($1)) })
        }
    }

    private static func letters(_ tag: hb_tag_t) -> String {
        String(decoding: [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: tag >> $0) }, as: UTF8.self)
    }

    // MARK: Coverage

    /// All characters that have a glyph of their own, in order (`cmap`).
    public var characters: [Unicode.Scalar] {
        guard let set = hb_set_create() else { return [] }
        defer { hb_set_destroy(set) }
        hb_face_collect_unicodes(face, set)
        var found: [Unicode.Scalar] = []
        found.reserveCapacity(Int(hb_set_get_population(set)))
        var next = UInt32.max
        while hb_set_next(set, &next) != 0 {
            if let scalar = Unicode.Scalar(next) { found.append(scalar) }
        }
        return found
    }

    /// Whether the face can show a character: by a glyph of its own, by its canonical parts, or by what HarfBuzz puts in its place (spaces, hyphen).
    public func covers(_ scalar: Unicode.Scalar) -> Bool { covers(scalar.value, depth: 0) }

    private func covers(_ character: UInt32, depth: Int) -> Bool {
        var glyph: UInt32 = 0
        if hb_font_get_nominal_glyph(font, character, &glyph) != 0 { return true }
        switch character {
        case 0x2011: return covers(0x2010, depth: 4)
        case 0x00A0, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return covers(0x20, depth: 4)
        default: break
        }
        var first: UInt32 = 0
        var second: UInt32 = 0
        // Canonical decompositions are at most four deep.
        guard depth < 4, hb_unicode_decompose(hb_unicode_funcs_get_default(), character, &first, &second) != 0 else {
            return false
        }
        return covers(first, depth: depth + 1) && (second == 0 || covers(second, depth: depth + 1))
    }

    /// The box around a glyph's ink, y upwards; nil where it has none (`hb_font_get_glyph_extents`).
    public func inkBox(of glyph: UInt32) -> InkBox? {
        var extents = hb_glyph_extents_t()
        guard hb_font_get_glyph_extents(font, glyph, &extents) != 0, extents.width != 0, extents.height != 0 else {
            return nil
        }
        let (left, top) = (Int(extents.x_bearing), Int(extents.y_bearing))
        return InkBox(left: left, bottom: top + Int(extents.height), right: left + Int(extents.width), top: top)
    }

    // MARK: Shaping

    /// Turns a piece of text into glyphs, in visual order from left to right (`hb_shape`), kerned and with the ligatures that the font wants.
    ///
    /// - Parameters:
    ///   - text: UTF-16, with what stands around the piece, which letters may join to.
    ///   - range: The piece.
    ///   - script: ISO 15924 code as a tag, `Latn` is 0x4C61746E.
    ///   - language: BCP 47 tag; picks local forms (`locl`).
    ///   - isVertical: From top to bottom in vertical forms: advances go down, offsets are from the middle of the column, still y upwards.
    public func shape(
        _ text: [UInt16], range: Range<Int>, script: UInt32, language: String, isRightToLeft: Bool,
        isVertical: Bool = false
    ) -> [ShapedGlyph] {
        let range = range.clamped(to: 0..<text.count)
        guard !range.isEmpty, text.count <= Int(Int32.max), let buffer = hb_buffer_create() else { return [] }
        defer { hb_buffer_destroy(buffer) }
        // HarfBuzz looks at five characters of context at most; a long text need not be handed over whole.
        let context = max(0, range.lowerBound - 16)..<min(text.count, range.upperBound + 16)
        text[context].withUnsafeBufferPointer { units in
            hb_buffer_add_utf16(
                buffer, units.baseAddress, Int32(units.count), UInt32(range.lowerBound - context.lowerBound),
                Int32(range.count))
        }
        hb_buffer_set_direction(
            buffer, isVertical ? HB_DIRECTION_TTB : isRightToLeft ? HB_DIRECTION_RTL : HB_DIRECTION_LTR)
        hb_buffer_set_script(buffer, hb_script_from_iso15924_tag(script))
        hb_buffer_set_language(buffer, hb_language_from_string(language, Int32(clamping: language.utf8.count)))
        var flags = HB_BUFFER_FLAG_REMOVE_DEFAULT_IGNORABLES.rawValue
        if range.lowerBound == 0 { flags |= HB_BUFFER_FLAG_BOT.rawValue }
        if range.upperBound == text.count { flags |= HB_BUFFER_FLAG_EOT.rawValue }
        hb_buffer_set_flags(buffer, hb_buffer_flags_t(flags))
        hb_shape(font, buffer, nil, 0)
        var count: UInt32 = 0
        guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
            let positions = hb_buffer_get_glyph_positions(buffer, &count)
        else { return [] }
        return (0..<Int(count)).map { at in
            ShapedGlyph(
                id: infos[at].codepoint, cluster: Int(infos[at].cluster) + context.lowerBound,
                advance: Int(isVertical ? -positions[at].y_advance : positions[at].x_advance),
                offsetX: Int(positions[at].x_offset),
                offsetY: Int(positions[at].y_offset))
        }
    }
}
