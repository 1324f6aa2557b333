internal import CardLayout
internal import FileAccess
internal import Fonts
internal import Hyphenation
internal import Typesetting

/// What capprint's typesetting makes of texts, for `Benchmarks/conformance/run`; no part of what is installed.
@main
struct TypesettingProbe {
    static let usage = """
        typesetting-probe unicode UCD            judges by Unicode's test files; JSON
        typesetting-probe set HOME < LINES       sets each line, "language<TAB>text"; a line of JSON for each
        typesetting-probe boxes HOME < LINES     fits each line into the boxes of a template and looks at the ink; JSON
        typesetting-probe speed HOME < LINES     sets all lines, cold and warm; JSON
        UCD: folder of the Unicode Character Database. HOME: capprint's folder.

        """

    static func main() throws {
        let arguments = CommandLine.arguments.dropFirst()
        guard let command = arguments.first, let folder = arguments.dropFirst().first else {
            Output.write(usage, to: Output.standardError)
            return
        }
        switch command {
        case "unicode": try UnicodeReport.write(folder)
        case "set": SetLines.write(try typesetter(fonts(folder), folder))
        case "boxes": InkReport.write(try typesetter(fonts(folder), folder), try templates(folder))
        case "speed": try SpeedReport.write(open: { try fonts(folder) }) { try typesetter($0, folder) }
        default: Output.write(usage, to: Output.standardError)
        }
    }

    private static func typesetter(_ fonts: FontBook, _ home: String) throws -> Typesetter {
        let folder = Paths.join(home, "Hyphenation")
        return Typesetter(
            fonts: fonts,
            hyphenator: try Hyphenator(
                choiceFile: Paths.join(folder, "hyphenation.json"), folders: [Paths.join(folder, "debian")]))
    }

    private static func templates(_ home: String) throws -> [Template] {
        let library = TemplateLibrary(folders: [Paths.join(home, "Templates")])
        return try ["classic", "mini"].map { try library.template($0) }
    }

    private static func fonts(_ home: String) throws -> FontBook {
        let folder = Paths.join(home, "Fonts")
        return try FontBook(
            choiceFile: Paths.join(folder, "fonts.json"), folders: [folder, Paths.join(folder, "debian")])
    }
}
