import Diagnostics
import DisplayList
import Geometry
import Testing

@testable import Snapshots

@Suite("The snapshot file")
struct ReferenceFileTests {
    @Test("what is written is read back, to the last hundredth", arguments: 1...120)
    func roundTrip(seed: Int) throws {
        var random = RandomReference(seed: UInt64(seed))
        let reference = random.reference()
        let text = ReferenceWriter.text(reference)
        let read = try ReferenceReader.read(Array(text.utf8), file: "deck.snapshot")
        let again = ReferenceWriter.text(read)
        #expect(again.utf8.elementsEqual(text.utf8))
        for (card, written) in zip(read.cards, reference.cards) {
            for (face, written) in zip(card.faces, written.faces) {
                for (item, written) in zip(face.items, written.items) where item != written {
                    Issue.record("\(written) is read as \(item)")
                }
            }
        }
        let isSame = read == reference
        #expect(isSame)
    }
}

extension ReferenceFileTests {
    private static let text = ReferenceWriter.text(SampleReference.deck)

    /// What is wrong with the sample's file after a change, as `line:column: message`.
    private func faults(_ change: (inout String) -> Void) -> [String] {
        var text = Self.text
        change(&text)
        do {
            _ = try ReferenceReader.read(Array(text.utf8), file: "deck.snapshot")
            return []
        } catch {
            return error.diagnostics.map { "\($0.place?.line ?? 0):\($0.place?.column ?? 0): \($0.message)" }
        }
    }

    private func replacing(_ old: String, _ new: String) -> [String] {
        faults { $0 = $0.split(separator: old, maxSplits: 1, omittingEmptySubsequences: false).joined(separator: new) }
    }

    @Test("the words come first, and one change changes one line")
    func lines() throws {
        let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(lines[0] == "capprint snapshot 1")
        #expect(lines[1].contains("capprint snapshot accept"))
        #expect(lines.contains { $0.hasPrefix(" text \"珈琲\" ja 5,50.25+12.7 ") })
        #expect(lines.contains(" code link"))
        // What the line above says already is not said again.
        #expect(lines.contains(" name 5,54"))
        #expect(lines.last == "" && lines[lines.count - 2] == "end")
        let changed = ReferenceWriter.text(SampleReference.deck.changingText { $0.lines[0].origin.x += .mm(1) })
            .split(separator: "\n", omittingEmptySubsequences: false)
        #expect(zip(lines, changed).count { $0 != $1 } == 1)
        var more = SampleReference.deck
        more.cards.insert(SampleReference.card("milk", en: "milk", ja: "牛乳", ar: "حليب"), at: 1)
        let added = ReferenceWriter.text(more).split(separator: "\n", omittingEmptySubsequences: false)
        let own = added.firstIndex(of: "card milk") ?? 0
        #expect(Array(added[..<own] + added[(own + added.count - lines.count)...]) == lines)
    }

    @Test("a file as Windows saves it, with comments, reads the same")
    func tolerant() throws {
        let text =
            "\u{FEFF}"
            + Self.text.replacing("\ncard mug", with: "\n# the mug\n\n\ncard mug").replacing("\n", with: "\r\n")
        var read = try ReferenceReader.read(Array(text.utf8), file: "deck.snapshot")
        #expect(read.comments == ReferenceComments(cards: ["coffee-cup": ["# the mug"]]))
        read.comments = ReferenceComments()
        #expect(read == SampleReference.deck)
    }

    @Test("comments stay with the card that they stand above or in, and in the head")
    func comments() throws {
        let text = Self.text
            .replacing("\ndeck kitchen", with: "\n# ours\ndeck kitchen")
            .replacing("card mug\n", with: "# the mug\n# of Ada\ncard mug\n# its front\n")
            .replacing("\nend\n", with: "\n# below tea\n\nend\n# at last\n")
        let read = try ReferenceReader.read(Array(text.utf8), file: "deck.snapshot")
        #expect(read.comments.head == ["# ours", "# at last"])
        #expect(read.comments.cards == ["mug": ["# the mug", "# of Ada", "# its front"], "tea": ["# below tea"]])
        let written = ReferenceWriter.text(read)
        #expect(written.contains("\n\n# the mug\n# of Ada\n# its front\ncard mug\n -- front"))
        #expect(try ReferenceReader.read(Array(written.utf8), file: "deck.snapshot") == read)
    }

