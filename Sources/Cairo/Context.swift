internal import CCairo

/// Draws on a surface: owns one `cairo_t`. Belongs to one thread. Lengths are in points (pixels on an image), y downwards.
public final class Context {
    /// A glyph's number and the place of its origin.
    public struct Glyph: Sendable {
        public var id: UInt32
        public var x: Double
        public var y: Double

        public init(id: UInt32, x: Double, y: Double) {
            self.id = id
            self.x = x
            self.y = y
        }
    }

    /// How many bytes of the text and how many of the glyphs belong together.
    public struct Cluster: Sendable {
        public var bytes: Int
        public var glyphs: Int

        public init(bytes: Int, glyphs: Int) {
            self.bytes = bytes
            self.glyphs = glyphs
        }
    }

    private let handle: OpaquePointer
    private let surface: Surface
    private var glyphs: [cairo_glyph_t] = []
    private var clusters: [cairo_text_cluster_t] = []

    /// Throws ``CairoError``.
    public init(_ surface: Surface) throws(CairoError) {
        self.surface = surface
        guard let handle = cairo_create(surface.handle) else {
            throw CairoError("draw", status: CAIRO_STATUS_NO_MEMORY)
        }
        self.handle = handle
        // Layout does not know the device: outlines as they are drawn, advances as the layout computed them.
        if let options = cairo_font_options_create() {
            cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
            cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
            cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
            cairo_set_font_options(handle, options)
            cairo_font_options_destroy(options)
        }
        try CairoError.check(cairo_status(handle), "draw")
    }

    deinit {
        cairo_destroy(handle)
    }

    /// Throws the first error that drawing has met.
    public func checkStatus() throws {
        try surface.checkStatus()
        try CairoError.check(cairo_status(handle), "draw")
    }

    /// What `body` changes of map, clip, font and colour ends with it.
    public func saved<Result>(_ body: () throws -> Result) rethrows -> Result {
        cairo_save(handle)
        defer { cairo_restore(handle) }
        return try body()
    }

    /// Multiplies what `body` draws, as one drawing, onto what is there.
    public func multiplied(opacity: Double, _ body: () throws -> Void) rethrows {
        cairo_push_group(handle)
        do {
            try body()
        } catch {
            cairo_pattern_destroy(cairo_pop_group(handle))
            throw error
        }
        cairo_pop_group_to_source(handle)
        cairo_set_operator(handle, CAIRO_OPERATOR_MULTIPLY)
        cairo_paint_with_alpha(handle, opacity)
        cairo_set_operator(handle, CAIRO_OPERATOR_OVER)
    }

    /// Applies x′ = a·x + c·y + tx, y′ = b·x + d·y + ty before the present map.
    public func transform(a: Double, b: Double, c: Double, d: Double, tx: Double, ty: Double) {
        var matrix = cairo_matrix_t(xx: a, yx: b, xy: c, yy: d, x0: tx, y0: ty)
        cairo_transform(handle, &matrix)
    }

    public func setColor(red: Double, green: Double, blue: Double) {
        cairo_set_source_rgb(handle, red, green, blue)
    }

    // MARK: Paths

    public func newPath() { cairo_new_path(handle) }
    public func move(_ x: Double, _ y: Double) { cairo_move_to(handle, x, y) }
    public func line(_ x: Double, _ y: Double) { cairo_line_to(handle, x, y) }

    public func curve(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, _ x3: Double, _ y3: Double) {
        cairo_curve_to(handle, x1, y1, x2, y2, x3, y3)
    }

    public func closePath() { cairo_close_path(handle) }

    public func rectangle(x: Double, y: Double, width: Double, height: Double) {
        cairo_rectangle(handle, x, y, width, height)
    }

    /// Fills the path by the non-zero winding rule and keeps it.
    public func fill() { cairo_fill_preserve(handle) }

    /// Strokes the path and keeps it.
    public func stroke(width: Double, dashes: [Double]) {
        cairo_set_line_width(handle, width)
        cairo_set_dash(handle, dashes, Int32(truncatingIfNeeded: dashes.count), 0)
        cairo_stroke_preserve(handle)
    }

    /// Keeps what follows inside the path and forgets the path.
    public func clip() { cairo_clip(handle) }

    /// Paints the whole clip in the present colour.
    public func paint() { cairo_paint(handle) }

    // MARK: Pictures

    /// Stretches a picture over an area.
    public func draw(_ picture: ImageSurface, x: Double, y: Double, width: Double, height: Double) {
        guard width > 0, height > 0 else { return }
        saved {
            transform(
                a: width / Double(picture.width), b: 0, c: 0, d: height / Double(picture.height), tx: x, ty: y)
            cairo_set_source_surface(handle, picture.handle, 0, 0)
            cairo_pattern_set_filter(cairo_get_source(handle), CAIRO_FILTER_GOOD)
            cairo_paint(handle)
        }
    }

    // MARK: Text

    public func setFont(_ face: FontFace, size: Double) {
        cairo_set_font_face(handle, face.handle)
        cairo_set_font_size(handle, size)
    }

    /// A font whose em is wider or narrower than high.
    public func setFont(_ face: FontFace, width: Double, height: Double) {
        cairo_set_font_face(handle, face.handle)
        var matrix = cairo_matrix_t(xx: width, yx: 0, xy: 0, yy: height, x0: 0, y0: 0)
        cairo_set_font_matrix(handle, &matrix)
    }

    /// Adds the outlines of glyphs to the path.
    public func addOutlines(of glyphs: some Sequence<Glyph>) {
        self.glyphs.removeAll(keepingCapacity: true)
        for glyph in glyphs { self.glyphs.append(cairo_glyph_t(index: UInt(glyph.id), x: glyph.x, y: glyph.y)) }
        cairo_glyph_path(handle, self.glyphs, Int32(truncatingIfNeeded: self.glyphs.count))
    }

    /// Draws glyphs and says what text they show (`cairo_show_text_glyphs`). The clusters, in the order of the glyphs, use
    /// up the text's bytes and the glyphs.
    public func show(text: [UInt8], glyphs: [Glyph], clusters: [Cluster]) {
        self.glyphs.removeAll(keepingCapacity: true)
        self.clusters.removeAll(keepingCapacity: true)
        for glyph in glyphs { self.glyphs.append(cairo_glyph_t(index: UInt(glyph.id), x: glyph.x, y: glyph.y)) }
        for cluster in clusters {
            self.clusters.append(
                cairo_text_cluster_t(
                    num_bytes: Int32(truncatingIfNeeded: cluster.bytes),
                    num_glyphs: Int32(truncatingIfNeeded: cluster.glyphs)))
        }
        text.withUnsafeBytes { bytes in
            cairo_show_text_glyphs(
                handle, bytes.bindMemory(to: CChar.self).baseAddress, Int32(truncatingIfNeeded: text.count),
                self.glyphs, Int32(truncatingIfNeeded: self.glyphs.count),
                self.clusters, Int32(truncatingIfNeeded: self.clusters.count), cairo_text_cluster_flags_t(rawValue: 0))
        }
    }
}
