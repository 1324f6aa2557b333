import Foundation
import Testing

/// The shell script for continuous integration, as a user's repository of decks runs it.
@Suite("Samples/ci/capprint-ci.sh in a git repository of decks")
struct ContinuousIntegrationTests {
    /// A repository with one deck for each thing that changes, all with their snapshots committed.
    private struct Repository {
        let folder: TemporaryFolder

        init(_ decks: String...) throws {
            folder = try TemporaryFolder()
            for deck in decks {
                // Only one has words in the script whose font changes.
                _ = try folder.write("decks/\(deck)/deck.json", Self.deck(arabic: deck == "font"))
                _ = try folder.write("decks/\(deck)/art/cup.svg", Self.art(color: "#c33"))
                _ = try folder.write("decks/\(deck)/art/cat.svg", Self.art(color: "#e90"))
            }
            if decks.contains("template") {
                let classic = Program.root.appending(path: "Templates/classic.json")
                try FileManager.default.copyItem(
                    at: classic, to: folder.url.appending(path: "decks/template/card.json"))
            }
            try FileManager.default.createDirectory(
                at: folder.url.appending(path: "fonts"), withIntermediateDirectories: true)
            try putFont("NotoNaskhArabic-Regular.ttf")
            for deck in decks {
                let result = try Program.capprint(
                    ["snapshot", "record", "decks/\(deck)/deck.json", "--fonts", "fonts"]
                        + (deck == "template" ? ["--template", "decks/template/card.json"] : []),
                    in: folder.url, environment: ["CI": ""])
                try #require(result.status == 0, "\(result.text)\(result.errors)")
            }
            try git("init", "-q")
            try commit()
        }

        static func deck(arabic: Bool) -> String {
            """
            {"version": 1, "id": "kitchen", "languages": ["en", "fr", "ar"],
             "cards": [
              {"id": "cup", "words": {"en": "cup", "fr": "tasse"\(arabic ? #", "ar": "فنجان""# : "")}, "sticker": "art/cup.svg"},
              {"id": "cat", "words": {"en": "cat", "fr": "chat"}, "sticker": "art/cat.svg"},
              {"id": "tea", "words": {"en": "tea", "fr": "thé"}}
             ]}
            """
        }

        static func art(color: String) -> String {
            """
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100"><rect x="10" y="20" width="80" height="60" \
            rx="9" fill="\(color)"/></svg>
            """
        }

        /// Puts a pinned font into the repository under the name of the one that sets Arabic.
        func putFont(_ name: String) throws {
            let target = folder.url.appending(path: "fonts/NotoNaskhArabic-Regular.ttf")
            try? FileManager.default.removeItem(at: target)
            try FileManager.default.copyItem(at: Program.root.appending(path: "Fonts/debian/\(name)"), to: target)
        }

        func replace(_ old: String, with new: String, in file: String) throws {
            let text = try String(contentsOfFile: folder.path(file), encoding: .utf8)
            try #require(text.contains(old), "\(file) has no \(old)")
            _ = try folder.write(file, text.replacing(old, with: new))
        }

        func git(_ arguments: String...) throws {
            let identity = [
                "-c", "user.name=A teacher", "-c", "user.email=teacher@example.org", "-c", "commit.gpgsign=false",
            ]
            let result = try Program.tool("git", ["-C", folder.url.path] + identity + arguments)
            try #require(result.status == 0, "\(result.errors)")
        }

        func commit() throws {
            try git("add", "-A")
            try git("commit", "-q", "-m", "Decks")
        }

        /// What git would see as changed.
        func status() throws -> String {
            try Program.tool("git", ["-C", folder.url.path, "status", "--porcelain"]).text
        }

        func check(_ environment: [String: String] = [:]) throws -> Program.Result {
            try Program.script(
                "Samples/ci/capprint-ci.sh", ["-o", "out", "decks", "--", "--fonts", "fonts"], in: folder.url,
                environment: ["CI": "true", "GITHUB_ACTIONS": ""].merging(environment) { $1 })
        }

        func has(_ file: String) -> Bool { FileManager.default.fileExists(atPath: folder.path(file)) }
    }

    @Test("a word, a template, a font, a picture: each is found and named, and nothing else is; git sees no trace")
    func changes() throws {
        let repository = try Repository("font", "picture", "same", "template", "word")
        let before = try repository.check()
        #expect(before.status == 0, "\(before.text)\(before.errors)")
        #expect(before.text.hasSuffix("5 checked: 5 as before, 0 with differences, 0 that could not be checked\n"))
        #expect(!before.text.contains("card '"))
        #expect(try repository.status() == "")
        #expect(repository.has("out/decks/word/deck.junit.xml") && !repository.has("out/decks/word/deck.report.html"))

        // Nothing that is seen: order and space in JSON, another colour space of the same colour.
        try repository.replace(
            #""id": "cat", "words": {"en": "cat", "fr": "chat"}, "sticker": "art/cat.svg""#,
            with: #""sticker":"art/cat.svg","words":{"fr":"chat","en":"cat"},"id":"cat""#, in: "decks/same/deck.json")
        try repository.replace("#e90", with: "#ee9900", in: "decks/same/art/cat.svg")
        try repository.replace(#""fr": "tasse""#, with: #""fr": "bol""#, in: "decks/word/deck.json")
        try repository.replace("[5, 62, 53, 21.5]", with: "[5, 63, 53, 20.5]", in: "decks/template/card.json")
        try repository.replace("#e90", with: "#09e", in: "decks/picture/art/cat.svg")
        try repository.putFont("NotoSansArabic-Regular.ttf")
        try repository.commit()

        let after = try repository.check()
        #expect(after.status == 1, "\(after.text)\(after.errors)")
        #expect(try repository.status() == "")
        #expect(after.text.hasSuffix("5 checked: 1 as before, 4 with differences, 0 that could not be checked\n"))
        let told = told(after.text)
        #expect(told["same"] == [])
        #expect(told["word"] == ["card 'cup', back, fr: text tasse → bol"])
        let fonts = "font NotoNaskhArabic-Regular → NotoSansArabic-Regular"
        let arabic = told["font"] ?? []
        #expect(arabic.contains { $0.hasPrefix("card 'cup', back, ar: \(fonts)") }, "\(arabic)")
        #expect(arabic.allSatisfy { $0.hasPrefix("card 'cup', back, ar") && $0.contains(fonts) }, "\(arabic)")
        // The ground takes its colour from the sticker.
        let picture = (told["picture"] ?? []).map { $0.split(separator: ":")[0] }
        #expect(
            picture.sorted()
                == ["back, ground", "back, sticker", "front, ground", "front, sticker"].map { "card 'cat', \($0)" })
        // A card without a sticker is laid out otherwise.
        #expect(
            told["template"] == [
                "card 'cup', front, en: moved 0.5 mm down", "card 'cat', front, en: moved 0.5 mm down",
            ])

        for deck in ["font", "picture", "template", "word"] {
            for kind in ["junit.xml", "report.html", "sheet.png"] {
                #expect(repository.has("out/decks/\(deck)/deck.\(kind)"))
            }
        }
        #expect(!repository.has("out/decks/same/deck.report.html"))
        #expect(try String(contentsOfFile: repository.folder.path("out/summary.txt"), encoding: .utf8) == after.text)
    }

