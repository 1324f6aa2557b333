import Foundation
import Testing

@Suite("Ways to print: by hand, folded, together, in part, only what changed")
struct SheetWaysTests {
    private static let deck = Program.root.appending(path: "Samples/garden-tea/deck.json").path

    private struct Report: Decodable {
        struct Card: Decodable {
            var id: String
            var deck: String
            var look: String
            var copies: Int
            var placements: [Placement]
        }
        struct Placement: Decodable {
            var side: String
            var page: Int
            var sheet: Int
            var sheetSide: String
            var row: Int
            var column: Int
            var trim: [Double]

            private enum CodingKeys: String, CodingKey {
                case side, page, sheet, row, column
                case sheetSide = "sheet_side"
                case trim = "trim_mm"
            }
        }
        struct Unchanged: Decodable { var id: String }
        var pages: Int
        var cards: [Card]
        var unchanged: [Unchanged]?
    }

    private func report(_ options: [String], in folder: TemporaryFolder) throws -> (report: Report, output: String) {
        let file = folder.path("report.json")
        let result = try Program.capprint(
            ["--dpi", "72", "-o", folder.path("cards.pdf")] + options
                + (options.contains("--changed") ? [] : ["--report", file]))
        #expect(!result.errors.contains("error:"), "\(result.errors)")
        #expect(result.status == 0)
        let written = options.firstIndex(of: "--changed").map { options[$0 + 1] } ?? file
        return (
            try JSONDecoder().decode(Report.self, from: Data(contentsOf: URL(filePath: written))), result.text
        )
    }

    private func pages(_ file: String) throws -> Int {
        let info = try Program.tool("pdfinfo", file).text
        let line = try #require(info.split(separator: "\n").first { $0.hasPrefix("Pages:") })
        return try #require(Int(line.dropFirst(6).trimmingCharacters(in: .whitespaces)))
    }

