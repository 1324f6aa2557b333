import Foundation
import Testing

@Suite("The sample deck, printed as a user prints it")
struct SampleDeckTests {
    static let deck = Program.root.appending(path: "Samples/garden-tea/deck.json").path

    struct Deck: Decodable {
        struct Word: Decodable {
            var text: String

            init(from decoder: any Decoder) throws {
                if let text = try? decoder.singleValueContainer().decode(String.self) {
                    self.text = text
                } else {
                    text = try decoder.container(keyedBy: Keys.self).decode(String.self, forKey: .text)
                }
            }

            enum Keys: String, CodingKey { case text }
        }

        struct Card: Decodable {
            var id: String
            var words: [String: Word]
        }

        var link: String
        var cards: [Card]
    }

    private func read() throws -> Deck {
        try JSONDecoder().decode(Deck.self, from: Data(contentsOf: URL(filePath: Self.deck)))
    }

    private func print(_ options: String..., to folder: TemporaryFolder, name: String = "cards.pdf") throws -> String {
        let file = folder.path(name)
        let result = try Program.capprint("--sheet", "A4", Self.deck, "-o", file, options.first ?? "--links")
        #expect(result.errors == "")
        #expect(result.status == 0)
        return file
    }

    @Test("every word comes back from the PDF as it was written")
    func words() throws {
        let folder = try TemporaryFolder()
        let text = try Program.tool("pdftotext", print(to: folder), "-").text
        // Poppler marks the direction of right-to-left words; a word may break where its line did.
        let plain = String(
            String.UnicodeScalarView(text.unicodeScalars.filter { !(0x200E...0x202E).contains($0.value) }))
        let joined = plain.replacing("\n", with: " ")
        let tight = plain.replacing("\n", with: "")
        for card in try read().cards {
            for (language, word) in card.words {
                let wanted = word.text.precomposedStringWithCanonicalMapping
                #expect(joined.contains(wanted) || tight.contains(wanted), "\(card.id), \(language): \(wanted)")
            }
        }
    }

    @Test("every QR code decodes to its card's address")
    func codes() throws {
        let folder = try TemporaryFolder()
        _ = try Program.tool("pdftoppm", "-r", "200", "-gray", print(to: folder), folder.path("page"))
        let pictures = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).filter {
            $0.hasSuffix(".pgm")
        }
        let found = try pictures.sorted().map {
            try Program.tool("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", folder.path($0)).text
        }.joined().split(separator: "\n").map(String.init)
        let deck = try read()
        #expect(found.sorted() == deck.cards.map { deck.link + $0.id }.sorted())
    }

    @Test("boxes, print scaling, duplex and language are what a print shop looks for")
    func boxes() throws {
        let folder = try TemporaryFolder()
        let file = try print(to: folder)
        let info = try Program.tool("pdfinfo", "-box", file).text
        #expect(info.contains("MediaBox:            0.00     0.00   595.28   841.89"))
        #expect(info.contains("TrimBox:             0.00     0.00   595.28   841.89"))
        #expect(try Program.tool("qpdf", "--check", file).status == 0)
        let json = try Program.tool("qpdf", "--json", file).text
        #expect(json.contains("\"/PrintScaling\": \"/None\""))
        #expect(json.contains("\"/Duplex\": \"/DuplexFlipLongEdge\""))
        #expect(json.contains("\"/Lang\": \"u:en\""))
    }

    @Test("all fonts are embedded, subset and readable as text")
    func fonts() throws {
        let folder = try TemporaryFolder()
        let lines = try Program.tool("pdffonts", print(to: folder)).text.split(separator: "\n").dropFirst(2)
        #expect(lines.count >= 4)
        for line in lines {
            // emb sub uni are the last columns before the object's two numbers.
            #expect(line.split(separator: " ").suffix(5).prefix(3) == ["yes", "yes", "yes"], "\(line)")
        }
    }

    @Test("a photo that two cards share is stored once")
    func pictures() throws {
        let folder = try TemporaryFolder()
        // Columns of pdfimages: page, number, type, width, height, colour … object at the tenth.
        let rows = try Program.tool("pdfimages", "-list", print(to: folder)).text.split(separator: "\n").dropFirst(2)
            .map { $0.split(separator: " ") }
        let photos = rows.filter { $0[2] == "image" && $0[8] == "jpeg" }
        #expect(photos.count == 2)
        #expect(Set(photos.map { $0[10] }).count == 1)
    }

    @Test("the same input gives the same bytes, whatever the workers, the cache, the folder and the time zone")
    func sameBytes() throws {
        let folder = try TemporaryFolder()
        let first = try Program.capprint(Self.deck, "-o", "-", "--jobs", "1", "--no-cache")
        #expect(first.status == 0)
        #expect(first.output.starts(with: Data("%PDF-".utf8)))
        let second = try Program.capprint(Self.deck, "-o", "-", "--jobs", "2")
        let third = try Program.capprint(
            Self.deck, "-o", "-", "--jobs", "2", in: folder.url,
            environment: ["TZ": "Pacific/Kiritimati", "LC_ALL": "tr_TR.UTF-8"])
        #expect(first.output == second.output)
        #expect(first.output == third.output)
    }

    @Test("the report says where each card lies, in millimetres")
    func report() throws {
        let folder = try TemporaryFolder()
        let result = try Program.capprint(
            Self.deck, "-o", folder.path("cards.pdf"), "--report", folder.path("report.json"))
        #expect(result.status == 0)
        let data = try Data(contentsOf: URL(filePath: folder.path("report.json")))
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        #expect(report["version"] as? Int == 1)
        #expect(report["pages"] as? Int == 2)
        let cards = try #require(report["cards"] as? [[String: Any]])
        #expect(cards.count == (try read().cards.count))
        let placements = try #require(cards[0]["placements"] as? [[String: Any]])
        // Three columns of 63 mm are centred on 210 mm: the first begins at 10.5; its back lies in the last column.
        #expect(placements.map { $0["trim_mm"] as? [Double] } == [[10.5, 16.5, 63, 88], [136.5, 16.5, 63, 88]])
        #expect(placements.map { $0["page"] as? Int } == [1, 2])
    }

    @Test("a preview is a picture of the card", arguments: ["png", "svg"])
    func preview(format: String) throws {
        let folder = try TemporaryFolder()
        let id = try read().cards[0].id
        let result = try Program.capprint(
            "preview", Self.deck, "--card", id, "-o", folder.path("card.\(format)"), "--dpi", "100")
        #expect(result.errors == "")
        #expect(result.status == 0)
        let data = try Data(contentsOf: URL(filePath: folder.path("card.\(format)")))
        #expect(data.starts(with: format == "png" ? Data([0x89, 0x50, 0x4E, 0x47]) : Data("<?xml".utf8)))
        #expect(data.count > 10_000)
    }

    @Test(
        "each template prints it",
        arguments: ["classic", "large", "memory", "mini", "school", "syllables", "talking", "tracing"])
    func templates(name: String) throws {
        let folder = try TemporaryFolder()
        let result = try Program.capprint(Self.deck, "--template", name, "-o", folder.path("cards.pdf"))
        #expect(result.status == 0, "\(result.errors)")
        #expect(!result.errors.contains("error"))
    }
}
