internal import CQPDF

/// Painting commands of PDF (ISO 32000-2, 8.2) as bytes.
public enum Commands {
    /// The commands with neutral RGB colours as grey: `0 0 0 rg` becomes `0 g`, so that black is black ink alone.
    public static func neutralAsGray(_ commands: [UInt8]) throws(QPDFError) -> [UInt8] {
        let sink = try Sink()
        guard cqpdf_neutral_as_gray(commands, commands.count, sink.handle) else {
            throw QPDFError("the commands of a picture cannot be read")
        }
        return sink.bytes
    }

    /// The bytes as a zlib stream, for /FlateDecode.
    public static func deflated(_ bytes: [UInt8]) throws(QPDFError) -> [UInt8] {
        let sink = try Sink()
        guard cqpdf_deflate(bytes, bytes.count, sink.handle) else { throw QPDFError("out of memory") }
        return sink.bytes
    }
}
