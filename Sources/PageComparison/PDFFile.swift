internal import Diagnostics
internal import FileAccess
internal import Geometry
internal import QPDF

/// A PDF that is compared.
struct PDFFile: Sendable {
    let path: String
    let pages: [PageContent]

    /// Reads what the pages hold. Throws `DiagnosticError` for what cannot be read, is no PDF, is damaged or locked.
    init(path: String) throws(DiagnosticError) {
        do {
            let file = try OpenFile(path: path)
            pages = try PDFPages.read(descriptor: file.descriptor)
        } catch let error as QPDFError {
            throw DiagnosticError(Self.diagnostic(error, path: path))
        } catch {
            throw DiagnosticError(Diagnostic(.missingInput, "\(error)"))
        }
        self.path = path
    }

    private static func diagnostic(_ error: QPDFError, path: String) -> Diagnostic {
        let place = Place(file: path)
        switch error.kind {
        case .needsPassword:
            return Diagnostic(
                .error, at: place, "it is locked with a password",
                hint: "make a copy that needs none: 'qpdf --password=… --decrypt in.pdf out.pdf'")
        case .damaged:
            return Diagnostic(
                .error, at: place, "it is no PDF, or a damaged one: \(Quotation.quoted(error.message, limit: 120))",
                hint: "'qpdf --check' says more; make it again if you can")
        case .other:
            return Diagnostic(.error, at: place, "it cannot be read: \(Quotation.quoted(error.message, limit: 120))")
        }
    }

    func size(_ page: Int) -> Size { Size(width: .pt(pages[page].width), height: .pt(pages[page].height)) }
}
