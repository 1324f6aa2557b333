internal import CQPDF

/// The painting commands of a page as Cairo left them, and the matrices that go into them.
public struct DrawnContent: Sendable {
    /// Bytes of an open file.
    public struct Span: Hashable, Sendable {
        public var descriptor: Int32
        public var offset: Int
        public var count: Int

        public init(descriptor: Int32, offset: Int, count: Int) {
            self.descriptor = descriptor
            self.offset = offset
            self.count = count
        }

        fileprivate var span: cqpdf_span {
            cqpdf_span(descriptor: descriptor, offset: Int64(offset), count: count)
        }
    }

    /// A zlib stream.
    public var commands: Span
    /// As `cqpdf_content` describes them; may be empty.
    public var matrices: Span

    public init(commands: Span, matrices: Span) {
        self.commands = commands
        self.matrices = matrices
    }

    /// Finishes contents on so many threads: matrices in the places of their markers, neutral RGB as grey. Each a zlib stream again, in order;
    /// the same however many threads there are. Throws ``QPDFError``.
    public static func finished(_ contents: [DrawnContent], workers: Int) throws(QPDFError) -> [[UInt8]] {
        var sinks: [Sink] = []
        for _ in contents { sinks.append(try Sink()) }
        let error = try Sink()
        let isDone = cqpdf_finish_contents(
            contents.map { cqpdf_content(commands: $0.commands.span, matrices: $0.matrices.span) }, contents.count,
            max(1, workers), sinks.map(\.handle), error.handle)
        guard isDone else { throw QPDFError(String(decoding: error.bytes, as: UTF8.self)) }
        return sinks.map { $0.take() }
    }
}
