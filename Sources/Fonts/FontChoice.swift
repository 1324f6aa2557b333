internal import Diagnostics
internal import JSONSource

/// The choice file: rules by language and script, and the last resort.
struct FontChoice: Sendable {
    var rules: [FontRule] = []
    var others = FontRule(tags: [], regular: [], bold: [])
    /// Warnings about the file.
    var warnings: [Diagnostic] = []

    /// Every file that is named, in order of first mention.
    var files: [String] {
        var seen: Set<String> = []
        return (rules + [others]).flatMap { $0.regular + $0.bold }.map(\.file).filter { seen.insert($0).inserted }
    }

    /// Reads the file's content. Throws all that is wrong with it.
    init(_ bytes: [UInt8], file: String) throws(DiagnosticError) {
        let document = try JSONParser.parse(bytes, file: file)
        var reader = ObjectReader(document, file: file)
        _ = reader.string("$schema")
        _ = reader.integer("version", in: 1...1, required: true)
        rules = reader.objects("rules", required: true, FontChoice.readRule) ?? []
        others =
            reader.object("others", required: true) { FontChoice.readFaces(&$0, tags: []) } ?? others
        reader.finish()
        if reader.diagnostics.contains(where: \.isError) { throw DiagnosticError(reader.diagnostics) }
        warnings = reader.diagnostics
    }

    private static func readRule(_ reader: inout ObjectReader) -> FontRule {
        _ = reader.string("why")
        var tags: [FontTag] = []
        for (text, value) in reader.strings("for", required: true)?.0 ?? [] {
            if let tag = FontTag(text) {
                tags.append(tag)
            } else {
                reader.report(
                    at: value, "for", "'\(text)' is no language tag", hint: "such as 'ja', 'zh-Hant' or 'und-Latn'")
            }
        }
        return readFaces(&reader, tags: tags)
    }

    private static func readFaces(_ reader: inout ObjectReader, tags: [FontTag]) -> FontRule {
        let regular = readNames(&reader, "regular", required: true) ?? []
        let bold = readNames(&reader, "bold", required: false) ?? regular
        reader.finish()
        return FontRule(tags: tags, regular: regular, bold: bold)
    }

    private static func readNames(_ reader: inout ObjectReader, _ name: String, required: Bool) -> [FaceName]? {
        guard let texts = reader.strings(name, required: required)?.0 else { return nil }
        var names: [FaceName] = []
        for (text, value) in texts {
            if let face = FaceName(text) {
                names.append(face)
            } else {
                reader.report(
                    at: value, name, "'\(text)' is no font file's name",
                    hint:
                        "a name without folders that ends in .ttf, .otf, .ttc or .otc, and '#1' for a collection's second face"
                )
            }
        }
        return names
    }
}
