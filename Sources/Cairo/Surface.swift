internal import CCairo

/// What a ``Context`` draws on: owns one `cairo_surface_t`. Belongs to one thread.
public class Surface {
    let handle: OpaquePointer
    private let output: SinkBox?

    init(_ handle: OpaquePointer?, output: SinkBox? = nil, action: String) throws(CairoError) {
        guard let handle else { throw CairoError(action, status: CAIRO_STATUS_NO_MEMORY) }
        let status = cairo_surface_status(handle)
        guard status == CAIRO_STATUS_SUCCESS else {
            cairo_surface_destroy(handle)
            throw CairoError(action, status: status)
        }
        self.handle = handle
        self.output = output
    }

    deinit {
        // An unfinished surface writes its end when it is destroyed; the sink is still there.
        cairo_surface_finish(handle)
        cairo_surface_destroy(handle)
    }

    /// Writes what is still to be written. Throws ``CairoError`` or what the sink threw.
    public func finish() throws {
        cairo_surface_finish(handle)
        if let failure = output?.failure { throw failure }
        try CairoError.check(cairo_surface_status(handle), "finish a drawing")
    }

    /// Throws the first error that drawing has met: ``CairoError`` or what the sink threw.
    public func checkStatus() throws {
        if let failure = output?.failure { throw failure }
        try CairoError.check(cairo_surface_status(handle), "draw")
    }
}
