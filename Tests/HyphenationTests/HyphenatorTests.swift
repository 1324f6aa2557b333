import Diagnostics
import FileAccess
import Hyphenation
import Testing

/// With the files that `Hyphenation/fetch` puts beside the sources.
@Suite("Long words are parted where their language parts them")
struct HyphenatorTests {
    private static let folder = Paths.join(
        Paths.folder(of: Paths.folder(of: Paths.folder(of: #filePath))), "Hyphenation")

    /// One for all, so that each file is read once.
    private static let shared = Result {
        try Hyphenator(
            choiceFile: Paths.join(folder, "hyphenation.json"), folders: [Paths.join(folder, "debian")])
    }

    private func hyphenator() throws -> Hyphenator { try Self.shared.get() }

    private func parted(_ word: String, _ language: String, _ hyphenator: Hyphenator) -> String {
        let units = Array(word.utf16)
        let breaks = Set(hyphenator.breaks(in: units, language: language))
        var shown: [UInt16] = []
        for (at, unit) in units.enumerated() { shown += breaks.contains(at) ? [0x2D, unit] : [unit] }
        return String(decoding: shown, as: UTF16.self)
    }

    /// Words as the dictionaries of their languages part them.
    @Test(
        "One word",
        arguments: [
            ("de", "Donau-dampf-schiff-fahrts-ge-sell-schaft"), ("de", "Schmet-ter-ling"), ("de", "Bau-ar-bei-te-rin"),
            ("uk", "спорти-вний"), ("de-CH", "Regen-schirm"),
            ("en", "refrig-er-a-tor"), ("en-GB", "cater-pil-lar"), ("fr", "hip-po-po-tame"),
            ("pl", "hipo-po-tam"), ("ru", "холо-диль-ник"), ("el", "φλι-τζα-νάκια"),
            ("sr-Latn", "fri-ži-der-ski"), ("pt-BR", "hipo-pó-tamo"),
            ("hi", "विद्या-र्थियों"), ("th", "เครื่องหมายคำถาม"), ("ar", "المستشفيات"), ("ja", "コーヒーカップホルダー"),
        ])
    func words(_ language: String, _ wanted: String) throws {
        let hyphenator = try hyphenator()
        let word = wanted.filter { $0 != "-" }
        #expect(parted(word, language, hyphenator) == wanted)
        #expect(hyphenator.diagnostics.isEmpty, "run Hyphenation/fetch (or make setup)")
    }

    @Test("Large letters part like small ones; short words, other scripts and unknown languages do not part")
    func others() throws {
        let hyphenator = try hyphenator()
        #expect(parted("SCHMETTERLING", "de", hyphenator) == "SCHMET-TER-LING")
        #expect(parted("Wasser", "de", hyphenator) == "Wasser")
        #expect(parted("Schmetterling", "sr", hyphenator) == "Schmetterling")
        #expect(parted("Schmetterling", "zxx", hyphenator) == "Schmetterling")
        #expect(parted("Schmetterling", "", hyphenator) == "Schmetterling")
    }

    @Test("A break that would change letters is left alone")
    func changes() throws {
        let folder = try Files.makeTemporaryFolder()
        defer { Files.removeFolder(folder) }
        let choice = try Files.replace(
            "\(folder)/choice.json",
            with: Array(#"{"version": 1, "rules": [{"for": ["und-Latn"], "patterns": "p.dic"}]}"#.utf8))
        _ = try Files.replace("\(folder)/p.dic", with: Array("UTF-8\n% note\naa1b\ns1sz/sz=sz,1,3\nc1d\nc2dd\n".utf8))
        let hyphenator = try Hyphenator(choiceFile: choice, folders: [folder])
        #expect(parted("xaabxxxsszxxxcdxxx", "xx-Latn", hyphenator) == "xaa-bxxxsszxxxc-dxxx")
        #expect(parted("xaabxxxxxcddxxx", "xx-Latn", hyphenator) == "xaa-bxxxxxcddxxx")
    }

    @Test("The sign is the language's own")
    func sign() throws {
        let hyphenator = try hyphenator()
        #expect(hyphenator.hyphen(language: "de") == "\u{2010}")
        #expect(hyphenator.hyphen(language: "hy") == "\u{58A}")
        #expect(hyphenator.hyphen(language: "iu-Cans") == "\u{1400}")
    }

    @Test("A file of patterns that is not there is told, with what to do")
    func missing() throws {
        let hyphenator = try Hyphenator(
            choiceFile: Paths.join(Self.folder, "hyphenation.json"), folders: [])
        #expect(parted("Schmetterling", "de", hyphenator) == "Schmetterling")
        #expect(hyphenator.diagnostics.map(\.hint) == ["run 'make setup', which fetches the patterns"])
    }
}
