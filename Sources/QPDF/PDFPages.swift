internal import CQPDF

/// The pages of any PDF, whoever made it.
public enum PDFPages {
    /// Reads the PDF in an open file. Throws ``QPDFError``.
    public static func read(descriptor: Int32) throws(QPDFError) -> [PageContent] {
        guard let reader = cqpdf_reader_create() else { throw QPDFError("out of memory") }
        defer { cqpdf_reader_destroy(reader) }
        func check(_ done: Bool) throws(QPDFError) {
            guard !done else { return }
            let kind: QPDFError.Kind =
                switch cqpdf_reader_failure(reader) {
                case CQPDF_READING_DAMAGED: .damaged
                case CQPDF_READING_NEEDS_PASSWORD: .needsPassword
                default: .other
                }
            throw QPDFError(String(cString: cqpdf_reader_error(reader)), kind: kind)
        }
        try check(cqpdf_reader_open(reader, descriptor))
        var pages: [PageContent] = []
        for index in 0..<cqpdf_reader_page_count(reader) {
            var size = [0.0, 0.0]
            var digest: [UInt64] = [0, 0]
            var isKnown = false
            try check(cqpdf_reader_page(reader, index, &size, &digest, &isKnown))
            pages.append(
                PageContent(
                    width: size[0], height: size[1], digest: isKnown ? .init(low: digest[0], high: digest[1]) : nil))
        }
        return pages
    }

    /// What a program keeps for itself in the PDF in an open file (ISO 32000-2, 14.5), at most `limit` bytes of it; nil where there is
    /// nothing that can be read, or more.
    public static func piece(of application: String, descriptor: Int32, limit: Int) -> [UInt8]? {
        guard let sink = try? Sink(), cqpdf_piece(descriptor, application, limit, sink.handle) else { return nil }
        return sink.bytes
    }
}
