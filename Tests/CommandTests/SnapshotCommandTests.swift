import Foundation
import Testing

@Suite("Snapshots of the sample deck, from the command line")
struct SnapshotCommandTests {
    /// A copy of the sample deck in a folder of its own.
    private struct Scratch {
        let folder: TemporaryFolder
        let deck: String

        init() throws {
            folder = try TemporaryFolder()
            deck = folder.path("tea/deck.json")
            try FileManager.default.copyItem(
                at: Program.root.appending(path: "Samples/garden-tea"), to: folder.url.appending(path: "tea"))
        }

        var snapshot: String { folder.path("tea/deck.snapshot") }

        func read(_ path: String) throws -> String { try String(contentsOfFile: path, encoding: .utf8) }

        /// Replaces the first occurrence of a text in the deck.
        func edit(_ old: String, _ new: String) throws {
            let text = try read(deck)
            let place = try #require(text.range(of: old), "the sample has no \(old)")
            try text.replacingCharacters(in: place, with: new).write(toFile: deck, atomically: true, encoding: .utf8)
        }

        /// Changes the list of cards.
        func editCards(_ change: (inout [[String: Any]]) -> Void) throws {
            let data = try Data(contentsOf: URL(filePath: deck))
            var json = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
            var cards = try #require(json["cards"] as? [[String: Any]])
            change(&cards)
            json["cards"] = cards
            try JSONSerialization.data(withJSONObject: json, options: [.prettyPrinted, .sortedKeys])
                .write(to: URL(filePath: deck))
        }

        /// Runs `capprint snapshot …` in the deck's folder, outside of continuous integration unless `ci` says what `CI` holds.
        func run(_ action: String, _ arguments: String..., ci: String = "") throws -> Program.Result {
            try Program.capprint(
                ["snapshot", action, "deck.json"] + arguments, in: folder.url.appending(path: "tea"),
                environment: ["CI": ci])
        }
    }

    private static let word = #""text": "tasse""#
    private static let newWord = #""text": "tasse à thé""#

    @Test("a changed word is told with its card and field and nothing else; accepted, all is the same again")
    func cycle() throws {
        let scratch = try Scratch()
        let recorded = try scratch.run("record")
        #expect(recorded.status == 0)
        #expect(recorded.text == "deck.snapshot: 8 cards recorded\n")
        let same = try scratch.run("verify")
        #expect(same.status == 0)
        #expect(same.text == "8 cards are the same\n")
        #expect(same.errors == "")

        try scratch.edit(Self.word, Self.newWord)
        let changed = try scratch.run("verify")
        #expect(changed.status == 1)
        let lines = changed.text.split(separator: "\n")
        let told = lines.filter { $0.hasPrefix("card ") }
        #expect(told.allSatisfy { $0.hasPrefix("card 'teacup', back, ") }, "\(changed.text)")
        #expect(told.contains { $0.hasPrefix("card 'teacup', back, fr: text tasse → tasse à thé") }, "\(changed.text)")
        #expect(lines.contains("to accept: capprint snapshot accept deck.json"))
        #expect(lines.last == "1 card differs, 7 are the same")

        let before = try scratch.read(scratch.snapshot)
        #expect(try scratch.run("record").status == 1)
        #expect(try scratch.read(scratch.snapshot) == before)

        let accepted = try scratch.run("accept", "--card", "teacup")
        #expect(accepted.status == 0)
        #expect(accepted.text == "deck.snapshot: 1 card accepted: teacup\n")
        #expect(try scratch.run("verify").status == 0)
        let after = try scratch.read(scratch.snapshot)
        #expect(after != before)
        #expect(try scratch.run("accept").text == "deck.snapshot: nothing to accept\n")
        #expect(try scratch.read(scratch.snapshot) == after)
    }

    @Test("what nobody sees is no change: white space, order of fields, fields that are not printed")
    func invisible() throws {
        let scratch = try Scratch()
        #expect(try scratch.run("record").status == 0)
        try scratch.editCards { cards in
            cards[0]["note"] = "another note"
            cards[0]["tags"] = ["other"]
            cards[2]["copies"] = 3
        }
        #expect(try scratch.run("verify").text == "8 cards are the same\n")
    }

