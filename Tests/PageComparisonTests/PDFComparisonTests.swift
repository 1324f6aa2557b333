import Diagnostics
import Geometry
import QPDF
import Testing

@testable import PageComparison

/// With the real `pdftoppm`.
@Suite("Two PDF files")
struct PDFComparisonTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    /// A page with bars that no other number has.
    private static func page(_ number: Int, extra: String = "") -> SmallPDF.Page {
        let bars = (0..<8).map { "\(10 + $0 * 22) \(5 + number * ($0 + 3) % 11 * 4) 12 \(20 + number * 7 % 30) re f" }
        return SmallPDF.Page(commands: "0.1 0.2 0.6 rg " + bars.joined(separator: " ") + " /Box Do " + extra)
    }

    private func compare(
        _ old: SmallPDF, _ new: SmallPDF, _ comparison: PDFComparison = PDFComparison(dpi: 72)
    ) async throws -> DocumentDifference {
        try await comparison.compare(old: folder.write("old.pdf", old), new: folder.write("new.pdf", new))
    }

    /// `old>new` with `!` for moved and `*` for changed; counts from 1.
    private static func told(_ difference: DocumentDifference) -> String {
        let pages = difference.pages.map {
            "\($0.old.map(String.init) ?? "")>\($0.new.map(String.init) ?? "")\($0.isMoved ? "!" : "")\($0.share > 0 ? "*" : "")"
        }
        return (pages + ["\(difference.samePages.count) same"]).joined(separator: " ")
    }

    @Test("Numbers of objects and names of resources make no difference, and nothing is drawn for that")
    func renumbered() throws {
        let pages = (1...3).map { Self.page($0) }
        let old = try PDFFile(path: folder.write("old.pdf", SmallPDF(pages: pages)))
        let new = try PDFFile(path: folder.write("new.pdf", SmallPDF(pages: pages, padding: 7, formName: "x12")))
        #expect(old.pages.allSatisfy { $0.digest != nil })
        #expect(old.pages == new.pages)
        #expect(Set(old.pages.map(\.digest)).count == 3)
    }

    @Test("A resource that differs makes a difference, also under the same name")
    func resource() throws {
        var other = Self.page(1)
        other.form = "0 0 10 11 re f"
        let old = try PDFFile(path: folder.write("old.pdf", SmallPDF(pages: [Self.page(1)])))
        let new = try PDFFile(path: folder.write("new.pdf", SmallPDF(pages: [other])))
        #expect(old.pages[0].digest != new.pages[0].digest)
    }

    @Test("Notes of programs make no difference; resources of the same names do")
    func notes() throws {
        func digest(_ entries: String) throws -> PageContent {
            var page = Self.page(1)
            page.form = "/Metadata gs 0 0 10 10 re f"
            page.formEntries = entries
            return try #require(try PDFFile(path: folder.write("form.pdf", SmallPDF(pages: [page]))).pages.first)
        }
        func resources(_ alpha: Double) -> String { "/Resources << /ExtGState << /Metadata << /ca \(alpha) >> >> >>" }
        let plain = try digest(resources(0.5))
        #expect(plain.digest != nil)
        #expect(try digest(resources(0.5) + " /LastModified (D:2026) /PieceInfo << >>") == plain)
        #expect(try digest(resources(0.6)).digest != plain.digest)
    }

    @Test("A change is found where it is, and another page is left in peace")
    func changed() async throws {
        let old = SmallPDF(pages: [Self.page(1), Self.page(2)])
        // One inch is 72 points: from the left, and from the top.
        let new = SmallPDF(pages: [Self.page(1), Self.page(2, extra: "1 0 0 rg 144 28 36 18 re f")])
        let difference = try await compare(old, new, PDFComparison(dpi: 72, hasPictures: true))
        #expect(Self.told(difference) == "2>2* 1 same")
        let page = try #require(difference.pages.first)
        let area = try #require(page.areas.first)
        #expect(page.areas.count == 1)
        #expect(abs(area.minX.points - 144) <= 1)
        #expect(abs(area.minY.points - 54) <= 1)
        #expect(abs(area.width.points - 36) <= 1)
        #expect(abs(area.height.points - 18) <= 1)
        #expect(abs(page.share - 36 * 18 / 20_000) < 0.002)
        let pictures = [page.pictures?.old, page.pictures?.new, page.pictures?.difference]
        for picture in pictures { #expect(picture?.starts(with: [0x89, 0x50, 0x4E, 0x47]) ?? false) }
    }

    @Test("Pictures are kept of the first pages that differ", arguments: [1, 3])
    func pictures(workers: Int) async throws {
        let old = SmallPDF(pages: (1...6).map { Self.page($0) })
        let new = SmallPDF(pages: (1...6).map { Self.page($0, extra: $0 == 2 ? "q Q" : "1 0 0 rg 144 28 36 18 re f") })
        let difference = try await compare(
            old, new, PDFComparison(dpi: 72, hasPictures: true, pictureLimit: 3, workers: workers))
        #expect(difference.pages.map(\.new) == [1, 3, 4, 5, 6])
        #expect(difference.pages.map { $0.pictures?.difference != nil } == [true, true, true, false, false])
    }

    @Test("A part that is ignored does not count")
    func ignored() async throws {
        let old = SmallPDF(pages: [Self.page(1), Self.page(2)])
        let extra = "144 28 36 18 re f"
        let new = SmallPDF(pages: [Self.page(1, extra: extra), Self.page(2, extra: extra)])
        let region = try #require(IgnoredRegion("all:50,19,14,7"))
        #expect(try await compare(old, new, PDFComparison(dpi: 72, ignoring: [region])).isSame)
        let one = try #require(IgnoredRegion("2:50,19,14,7"))
        #expect(Self.told(try await compare(old, new, PDFComparison(dpi: 72, ignoring: [one]))) == "1>1* 1 same")
    }

    @Test("Pictures of parts are kept of the first that differ, one of copies, and of no more than are wanted")
    func partPictures() async throws {
        let old = SmallPDF(pages: (1...8).map { Self.page($0) })
        let new = SmallPDF(pages: (1...8).map { Self.page($0, extra: "144 28 36 18 re f") })
        // The last page first, each twice.
        let pairs = (1...8).reversed().flatMap { page in
            let part = PagePart(
                page: page, box: Rect(x: .pt(0), y: .pt(0), width: .pt(200), height: .pt(200)), turns: 0)
            return [false, true].map { PartPair(old: part, new: part, isShown: false, isCopy: $0) }
        }
        let found = try await PDFComparison(dpi: 72, hasPictures: true, pictureLimit: 1).compare(
            old: folder.write("old.pdf", old), new: folder.write("new.pdf", new), parts: pairs, passingOver: [])
        let shares = found.parts.map(\.share)
        #expect(shares.allSatisfy { $0 > 0 })
        let pictured = found.parts.indices.filter { found.parts[$0].pictures != nil }
        #expect(pictured == [0, 2])
    }

    @Test("Regions are read as people write them", arguments: ["3:1,2,3,4", "all:1.5,-2,30,.5", "1: 1, 2, 3, 4"])
    func region(text: String) {
        #expect(IgnoredRegion(text) != nil)
    }

    @Test(
        "And nothing else",
        arguments: ["", "3", "0:1,2,3,4", "x:1,2,3,4", "3:1,2,3", "3:1,2,0,4", "3:1,2,3,nan", "1:2:3,4"])
    func wrongRegion(text: String) {
        #expect(IgnoredRegion(text) == nil)
    }

    @Test("Pages that are new, gone and elsewhere")
    func order() async throws {
        func file(_ numbers: Int...) -> SmallPDF {
            SmallPDF(pages: numbers.map { Self.page($0) }, padding: numbers.count)
        }
        #expect(Self.told(try await compare(file(1, 2, 3), file(9, 1, 2, 3))) == ">1 3 same")
        #expect(Self.told(try await compare(file(1, 2, 3), file(1, 3))) == "2> 2 same")
        #expect(Self.told(try await compare(file(1, 2, 3, 4), file(4, 1, 2, 3))) == "4>1! 3 same")
        #expect(Self.told(try await compare(file(), file(1))) == ">1 0 same")
    }

    @Test("An inserted page among pages that all changed leaves them what they were")
    func insertedAmongChanged() async throws {
        let extra = "1 0 0 rg 150 80 10 6 re f"
        let old = SmallPDF(pages: (1...4).map { Self.page($0) })
        let new = SmallPDF(
            pages: [1, 2].map { Self.page($0, extra: extra) } + [Self.page(8)]
                + [3, 4].map { Self.page($0, extra: extra) })
        #expect(Self.told(try await compare(old, new)) == "1>1* 2>2* >3 3>4* 4>5* 0 same")
        let swapped = SmallPDF(pages: [2, 1, 3, 4].map { Self.page($0, extra: extra) })
        let told = Self.told(try await compare(old, swapped))
        #expect(told == "2>1* 1>2!* 3>3* 4>4* 0 same")
    }

    @Test("Another size is told, and what lies beyond the smaller page counts")
    func size() async throws {
        var wide = Self.page(1)
        wide.width = 220
        let difference = try await compare(SmallPDF(pages: [Self.page(1)]), SmallPDF(pages: [wide]))
        let page = try #require(difference.pages.first)
        #expect(page.sizes?.old.width == .pt(200))
        #expect(page.sizes?.new.width == .pt(220))
        #expect(abs(page.share - 1.0 / 11) < 0.01)
    }

    @Test("Other bytes that paint the same are the same")
    func sameLook() async throws {
        var other = Self.page(1)
        other.commands = "q " + other.commands + " Q"
        #expect(try await compare(SmallPDF(pages: [Self.page(1)]), SmallPDF(pages: [other])).isSame)
    }

    @Test("What is no PDF is told of, both files in one run")
    func noPDF() async throws {
        let noise = try folder.write("noise.pdf", Array("no PDF at all".utf8))
        let error = await #expect(throws: DiagnosticError.self) {
            try await PDFComparison().compare(old: noise, new: folder.path + "/none.pdf")
        }
        #expect(error?.diagnostics.count == 2)
        #expect(error?.diagnostics.first?.message.hasPrefix("it is no PDF, or a damaged one") ?? false)
        #expect(error?.diagnostics.last?.severity == .missingInput)
    }

    @Test("A page that no memory could hold is refused")
    func tooLarge() async throws {
        var huge = Self.page(1)
        (huge.width, huge.height) = (14_000, 14_000)
        let error = await #expect(throws: DiagnosticError.self) {
            _ = try await compare(SmallPDF(pages: [Self.page(1)]), SmallPDF(pages: [huge]), PDFComparison(dpi: 300))
        }
        #expect(error?.diagnostics.map(\.message) == ["page 1 is too large to be drawn with 300 pixels an inch"])
    }
}
