import Foundation
import Testing

@Suite("A proof: the sheets with their lines, and held to the light")
struct ProofTests {
    private static let deck = Program.root.appending(path: "Samples/garden-tea/deck.json").path

    private func proof(_ options: [String], to file: String) throws {
        let result = try Program.capprint(["proof", "--dpi", "72", "-o", file, Self.deck] + options)
        #expect(result.status == 0, "\(result.errors)")
    }

    private func text(_ file: String, page: Int) throws -> String {
        try Program.tool("pdftotext", "-f", "\(page)", "-l", "\(page)", file, "-").text
    }

    @Test("numbers the places as --skip counts them, on fronts and on backs")
    func numbers() throws {
        let folder = try TemporaryFolder()
        let file = folder.path("proof.pdf")
        try proof(["--skip", "2"], to: file)
        for page in [1, 2] {
            let text = try text(file, page: page)
            for place in ["1 teacup", "2 empty", "3 pour", "9 paper-boat"] {
                #expect(text.contains(place), "page \(page) lacks \(place): \(text)")
            }
            #expect(text.contains("cut here") && text.contains("a code for the telephone") == (page == 2))
        }
        let third = try text(file, page: 3)
        #expect(third.contains("held to the light") && third.contains("--duplex short"))
    }

    @Test(
        "has a page for each side and one for both",
        arguments: [([], 3), (["--duplex", "none"], 1), (["--fold"], 4), (["--by-hand", "--two-files"], 3)])
    func pages(options: [String], pages: Int) throws {
        let folder = try TemporaryFolder()
        let file = folder.path("proof.pdf")
        try proof(options, to: file)
        #expect(try Program.tool("qpdf", "--check", file).status == 0)
        #expect(try Program.tool("qpdf", "--show-npages", file).text == "\(pages)\n")
    }

    @Test("pictures are numbered")
    func pictures() throws {
        let folder = try TemporaryFolder()
        try proof([], to: folder.path("proof.png"))
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted()
        #expect(files == ["proof-1.png", "proof-2.png", "proof-3.png"])
    }

    @Test("is the same to the byte each time, and no report")
    func sameBytes() throws {
        let first = try Program.capprint("proof", "--dpi", "72", "-o", "-", Self.deck, "--jobs", "1")
        let second = try Program.capprint("proof", "--dpi", "72", "-o", "-", Self.deck, "--jobs", "2")
        #expect(first.status == 0 && first.output == second.output)
        #expect(try Program.capprint("proof", "--report", "x.json", Self.deck).status == 64)
    }
}
