internal import CCairo

/// One drawing as SVG.
public final class SVGSurface: Surface {
    /// Sizes are in points. Throws ``CairoError``.
    public init(sink: any ByteSink, width: Double, height: Double) throws(CairoError) {
        let output = SinkBox(sink)
        let handle = cairo_svg_surface_create_for_stream(
            SinkBox.write, Unmanaged.passUnretained(output).toOpaque(), width, height)
        try super.init(handle, output: output, action: "start an SVG")
        cairo_svg_surface_set_document_unit(handle, CAIRO_SVG_UNIT_PT)
    }
}
