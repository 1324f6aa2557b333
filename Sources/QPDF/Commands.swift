internal import CQPDF

/// Painting commands of PDF (ISO 32000-2, 8.2) as bytes.
public enum Commands {
    /// The commands with neutral RGB colours as grey: `0 0 0 rg` becomes `0 g`, so that black is black ink alone.
    public static func neutralAsGray(_ commands: [UInt8]) throws(QPDFError) -> [UInt8] {
        try collected { cqpdf_neutral_as_gray(commands, commands.count, $0) }
    }

    /// The bytes as a zlib stream, for /FlateDecode.
    public static func deflated(_ bytes: [UInt8]) throws(QPDFError) -> [UInt8] {
        try collected { cqpdf_deflate(bytes, bytes.count, $0) }
    }

    /// The commands of a PDF file's first page, neutral colours as grey, as a zlib stream.
    public static func ofFirstPage(pdf: [UInt8]) throws(QPDFError) -> [UInt8] {
        try collected { cqpdf_page_commands(pdf, pdf.count, $0) }
    }

    private static func collected(_ body: (OpaquePointer) -> Bool) throws(QPDFError) -> [UInt8] {
        guard let sink = cqpdf_sink_create() else { throw QPDFError("out of memory") }
        defer { cqpdf_sink_destroy(sink) }
        guard body(sink) else { throw QPDFError("the commands of a picture cannot be read") }
        var count = 0
        guard let bytes = cqpdf_sink_bytes(sink, &count) else { return [] }
        return Array(UnsafeBufferPointer(start: bytes, count: count))
    }
}