    @Test(
        "a card without a reference is recorded and fails this once; in CI it fails every time and nothing is written")
    func newCard() throws {
        let scratch = try Scratch()
        #expect(try scratch.run("record").status == 0)
        let before = try scratch.read(scratch.snapshot)
        try scratch.editCards { cards in
            var card = cards[1]
            card["id"] = "pour-more"
            card["words"] = ["en": "pour more"]
            cards.append(card)
        }
        for _ in 0..<2 {
            let unattended = try scratch.run("verify", ci: "true")
            #expect(unattended.status == 1)
            #expect(unattended.text.contains("card 'pour-more' is new"))
            #expect(unattended.text.contains("capprint snapshot record deck.json"))
            #expect(try scratch.run("verify", "--ci").status == 1)
        }
        #expect(try scratch.read(scratch.snapshot) == before)
        let first = try scratch.run("verify")
        #expect(first.status == 1)
        #expect(first.text.contains("recorded just now"))
        #expect(try scratch.read(scratch.snapshot) != before)
        #expect(try scratch.run("verify", ci: "true").status == 0)
    }

    @Test("a deck without any reference is recorded by verify, and fails this once")
    func noReference() throws {
        let scratch = try Scratch()
        #expect(try scratch.run("verify", ci: "1").status == 1)
        #expect(!FileManager.default.fileExists(atPath: scratch.snapshot))
        #expect(try scratch.run("verify", ci: "false").status == 1)
        #expect(try scratch.run("verify").status == 0)
    }

    @Test("in CI references are never changed", arguments: ["record", "accept", "prune"])
    func continuousIntegration(action: String) throws {
        let scratch = try Scratch()
        let result = try scratch.run(action, ci: "true")
        #expect(result.status == 64)
        #expect(result.errors.contains("commit it"))
        #expect(!FileManager.default.fileExists(atPath: scratch.snapshot))
    }

    @Test("a card that is gone is told, and pruned; a card with another id is told as such, and accepted")
    func goneAndRenamed() throws {
        let scratch = try Scratch()
        #expect(try scratch.run("record").status == 0)
        try scratch.editCards { cards in
            cards.removeLast()
            cards[4]["id"] = "kitty"
        }
        let result = try scratch.run("verify")
        #expect(result.status == 1)
        #expect(result.text.contains("card 'paper-boat' is gone"))
        #expect(result.text.contains("card 'kitty' was 'cat'"))
        let pruned = try scratch.run("prune")
        #expect(pruned.status == 0)
        #expect(pruned.text == "deck.snapshot: 1 card removed: paper-boat\n")
        #expect(try scratch.run("prune").text == "deck.snapshot: nothing to prune\n")
        let renamed = try scratch.run("verify")
        #expect(!renamed.text.contains("paper-boat"))
        #expect(renamed.text.contains("card 'kitty' was 'cat'"))
        // By its old name as well.
        let accepted = try scratch.run("accept", "--card", "cat")
        #expect(accepted.text == "deck.snapshot: 1 card accepted: kitty; 1 card removed: cat\n")
        #expect(try scratch.run("verify").text == "7 cards are the same\n")
    }

    @Test("the references know their look; another one is another look of every card")
    func look() throws {
        let scratch = try Scratch()
        #expect(try scratch.run("record", "--template", "mini", "--ink-saver").status == 0)
        #expect(try scratch.run("verify").status == 0)
        let other = try scratch.run("verify", "--template", "classic")
        #expect(other.status == 1)
        #expect(other.text.contains("8 cards differ"))
        #expect(try scratch.run("record", "--template", "classic").status == 64)
        #expect(try scratch.run("accept", "--template", "classic", "--card", "cat").status == 64)
        #expect(try scratch.run("accept", "--template", "classic").status == 0)
        #expect(try scratch.run("verify").status == 0)
    }

