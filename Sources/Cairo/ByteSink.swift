internal import CCairo

/// Takes what a surface writes.
public protocol ByteSink: AnyObject {
    /// Takes bytes that are good only during the call.
    func write(_ bytes: UnsafeRawBufferPointer) throws
}

/// Carries a sink, and the error it threw, through Cairo's `cairo_write_func_t`.
final class SinkBox {
    let sink: any ByteSink
    var failure: (any Error)?

    init(_ sink: any ByteSink) {
        self.sink = sink
    }

    static let write: cairo_write_func_t = { context, data, length in
        guard let context, length > 0 else { return CAIRO_STATUS_SUCCESS }
        let box = Unmanaged<SinkBox>.fromOpaque(context).takeUnretainedValue()
        do {
            try box.sink.write(UnsafeRawBufferPointer(start: data, count: Int(length)))
            return CAIRO_STATUS_SUCCESS
        } catch {
            box.failure = error
            return CAIRO_STATUS_WRITE_ERROR
        }
    }
}

/// Collects in memory what a surface writes.
public final class MemorySink: ByteSink {
    public private(set) var bytes: [UInt8] = []

    public init() {}

    public func write(_ bytes: UnsafeRawBufferPointer) {
        self.bytes.append(contentsOf: bytes)
    }
}
