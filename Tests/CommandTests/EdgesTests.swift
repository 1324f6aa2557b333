import Foundation
import Testing

@Suite("Edges of cards: bleed, round corners, backs that are shared or empty")
struct EdgesTests {
    private static let deck = Program.root.appending(path: "Samples/garden-tea/deck.json").path

    private struct Report: Decodable {
        struct Card: Decodable {
            var placements: [Placement]
            var faces: [String: Face]
        }
        struct Face: Decodable {}
        struct Placement: Decodable {
            var side: String
            var page: Int
            var bleed: [Double]

            enum CodingKeys: String, CodingKey {
                case side, page
                case bleed = "bleed_mm"
            }
        }
        var pages: Int
        var cards: [Card]
    }

    private func print(_ options: [String], _ folder: TemporaryFolder, name: String = "cards") throws -> Report {
        let report = folder.path("\(name).json")
        let result = try Program.capprint(
            ["--dpi", "72", "-o", folder.path("\(name).pdf"), "--report", report] + options)
        #expect(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode(Report.self, from: Data(contentsOf: URL(filePath: report)))
    }

    private func text(_ file: String) throws -> String { try Program.tool("pdftotext", file, "-").text }

    /// The first page in grey, 100 pixels an inch: width and samples.
    private func pixels(_ file: String, in folder: TemporaryFolder) throws -> (width: Int, samples: [UInt8]) {
        _ = try Program.tool(
            "pdftoppm", "-r", "127", "-gray", "-singlefile", "-f", "1", "-l", "1", file, folder.path("page"))
        let data = [UInt8](try Data(contentsOf: URL(filePath: folder.path("page.pgm"))))
        var (numbers, at): ([Int], Int) = ([], 2)
        while numbers.count < 3 {
            while data[at] <= 32 { at += 1 }
            let digits = data[at...].prefix { $0 > 32 }
            numbers.append(try #require(Int(String(decoding: digits, as: UTF8.self))))
            at += digits.count
        }
        return (numbers[0], Array(data[(at + 1)...]))
    }

    @Test(
        "a template whose photo ends at the cut gets bleed of it; its words stay single",
        arguments: ["mirror", "extend"])
    func madeBleed(way: String) throws {
        let folder = try TemporaryFolder()
        let template = try folder.write(
            "full.json",
            """
            {"size": [63, 88], "front": {"photo": {"elements": {
              "photo": {"kind": "print", "box": [0, 0, 63, 88], "border": 0, "foot": 0},
              "word": {"kind": "headword", "box": [5, 60, 53, 20], "size": [24, 10]}}}}, "backs": "none"}
            """)
        let photo = ["-t", template, Self.deck, "--cards", "teacup", "--duplex", "none", "--no-marks", "--gap", "8"]
        let plain = try print(photo, folder, name: "plain")
        let made = try print(photo + ["--bleed", "3", "--make-bleed", way], folder, name: "made")
        let (bare, full) = (plain.cards[0].placements[0].bleed, made.cards[0].placements[0].bleed)
        #expect(bare[2] == 63 && full[2] == 69 && full[0] == bare[0] - 3)
        #expect(try text(folder.path("plain.pdf")) == text(folder.path("made.pdf")))
        // Beyond the cut there was paper, now there is the photo: 5 pixels a millimetre.
        let (before, after) = (
            try pixels(folder.path("plain.pdf"), in: folder), try pixels(folder.path("made.pdf"), in: folder)
        )
        for (x, y) in [(-2.0, 20.0), (65, 70), (30, -2), (-2, -2), (65, 90)] {
            let place = Int((bare[1] + y) * 5) * before.width + Int((bare[0] + x) * 5)
            #expect(before.samples[place] == 255)
            #expect(after.samples[place] < 245, "(\(x), \(y)): \(after.samples[place])")
        }
        let same = Int((bare[1] + 44) * 5) * before.width + Int((bare[0] + 30) * 5)
        #expect(before.samples[same] == after.samples[same])
    }

    @Test("bleed that cannot be made is told")
    func noBleed() throws {
        let folder = try TemporaryFolder()
        let template = try folder.write("bare.json", #"{"extends": "classic", "bleed": 0}"#)
        let result = try Program.capprint(
            "-t", template, Self.deck, "--make-bleed", "mirror", "-o", folder.path("x.pdf"))
        #expect(result.status == 64 && result.errors.contains("--bleed 3"))
    }

    @Test("arcs guide the scissors round corners, and stay off the card")
    func corners() throws {
        let folder = try TemporaryFolder()
        let options = [Self.deck, "--duplex", "none", "--ink-saver", "--no-marks"]
        _ = try print(options, folder, name: "plain")
        _ = try print(options + ["--corner-guides"], folder, name: "guided")
        let (before, after) = (
            try pixels(folder.path("plain.pdf"), in: folder), try pixels(folder.path("guided.pdf"), in: folder)
        )
        let changed = before.samples.indices.filter { before.samples[$0] != after.samples[$0] }
        #expect(changed.count > 8 * 4 * 5)
        for pixel in changed {
            // Of a card of 63 × 88 mm whose first lies at 10.5, 16.5 mm: how far from the middle of the nearest corner's circle.
            let x = (Double(pixel % before.width) + 0.5) / 5 - 10.5
            let y = (Double(pixel / before.width) + 0.5) / 5 - 16.5
            let (left, top) = (x - (x / 63).rounded(.down) * 63, y - (y / 88).rounded(.down) * 88)
            let (level, upright) = (min(left, 63 - left), min(top, 88 - top))
            #expect(level < 3.1 && upright < 3.1)
            let distance = ((3 - level) * (3 - level) + (3 - upright) * (3 - upright)).squareRoot()
            // Within a pixel of the arc.
            #expect(abs(distance - 3.05) < 0.25, "\(distance)")
        }
    }

    @Test("decks with own, shared and empty backs share sheets; empty backs leave their places")
    func mixed() throws {
        let folder = try TemporaryFolder()
        let fronts = try folder.write("fronts.json", #"{"extends": "memory", "backs": "none"}"#)
        let own = try print(["\(Self.deck)@classic", "\(Self.deck)@memory", "--together"], folder, name: "both")
        #expect(own.cards.allSatisfy { $0.placements.map(\.side) == ["front", "back"] })
        let half = try print(["\(Self.deck)@memory", "\(Self.deck)@\(fronts)", "--together"], folder, name: "half")
        #expect(half.cards.prefix(8).allSatisfy { $0.placements.map(\.side) == ["front", "back"] })
        #expect(half.cards.suffix(8).allSatisfy { $0.placements.map(\.side) == ["front"] && $0.faces.count == 1 })
        #expect(half.pages == 4)
        let none = try print(["-t", fronts, Self.deck], folder, name: "none")
        #expect(none.pages == 1)
        // The title stands twice on each shared back.
        let backs = try Program.tool("pdftotext", "-f", "2", "-l", "2", folder.path("half.pdf"), "-").text
        let titles = backs.split(separator: "\n").filter { $0 == "Tea in the garden" }
        #expect(titles.count >= 8)
    }
}