    @Test("damaged references are in nobody's way: accept writes them anew, with their template and people's comments")
    func damaged() throws {
        let scratch = try Scratch()
        #expect(try scratch.run("record", "--template", "mini").status == 0)
        let whole = try scratch.read(scratch.snapshot)
        let cut = whole.replacingOccurrences(of: "card cat\n", with: "# Ada's cat\ncard cat\n").dropLast(400)
        try String(cut).write(toFile: scratch.snapshot, atomically: true, encoding: .utf8)
        for action in ["record", "verify", "prune"] {
            let result = try scratch.run(action)
            #expect(result.status == 65)
            #expect(result.errors.contains("the file breaks off here"), "\(result.errors)")
            #expect(result.errors.contains("capprint snapshot accept"))
        }
        let accepted = try scratch.run("accept")
        #expect(accepted.status == 0, "\(accepted.errors)")
        #expect(accepted.text.hasPrefix("deck.snapshot, which was damaged, is written anew: 8 cards accepted: "))
        let mended = try scratch.read(scratch.snapshot)
        #expect(mended.replacingOccurrences(of: "# Ada's cat\n", with: "") == whole)
        #expect(mended.contains("\n\n# Ada's cat\ncard cat\n"))
        #expect(try scratch.run("verify").text == "8 cards are the same\n")

        // Two branches that changed it, and a file of which nothing is left.
        try "<<<<<<< HEAD\n\(whole)=======\n\(mended)>>>>>>> theirs\n".write(
            toFile: scratch.snapshot, atomically: true, encoding: .utf8)
        #expect(try scratch.run("verify").status == 65)
        #expect(try scratch.run("accept").status == 0)
        #expect(try scratch.run("verify").status == 0)
        try "".write(toFile: scratch.snapshot, atomically: true, encoding: .utf8)
        let empty = try scratch.run("accept")
        #expect(empty.status == 65)
        #expect(empty.errors.contains("capprint snapshot accept --template classic deck.json"), "\(empty.errors)")
        #expect(try scratch.run("accept", "--template", "mini").status == 0)
        #expect(try scratch.read(scratch.snapshot) == whole)
    }

    @Test("people's comments stay with their cards, whatever is accepted, recorded or renamed")
    func comments() throws {
        let scratch = try Scratch()
        #expect(try scratch.run("record").status == 0)
        let commented = try scratch.read(scratch.snapshot)
            .replacingOccurrences(of: "\ndeck ", with: "\n# for the spring fair\ndeck ")
            .replacingOccurrences(of: "card cat\n", with: "# Ada's cat\ncard cat\n")
        try commented.write(toFile: scratch.snapshot, atomically: true, encoding: .utf8)
        #expect(try scratch.run("accept").status == 0)
        #expect(try scratch.read(scratch.snapshot) == commented)
        try scratch.edit(Self.word, Self.newWord)
        try scratch.editCards { $0[4]["id"] = "kitty" }
        #expect(try scratch.run("accept", "--card", "teacup").status == 0)
        #expect(try scratch.read(scratch.snapshot).contains("# Ada's cat\ncard cat\n"))
        #expect(try scratch.run("accept").status == 0)
        let renamed = try scratch.read(scratch.snapshot)
        #expect(renamed.contains("# Ada's cat\ncard kitty\n"), "\(renamed)")
        #expect(renamed.contains("# for the spring fair\ndeck "))
    }

