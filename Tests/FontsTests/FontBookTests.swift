import Diagnostics
import DisplayList
import FileAccess
import Fonts
import Foundation
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
            "en Arab regular NotoNaskhArabic-Regular", "bg Cyrl bold Manrope-Bold", "sr Cyrl regular Andika",
            "sr-Latn Latn regular Andika", "az-Arab Arab regular NotoNaskhArabic-Regular",
            "pa-Arab Arab regular NotoNastaliqUrdu-Regular", "pa Guru regular NotoSansGurmukhi-Regular",
            "pa Arab regular NotoNastaliqUrdu-Regular", "ks Arab regular NotoNastaliqUrdu-Regular",
            "ks-Deva Deva regular NotoSansDevanagari-Regular", "mn-Mong Mong regular NotoSansMongolian-Regular",
            "mn Cyrl regular Andika", "zh-HK Hani regular NotoSansCJKjp-Regular",
            "und Hani regular NotoSansCJKjp-Regular",
            "und Thai regular NotoLoopedThai-Regular", "xyz-Latn Latn regular Andika",
            "ttq-Tfng Tfng regular NotoSansTifinaghTawellemmet-Regular", "zgh Tfng regular NotoSansTifinagh-Regular",
            "en Zsye bold NotoColorEmoji", "ff-Adlm Adlm bold NotoSansAdlam-Bold",
            "nqo Nkoo regular NotoSansNKo-Regular",
            "sat Olck bold NotoSansOlChiki-Bold", "mni-Mtei Mtei regular NotoSansMeeteiMayek-Regular",
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
        let licence = book.diagnostics.first { $0.isError }
        #expect(licence?.hint?.contains("take the file out of the folder") == true)
        for name in try Files.list(folder) { Files.remove(Paths.join(folder, name)) }
    }

    /// name in the pinned fonts; language and script; whether the same font, dropped in under another name, sets it
    static let ownFonts: [(String, String, String, Bool)] = [
        ("KleeOne-Regular", "ja", "Hira", true),  // its code pages say Japanese
        ("KleeOne-Regular", "zh", "Hani", false),
        ("KleeOne-Regular", "ja", "Latn", true),
        ("KleeOne-Regular", "en", "Latn", false),  // its Latin is for Japanese texts
        ("NotoNaskhArabic-Regular", "fa", "Arab", true),
        ("NotoNaskhArabic-Regular", "ur", "Arab", false),  // a rule names Urdu; the font does not
        ("NotoNastaliqUrdu-Regular", "ur", "Arab", true),
        ("NotoNastaliqUrdu-Regular", "ar", "Arab", false),
        ("NotoSans-Regular", "en", "Latn", true),
        ("NotoSans-Regular", "el", "Grek", true),
        ("NotoSans-Regular", "th", "Thai", false),
        ("NotoColorEmoji", "en", "Zsye", true),
        ("NotoColorEmoji", "en", "Latn", false),
    ]

    @Test("A dropped font sets what its file says that it is made for", arguments: ownFonts)
    func natures(_ file: String, _ language: String, _ script: String, _ isUsed: Bool) throws {
        let folder = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(folder) }
        let own = Paths.join(folder, "Mine.ttf")
        try FileManager.default.createSymbolicLink(
            atPath: own, withDestinationPath: Paths.join(Self.debian, "\(file).ttf"))
        let first = try book([folder]).candidates(
            language: language, script: try #require(Script(script)), weight: .regular
        ).first
        #expect((first?.reference.file == own) == isUsed)
        Files.remove(own)
    }

    @Test("A user's choice file lies over the project's: its rules come first, the others stay")
    func overlay() throws {
        let folder = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(folder) }
        let file = Paths.join(folder, "fonts.json")
        let rule =
            #"{"why": "Mine.", "for": ["fr"], "regular": ["NotoSans-Regular.ttf"], "bold": ["NotoSans-Bold.ttf"]}"#
        try write(Array(#"{"version": 1, "rules": [\#(rule)]}"#.utf8), file)
        let book = try FontBook(choiceFile: Self.choiceFile, overlays: [file], folders: [folder, Self.debian])
        #expect(try first(book, "fr", "Latn") == "NotoSans-Regular")
        #expect(try first(book, "fr-CA", "Latn", .bold) == "NotoSans-Bold")
        #expect(try first(book, "en", "Latn") == "Andika")
        let candidates = book.candidates(language: "fr", script: .latin, weight: .regular)
        let reason = candidates.reason(for: try #require(candidates.first))
        #expect(reason == FontReason(kind: .rule, tags: ["fr"], why: "Mine.", file: file, line: 1))
        #expect(book.diagnostics.isEmpty)
        try write(Array(#"{"version": 1, "rules": [{"for": ["fr"], "regular": ["Gone.ttf"]}]}"#.utf8), file)
        let error = #expect(throws: DiagnosticError.self) {
            try FontBook(choiceFile: Self.choiceFile, overlays: [file], folders: [folder, Self.debian])
        }
        #expect(error?.diagnostics.first?.message.contains("'Gone.ttf'") == true)
        #expect(error?.diagnostics.first?.place?.file == file)
        Files.remove(file)
    }

    @Test(
        "A variable font has the weight that is asked for, a named instance, or a place on its axes",
        arguments: [
            // what the rule says; widths of the letter's ink in regular and bold text
            ("Boxes.ttf", 200, 440), ("Boxes.ttf@Black", 600, 600), ("Boxes.ttf@wght=650", 400, 400),
            ("Boxes.ttf@wght=5000", 600, 600), ("Boxes.ttf@regular", 200, 200),
        ])
    func variable(_ name: String, _ regular: Int, _ bold: Int) throws {
        let folder = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(folder) }
        let (font, rules) = (Paths.join(folder, "Boxes.ttf"), Paths.join(folder, "fonts.json"))
        try write(VariableFont.bytes(), font)
        try write(Array(#"{"version": 1, "rules": [{"for": ["en"], "regular": ["\#(name)"]}]}"#.utf8), rules)
        let book = try FontBook(choiceFile: Self.choiceFile, overlays: [rules], folders: [folder, Self.debian])
        let fonts = try [FontWeight.regular, .bold].map { weight in
            try #require(
                book.candidates(language: "en", script: .latin, weight: weight)
                    .font(covering: "A".unicodeScalars, withLastResort: false))
        }
        #expect(fonts.map { $0.face.inkBox(of: 1).map { $0.right - $0.left } } == [regular, bold])
        // Where the places are the same the font is too, so that a file embeds it once.
        #expect((fonts[0] === fonts[1]) == (regular == bold))
        #expect(fonts[0].reference.variations.isEmpty == (regular == 200))
        #expect((fonts[0].reference == fonts[1].reference) == (regular == bold))
        for file in [font, rules] { Files.remove(file) }
    }

    @Test(
        "What a font does not have is told with what it has",
        arguments: [
            ("Boxes.ttf@Fat", "it has no instance 'Fat', but Regular, Black"),
            ("Boxes.ttf@wdth=80", "it has no axis 'wdth', but wght"),
            ("NotoSans-Regular.ttf@wght=80", "it is not variable and has no axis 'wght'"),
        ])
    func noInstance(_ name: String, _ reason: String) throws {
        let folder = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(folder) }
        let (font, rules) = (Paths.join(folder, "Boxes.ttf"), Paths.join(folder, "fonts.json"))
        try write(VariableFont.bytes(), font)
        let rule = #"{"for": ["en"], "regular": ["\#(name)", "Boxes.ttf"]}"#
        try write(Array(#"{"version": 1, "rules": [\#(rule)]}"#.utf8), rules)
        let book = try FontBook(choiceFile: Self.choiceFile, overlays: [rules], folders: [folder, Self.debian])
        _ = book.candidates(language: "en", script: .latin, weight: .regular).first
        #expect(book.diagnostics.map(\.message) == ["the font is left out: \(reason)"])
        for file in [font, rules] { Files.remove(file) }
    }

    @Test("Each rule has its reason, and each file it names is fetched and pinned")
    func data() throws {
        let rules = String(decoding: try Files.read(Self.choiceFile), as: UTF8.self).split(separator: "\n")
        #expect(rules.count { $0.contains("\"why\": \"") } == rules.count { $0.contains("\"regular\":") })
        let packages = String(decoding: try Files.read(Paths.join(Self.folder, "packages.txt")), as: UTF8.self)
        let sums = String(decoding: try Files.read(Paths.join(Self.folder, "SHA256SUMS")), as: UTF8.self)
        let names = rules.flatMap { $0.split(separator: "\"") }.map { $0.prefix { $0 != "#" } }
            .filter { $0.hasSuffix(".ttf") || $0.hasSuffix(".ttc") }
        #expect(names.count > 400)
        for name in Set(names) {
            #expect(packages.contains("/\(name)\n"), "\(name)")
            #expect(sums.contains("  \(name)\n"), "\(name)")
        }
    }

    @Test("A pinned file is told from another of its name")
    func pinned() throws {
        let pinned = PinnedFonts(file: Paths.join(Self.folder, "SHA256SUMS"))
        let ogham = Paths.join(Self.debian, "NotoSansOgham-Regular.ttf")
        #expect(pinned.isPinned(ogham) == true)
        #expect(pinned.isPinned(Paths.join(Self.folder, "fetch")) == nil)
        let folder = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(folder) }
        let other = Paths.join(folder, "NotoSansOgham-Regular.ttf")
        // Lengths on both sides of where the last block begins.
        for length in [54, 55, 56, 63, 64, 65] {
            try write([UInt8](repeating: 0x61, count: length), other)
            #expect(pinned.isPinned(other) == false)
        }
        Files.remove(other)
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