    @Test("by hand: fronts in one file, backs in the other, in the order of the pile")
    func twoFiles() throws {
        let folder = try TemporaryFolder()
        let (report, output) = try report(
            [Self.deck, "--sets", "3", "--by-hand", "--two-files"], in: folder)
        #expect(output.contains("cards-fronts.pdf and "))
        #expect(try pages(folder.path("cards-fronts.pdf")) == 3)
        #expect(try pages(folder.path("cards-backs.pdf")) == 3)
        #expect(!FileManager.default.fileExists(atPath: folder.path("cards.pdf")))
        let first = try #require(report.cards.first)
        #expect(first.copies == 3)
        // The sheet that was printed last lies on top of the pile.
        #expect(
            first.placements.map(\.page) == [1, 3, 1, 3, 2, 2] || first.placements.map(\.page) == [1, 3, 2, 2, 3, 1])
        // What is printed on the backs' first page is the last sheet's.
        let text = try Program.tool("pdftotext", "-f", "1", "-l", "1", folder.path("cards-backs.pdf"), "-").text
        #expect(text.contains("page 1 of 3"))
    }

    @Test("folded: front and back on one side of the paper, back to back once folded")
    func folded() throws {
        let folder = try TemporaryFolder()
        let report = try report([Self.deck, "--fold", "--fold-gutter", "4"], in: folder).report
        #expect(report.pages == 2)
        for card in report.cards {
            #expect(card.placements.map(\.side) == ["front", "back"])
            #expect(card.placements.allSatisfy { place in place.sheetSide == "front" })
            let (front, back) = (card.placements[0].trim, card.placements[1].trim)
            let apart = max(abs(front[0] - back[0]) - front[2], abs(front[1] - back[1]) - front[3])
            #expect(abs(apart - 4) < 0.01)
        }
    }

    @Test("together: two decks of two sizes in one file, every card once on a front and once on a back")
    func together() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: URL(filePath: Self.deck).deletingLastPathComponent().path, toPath: folder.path("copy"))
        let text = try String(contentsOfFile: Self.deck, encoding: .utf8)
        try text.replacing("\"id\": \"garden-tea\"", with: "\"id\": \"other\"")
            .write(toFile: folder.path("copy/deck.json"), atomically: true, encoding: .utf8)
        let report = try report(
            ["--together", Self.deck, folder.path("copy/deck.json") + "@mini"], in: folder
        ).report
        #expect(Set(report.cards.map(\.deck)) == ["garden-tea", "other"])
        #expect(report.cards.count == 16)
        for card in report.cards {
            #expect(card.placements.map(\.side).sorted() == ["back", "front"])
            let wide = card.deck == "other" ? [44.0, 63] : [63.0, 88]
            for place in card.placements {
                #expect(zip(place.trim.suffix(2).sorted(), wide).allSatisfy { pair in abs(pair.0 - pair.1) < 0.01 })
            }
        }
        #expect(try pages(folder.path("cards.pdf")) == report.pages)
    }

    @Test("selected: by id, by place, and what is misspelt is answered")
    func selected() throws {
        let folder = try TemporaryFolder()
        let report = try report(
            [Self.deck, "--cards", "cat,honey", "--start-at", "5", "--skip", "6"], in: folder
        ).report
        #expect(Set(report.cards.map(\.id)) == ["cat", "honey"])
        let fronts = report.cards.flatMap(\.placements).filter { $0.side == "front" }
        #expect(fronts.map { ($0.row - 1) * 3 + $0.column }.sorted() == [5, 7])
        let wrong = try Program.capprint(Self.deck, "--cards", "cta,honny", "-o", folder.path("x.pdf"))
        #expect(wrong.status == 64)
        #expect(wrong.errors.contains("did you mean 'cat'?") && wrong.errors.contains("did you mean 'honey'?"))
        let none = try Program.capprint(Self.deck, "--since", "2099-01-01", "-o", folder.path("x.pdf"))
        #expect(none.status == 64)
        #expect(none.errors.contains("nothing to print"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("x.pdf")))
    }

    @Test("only what changed: all at first, then nothing, then the card whose word was mended")
    func changed() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.copyItem(
            atPath: URL(filePath: Self.deck).deletingLastPathComponent().path, toPath: folder.path("deck"))
        let deck = folder.path("deck/deck.json")
        let record = folder.path("last.json")
        #expect(try report([deck, "--changed", record], in: folder).report.cards.count == 8)
        try FileManager.default.removeItem(atPath: folder.path("cards.pdf"))
        let second = try report([deck, "--changed", record], in: folder)
        #expect(second.report.cards.isEmpty)
        #expect(second.report.unchanged?.count == 8)
        #expect(second.output.contains("nothing to print"))
        #expect(!FileManager.default.fileExists(atPath: folder.path("cards.pdf")))
        let text = try String(contentsOfFile: deck, encoding: .utf8)
        // Neither a look nor a failure counts as a print.
        let known = try Data(contentsOf: URL(filePath: record))
        try text.replacing("\"honey\", \"reading\"", with: "\"honey\u{10FFFF}\", \"reading\"")
            .write(toFile: deck, atomically: true, encoding: .utf8)
        #expect(try Program.capprint("check", deck, "--changed", record).status == 65)
        #expect(try Program.capprint(deck, "--changed", record, "-o", folder.path("cards.pdf")).status == 65)
        #expect(try Data(contentsOf: URL(filePath: record)) == known)
        let mended = text.replacing("{\"text\": \"honey\",", with: "{\"text\": \"wild honey\",")
        try #require(mended != text)
        try mended.write(toFile: deck, atomically: true, encoding: .utf8)
        let third = try report([deck, "--changed", record], in: folder).report
        #expect(third.cards.map(\.id) == ["honey"])
        #expect(third.unchanged?.count == 7)
        let fourth = try report([deck, "--changed", record], in: folder).report
        #expect(fourth.cards.isEmpty)
        #expect(fourth.unchanged?.count == 8)
        // Another size is another print, and the record keeps both.
        #expect(try report([deck, "--changed", record, "-t", "mini"], in: folder).report.cards.count == 8)
        let both = try report([deck, "--changed", record], in: folder).report
        #expect(both.cards.isEmpty)
        #expect(both.unchanged?.count == 16)
    }

    @Test("what does not go together is refused with the reason")
    func wrong() throws {
        for (options, reason) in [
            (["--backs", "same"], "--by-hand"), (["--fold", "--by-hand"], "--fold prints one side only"),
            (["--fold-gutter", "3"], "add --fold"), (["--skip", "7-3"], "--skip"),
            (["--skip", "1-9"], "every place of the sheet is to stay empty"), (["--skip", "10"], "place 10"),
            (["--by-hand", "--two-files", "-o", "-"], "two files"), (["--stack", "--start-at", "3"], "--stack is for"),
            (["--fold", "--duplex", "short"], "leave out --duplex"), (["--start-at", "10"], "is used up"),
            (["--since", "soon"], "--since takes a day"),
        ] {
            let result = try Program.capprint([Self.deck] + options)
            #expect(result.status == 64, "\(options)")
            #expect(result.errors.contains(reason), "\(options): \(result.errors)")
        }
    }
}
