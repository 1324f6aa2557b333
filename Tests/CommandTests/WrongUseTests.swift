import Foundation
import Testing

@Suite("What the command line says when something is wrong")
struct WrongUseTests {
    private let sample = SampleDeckTests.deck

    @Test("wrong use is 64, and near misses are named")
    func wrongUse() throws {
        let option = try Program.capprint("--shet", "A4", sample)
        #expect(option.status == 64)
        #expect(option.errors.contains("Did you mean '--sheet'?"))
        #expect(try Program.capprint("--dpi", "many", sample).status == 64)
        #expect(try Program.capprint("--date", "2026-02-30", sample).status == 64)
        #expect(try Program.capprint("--jobs", "0", sample).status == 64)
        #expect(try Program.capprint("-o", "x.pdf", sample, sample).status == 64)
        #expect(try Program.capprint(sample, environment: ["SOURCE_DATE_EPOCH": "yesterday"]).status == 64)
    }

    @Test("a deck, card, template or paper that is not there is told with the nearest that is")
    func missing() throws {
        let deck = try Program.capprint(sample.replacing("deck.json", with: "dekc.json"))
        #expect(deck.status == 66)
        #expect(deck.errors.contains("deck.json'"))
        let subcommand = try Program.capprint("chek", sample)
        #expect(subcommand.status == 64)
        #expect(subcommand.errors.contains("Did you mean 'capprint check'?"))
        let template = try Program.capprint("--template", "clasic", sample)
        #expect(template.status == 66)
        #expect(template.errors.contains("did you mean 'classic'?"))
        let paper = try Program.capprint("--sheet", "Leter", sample)
        #expect(paper.status == 64)
        #expect(paper.errors.contains("Letter"))
        let card = try Program.capprint("preview", sample, "--card", "no-such-card", "-o", "-")
        #expect(card.status == 66)
    }

    @Test("a deck with mistakes is 65, all of them in one run, and an older file stays")
    func badDeck() throws {
        let folder = try TemporaryFolder()
        let deck = try folder.write(
            "deck.json",
            """
            {"version": 1, "id": "bad", "languages": ["en"], "link": "https://cards.example.org/",
             "cards": [
              {"id": "one", "words": {"en": "one"}, "sticker": "stickers/none.png"},
              {"id": "one", "words": {"en": "again"}},
              {"id": "three", "words": {"en": "\u{F0000}"}}
             ]}
            """)
        let output = try folder.write("cards.pdf", "older")
        let result = try Program.capprint(deck, "-o", output)
        #expect(result.status == 65)
        #expect(result.errors.contains("deck.json:3:"))
        #expect(result.errors.contains("no file 'stickers/none.png'"))
        #expect(result.errors.contains("card 'one'"))
        #expect(try String(contentsOfFile: output, encoding: .utf8) == "older")
    }

    @Test("a character that no font has names card, language and number")
    func missingCharacter() throws {
        let folder = try TemporaryFolder()
        let deck = try folder.write(
            "deck.json",
            """
            {"version": 1, "languages": ["en"], "link": "https://cards.example.org/",
             "cards": [{"id": "one", "words": {"en": "a\u{F0000}b"}}]}
            """)
        let result = try Program.capprint(deck, "-o", folder.path("cards.pdf"))
        #expect(result.status == 65)
        #expect(result.errors.contains("card 'one'"))
        #expect(result.errors.contains("U+F0000"))
        #expect(result.errors.contains("language en"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("cards.pdf")))
    }

    @Test("a place that cannot be written to is 73, and nothing is left there")
    func cannotWrite() throws {
        let folder = try TemporaryFolder()
        let result = try Program.capprint(sample, "-o", folder.path("no/such/folder/cards.pdf"))
        #expect(result.status == 73)
        #expect(result.errors.contains("no/such/folder"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    @Test("a full disk is 74: the older file stays, and nothing is left beside it")
    func fullDisk() throws {
        let folder = try TemporaryFolder()
        let output = try folder.write("cards.pdf", "older")
        // Prepared pictures fit; the finished file does not.
        #expect(
            try Program.capprint(sample, "-o", folder.path("whole.pdf"), "--cache", folder.path("cache")).status == 0)
        let result = try Program.capprint(
            limitedTo: 150, sample, "-o", output, "--cache", folder.path("cache"))
        #expect(result.status == 74, "\(result.errors)")
        #expect(try String(contentsOfFile: output, encoding: .utf8) == "older")
        let left = try FileManager.default.contentsOfDirectory(atPath: folder.url.path)
        #expect(left.sorted() == ["cache", "cards.pdf", "whole.pdf"])
    }

    @Test("a device is written to, never replaced; the deck's own files are refused")
    func devices() throws {
        let full = try Program.capprint(sample, "-o", "/dev/full")
        #expect(full.status == 74)
        let type = try FileManager.default.attributesOfItem(atPath: "/dev/full")[.type] as? FileAttributeType
        #expect(type == .typeCharacterSpecial)
        let folder = try TemporaryFolder()
        let deck = try folder.write(
            "deck.json",
            #"{"version": 1, "link": "https://cards.example.org/", "cards": [{"id": "one", "words": {"en": "one"}}]}"#)
        let own = try Program.capprint(deck, "-o", deck)
        #expect(own.status == 64)
        #expect(try String(contentsOfFile: deck, encoding: .utf8).contains("version"))
    }

    @Test("a report that cannot be written does not hide what is wrong with the deck")
    func unwritableReport() throws {
        let folder = try TemporaryFolder()
        let deck = try folder.write(
            "deck.json", #"{"version": 1, "cards": [{"id": "one", "words": {"en": "one"}, "sticker": "no.png"}]}"#)
        let result = try Program.capprint(
            deck, "-o", folder.path("cards.pdf"), "--report", folder.path("no/report.json"))
        #expect(result.errors.contains("no file 'no.png'"))
        #expect(result.errors.contains("report.json"))
        #expect(result.status != 0)
    }

    @Test("a card that cannot fit says what would")
    func doesNotFit() throws {
        let result = try Program.capprint("--sheet", "10x15", "--template", "large", sample)
        #expect(result.status == 64)
        #expect(result.errors.contains("classic"))
        #expect(result.errors.contains("5x7"))
    }

    @Test("check writes nothing")
    func check() throws {
        let folder = try TemporaryFolder()
        let result = try Program.capprint("check", sample, in: folder.url)
        #expect(result.status == 0)
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).isEmpty)
    }

    @Test("templates are listed with a line each")
    func templates() throws {
        let lines = try Program.capprint("templates").text.split(separator: "\n")
        #expect(lines.count >= 4)
        #expect(lines.contains { $0.hasPrefix("classic") && $0.contains("63 × 88 mm") })
    }
}
