internal import CHarfBuzz

/// How the glyphs of a face look, as hashes. One a face; may be used from any thread.
public final class GlyphOutlines: @unchecked Sendable {
    // @unchecked Sendable: as with `Face`, both objects are made immutable before anyone else sees them, and the font is only read.
    private let face: Face
    private let functions: OpaquePointer
    private let isPainted: Bool

    public init?(_ face: Face) {
        guard let functions = hb_draw_funcs_create() else { return nil }
        hb_draw_funcs_set_move_to_func(
            functions, { _, data, _, x, y, _ in OutlineHash.add(1, [x, y], to: data) }, nil, nil)
        hb_draw_funcs_set_line_to_func(
            functions, { _, data, _, x, y, _ in OutlineHash.add(2, [x, y], to: data) }, nil, nil)
        hb_draw_funcs_set_quadratic_to_func(
            functions, { _, data, _, cx, cy, x, y, _ in OutlineHash.add(3, [cx, cy, x, y], to: data) }, nil, nil)
        hb_draw_funcs_set_cubic_to_func(
            functions,
            { _, data, _, ax, ay, bx, by, x, y, _ in OutlineHash.add(4, [ax, ay, bx, by, x, y], to: data) }, nil, nil)
        hb_draw_funcs_set_close_path_func(functions, { _, data, _, _ in OutlineHash.add(5, [], to: data) }, nil, nil)
        hb_draw_funcs_make_immutable(functions)
        self.functions = functions
        self.face = face
        isPainted = face.withHandles { face, _ in
            let table = hb_face_reference_table(face, 0x434F_4C52)  // COLR
            defer { hb_blob_destroy(table) }
            var length: UInt32 = 0
            guard let data = hb_blob_get_data(table, &length), length > 1 else { return hb_ot_color_has_svg(face) != 0 }
            return data[1] != 0 || hb_ot_color_has_svg(face) != 0
        }
    }

    deinit { hb_draw_funcs_destroy(functions) }

    /// A hash (FNV-1a, 64 bit) of a glyph's outline at 1000 units an em, to whole units, and of the colour layers or picture that
    /// it has beside (`COLR`, `CBDT`, `sbix`): the same on every machine and for every font file that draws the glyph alike.
    /// Nil where the glyph has no ink.
    public func hash(of glyph: UInt32) -> UInt64? {
        face.withHandles { face, font in
            var hash = OutlineHash(scale: 1000 / Double(max(1, hb_face_get_upem(face))))
            capprint_draw_glyph(font, glyph, functions, &hash)
            addLayers(of: glyph, face, font, to: &hash)
            addPicture(of: glyph, font, to: &hash)
            // Painted by a program of the font's own (`COLR` version 1, `SVG`): told apart by number alone.
            if isPainted {
                hash.add(8)
                hash.add(Int32(bitPattern: glyph))
            }
            return hash.isEmpty ? nil : hash.value
        }
    }

    private func addLayers(of glyph: UInt32, _ face: OpaquePointer, _ font: OpaquePointer, to hash: inout OutlineHash) {
        var count: UInt32 = 64
        var layers = [hb_ot_color_layer_t](repeating: hb_ot_color_layer_t(), count: Int(count))
        guard hb_ot_color_glyph_get_layers(face, glyph, 0, &count, &layers) > 0 else { return }
        for layer in layers.prefix(Int(count)) {
            var one: UInt32 = 1
            var color: hb_color_t = 0
            _ = hb_ot_color_palette_get_colors(face, 0, layer.color_index, &one, &color)
            hash.add(6)
            hash.add(Int32(bitPattern: one == 1 ? color : layer.color_index))
            capprint_draw_glyph(font, layer.glyph, functions, &hash)
        }
    }

    private func addPicture(of glyph: UInt32, _ font: OpaquePointer, to hash: inout OutlineHash) {
        let blob = hb_ot_color_glyph_reference_png(font, glyph)
        defer { hb_blob_destroy(blob) }
        var length: UInt32 = 0
        guard let data = hb_blob_get_data(blob, &length), length > 0 else { return }
        hash.add(7)
        for byte in UnsafeRawBufferPointer(start: data, count: Int(length)) { hash.add(Int32(byte)) }
    }
}

/// Collects what HarfBuzz draws.
private struct OutlineHash {
    let scale: Double
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    var isEmpty = true

    init(scale: Double) { self.scale = scale }

    mutating func add(_ number: Int32) {
        isEmpty = false
        for shift in [0, 8, 16, 24] as [Int32] {
            value = (value ^ UInt64(UInt8(truncatingIfNeeded: number >> shift))) &* 0x100_0000_01B3
        }
    }

    /// Halves and other round fractions of a unit must not lie on the edge of rounding, where machines may differ.
    mutating func place(_ coordinate: Float) {
        add(Int32(clamping: Int((Double(coordinate) * scale + 0.3).rounded(.down).clamped)))
    }

    static func add(_ command: Int32, _ coordinates: [Float], to data: UnsafeMutableRawPointer?) {
        guard let hash = data?.assumingMemoryBound(to: OutlineHash.self) else { return }
        hash.pointee.add(command)
        for coordinate in coordinates { hash.pointee.place(coordinate) }
    }
}

extension Double {
    /// A number that an `Int` holds; what is not defined is zero.
    fileprivate var clamped: Double { isNaN ? 0 : Swift.min(Swift.max(self, -1e9), 1e9) }
}
