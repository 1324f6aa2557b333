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
            functions, { _, data, _, x, y, _ in OutlineHash.draw(on: data) { $0.move(to: [x, y]) } }, nil, nil)
        hb_draw_funcs_set_line_to_func(
            functions, { _, data, _, x, y, _ in OutlineHash.draw(on: data) { $0.line(to: [x, y]) } }, nil, nil)
        hb_draw_funcs_set_quadratic_to_func(
            functions,
            { _, data, _, cx, cy, x, y, _ in OutlineHash.draw(on: data) { $0.curve([[cx, cy]], to: [x, y]) } }, nil, nil
        )
        hb_draw_funcs_set_cubic_to_func(
            functions,
            { _, data, _, ax, ay, bx, by, x, y, _ in
                OutlineHash.draw(on: data) { $0.curve([[ax, ay], [bx, by]], to: [x, y]) }
            }, nil, nil)
        hb_draw_funcs_set_close_path_func(
            functions, { _, data, _, _ in OutlineHash.draw(on: data) { $0.close() } }, nil, nil)
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

/// Collects what HarfBuzz draws. A straight line is one, whatever points a font has on it.
private struct OutlineHash {
    typealias Place = SIMD2<Float>

    let scale: Double
    var value: UInt64 = 0xCBF2_9CE4_8422_2325
    var isEmpty = true
    private var pen = Place.zero
    /// A line that may go on.
    private var straight: (from: Place, to: Place)?

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

    mutating func move(to place: Place) {
        finishLine()
        add(1, [place])
    }

    mutating func line(to place: Place) {
        guard place != pen else { return }
        if let line = straight, Self.lies(line.to, between: line.from, place) {
            straight = (line.from, place)
        } else {
            finishLine()
            straight = (pen, place)
        }
        pen = place
    }

    mutating func curve(_ controls: [Place], to place: Place) {
        if controls.allSatisfy({ Self.lies($0, between: pen, place) }) { return line(to: place) }
        finishLine()
        add(controls.count == 1 ? 3 : 4, controls + [place])
    }

    mutating func close() {
        finishLine()
        add(5)
    }

    private mutating func finishLine() {
        if let line = straight { add(2, [line.to]) }
        straight = nil
    }

    private mutating func add(_ command: Int32, _ places: [Place]) {
        add(command)
        for coordinates in places {
            place(coordinates.x)
            place(coordinates.y)
        }
        pen = places.last ?? pen
    }

    /// Whether a place is on the straight way from one to the other.
    private static func lies(_ place: Place, between start: Place, _ end: Place) -> Bool {
        let (way, part) = (end - start, place - start)
        let along = (way * part).sum()
        return way.x * part.y == way.y * part.x && along >= 0 && along <= (way * way).sum()
            && (way != .zero || part == .zero)
    }

    static func draw(on data: UnsafeMutableRawPointer?, _ command: (inout OutlineHash) -> Void) {
        guard let hash = data?.assumingMemoryBound(to: OutlineHash.self) else { return }
        command(&hash.pointee)
    }
}

extension Double {
    /// A number that an `Int` holds; what is not defined is zero.
    fileprivate var clamped: Double { isNaN ? 0 : Swift.min(Swift.max(self, -1e9), 1e9) }
}