    @Test("a file that breaks off anywhere is told to")
    func truncated() throws {
        let lines = Self.text.split(separator: "\n", omittingEmptySubsequences: false)
        for count in 2..<lines.count - 1 {
            let text = lines[..<count].joined(separator: "\n") + "\n"
            let error = try #require(
                throws: DiagnosticError.self, "\(count) lines of \(lines.count) are read as if all were there"
            ) { try ReferenceReader.read(Array(text.utf8), file: "deck.snapshot") }
            #expect(error.diagnostics.contains { $0.message.contains("breaks off") }, "\(count)")
        }
        #expect(replacing("\nend\n", "\nend\ncard more\n") == ["68:1: the snapshot has ended above this line"])
    }

    @Test("of a damaged file is left what records it anew as it was")
    func remains() throws {
        func remains(_ text: String) -> ReferenceRemains? { ReferenceReader.remains(of: Array(text.utf8)) }
        let damaged = Self.text.replacing("card mug", with: "# mine\ncard mug\n <<>>").prefix(2200)
        #expect(
            remains(String(damaged))
                == ReferenceRemains(
                    template: "classic", savesInk: false, comments: .init(cards: ["mug": ["# mine"]])))
        let both = "<<<<<<< HEAD\n\(Self.text)=======\n\(Self.text.replacing("classic", with: "mini"))>>>>>>> theirs\n"
        #expect(remains(both)?.template == "classic")
        #expect(remains("")?.template == nil)
        #expect(remains("{}") == nil)
        #expect(remains(Self.text.replacing("snapshot 1", with: "snapshot 2")) == nil)
    }

    @Test("what is no snapshot, or of a newer capprint")
    func firstLine() {
        #expect(faults { $0 = "" } == ["1:1: the file is empty"])
        #expect(faults { $0 = "{}" }.first?.hasPrefix("1:1: this is no snapshot") == true)
        #expect(
            replacing("snapshot 1", "snapshot 2") == [
                "1:1: the snapshot has version 2, and this capprint knows version 1"
            ])
    }

    @Test("merge conflicts are named as such, and nothing else is told")
    func conflicts() {
        let conflict = "<<<<<<< HEAD\ncard mug\n||||||| base\n=======\ncard mug\n>>>>>>> theirs"
        #expect(replacing("card mug", conflict) == ["37:1: a merge conflict of git has not been settled"])
        #expect(replacing("card mug", "card mug\n=======") == ["38:1: a marker of a merge conflict is left over"])
        #expect(faults { $0 = "<<<<<<< HEAD\n" + $0 } == ["1:1: a merge conflict of git has not been settled"])
    }

    @Test(
        "a broken line is told with its place",
        arguments: [
            ("deck kitchen\n", "", "0:0: the line 'deck …' is missing from the head"),
            ("ink full", "ink half", "5:5: 'full' or 'saved' should stand here"),
            ("template", "templete", "4:1: a line cannot begin with 'templete'"),
            ("card mug", "card coffee-cup", "37:6: the card 'coffee-cup' stands here twice"),
            ("deck kitchen", "deck kitchen\ndeck kitchen", "4:1: 'deck' stands here twice"),
            ("card mug", "font X 12\ncard mug", "37:1: 'font' belongs above the first card"),
            ("5,50.25+12.7", "5,50.25", "31:22: a plus sign and the width should stand here"),
            ("5,50.25+12.7", "5,50.255+12.7", "31:17: a number has at most two decimals"),
            ("\"珈琲\"", "\"珈琲", "31:7: the quotes are not closed"),
            ("\"珈琲\"", "\"\\x\"", "31:8: an escape that is none"),
            (" ja 5,50", " ja Kleeone-Regular 5,50", "31:15: the head has no font 'Kleeone-Regular'"),
            (" ja 5,50", " jp 5,50", "31:15: a font: the head names none for text in jp should stand here"),
            (" -- front sticker\n", "", "23:2: no face such as '-- front' stands above this line"),
        ])
    func brokenLine(old: String, new: String, told: String) {
        #expect(replacing(old, new).first == told)
    }

    @Test("all broken lines are told in one go, to a limit")
    func all() {
        // The name of a language in the head, three places of it, and five texts of each card.
        let told = faults { $0 = $0.replacing("+", with: "*") }
        #expect(told.count == 19)
        let long = "capprint snapshot 1\n" + String(repeating: "?\n", count: 1000)
        let error = #expect(throws: DiagnosticError.self) {
            try ReferenceReader.read(Array(long.utf8), file: "deck.snapshot")
        }
        #expect(error?.diagnostics.count == ReferenceReader.mostFaults + 1)
        #expect(error?.diagnostics.last?.message == "950 more lines are damaged")
    }

    @Test("whatever the file says, reading ends with a reference or with problems", arguments: 1...200)
    func damaged(seed: Int) {
        var bytes = Array(Self.text.utf8)
        var state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15
        for _ in 0..<(1 + seed % 7) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            let place = Int(state >> 33) % bytes.count
            if seed % 3 == 0 { bytes.remove(at: place) } else { bytes[place] = UInt8(truncatingIfNeeded: state >> 20) }
        }
        do {
            _ = try ReferenceReader.read(bytes, file: "deck.snapshot")
        } catch {
            #expect(!error.diagnostics.isEmpty)
        }
    }
}
