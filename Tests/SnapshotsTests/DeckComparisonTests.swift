import Diagnostics
import DisplayList
import Geometry
import Testing

@testable import Snapshots

@Suite("What became of the cards")
struct DeckComparisonTests {
    private let deck = SampleReference.deck

    private func compare(_ new: Reference, _ rules: ComparisonRules = ComparisonRules()) -> DeckComparison {
        ReferenceComparison.compare(deck, new, rules: rules)
    }

    private func states(_ comparison: DeckComparison) -> [String] {
        comparison.cards.map { "\($0.id) \($0.state)" }
    }

    @Test("a new and a missing card are told apart, the missing one last")
    func newAndMissing() {
        var new = deck
        new.cards[1] = SampleReference.card("sugar", en: "sugar", ja: "砂糖", ar: "سكر")
        new.cards.append(SampleReference.card("milk", en: "milk", ja: "牛乳", ar: "حليب"))
        let comparison = compare(new)
        #expect(states(comparison) == ["sugar new", "milk new", "mug missing"])
        #expect(comparison.sameCards.count == 2)
        #expect(comparison.notes.isEmpty)
    }

    @Test("a text that reads differently and looks the same is a note and no difference")
    func rereadings() {
        let new = deck.changingText { $0.text = "珈琲\u{A0}" }
        let comparison = compare(new)
        #expect(comparison.isSame)
        #expect(comparison.sameCards == ["coffee-cup", "mug", "tea"])
        #expect(
            comparison.notes == [
                "card 'coffee-cup', back, words.ja.text: reads 珈琲 → 珈琲<U+00A0>, and looks the same"
            ])
        let ignored = compare(new, ComparisonRules(ignoredFields: ["words.ja.text"]))
        #expect(ignored.notes.isEmpty)
    }

    @Test("many such texts are counted")
    func manyRereadings() {
        var old = deck
        old.cards = (0..<14).map { SampleReference.card("cup-\($0)", en: "cup", ja: "マグ", ar: "كوب") }
        var new = old
        for card in new.cards.indices {
            guard case .text(var text) = new.cards[card].faces[1].items[1] else { continue }
            text.text += " "
            new.cards[card].faces[1].items[1] = .text(text)
        }
        let comparison = ReferenceComparison.compare(old, new, rules: ComparisonRules())
        #expect(comparison.isSame)
        #expect(comparison.notes.count == 11)
        #expect(comparison.notes.last == "4 more texts that read differently and look the same")
    }

    @Test("lines that break elsewhere are told, also where their number stays")
    func breaks() {
        func broken(_ first: Int, _ shape: UInt32) -> Reference {
            deck.changingText {
                $0.lines = [first, 6 - first].enumerated().map { index, count in
                    .init(
                        origin: Point(x: .mm(5), y: .mm(50 + 6 * Double(index))), width: .mm(4 * Double(count)),
                        glyphs: Array(repeating: 7, count: count))
                }
                $0.shape = shape
            }
        }
        #expect(
            ReferenceComparisonTests.told(broken(4, 1), broken(3, 2)) == ["words.ja.text: lines break elsewhere"])
    }

    @Test("a renamed card is found, and what else differs in it is told")
    func renamed() {
        var new = deck
        new.cards[1].id = "cup"
        #expect(states(compare(new)) == [#"cup renamed(from: "mug")"#])
        #expect(compare(new).cards[0].changes.isEmpty)
        new = new.changing("words.ja.text", of: "cup") {
            $0 = SampleReference.text(
                "words.ja.text", "ja", "湯呑み", font: "KleeOne-Regular", x: 5, y: 50.25, width: 12.7)
        }
        let comparison = compare(new)
        #expect(states(comparison) == [#"cup renamed(from: "mug")"#])
        #expect(comparison.cards[0].changes.flatMap(\.details).map(\.sentence) == ["text マグ → 湯呑み"])
    }

    @Test("a card with other art and other words is another card")
    func notRenamed() {
        var new = deck
        new.cards[1] = SampleReference.card("cup", en: "mug", ja: "マグ", ar: "كوب")
        #expect(states(compare(new)) == ["cup new", "mug missing"])
        new = deck
        new.cards[1].id = "cup"
        for face in new.cards[1].faces.indices {
            new.cards[1].faces[face].items = new.cards[1].faces[face].items.map { item in
                guard case .text(var text) = item else { return item }
                text.text += "?"
                return .text(text)
            }
        }
        #expect(states(compare(new)) == ["cup new", "mug missing"])
    }

    @Test("of many renamed cards each finds its own")
    func manyRenamed() {
        let old = Reference(
            look: SampleReference.look,
            cards: (0..<300).map { SampleReference.card("a\($0)", en: "word \($0)", ja: "語\($0)", ar: "كلمة") })
        var new = old
        for index in new.cards.indices { new.cards[index].id = "b\(index)" }
        new.cards.reverse()
        let comparison = ReferenceComparison.compare(old, new, rules: ComparisonRules())
        let isRight = comparison.cards.allSatisfy { $0.state == .renamed(from: "a\($0.id.dropFirst())") }
        #expect(comparison.cards.count == 300)
        #expect(isRight)
    }

    @Test("another order is a note and no difference")
    func order() {
        var new = deck
        new.cards.reverse()
        let comparison = compare(new)
        #expect(comparison.isSame)
        #expect(comparison.sameCards.count == 3)
        #expect(comparison.notes == ["the cards stand in another order"])
    }

    @Test("a card put in between moves no other")
    func inserted() {
        var new = deck
        new.cards.insert(SampleReference.card("milk", en: "milk", ja: "牛乳", ar: "حليب"), at: 0)
        #expect(states(compare(new)) == ["milk new"])
        #expect(compare(new).notes.isEmpty)
    }

    @Test("another trim size is told once, and changes every card")
    func trim() {
        var new = deck
        new.look.trim.width = .mm(61)
        new.look.template = "narrow"
        let comparison = compare(new.changingText { $0.size = .pt(16) })
        #expect(states(comparison) == ["coffee-cup changed", "mug changed", "tea changed"])
        #expect(
            comparison.cards.map { $0.changes.flatMap(\.details).map(\.sentence) } == [
                ["size 18 → 16 pt"], ["trim size 63 × 88 → 61 × 88 mm"],
                ["trim size 63 × 88 → 61 × 88 mm"],
            ])
        #expect(comparison.notes == ["template classic → narrow", "trim size 63 × 88 → 61 × 88 mm"])
    }

    @Test("what looks the same under another name is a note at most")
    func invisible() {
        var new = deck.changingFont("Andika", "00000000ff").changingShapes { $0.element = "tint" }
        new.look.template = "../other.json"
        new.look.bleed = .mm(2)
        for card in new.cards.indices { new.cards[card].faces[0].arrangement = "sticker-2" }
        let comparison = compare(new)
        #expect(comparison.isSame)
        #expect(
            comparison.notes == [
                "template classic → ../other.json", "bleed 3 → 2 mm", "arrangement sticker is now called sticker-2",
                "font Andika changed (8f0e1d2c → 00000000), no letter looks different",
            ])
    }

    // MARK: Rules

    private var movedAndRedrawn: Reference {
        deck.changingText { $0.lines[0].origin.x += .mm(0.2) }.changingCode { $0.text = "https://cards.example.org/x" }
    }

    @Test(
        "ignored fields",
        arguments: [
            (["words.*.text", "link"], true), (["*"], true), (["w*t", "l*"], true), (["words.ja.*"], false),
            (["words.*.reading"], false), (["text", "link"], false),
        ])
    func ignoredFields(patterns: [String], isSame: Bool) {
        #expect(compare(movedAndRedrawn, ComparisonRules(ignoredFields: patterns.map { .init($0) })).isSame == isSame)
    }

    @Test("an ignored region hides what lies wholly in it, before and after")
    func regions() {
        func isSame(_ side: String?, _ area: Rect, _ new: Reference) -> Bool {
            compare(new, ComparisonRules(ignoredRegions: [.init(side: side, area: area)])).isSame
        }
        let code = Rect(x: .mm(37), y: .mm(62), width: .mm(21), height: .mm(21))
        let new = deck.changingCode { $0.text = "https://cards.example.org/x" }
        #expect(isSame("back", code, new))
        #expect(isSame(nil, code, new))
        #expect(!isSame("front", code, new))
        #expect(!isSame("back", code.inset(by: .mm(0.1)), new))
        #expect(!isSame("back", code, deck.changingCode { $0.box.origin.x -= .mm(1) }))
    }

    @Test("the tolerance", arguments: [(0.19, false), (0.2, true), (0.5, true), (0, false)])
    func tolerance(millimetres: Double, isSame: Bool) {
        let new = deck.changingText { $0.lines[0].origin.x += .mm(0.2) }
        #expect(compare(new, ComparisonRules(tolerance: .mm(millimetres))).isSame == isSame)
    }

    @Test("a size of type is within the tolerance when its em is")
    func toleranceOfSizes() {
        let within = deck.changingText { $0.size = .pt(18.14) }
        let beyond = deck.changingText { $0.size = .pt(18.2) }
        #expect(compare(within).isSame)
        #expect(compare(beyond).cards[0].changes[0].details[0].sentence == "size 18 → 18.2 pt")
    }

    @Test("rules of one card hold for that card alone")
    func exceptions() {
        let new = deck.changingText { $0.lines[0].origin.x += .mm(0.2) }
        func rules(_ card: String) -> ComparisonRules {
            ComparisonRules(exceptions: [card: .init(tolerance: .mm(0.3))])
        }
        #expect(compare(new, rules("coffee-cup")).isSame)
        #expect(!compare(new, rules("mug")).isSame)
    }
}
