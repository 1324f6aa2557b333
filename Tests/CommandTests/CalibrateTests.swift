import Foundation
import Testing

@Suite("Measuring a printer, as a user does it")
struct CalibrateTests {
    private let folder: TemporaryFolder
    private let sample = SampleDeckTests.deck

    init() throws {
        folder = try TemporaryFolder()
    }

    private func run(_ arguments: String...) throws -> Program.Result {
        try Program.capprint(arguments, in: folder.url, environment: ["XDG_CONFIG_HOME": folder.path("config")])
    }

    private static let readings = ["A=21.3,20.1", "B=21.2,19.2", "C=22.7,20.2", "D=22.6,19.3", "E=21.9,19.7"]

    private func measure(_ more: String...) throws -> Program.Result {
        try Program.capprint(
            ["calibrate", "--printer", "kitchen-hp", "--readings"] + Self.readings + ["--ruler", "across=179.5"] + more,
            in: folder.url, environment: ["XDG_CONFIG_HOME": folder.path("config")])
    }

    @Test("the sheet has a front and a back, says how it is read, and what to type for another paper")
    func sheet() throws {
        let first = try run("calibrate", "--printer", "kitchen-hp")
        #expect(first.status == 0, "\(first.errors)")
        let file = folder.path("Output/calibrate-kitchen-hp.pdf")
        #expect(first.text.contains("calibrate-kitchen-hp.pdf"))
        let text = try Program.tool("pdftotext", "-layout", file, "-").text
        for words in [
            "Does my printer", "kitchen-hp on A4", "100 %", "Hold it to a window", "slanted line",
            "capprint calibrate --printer kitchen-hp --ask", "This is the back",
        ] { #expect(text.contains(words), "\(words)") }
        #expect(try Program.tool("qpdf", "--check", file).status == 0)
        #expect(try Program.tool("pdfinfo", file).text.contains("Pages:           2"))
        let again = folder.path("again.pdf")
        _ = try run("calibrate", "--printer", "kitchen-hp", "-o", again)
        #expect(try Data(contentsOf: URL(filePath: again)) == Data(contentsOf: URL(filePath: file)))

        let other = folder.path("letter.pdf")
        _ = try run(
            "calibrate", "--printer", "kitchen-hp", "--sheet", "Letter", "--orientation", "landscape", "--duplex",
            "short",
            "--by-hand", "-o", other)
        let words = try Program.tool("pdftotext", other, "-").text.split(whereSeparator: \.isWhitespace).joined(
            separator: " ")
        #expect(words.contains("--sheet Letter --orientation landscape --duplex short --ask"))
        #expect(words.contains("--backs reversed"))
        #expect(try Program.tool("pdfinfo", other).text.contains("Pages:           4"))
    }

    @Test("readings make a profile, which sheets go through and name, and which brings its edge along")
    func profile() throws {
        let kept = try measure("--duplex", "short", "--date", "2026-11-23")
        #expect(kept.status == 0, "\(kept.errors)")
        #expect(kept.text.contains("fronts: 99.72 % across and 100.00 % down"))
        #expect(kept.text.contains("too far right and"))
        let file = folder.path("config/capprint/printers/kitchen-hp.json")
        #expect(kept.text.contains(file))
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("\"date\": \"2026-11-23\""))

        let report = folder.path("report.json")
        let plain = try run("-o", "plain.pdf", "--duplex", "short", sample)
        let printed = try run("-o", "cards.pdf", "--printer", "kitchen-hp", "--report", report, sample)
        #expect(plain.status == 0 && printed.status == 0, "\(printed.errors)")
        let slug = try Program.tool("pdftotext", folder.path("cards.pdf"), "-").text
        #expect(slug.contains("printer kitchen-hp"))
        let json = try String(contentsOfFile: report, encoding: .utf8)
        #expect(json.contains("\"duplex\":\"short\",\"printer\":\"kitchen-hp\""))
        // Another profile by the path of its file does the same to the byte; a straight printer changes nothing but the name.
        _ = try run("-o", "path.pdf", "--printer", file, sample)
        #expect(
            try Data(contentsOf: folder.url.appending(path: "path.pdf"))
                == Data(contentsOf: folder.url.appending(path: "cards.pdf")))
    }

    @Test("asked one by one, a wrong answer is asked again, and an empty one left out")
    func asked() throws {
        let answers =
            "21.3\n20,1\n21.2\nabout 20\n19.2\n22.7\n47\n20.2\n\n19.3\n21.9\n19.7\n17.95\n179.5\n\n"
        let result = try Program.capprint(
            ["calibrate", "--printer", "./mine.json", "--ask", "--backs", "same"], in: folder.url, input: answers)
        #expect(result.status == 0, "\(result.errors)")
        for words in ["that is no number", "the scale goes from 0 to 40", "looks like centimetres"] {
            #expect(result.errors.contains(words), "\(words)")
        }
        let text = try String(contentsOfFile: folder.path("mine.json"), encoding: .utf8)
        #expect(text.contains("\"D\": [null, 19.3]"))
        #expect(text.contains("\"backs\": \"same\""))
        #expect(text.contains("\"ruler_mm\": {\"across\": 179.5}"))
        let short = try Program.capprint(
            ["calibrate", "--printer", "./short.json", "--ask"], in: folder.url, input: "21\n")
        #expect(short.status == 64)
        #expect(!FileManager.default.fileExists(atPath: folder.path("short.json")))
    }

    @Test("a printer that is not there is told with the nearest that is; other paper, edge and margin are warned of")
    func warnings() throws {
        _ = try measure()
        let unknown = try run("--printer", "kichen-hp", sample)
        #expect(unknown.status == 66)
        #expect(unknown.errors.contains("did you mean 'kitchen-hp'?"))
        #expect(unknown.errors.contains("there are kitchen-hp"))
        let other = try run("check", "--printer", "kitchen-hp", "--sheet", "Letter", "--duplex", "short", sample)
        #expect(other.status == 0)
        #expect(other.errors.contains("was measured on A4, not on Letter"))
        #expect(other.errors.contains("turning over the long edge"))
        let lying = try run("check", "--printer", "kitchen-hp", "--orientation", "landscape", sample)
        #expect(lying.errors.contains("held the other way"))
        let tight = try run(
            "check", "--printer", "kitchen-hp", "--sheet", "A4", "--margin", "16", "--template", "classic", sample)
        #expect(tight.errors.contains("lie where it may leave no ink"))
        let wide = try run("check", "--printer", "kitchen-hp", "--template", "mini", "--no-marks", sample)
        #expect(wide.status == 0)
    }

    @Test("an odd reading is left out and named; nonsense is refused and leaves the profile as it was")
    func odd() throws {
        _ = try measure()
        let file = folder.path("config/capprint/printers/kitchen-hp.json")
        let before = try String(contentsOfFile: file, encoding: .utf8)
        let odd = try run(
            "calibrate", "--printer", "kitchen-hp", "--readings", "A=21.3,20.1", "B=21.2,19.2", "C=26.7,20.2",
            "D=22.6,19.3", "E=21.9,19.7")
        #expect(odd.status == 0)
        #expect(odd.errors.contains("reading C does not match the others (26.7 across, where about 22."))
        let good = try String(contentsOfFile: file, encoding: .utf8)
        #expect(good != before)
        let crossed = try run(
            "calibrate", "--printer", "kitchen-hp", "--readings", "A=21.3,19.2", "B=21.2,20.1", "C=22.7,19.3",
            "D=22.6,20.2", "E=21.9,19.7")
        #expect(crossed.status == 64)
        #expect(crossed.errors.contains("would lean by"))
        let nonsense = try run(
            "calibrate", "--printer", "kitchen-hp", "--readings", "A=2,39", "B=38,1", "C=5,5", "D=40,22")
        #expect(nonsense.status == 64)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == good)
        #expect(try run("calibrate", "--printer", "kitchen-hp", "--duplex", "none").status == 64)
        #expect(try run("calibrate", "--printer", "", "-o", "x.pdf").status == 64)
        #expect(try run("calibrate", "--printer", "x", "--sheet", "50x70mm").status == 64)
    }
}
