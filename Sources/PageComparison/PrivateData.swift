internal import FileAccess
internal import QPDF

/// What programs keep for themselves in PDF files (ISO 32000-2, 14.5).
public enum PrivateData {
    /// More than any deck has, and less than a machine's memory.
    private static let mostBytes = 1 << 28

    /// The data of a program in a file; nil where there is none that can be read.
    public static func read(of application: String, in path: String) -> [UInt8]? {
        guard let file = try? OpenFile(path: path) else { return nil }
        return PDFPages.piece(of: application, descriptor: file.descriptor, limit: mostBytes)
    }
}
