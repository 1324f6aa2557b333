/// Why a PDF file could not be made, beside what the libraries and the system say.
public enum PDFError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A file must have a page.
    case noPages
    /// Pages cannot be added to a finished file.
    case finished
    /// More than 16,777,216 different pictures.
    case tooManyPictures
    /// More than 65,536 codes on one page.
    case tooManyMatrices
    /// A code has not as many modules as its side says, or more than 4,096 a side.
    case matrixSize

    public var description: String {
        switch self {
        case .noPages: "a PDF without pages cannot be written"
        case .finished: "the PDF is finished"
        case .tooManyPictures: "more pictures than one PDF can hold"
        case .tooManyMatrices: "more codes than one page can hold"
        case .matrixSize: "a code's modules are not a square"
        }
    }
}