    @Test("a new card fails and is not recorded, a broken deck fails with its own status, GitHub is told the line")
    func newAndBroken() throws {
        let repository = try Repository("same", "word")
        try repository.replace(
            #"{"id": "tea""#, with: #"{"id": "pot", "words": {"en": "pot"}}, {"id": "tea""#, in: "decks/word/deck.json")
        try repository.replace(#""version": 1"#, with: #""version": 1,,"#, in: "decks/same/deck.json")
        try repository.commit()
        let result = try repository.check(["GITHUB_ACTIONS": "true"])
        #expect(result.status == 65, "\(result.text)\(result.errors)")
        #expect(result.text.contains("card 'pot' is new"))
        let broken = try String(
            contentsOfFile: repository.folder.path("out/decks/same/deck.junit.xml"), encoding: .utf8)
        #expect(broken.contains("errors=\"1\""), "\(broken)")
        #expect(result.text.contains("\n::error file=decks/same/deck.json,line=1,"), "\(result.text)")
        #expect(result.errors.components(separatedBy: "decks/same/deck.json:1:").count == 2, "\(result.errors)")
        #expect(
            result.text.contains("\n::error file=decks/word/deck.json,line=5,col=3,title=card 'pot' is new::"),
            "\(result.text)")
        #expect(result.errors.contains("decks/same/deck.json:1:"))
        #expect(result.text.hasSuffix("2 checked: 0 as before, 1 with differences, 1 that could not be checked\n"))
        #expect(try repository.status() == "")
    }

    @Test("a deck is a file whatever it is called, and a JUnit file that cannot be written fails the run")
    func names() throws {
        let folder = try TemporaryFolder()
        for name in ["-x", "::stop-commands::t"] {
            _ = try folder.write(
                "\(name).json", Repository.deck(arabic: false).replacing(/, "sticker": "[^"]*"/, with: ""))
            let recorded = try Program.capprint(
                ["snapshot", "record", "./\(name).json"], in: folder.url, environment: ["CI": ""])
            try #require(recorded.status == 0, "\(recorded.errors)")
        }
        func check() throws -> Program.Result {
            try Program.script(
                "Samples/ci/capprint-ci.sh", ["-o", "out", "."], in: folder.url,
                environment: ["CI": "true", "GITHUB_ACTIONS": "true"])
        }
        let result = try check()
        #expect(result.status == 0, "\(result.text)\(result.errors)")
        #expect(result.text.contains("deck ./-x.json\n"))
        #expect(result.text.contains("deck ./::stop-commands::t.json\n"))
        #expect(!result.text.split(separator: "\n").contains { $0.trimmingPrefix(/\ */).hasPrefix("::stop") })
        try FileManager.default.removeItem(atPath: folder.path("out/-x.junit.xml"))
        _ = try folder.write("out/-x.junit.xml/file", "in the way")
        #expect(try check().status == 73)
    }

    @Test("a folder without snapshots, or none at all, is a mistake and no success")
    func nothing() throws {
        let folder = try TemporaryFolder()
        let empty = try Program.script("Samples/ci/capprint-ci.sh", ["."], in: folder.url)
        #expect(empty.status == 66)
        #expect(empty.errors.contains("capprint snapshot record deck.json"))
        #expect(try Program.script("Samples/ci/capprint-ci.sh", ["no-such-folder"], in: folder.url).status == 66)
        #expect(try Program.script("Samples/ci/capprint-ci.sh", ["--sheet", "A4"], in: folder.url).status == 64)
        #expect(try Program.script("Samples/ci/capprint-ci.sh", ["--help"], in: folder.url).text.contains("REPORTS"))
    }

    /// The lines about cards, by deck.
    private func told(_ output: String) -> [String: [String]] {
        var told: [String: [String]] = [:]
        var deck = ""
        for line in output.split(separator: "\n") {
            if line.hasPrefix("deck "), line.hasSuffix("/deck.json") {
                deck = String(line.split(separator: "/")[1])
                told[deck] = []
            } else if line.contains("card '") {
                told[deck, default: []].append(line.trimmingCharacters(in: .whitespaces))
            }
        }
        return told
    }
}
