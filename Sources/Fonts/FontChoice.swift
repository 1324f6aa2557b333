internal import Diagnostics
internal import JSONSource

/// A choice file: rules by language and script, and the last resort.
struct FontChoice: Sendable {
    var rules: [FontRule] = []
    var others = FontRule(tags: [], why: "", regular: [], bold: [])
    /// Warnings about the file.
    var warnings: [Diagnostic] = []

    /// Every face that is named, in order of mention.
    var faces: [FaceName] { (rules + [others]).flatMap { $0.regular + $0.bold } }

    /// Reads the file's content. Throws all that is wrong with it.
    ///
    /// - Parameter isOverlay: Whether the file only adds to another one and may leave out what that has.
    init(_ bytes: [UInt8], file: String, isOverlay: Bool = false) throws(DiagnosticError) {
        let document = try JSONParser.parse(bytes, file: file)
        var reader = ObjectReader(document, file: file)
        _ = reader.string("$schema")
        _ = reader.integer("version", in: 1...1, required: true)
        rules = reader.objects("rules", required: !isOverlay, FontChoice.readRule) ?? []
        others = reader.object("others", required: !isOverlay) { FontChoice.readFaces(&$0, tags: []) } ?? others
        reader.finish()
        if reader.diagnostics.contains(where: \.isError) { throw DiagnosticError(reader.diagnostics) }
        warnings = reader.diagnostics
    }

    private static func readRule(_ reader: inout ObjectReader) -> FontRule {
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
        let why = reader.string("why")?.0 ?? ""
        let regular = readNames(&reader, "regular", required: true) ?? []
        let bold = readNames(&reader, "bold", required: false) ?? regular
        reader.finish()
        return FontRule(
            tags: tags, why: why, regular: regular, bold: bold, file: reader.file, line: Int(reader.source.line))
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
                        "a name without folders that ends in .ttf, .otf, .ttc or .otc; then '#1' for a collection's second face, '@SemiBold' or '@wght=600' for a variable font"
                )
            }
        }
        return names
    }
}
