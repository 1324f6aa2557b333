/// Why a PDF file could not be made, beside what the libraries and the system say.
public enum PDFError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A file must have a page.
    case noPages
    /// Pages cannot be added to a finished file.
    case finished
    /// More than 16,777,216 different pictures or codes.
    case tooManyPictures

    public var description: String {
        switch self {
        case .noPages: "a PDF without pages cannot be written"
        case .finished: "the PDF is finished"
        case .tooManyPictures: "more pictures than one PDF can hold"
        }
    }
}
