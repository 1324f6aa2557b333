internal import Diagnostics
internal import FileAccess
internal import Prepress
internal import Proofing
public import Snapshots

/// How something of the project's own looks, as a file in `Tests/References`.
///
/// Compared and told by the engine of `capprint snapshot`. `make accept` writes all of them anew.
public struct KeptReference {
    /// From the project's root: `Tests/References/sheets.snapshot`.
    public let path: String
    /// Where a page about what differs is left: `Output/sheets.html`.
    public let report: String
    private let noun: String

    public static let root = Paths.folder(of: Paths.folder(of: Paths.folder(of: #filePath)))
    /// The one step that takes everything over.
    public static let acceptCommand = "make accept"

    /// - Parameter noun: what each entry is called in sentences.
    public init(_ name: String, noun: String = "card") {
        self.noun = noun
        path = "Tests/References/\(name).snapshot"
        report = "Output/\(name).html"
    }

    /// Whether what differs is to be taken over.
    public static var accepts: Bool { Environment.value("CAPPRINT_ACCEPT") != nil }

    /// What differs, in words, and what to do about it; nil where nothing does, and where it was taken over.
    ///
    /// Throws `DiagnosticError` where the reference is damaged or may not be written, `FileError` where it cannot be.
    public func difference(to new: Reference) throws -> String? {
        let file = Paths.join(Self.root, path)
        if Self.accepts {
            guard Environment.value("CI") == nil else {
                throw DiagnosticError(
                    Diagnostic(
                        .wrongUse, "references are not changed in continuous integration (CI is set)",
                        hint: "run '\(Self.acceptCommand)' on your own machine, look at git diff, and commit it"))
            }
            _ = try Files.replace(file, with: Array(ReferenceWriter.text(new).utf8))
            return nil
        }
        guard FileStatus(path: file) != nil else {
            return "there is no \(path): run '\(Self.acceptCommand)', look at the file, and commit it"
        }
        let old = try ReferenceReader.read(try Files.read(file, limit: 1 << 24), file: path)
        let comparison = ReferenceComparison.compare(old, new, rules: ComparisonRules())
        guard !comparison.isSame else { return nil }
        let difference = ProofReport(
            title: path, oldName: "reference", newName: "now",
            items: comparison.cards.map { ProofItem($0, place: Place(file: path)) }, same: comparison.sameCards,
            noun: noun, notes: comparison.notes, acceptCommand: Self.acceptCommand)
        var page: [UInt8] = []
        HTMLReport.write(difference) { page += Array($0.utf8) }
        _ = try Files.replace(Paths.join(Self.root, report), with: page)
        return "\(TextReport.text(difference))as a page: \(report)"
    }
}
