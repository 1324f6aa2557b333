import FileAccess
import Testing

@testable import Prepress

@Suite("Where a deck's references are")
struct SnapshotFilesTests {
    @Test(
        "beside the deck, by its name, unless told otherwise",
        arguments: [
            ("deck.json", nil, "deck.snapshot", "deck.snapshot-rules.json", "deck.snapshot-pictures"),
            (
                "./tea/tea.json", nil, "./tea/tea.snapshot", "./tea/tea.snapshot-rules.json",
                "./tea/tea.snapshot-pictures"
            ),
            ("/a/deck.json", "r.txt", "r.txt", "/a/deck.snapshot-rules.json", "r.txt-pictures"),
            ("words", nil, "words.snapshot", "words.snapshot-rules.json", "words.snapshot-pictures"),
        ] as [(String, String?, String, String, String)])
    func paths(deck: String, reference: String?, expected: String, rules: String, pictures: String) {
        let files = SnapshotFiles(deck: deck, reference: reference)
        #expect(files.deck == deck)
        #expect(files.reference == expected)
        #expect(files.rules == rules)
        #expect(files.pictures == pictures)
    }

    @Test("a template is named as it is found from the deck's folder, wherever the program runs")
    func templates() throws {
        let folder = try #require(Files.resolved(try Files.makeTemporaryFolder()))
        defer { Files.removeFolder(folder) }
        for name in ["tea", "looks", "tea/own"] { try Files.makeFolder("\(folder)/\(name)") }
        for name in ["looks/a.json", "tea/b.json", "tea/own/c.json"] {
            _ = try Files.replace("\(folder)/\(name)", with: [])
        }
        func name(_ file: String) -> String { SnapshotFiles.template("\(folder)/\(file)", besideDeck: "\(folder)/tea") }
        #expect(name("looks/a.json") == "../looks/a.json")
        #expect(name("tea/b.json") == "./b.json")
        #expect(name("tea/own/c.json") == "own/c.json")
        #expect(SnapshotFiles.template("classic", besideDeck: "\(folder)/tea") == "classic")
        let files = SnapshotFiles(deck: "\(folder)/tea/deck.json", reference: nil)
        #expect(files.template(named: "../looks/a.json") == "\(folder)/tea/../looks/a.json")
        #expect(files.template(named: "classic") == "classic")
    }

    @Test(
        "commands to copy are read by a shell as they are meant",
        arguments: [
            ("deck.json", "deck.json"), ("my deck/deck.json", "'my deck/deck.json'"), ("it's", #"'it'\''s'"#),
            ("", "''"),
            ("$HOME", "'$HOME'"), ("ティー.json", "'ティー.json'"),
        ])
    func shell(word: String, quoted: String) { #expect(ShellWord.quoted(word) == quoted) }

    @Test("commands to copy name the folders that the user gave, and no path of them is an option")
    func commands() {
        var request = SnapshotRequest(.verify)
        request.reference = "-r.snapshot"
        request.fontFolders = ["fonts", "-own fonts"]
        request.templateFolders = ["looks"]
        let run = SnapshotRun(Job(deck: "-x.json", destination: .nowhere, resources: Resources()), request)
        #expect(
            run.acceptCommand("cup")
                == "capprint snapshot accept --card cup --reference ./-r.snapshot --fonts fonts --fonts './-own fonts' --templates looks ./-x.json"
        )
        #expect(run.acceptCommand("-cup").hasPrefix("capprint snapshot accept --card=-cup "))
    }

    @Test("values made by several workers come in order, and an error ends the work", arguments: [1, 2, 7])
    func order(workers: Int) async throws {
        var seen: [Int] = []
        try await OrderedTasks.run(count: 40, workers: workers, { $0 * $0 }) { seen.append($0) }
        #expect(seen == (0..<40).map { $0 * $0 })
        struct Stop: Error {}
        seen = []
        await #expect(throws: Stop.self) {
            try await OrderedTasks.run(
                count: 40, workers: workers,
                {
                    if $0 == 7 { throw Stop() }
                    return $0
                }, { seen.append($0) })
        }
        #expect(seen.count <= 7)
    }
}
