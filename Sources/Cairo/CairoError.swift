internal import CCairo

/// Cairo or FreeType could not do what was asked: what, and the library's own words.
public struct CairoError: Error, Hashable, Sendable, CustomStringConvertible {
    public var action: String
    public var reason: String

    public init(_ action: String, reason: String) {
        self.action = action
        self.reason = reason
    }

    init(_ action: String, status: cairo_status_t) {
        self.init(action, reason: String(cString: cairo_status_to_string(status)))
    }

    public var description: String { "cannot \(action): \(reason)" }

    static func check(_ status: cairo_status_t, _ action: String) throws(CairoError) {
        if status != CAIRO_STATUS_SUCCESS { throw CairoError(action, status: status) }
    }
}
