import Diagnostics
import DisplayList
import FileAccess
import Fonts
import HarfBuzz
import ICU
import Testing

@Suite("The font book takes the fonts that its files name, and the user's")
struct FontBookTests {
    static let folder = Paths.join(
        Paths.folder(of: Paths.folder(of: Paths.folder(of: #filePath))), "Fonts")
    static let debian = Paths.join(folder, "debian")
    static let choiceFile = Paths.join(folder, "fonts.json")

    private func book(_ user: [String] = []) throws -> FontBook {
        try #require(
            FileStatus(path: Paths.join(Self.debian, "Andika-Regular.ttf")) != nil,
            "the fonts are not there: run Fonts/fetch (or make setup)")
        return try FontBook(choiceFile: Self.choiceFile, folders: user + [Self.debian])
    }

    private func first(
        _ book: FontBook, _ language: String, _ script: String, _ weight: FontWeight = .regular
    ) throws -> String? {
        book.candidates(language: language, script: try #require(Script(script)), weight: weight).first?.reference.name
    }

    @Test(
        "Language and script choose",
        arguments: [
            "en Latn regular Andika", "en Latn bold Andika-Bold", "ru Cyrl regular Andika",
            "el Grek regular NotoSans-Regular",
            "ja Hira regular KleeOne-Regular", "ja Hani bold KleeOne-SemiBold", "ja Latn regular Andika",
            "zh Hani regular NotoSansCJKjp-Regular", "ko Hang bold NotoSansCJKjp-Bold",
            "ar Arab regular NotoNaskhArabic-Regular", "ur Arab regular NotoNastaliqUrdu-Regular",
            "ur Latn regular Andika", "fa Arab bold NotoNaskhArabic-Bold", "th Thai regular NotoLoopedThai-Regular",
            "bo Tibt regular NotoSerifTibetan-Regular", "hi Deva bold NotoSansDevanagari-Bold",
            "en Arab regular NotoNaskhArabic-Regular",
        ])
    func choice(_ line: String) throws {
        let parts = line.split(separator: " ").map(String.init)
        let weight = try #require(FontWeight(rawValue: parts[2]))
        #expect(try first(book(), parts[0], parts[1], weight) == parts[3])
    }

    @Test("A missing choice file and missing fonts say what to do")
    func missing() throws {
        for (choice, folders) in [("/nowhere/fonts.json", [Self.debian]), (Self.choiceFile, ["/nowhere"])] {
            let error = #expect(throws: DiagnosticError.self) { try FontBook(choiceFile: choice, folders: folders) }
            let diagnostic = try #require(error?.diagnostics.first)
            #expect(diagnostic.severity == .missingInput)
            #expect(diagnostic.hint?.contains("make setup") == true)
        }
    }

    @Test(
        "A user's font comes first where it has the characters; a damaged one is left out and named; a restricted one stops"
    )
    func userFonts() throws {
        let folder = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(folder) }
        let runes = try Files.read(Paths.join(Self.debian, "NotoSansDevanagari-Bold.ttf"))
        try write(runes, Paths.join(folder, "Mine.ttf"))
        try write(Array(runes.prefix(runes.count / 2)), Paths.join(folder, "Half.ttf"))
        try write(Array("no font at all".utf8), Paths.join(folder, "Text.otf"))
        try write(restricted(runes), Paths.join(folder, "Secret.ttf"))
        let book = try book([folder])
        let candidates = book.candidates(language: "hi", script: try #require(Script("Deva")), weight: .regular)
        let chosen = candidates.font(covering: "क".unicodeScalars, withLastResort: false)
        #expect(chosen?.reference.file == Paths.join(folder, "Mine.ttf"))
        #expect(
            candidates.font(covering: "я".unicodeScalars, withLastResort: true)?.reference.name
                != chosen?.reference.name)
        #expect(
            book.diagnostics.map { "\(Paths.name(of: $0.place?.file ?? "")): \($0.severity): \($0.message)" } == [
                "Half.ttf: warning: the font is left out: it is cut short",
                "Secret.ttf: error: the font cannot be used: its licence forbids embedding",
                "Text.otf: warning: the font is left out: it is no TrueType or OpenType font",
            ])
        for name in try Files.list(folder) { Files.remove(Paths.join(folder, name)) }
    }

    @Test("A file with a pinned font's name takes its place, and only that")
    func replaced() throws {
        let folder = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(folder) }
        try write(
            try Files.read(Paths.join(Self.debian, "NotoSans-Bold.ttf")), Paths.join(folder, "Andika-Regular.ttf"))
        let book = try book([folder])
        #expect(try first(book, "en", "Latn") == "NotoSans-Bold")
        #expect(try first(book, "el", "Grek") == "NotoSans-Regular")
        #expect(book.diagnostics.isEmpty)
        Files.remove(Paths.join(folder, "Andika-Regular.ttf"))
    }

    @Test("Every byte of a damaged font file is survived")
    func damaged() throws {
        let folder = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(folder) }
        let whole = try Files.read(Paths.join(Self.debian, "NotoSansOgham-Regular.ttf"))
        for cut in stride(from: 1, to: whole.count, by: 97) {
            var bytes = whole
            bytes[cut] ^= 0xFF
            try write(bytes, Paths.join(folder, "Damaged.ttf"))
            let candidates = try book([folder]).candidates(
                language: "en", script: try #require(Script("Ogam")), weight: .regular)
            if let font = candidates.font(covering: "\u{1681}".unicodeScalars, withLastResort: false) {
                let glyphs = font.face.shape(
                    [0x1681, 0x1682], range: 0..<2, script: 0x4F67_616D, language: "en", isRightToLeft: false)
                #expect(glyphs.count <= 64)
            }
        }
        Files.remove(Paths.join(folder, "Damaged.ttf"))
    }

    @Test("Two versions of a font have different hashes, the same file the same")
    func contentHash() throws {
        let one = try book().candidates(language: "en", script: .latin, weight: .regular).first?.reference
        let again = try book().candidates(language: "en", script: .latin, weight: .regular).first?.reference
        let bold = try book().candidates(language: "en", script: .latin, weight: .bold).first?.reference
        #expect(one?.contentHash == again?.contentHash)
        #expect(one?.contentHash != bold?.contentHash)
        #expect(one?.contentHash.count == 32)
    }

    /// The font with `fsType` set to 2, restricted licence.
    private func restricted(_ font: [UInt8]) throws -> [UInt8] {
        var font = font
        let tables = Int(font[4]) << 8 | Int(font[5])
        for record in (0..<tables).map({ 12 + 16 * $0 }) where Array(font[record..<record + 4]) == Array("OS/2".utf8) {
            let offset = font[record + 8..<record + 12].reduce(0) { $0 << 8 | Int($1) }
            font[offset + 8] = 0
            font[offset + 9] = 2
        }
        return font
    }

    private func write(_ bytes: [UInt8], _ path: String) throws {
        let file = try ReplacedFile(path: path)
        try file.write(bytes)
        try file.commit()
    }
}
