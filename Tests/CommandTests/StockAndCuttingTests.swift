import Foundation
import Testing

@Suite("Stock and cutting machines on the command line")
struct StockAndCuttingTests {
    private static let deck = Program.root.appending(path: "Samples/garden-tea/deck.json").path

    private static func folder() throws -> URL {
        let folder = FileManager.default.temporaryDirectory.appending(path: "capprint-stock-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        return folder
    }

    @Test("sheets lists papers and stock with what fits, and finds by words and template")
    func sheets() throws {
        let all = try Program.capprint("sheets")
        #expect(all.status == 0)
        #expect(all.text.contains("classic 9"))
        #expect(all.text.contains("2 × 5 of 85 × 54 mm"))
        #expect(all.text.contains("60 mm round"))
        let some = try Program.capprint("sheets", "herma", "round").text.split(separator: "\n").dropFirst()
        #expect(!some.isEmpty)
        #expect(some.filter { !$0.hasPrefix("Herma ") || !$0.contains("round") }.isEmpty)
        let holding = try Program.capprint("sheets", "--template", "business", "business").text
        #expect(holding.contains("Avery C32011") && !holding.contains("Avery 5371"))
        #expect(try Program.capprint("sheets", "nosuchmaker").text.contains("nothing has 'nosuchmaker' in its name"))
    }

    @Test("labels are printed on one side, cards on both, without marks")
    func sides() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let labels = try Program.capprint("--stock", "L7160", "-t", "label", "-o", "l.pdf", Self.deck, in: folder)
        #expect(labels.text == "l.pdf: 8 cards on 1 sheet, 1 page\n")
        let cards = try Program.capprint("--stock", "c32011", "-t", "business", "-o", "c.pdf", Self.deck, in: folder)
        #expect(cards.text == "c.pdf: 8 cards on 1 sheet, 2 pages\n")
        let tents = try Program.capprint(
            "--stock", "Tent cards A4", "-t", "business", "--duplex", "none", "-o", "t.pdf", Self.deck, in: folder)
        #expect(tents.text == "t.pdf: 8 cards on 4 sheets, 4 pages\n")
    }

    @Test("a sheet of one's own is a file; what is wrong with it is told with its place")
    func own() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let json =
            #"{"sheet": "A4", "columns": 2, "rows": 2, "left": 20, "top": 20, "width": 65, "height": 90, "columnPitch": 80, "rowPitch": 100}"#
        try Data(json.utf8).write(to: folder.appending(path: "mine.json"))
        let printed = try Program.capprint("--stock", "mine.json", "-o", "m.pdf", Self.deck, in: folder)
        #expect(printed.text == "m.pdf: 8 cards on 2 sheets, 4 pages\n")
        try Data(json.replacing("80", with: "60").utf8).write(to: folder.appending(path: "mine.json"))
        let refused = try Program.capprint("--stock", "mine.json", "-o", "m.pdf", Self.deck, in: folder)
        #expect(refused.status != 0)
        #expect(refused.errors.contains("mine.json:1:1: error: places beside one another overlap by 5 mm"))
        let missing = try Program.capprint("--stock", "other.json", "-o", "m.pdf", Self.deck, in: folder)
        #expect(missing.status != 0)
        #expect(missing.errors.contains("other.json"))
    }

    @Test(
        "what cannot be together is said before anything is printed",
        arguments: [
            (["--stock", "L7160", "--sheet", "A4"], "--stock says what the sheet is; leave out --sheet."),
            (["--stock", "L7160", "--gap", "2"], "--stock has its places; leave out --gap."),
            (["--stock", "L7160", "--registration", "3"], "--registration is for plain paper"),
            (["--cut", "card"], "--cut says what --cut-lines draws; name a file."),
            (["--cut-lines", "a.pdf"], "'a.pdf' ends in neither .svg nor .dxf."),
            (["--registration", "5"], "--registration"),
            (["--stock", "L716O"], "no stock is called 'L716O'\n  hint: did you mean 'Avery L7160'?"),
            (
                ["--stock", "L7160"],
                "a card of 63 × 88 mm does not fit on Avery L7160, whose places measure 63.5 × 38.1 mm"
            ),
        ])
    func wrongUse(_ arguments: [String], sentence: String) throws {
        let result = try Program.capprint(arguments + ["-o", "/dev/null", Self.deck])
        #expect(result.status == 64)
        #expect(result.errors.contains(sentence), "\(result.errors)")
    }

    @Test("cut lines come with the cards, alike sheets in one file, stickers sheet by sheet, and twice the same")
    func cutLines() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        func run(_ arguments: String...) throws -> Program.Result {
            try Program.capprint(arguments + ["-o", "c.pdf", Self.deck], in: folder)
        }
        let cards = try run("--registration", "3", "--sheet", "A5", "--cut-lines", "c.svg", "--cut-lines", "c.dxf")
        #expect(cards.text == "c.pdf and c.svg and c.dxf: 8 cards on 4 sheets, 8 pages\n")
        let svg = try String(contentsOf: folder.appending(path: "c.svg"), encoding: .utf8)
        #expect(svg.contains("sheets 1–4 of 4, 3 registration marks: length"))
        #expect(svg.contains(#"inkscape:label="CUT""#) && svg.contains(#"inkscape:label="PRINT""#))
        let again = try run("--registration", "3", "--sheet", "A5", "--cut-lines", "d.svg")
        #expect(again.status == 0)
        #expect(try String(contentsOf: folder.appending(path: "d.svg"), encoding: .utf8) == svg)

        let stickers = try run("--sheet", "A5", "--registration", "4", "--cut", "sticker", "--cut-lines", "s.svg")
        #expect(stickers.text.contains("s-1.svg and s-2.svg and s-3.svg and s-4.svg"))
        let folded = try run("--fold", "--cut-lines", "f.svg")
        #expect(folded.status == 0)
        #expect(
            try String(contentsOf: folder.appending(path: "f.svg"), encoding: .utf8).contains(
                #"inkscape:label="CREASE""#))
    }

    @Test("cut lines replace nothing that is read, and nothing at all where cards cannot be printed")
    func careful() throws {
        let folder = try Self.folder()
        defer { try? FileManager.default.removeItem(at: folder) }
        let copy = folder.appending(path: "deck")
        try FileManager.default.copyItem(at: Program.root.appending(path: "Samples/garden-tea"), to: copy)
        let sticker = try #require(
            FileManager.default.enumerator(atPath: copy.path)?.compactMap { $0 as? String }.first {
                $0.hasSuffix(".svg")
            })
        let target = copy.appending(path: sticker)
        let before = try Data(contentsOf: target)
        let refused = try Program.capprint(
            "--cut-lines", target.path, "-o", "c.pdf", copy.appending(path: "deck.json").path, in: folder)
        #expect(refused.status == 64)
        #expect(refused.errors.contains("would be written over"))
        #expect(try Data(contentsOf: target) == before)
        #expect(!FileManager.default.fileExists(atPath: folder.appending(path: "c.pdf").path))

        try Data("old".utf8).write(to: folder.appending(path: "c.svg"))
        try Data("{}".utf8).write(to: copy.appending(path: "deck.json"))
        let broken = try Program.capprint(
            "--cut-lines", "c.svg", "-o", "c.pdf", copy.appending(path: "deck.json").path, in: folder)
        #expect(broken.status != 0)
        #expect(try Data(contentsOf: folder.appending(path: "c.svg")) == Data("old".utf8))
    }
}