    @Test("a letter for another that looks the same is a note; in CI too all is the same")
    func rereading() throws {
        let scratch = try Scratch()
        #expect(try scratch.run("record").status == 0)
        try scratch.edit(Self.word, "\"text\": \"t\u{251}sse\"")
        let result = try scratch.run("verify", ci: "true")
        #expect(result.status == 0, "\(result.text)")
        #expect(
            result.text.contains(
                "note: card 'teacup', back, words.fr.text: reads tasse → t\u{251}sse, and looks the same"),
            "\(result.text)")
    }

    @Test("a card in between is told, and the numbers of those behind it in one line")
    func inserted() throws {
        let scratch = try Scratch()
        #expect(try scratch.run("record").status == 0)
        try scratch.editCards { cards in
            var card = cards[2]
            card["id"] = "pot"
            card["words"] = ["en": "pot"]
            cards.insert(card, at: 2)
        }
        let result = try scratch.run("verify", "--ci", "--report", "report.html")
        #expect(result.status == 1)
        let last = result.text.split(separator: "\n").last
        #expect(last == "1 card is new, 6 have another number, 2 are the same", "\(result.text)")
        #expect(result.text.contains("6 cards differ only in their number: "))
        let page = try scratch.read(scratch.folder.path("tea/report.html"))
        #expect(page.components(separatedBy: "<article").count == 2)
        #expect(page.contains("6 cards differ only in their number"))
        #expect(page.contains("<b>6</b> with another number"))
    }

    @Test("a template beside the deck is found from anywhere")
    func ownTemplate() throws {
        let scratch = try Scratch()
        _ = try scratch.folder.write(
            "tea/looks/own.json", ##"{"extends": "classic", "colors": {"word": "#202020"}}"##)
        #expect(try scratch.run("record", "--template", "looks/own.json").status == 0)
        let result = try Program.capprint(
            "snapshot", "verify", scratch.folder.path("tea"), in: Program.root, environment: ["CI": ""])
        #expect(result.status == 0, "\(result.text)\(result.errors)")
        _ = try scratch.folder.write(
            "tea/looks/own.json", ##"{"extends": "classic", "colors": {"word": "#204020"}}"##)
        #expect(try scratch.run("verify").text.contains("8 cards differ"))
    }

    @Test("a template with another format is accepted for the whole deck, and it is said why")
    func format() throws {
        let scratch = try Scratch()
        _ = try scratch.folder.write("tea/own.json", #"{"extends": "classic"}"#)
        #expect(try scratch.run("record", "--template", "own.json").status == 0)
        _ = try scratch.folder.write("tea/own.json", #"{"extends": "classic", "corner": 1}"#)
        let other = try scratch.run("verify", "--ci")
        #expect(other.status == 1)
        #expect(other.text.contains("they can only be accepted together"), "\(other.text)\(other.errors)")
        let single = try scratch.run("accept", "--card", "cat")
        #expect(single.status == 64)
        #expect(single.errors.contains("corner radius 1 mm"), "\(single.errors)")
        #expect(single.errors.contains("accept without --card"))
        #expect(try scratch.run("accept").status == 0)
        #expect(try scratch.run("verify").status == 0)
    }

    @Test("what differs is told where the references cannot be written")
    func unwritable() throws {
        let folder = try TemporaryFolder()
        func write(_ first: String, _ count: Int) throws -> String {
            let cards = (0..<count).map { #"{"id": "c\#($0)", "words": {"en": "\#($0 == 0 ? first : "word")"}}"# }
            return try folder.write(
                "deck.json",
                #"{"version": 1, "id": "kitchen", "languages": ["en"], "cards": [\#(cards.joined(separator: ", "))]}"#)
        }
        let deck = try write("cup", 60)
        try #require(try Program.capprint("snapshot", "record", deck, environment: ["CI": ""]).status == 0)
        let before = try String(contentsOfFile: folder.path("deck.snapshot"), encoding: .utf8)
        _ = try write("bowl", 61)
        let result = try Program.capprint(limitedTo: 2, "snapshot", "verify", "--no-cache", deck)
        #expect(result.status == 74, "\(result.errors)")
        #expect(result.text.contains("text cup → bowl"), "\(result.text)")
        #expect(result.text.contains("none could be written"))
        #expect(try String(contentsOfFile: folder.path("deck.snapshot"), encoding: .utf8) == before)
    }

    @Test("pictures are kept where they are wanted, follow what is accepted, and go with their cards")
    func pictures() throws {
        let scratch = try Scratch()
        #expect(try scratch.run("record", "--pictures").status == 0)
        func names() throws -> [String] {
            try FileManager.default.contentsOfDirectory(atPath: scratch.folder.path("tea/deck.snapshot-pictures"))
                .sorted()
        }
        #expect(try names().count == 16)
        let cup = scratch.folder.path("tea/deck.snapshot-pictures/teacup-back.png")
        let before = try Data(contentsOf: URL(filePath: cup))
        try scratch.edit(Self.word, Self.newWord)
        try scratch.editCards { $0.removeLast() }
        #expect(try scratch.run("accept", "--card", "teacup").status == 0)
        #expect(try Data(contentsOf: URL(filePath: cup)) != before)
        #expect(try names().count == 16)
        #expect(try scratch.run("accept").status == 0)
        #expect(try names().count == 14)
        try Data("old".utf8).write(to: URL(filePath: scratch.folder.path("tea/deck.snapshot-pictures/tea-front.png")))
        let stale = try scratch.run("verify")
        #expect(stale.status == 1)
        #expect(stale.text.contains("card 'tea' is gone"))
        #expect(try scratch.run("prune").text == "deck.snapshot: 1 picture removed\n")
        #expect(try scratch.run("verify").status == 0)
        // A folder of that name cannot be removed as a file.
        let stuck = scratch.folder.path("tea/deck.snapshot-pictures/tea-front.png")
        try FileManager.default.createDirectory(atPath: stuck, withIntermediateDirectories: false)
        let unremoved = try scratch.run("prune")
        #expect(unremoved.status == 74)
        #expect(unremoved.errors.contains("cannot remove"), "\(unremoved.errors)")
        #expect(unremoved.text == "deck.snapshot: nothing to prune\n")
    }

    @Test("fields and regions that do not count are passed over, once or by the rules beside the deck")
    func rules() throws {
        let scratch = try Scratch()
        #expect(try scratch.run("record").status == 0)
        try scratch.edit(#""place": "Grandma's garden""#, #""place": "Grandpa's garden""#)
        let result = try scratch.run("verify")
        #expect(result.status == 1)
        #expect(result.text.contains("card 'teacup', back, caption: text "), "\(result.text)")
        let ignored = try scratch.run("verify", "--ignore", "caption")
        #expect(ignored.status == 0)
        #expect(ignored.errors == "")
        let misspelt = try scratch.run("verify", "--ignore", "captoin", "--ignore-region", "front:0,0,1,1")
        #expect(misspelt.status == 1)
        #expect(misspelt.errors.contains("no card has a field 'captoin'"), "\(misspelt.errors)")
        #expect(misspelt.errors.contains("did you mean 'caption'?"))
        #expect(misspelt.errors.contains("nothing lies wholly in the region front:0,0,1,1"))
        #expect(try scratch.run("verify", "--ignore-region", "back:0,0,63,88").status == 0)
        #expect(try scratch.run("verify", "--ignore-region", "front:0,0,63,88").status == 1)
        _ = try scratch.folder.write("tea/deck.snapshot-rules.json", #"{"ignore": ["caption"]}"#)
        #expect(try scratch.run("verify").status == 0)
    }

    @Test("what is wrong is said, and nothing is written over")
    func wrong() throws {
        let scratch = try Scratch()
        #expect(try scratch.run("record", "--reference", "deck.json").status == 65)
        #expect(try scratch.run("verify", "-o", "deck.json").status == 64)
        #expect(try scratch.read(scratch.deck).contains("\"version\": 1"))
        #expect(try scratch.run("verify", "--tolerance", "wide").status == 64)
        #expect(try scratch.run("verify", "--ignore-region", "left:1,2,3,4").status == 64)
        #expect(try scratch.run("accept", "--card", "teacap").errors.contains("did you mean 'teacup'?"))
        let unknown = try scratch.run("verfy")
        #expect(unknown.status == 64)
        #expect(unknown.errors.contains("Did you mean 'capprint snapshot verify'?"), "\(unknown.errors)")
        #expect(try scratch.run("publish").errors.contains("record, verify, accept, prune"))
        #expect(try scratch.run("--help").status == 0)
        _ = try scratch.folder.write("tea/deck.snapshot", "<<<<<<< HEAD\n")
        let merged = try scratch.run("accept")
        #expect(merged.status == 65)
        #expect(merged.errors.contains("deck.snapshot:1"))
        #expect(try scratch.read(scratch.snapshot) == "<<<<<<< HEAD\n")
        let none = try Program.capprint("snapshot", "verify", scratch.folder.path("no.json"), environment: ["CI": ""])
        #expect(none.status == 66)
        let two = try Program.capprint(
            "snapshot", "verify", scratch.deck, scratch.deck, "--format", "json", environment: ["CI": ""])
        #expect(two.status == 64)
    }

    @Test("a report says where in the deck, for programs")
    func report() throws {
        let scratch = try Scratch()
        #expect(try scratch.run("record").status == 0)
        try scratch.edit(Self.word, Self.newWord)
        let result = try scratch.run("verify", "--format", "json", "-o", "out.json")
        #expect(result.status == 1)
        #expect(result.text == "")
        let data = try Data(contentsOf: URL(filePath: scratch.folder.path("tea/out.json")))
        let report = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        let items = try #require(report["items"] as? [[String: Any]])
        #expect(items.count == 1)
        #expect(items[0]["name"] as? String == "teacup")
        #expect(items[0]["file"] as? String == "deck.json")
        #expect(items[0]["line"] as? Int == 15)
        #expect(items[0]["accept"] as? String == "capprint snapshot accept --card teacup deck.json")
    }
}
