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

    /// What to tell of a page, numbered from 0, that is too large to be drawn; nil where it is not.
    func tooLarge(_ page: Int, dpi: Double) -> Diagnostic? {
        guard !pages[page].fits(dpi: dpi) else { return nil }
        return Diagnostic(
            .error, at: Place(file: path), "page \(page + 1) is too large to be drawn with \(Int(dpi)) pixels an inch",
            hint: "try a smaller --dpi")
    }
}

extension PageContent {
    /// Whether the page is not too large to be drawn.
    fileprivate func fits(dpi: Double) -> Bool {
        let pixels = (width / 72 * dpi + 1) * (height / 72 * dpi + 1)
        return width > 0 && height > 0 && pixels <= Double(PageRendering.mostPixels)
    }
}
