internal import CQPDF

/// Collects the bytes that a call of the C room answers: owns one `cqpdf_sink`.
final class Sink {
    let handle: OpaquePointer

    /// Throws ``QPDFError`` where there is no memory.
    init() throws(QPDFError) {
        guard let handle = cqpdf_sink_create() else { throw QPDFError("out of memory") }
        self.handle = handle
    }

    deinit {
        cqpdf_sink_destroy(handle)
    }

    var bytes: [UInt8] {
        var count = 0
        guard let bytes = cqpdf_sink_bytes(handle, &count) else { return [] }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }

    /// The bytes so far, which are taken out.
    func take() -> [UInt8] {
        defer { cqpdf_sink_clear(handle) }
        return bytes
    }
}
