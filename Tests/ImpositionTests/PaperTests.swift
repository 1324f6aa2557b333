import Diagnostics
import FileAccess
import Geometry
import Imposition
import Testing

@Suite("Papers")
struct PaperTests {
    @Test(
        "are found by name in any case, by alias and by measures",
        arguments: [
            ("A4", "A4", 210, 297), ("a4", "A4", 210, 297), (" ISO-A4 ", "A4", 210, 297),
            ("letter", "Letter", 215.9, 279.4), ("10x15", "10x15", 100, 150), ("10 × 15", "10x15", 100, 150),
            ("Photo", "10x15", 100, 150), ("210x297mm", "210x297mm", 210, 297), ("297x210mm", "297x210mm", 210, 297),
            ("8.5x11in", "8.5x11in", 215.9, 279.4), ("8,5 x 11 in", "8.5x11in", 215.9, 279.4),
            ("8.5x11\"", "8.5x11in", 215.9, 279.4), ("100x148", "100x148mm", 100, 148),
            ("21x29.7cm", "21x29.7cm", 210, 297),
        ] as [(String, String, Double, Double)])
    func names(_ text: String, name: String, width: Double, height: Double) throws {
        let paper = try Samples.paper(text)
        #expect(paper.name == name)
        #expect(paper.size.width.isClose(to: .mm(width)))
        #expect(paper.size.height.isClose(to: .mm(height)))
    }

    static let list =
        "known papers are A3, A4, A5, Letter, Legal, Tabloid, 10x15, 210x210mm; or give a size such as 210x297mm"

    @Test(
        "that are not known are refused with what would do",
        arguments: [
            ("A44", "error: no paper is called 'A44'\n  hint: did you mean 'A4'? \(list)"),
            ("leter", "error: no paper is called 'leter'\n  hint: did you mean 'Letter'? \(list)"),
            ("postcard", "error: no paper is called 'postcard'\n  hint: \(list)"),
            ("", "error: no paper is called ''\n  hint: \(list)"),
            ("210xmm", "error: no paper is called '210xmm'\n  hint: \(list)"),
            ("1e3x1e3", "error: no paper is called '1e3x1e3'\n  hint: \(list)"),
            ("-5x20mm", "error: no paper is called '-5x20mm'\n  hint: \(list)"),
            (
                "9x13",
                "error: a paper of 9 × 13 mm cannot be printed: each side must measure 20 to 5080 mm\n  hint: numbers without a unit are millimetres; write cm or in after them for others"
            ),
            (
                "300x999in",
                "error: a paper of 7620 × 25374.6 mm cannot be printed: each side must measure 20 to 5080 mm"
            ),
        ])
    func unknown(_ text: String, sentence: String) {
        #expect { _ = try Samples.paper(text) } throws: { ($0 as? DiagnosticError)?.description == sentence }
    }

    @Test("are read from a catalogue file")
    func catalogue() throws {
        let json = """
            {"papers": [{"name": "A4", "width": 210, "height": 297, "unit": "mm", "aliases": ["a-four"]},
                        {"name": "Letter", "width": 8.5, "height": 11, "unit": "in"}, {"name": "Strip", "width": 300, "height": 50}]}
            """
        let catalog = try PaperCatalog(file: "papers.json", bytes: Array(json.utf8))
        #expect(catalog.papers.map(\.name) == ["A4", "Letter", "Strip"])
        #expect(catalog.papers[1].size.width.isClose(to: .mm(215.9)))
        #expect(catalog.papers[2].size.width.isClose(to: .mm(50)))
        #expect(try Paper.named("a-four", catalog: catalog).name == "A4")
    }

    @Test(
        "of the program's own catalogue have their standard sizes",
        arguments: [
            ("a3", 297, 420), ("A4", 210, 297), ("A5", 148, 210), ("A6", 105, 148), ("letter", 215.9, 279.4),
            ("legal", 215.9, 355.6), ("tabloid", 279.4, 431.8), ("ledger", 279.4, 431.8), ("10x15", 100, 150),
            ("10x15cm", 100, 150), ("13x18", 130, 180), ("4x6", 101.6, 152.4), ("4x6in", 101.6, 152.4),
        ] as [(String, Double, Double)])
    func ownCatalogue(_ name: String, width: Double, height: Double) throws {
        let root = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
        let file = "/\(root)/Templates/papers.json"
        let paper = try Paper.named(name, catalog: PaperCatalog(file: file, bytes: Files.read(file)))
        #expect(paper.size.width.isClose(to: .mm(width)))
        #expect(paper.size.height.isClose(to: .mm(height)))
    }

    @Test(
        "of a faulty catalogue file are refused with line and column",
        arguments: [
            (
                #"{"papers": [{"name": "A4", "width": 210, "height": 297, "unti": "mm"}]}"#,
                "p.json:1:57: error: papers[0]: unknown field 'unti'\n  hint: did you mean 'unit'?"
            ),
            (
                #"{"papers": [{"name": "A4", "width": "210", "height": 297}]}"#,
                "p.json:1:37: error: papers[0].width: must be a number, found"
            ),
            (#"{"papers": [{"name": "A4", "width": 2, "height": 297}]}"#, "a paper's sides must measure 20 to 5080 mm"),
            (
                #"{"papers": [{"name": "A4", "width": 210, "height": 297}, {"name": "a4", "width": 20, "height": 29}]}"#,
                "two papers are called 'a4'"
            ),
            ("{}", "the field 'papers' is missing"),
        ])
    func faultyCatalogue(_ json: String, sentence: String) {
        #expect {
            _ = try PaperCatalog(file: "p.json", bytes: Array(json.utf8))
        } throws: {
            ($0 as? DiagnosticError)?.description.contains(sentence) == true
        }
    }
}
