import Foundation
import Testing

@Suite("capprint fonts, and emoji on paper")
struct FontsTests {
    private func deck(_ folder: TemporaryFolder, _ words: [String: String]) throws -> String {
        let art = #"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><circle cx="5" cy="5" r="4"/></svg>"#
        _ = try folder.write("cat.svg", art)
        let card: [String: Any] = ["id": "cat", "words": words, "sticker": "cat.svg"]
        let deck: [String: Any] = [
            "version": 1, "id": "d", "link": "https://example.org/", "languages": words.keys.sorted(), "cards": [card],
        ]
        let json = try JSONSerialization.data(withJSONObject: deck, options: .sortedKeys)
        return try folder.write("deck.json", String(decoding: json, as: UTF8.self))
    }

    @Test("Emoji come back from the PDF as they were written, and are pictures of the font's own size")
    func emoji() throws {
        let folder = try TemporaryFolder()
        let words = [
            "en": "cat🐱", "de": "👩🏽‍🚀 Frau", "fr": "🇫🇷🏴󠁧󠁢󠁥󠁮󠁧󠁿", "es": "1️⃣ ❤️ ❤︎", "he": "טוב 🇫🇷 לי", "ar": "قط 👨‍👩‍👧‍👦",
        ]
        let result = try Program.capprint(
            "--template", "large", "-o", folder.path("d.pdf"), try deck(folder, words))
        #expect(result.errors == "")
        let marked = try Program.tool("pdftotext", folder.path("d.pdf"), "-").text
        let text = String(
            String.UnicodeScalarView(marked.unicodeScalars.filter { !(0x202A...0x202E).contains($0.value) }))
        for emoji in ["cat🐱", "👩🏽‍🚀", "🇫🇷🏴󠁧󠁢󠁥󠁮󠁧󠁿", "1️⃣ ❤️ ❤︎", "טוב 🇫🇷 לי", "👨‍👩‍👧‍👦"] {
            #expect(text.utf8.contains(emoji.utf8), "\(emoji)")
        }
        let images = try Program.tool("pdfimages", "-list", folder.path("d.pdf")).text
        #expect(images.split(separator: "\n").count { $0.contains(" image ") && $0.contains(" 136   128 ") } >= 7)
        #expect(try Program.tool("qpdf", "--check", folder.path("d.pdf")).status == 0)
    }

    @Test("The user's own language changes nothing, not even for languages that ICU does not know")
    func locale() throws {
        let folder = try TemporaryFolder()
        let file = try deck(folder, ["en": "cat", "ban": "miong", "lif-Limb": "ᤕᤠᤰ"])
        let results = try ["C", "fr_FR.UTF-8", "ja_JP.UTF-8"].map { locale in
            let output = folder.path("\(locale).pdf")
            #expect(
                try Program.capprint(
                    "-t", "talking", "-o", output, file, environment: ["LC_ALL": locale, "LANG": locale]
                )
                .status == 0)
            return try Data(contentsOf: URL(filePath: output))
        }
        #expect(results[0] == results[1])
        #expect(results[0] == results[2])
    }

    @Test("A table says which font sets which language, and why")
    func table() throws {
        let folder = try TemporaryFolder()
        let file = try deck(folder, ["en": "cat", "ru": "кот", "he": "חתול 7"])
        let result = try Program.capprint("fonts", file)
        #expect(result.status == 0)
        #expect(result.errors == "")
        let rows = result.text.split(separator: "\n").map { $0.split(separator: " ").joined(separator: " ") }
        #expect(rows[0] == "language letters font file texts why")
        #expect(rows[1] == "en English Latin Andika Bold Andika-Bold.ttf 1 1")
        #expect(rows.contains("he Hebrew Hebrew Noto Sans Hebrew Regular NotoSansHebrew-Regular.ttf 1 2"))
        #expect(rows.contains("חתול 7: Noto Sans Hebrew Regular lacks 7 (U+0037)"))
        #expect(rows.contains { $0.hasPrefix("1 Andika is drawn for learning to read") })
        #expect(!result.text.contains("Note:"))
    }

    @Test("The same for programs, with a user's own choice and another version of a font")
    func json() throws {
        let folder = try TemporaryFolder()
        let fonts = try TemporaryFolder()
        let rule = #"{"why": "Mine.", "for": ["en"], "regular": ["NotoSansOgham-Regular.ttf", "Andika-Regular.ttf"]}"#
        _ = try fonts.write("fonts.json", #"{"version": 1, "rules": [\#(rule)]}"#)
        let pinned = Program.root.appending(path: "Fonts/debian/Andika-Regular.ttf")
        try (Data(contentsOf: pinned) + [0]).write(to: fonts.url.appending(path: "Andika-Regular.ttf"))
        let file = try deck(folder, ["en": "cat", "fr": "\u{F0001}"])
        let result = try Program.capprint("fonts", "--format", "json", "--fonts", fonts.url.path, file)
        #expect(result.status == 65)
        let report = try #require(JSONSerialization.jsonObject(with: result.output) as? [String: Any])
        let entry = try #require((report["fonts"] as? [[String: Any]])?.first)
        #expect(entry["font"] as? String == "Andika")
        #expect(entry["is_tested_version"] as? Bool == false)
        #expect((entry["choice"] as? [String: Any])?["why"] as? String == "Mine.")
        let missing = try #require((report["missing"] as? [[String: Any]])?.first)
        #expect((missing["characters"] as? [[String: String]])?.first?["number"] == "U+F0001")
        let text = try Program.capprint("fonts", "--fonts", fonts.url.path, file).text
        #expect(text.contains("No font has"))
        #expect(text.contains("is not the version that capprint is tested with"))
    }
}

extension String.UTF8View {
    /// Whether the bytes occur: texts are compared as they are, not by canonical equivalence.
    fileprivate func contains(_ other: String.UTF8View) -> Bool { Array(self).firstRange(of: Array(other)) != nil }
}
