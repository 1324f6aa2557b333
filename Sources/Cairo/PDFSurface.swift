internal import CCairo

/// Pages of a PDF file, written as they are finished.
public final class PDFSurface: Surface {
    /// Sizes are in points. Throws ``CairoError``.
    public init(sink: any ByteSink, width: Double, height: Double) throws(CairoError) {
        let output = SinkBox(sink)
        let handle = cairo_pdf_surface_create_for_stream(
            SinkBox.write, Unmanaged.passUnretained(output).toOpaque(), width, height)
        try super.init(handle, output: output, action: "start a PDF")
        cairo_pdf_surface_restrict_to_version(handle, CAIRO_PDF_VERSION_1_5)
        // Without a date Cairo asks the clock, in local time.
        cairo_pdf_surface_set_metadata(handle, CAIRO_PDF_METADATA_CREATE_DATE, "2000-01-01T00:00:00Z")
    }

    /// The size of the page to come, in points.
    public func setPageSize(width: Double, height: Double) {
        cairo_pdf_surface_set_size(handle, width, height)
    }

    /// Ends the page. Throws ``CairoError`` or what the sink threw.
    public func showPage() throws {
        cairo_surface_show_page(handle)
        try checkStatus()
    }
}
