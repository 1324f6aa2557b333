internal import Diagnostics
internal import FileAccess
internal import Subprocess

/// Pages of a PDF as pixels: drawn by poppler's `pdftoppm`, a program of its own.
struct PageRendering: Sendable {
    /// Pixels of a page at the most.
    static let mostPixels = 120_000_000
    private static let program = "pdftoppm"

    let dpi: Double

    /// Draws pages in a row, numbered from 0, and hands them one after the other to `body`. Throws `DiagnosticError`
    /// where there is no `pdftoppm` or it cannot draw the file, or what `body` throws.
    func withPages<Result: Sendable>(
        _ numbers: ClosedRange<Int>, of file: String, _ body: (inout Pages) async throws -> Result
    ) async throws -> Result {
        let arguments = [
            "-r", "\(dpi)", "-cropbox", "-f", "\(numbers.lowerBound + 1)", "-l", "\(numbers.upperBound + 1)",
            // A name that begins with a hyphen is no option.
            file.hasPrefix("-") ? "./" + file : file,
        ]
        do {
            let outcome = try await Subprocess.run(
                .name(Self.program), arguments: Arguments(arguments), input: .none, output: .sequence, error: .sequence
            ) { execution in
                let errors = execution.standardError
                async let told = Self.firstLines(of: errors)
                var pages = Pages(reader: PixmapReader(execution.standardOutput))
                let result: Swift.Result<Result, any Error>
                do {
                    result = .success(try await body(&pages))
                } catch {
                    result = .failure(error)
                    // Nobody reads on, and the child would wait for that for ever.
                    try? execution.send(signal: .kill)
                }
                return (result, pages.hasEnded, await told)
            }
            let (result, hasEnded, told) = outcome.closureResult
            if hasEnded {
                throw DiagnosticError(
                    Diagnostic(
                        .error, at: Place(file: file),
                        "its pages cannot be drawn\(told.isEmpty ? "" : ": " + told)",
                        hint: "'qpdf --check' says what is wrong with the file"))
            }
            return try result.get()
        } catch let error as SubprocessError where error.code == .executableNotFound {
            throw Self.missingProgram
        }
    }

    static var missingProgram: DiagnosticError {
        DiagnosticError(
            Diagnostic(
                .missingInput, "pages are drawn by the program '\(program)', which is not here",
                hint: "install poppler: 'apt install poppler-utils', or 'brew install poppler' on macOS"))
    }

    /// Pages that are being drawn.
    struct Pages {
        fileprivate var reader: PixmapReader
        /// Whether a page was asked for that did not come.
        fileprivate(set) var hasEnded = false

        fileprivate init(reader: PixmapReader) {
            self.reader = reader
        }

        /// The next page. Throws where it does not come; ``PageRendering`` then says why.
        mutating func next() async throws -> RasterPixels {
            do {
                if let page = try await reader.next() { return page }
            } catch is PixmapReader.FormatError {}
            hasEnded = true
            throw CancellationError()
        }
    }

    /// The beginning of what the program complains of; read to its end, or the program would wait.
    private static func firstLines(of output: SubprocessOutputSequence) async -> String {
        var bytes: [UInt8] = []
        do {
            for try await part in output where bytes.count < 400 {
                part.withUnsafeBytes { bytes += $0.prefix(400) }
            }
        } catch {}
        let lines = String(decoding: bytes.prefix(400), as: UTF8.self).split(whereSeparator: \.isNewline)
        return lines.prefix(2).map { Quotation.quoted(String($0), limit: 120) }.joined(separator: ", ")
    }
}
