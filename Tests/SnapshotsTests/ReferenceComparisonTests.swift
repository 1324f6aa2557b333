import DisplayList
import Geometry
import Testing

@testable import Snapshots

@Suite("What differs, in words")
struct ReferenceComparisonTests {
    /// A change and the words for it, `field: sentence; sentence`.
    struct Row: Sendable, CustomTestStringConvertible {
        var words: String
        var change: @Sendable (Reference) -> Reference

        init(_ words: String, _ change: @escaping @Sendable (Reference) -> Reference) {
            self.words = words
            self.change = change
        }

        var testDescription: String { words.isEmpty ? "nothing to see" : words }
    }

    static func told(_ old: Reference, _ new: Reference, _ rules: ComparisonRules = ComparisonRules()) -> [String] {
        ReferenceComparison.compare(old, new, rules: rules).cards.map { card in
            card.changes.map { change in
                "\(change.field): \(change.details.map(\.sentence).joined(separator: "; "))"
            }.joined(separator: " | ")
        }
    }

    static let rows: [Row] = [
        // Texts
        Row("words.ja.text: text 珈琲 → コーヒー; size 18 → 16.5 pt; moved 0.4 mm right") {
            $0.changingText {
                $0.text = "コーヒー"
                $0.size = .pt(16.5)
                $0.shape = 1
                $0.lines[0].origin.x += .mm(0.4)
                $0.lines[0].width += .mm(8)
            }
        },
        Row("words.ja.text: size 18 → 16.5 pt") {
            $0.changingText {
                $0.size = .pt(16.5)
                $0.lines[0].width = .mm(11.64)
                $0.lines[0].origin.y -= .mm(0.2)
            }
        },
        Row("words.ja.text: moved 1.2 mm left and 0.3 mm down") {
            $0.changingText { $0.lines[0].origin = Point(x: .mm(3.8), y: .mm(50.55)) }
        },
        Row("words.ja.text: moved 0.06 mm up") { $0.changingText { $0.lines[0].origin.y -= .mm(0.06) } },
        Row("") { $0.changingText { $0.lines[0].origin.y -= .mm(0.05) } },
        Row("words.ja.text: text 珈琲 → 珈琲店") {
            // Centred: the middle stays.
            $0.changingText {
                $0.text = "珈琲店"
                $0.shape = 2
                $0.lines[0].origin.x -= .mm(3)
                $0.lines[0].width += .mm(6)
            }
        },
        Row("words.ja.text: font KleeOne-Regular → NotoSansCJKjp-Regular") {
            $0.changingText {
                $0.fonts = ["NotoSansCJKjp-Regular"]
                $0.shape = 3
                $0.lines[0].width += .mm(0.3)
            }
        },
        Row("words.ja.text: font KleeOne-Regular → KleeOne-Regular + NotoSansCJKjp-Regular") {
            $0.changingText {
                $0.fonts += ["NotoSansCJKjp-Regular"]
                $0.shape = 3
            }
        },
        // The letters are the same, whatever the font is called and numbers them.
        Row("") {
            $0.changingText {
                $0.fonts = ["KleeTwo-Regular"]
                $0.lines[0].glyphs = [7, 8]
            }
        },
        Row("words.ja.text: font KleeOne-Regular (5f3a9c11) → KleeOne-Regular (77b0d2e0)") {
            $0.changingFont("KleeOne-Regular", "77b0d2e0ff").changingText { $0.shape = 4 }
        },
        Row("") { $0.changingFont("KleeOne-Regular", "77b0d2e0ff") },
        Row("words.ja.text: letters look different") { $0.changingText { $0.shape = 5 } },
        Row("words.ja.text: language ja → zh-Hant; letters look different") {
            $0.changingText {
                $0.language = "zh-Hant"
                $0.shape = 5
            }
        },
        Row("") { $0.changingText { $0.language = "ja-JP" } },
        Row("words.ja.text: now on 2 lines (was 1)") {
            $0.changingText {
                $0.lines = [
                    .init(origin: Point(x: .mm(5), y: .mm(47.25)), width: .mm(6.35), glyphs: [1]),
                    .init(origin: Point(x: .mm(5), y: .mm(54)), width: .mm(6.35), glyphs: [2]),
                ]
            }
        },
        Row("words.ja.text: colour #1a1a1a → #803020") {
            $0.changingText { $0.colors = [Color(red: 128.0 / 255, green: 48.0 / 255, blue: 32.0 / 255)] }
        },
        Row("words.ja.text: colours #1a1a1a → #1a1a1a and #000000") { $0.changingText { $0.colors.append(.black) } },
        Row("words.ja.text: turned 2° counter-clockwise") { $0.changingText { $0.turn = -2 } },
        Row("") { $0.changingText { $0.turn = 0.1 } },
        // The last letter takes more room beside it, where there is nothing to see; centred, all letters move.
        Row("") { $0.changingText { $0.lines[0].width += .mm(0.3) } },
        Row("words.ja.text: moved 0.15 mm left") {
            $0.changingText {
                $0.lines[0].origin.x -= .mm(0.15)
                $0.lines[0].width += .mm(0.3)
            }
        },
        // A no-break space for a space, a letter for another of the same form.
        Row("") { $0.changingText { $0.text = "珈琲\u{A0}" } },
        Row("words.ja.text: size 18 → 16.5 pt; text 珈琲 → \"珈琲 \"") {
            $0.changingText {
                $0.text = "珈琲 "
                $0.size = .pt(16.5)
                $0.lines[0].origin.y -= .mm(0.2)
            }
        },
        Row("words.ar.text: text \u{2068}فنجان قهوة\u{2069} → \u{2068}قهوة\u{2069}") {
            $0.changingText("words.ar.text") {
                $0.text = "قهوة"
                $0.shape = 6
                $0.lines[0].origin.x += .mm(9)
                $0.lines[0].width -= .mm(9)
            }
        },
        Row("words.ja.text: text 珈琲 → \" 珈琲<U+202E>\"") {
            $0.changingText {
                $0.text = " 珈琲\u{202E}"
                $0.shape = 3
            }
        },
        // Canonically the same.
        Row("") { $0.changingText("words.en.text") { $0.text = "coffee cup" } },
        // Art
        Row("sticker: picture changed (3.1 % of its area)") {
            $0.changingArt {
                $0.source.fileHash += 1
                $0.source.pixelHash += 1
                $0.source.tiles[3] ^= 1
                $0.source.tiles[4] ^= 2
            }
        },
        Row("sticker: picture changed (less than 1.6 % of its area)") {
            $0.changingArt {
                $0.source.fileHash += 1
                $0.source.pixelHash += 1
            }
        },
        Row("sticker: picture replaced") {
            $0.changingArt {
                $0.source.fileHash += 1
                $0.source.pixelHash += 1
                $0.source.width = 300
            }
        },
        // Compressed anew: the pixels are the same. Decoded otherwise: the file is.
        Row("") { $0.changingArt { $0.source.fileHash += 1 } },
        Row("") { $0.changingArt { $0.source.pixelHash += 1 } },
        Row("photo: crop moved") { $0.changingArt("photo") { $0.source.shown[0] += 0.05 } },
        Row("photo: crop shows less") {
            $0.changingArt("photo") { $0.source.shown = [0.15, 0.1, 0.7, 0.8] }
        },
        Row("") { $0.changingArt("photo") { $0.source.shown[0] += 0.0008 } },
        Row("photo: turned 4.5° clockwise") { $0.changingArt("photo") { $0.turn = 2.5 } },
        Row("sticker: edge 2 → 1.6 mm") {
            $0.changingArt {
                $0.edge = .mm(1.6)
                $0.finish = 4
            }
        },
        Row("sticker: shadow or frame changed") { $0.changingArt { $0.finish = 4 } },
        Row("sticker: shadow or frame changed") {
            $0.changingArt {
                $0.edge += .mm(0.02)
                $0.finish = 4
            }
        },
        Row("sticker: 2 mm narrower and 1 mm shorter; moved 2 mm down") {
            $0.changingArt {
                $0.box = Rect(x: .mm(7), y: .mm(13), width: .mm(48), height: .mm(39))
            }
        },
        // Codes
        Row("link: QR text https://cards.example.org/coffee-cup → https://cards.example.org/mug") {
            $0.changingCode {
                $0.text = "https://cards.example.org/mug"
                $0.modules = 25
            }
        },
        Row("link: QR code has 33 modules a side (was 29)") { $0.changingCode { $0.modules = 33 } },
        Row("link: 1 mm narrower and 1 mm shorter") {
            $0.changingCode { $0.box.size = Size(width: .mm(20), height: .mm(20)) }
        },
        // Shapes
        Row("ground: colour #f4ece0 → #ffffff") { $0.changingShapes { $0.colors = [.white] } },
        Row("mark: colour #786b61 → #000000") { $0.changingShapes("mark") { $0.colors[0] = .black } },
        Row("mark: shape changed") { $0.changingShapes("mark") { $0.shape = 3 } },
        Row("mark: 2 shapes more") {
            $0.changingShapes("mark") {
                $0.count = 4
                $0.shape = 3
            }
        },
        Row("mark: 1 shape fewer; 1 mm narrower; moved 0.5 mm up") {
            $0.changingShapes("mark") {
                $0.count = 1
                $0.box = Rect(x: .mm(5), y: .mm(4.5), width: .mm(3), height: .mm(4))
            }
        },
        // The hash is of the shape at the size of its box.
        Row("") { $0.changingShapes("mark") { $0.box.size.width += .mm(0.01) } },
        Row("mark: shape changed") {
            $0.changingShapes("mark") {
                $0.box.size.width += .mm(0.01)
                $0.shape = 3
            }
        },
        // Whole items and faces
        Row("words.ja.text: removed: \"珈琲\"") { $0.changingItems { $0.remove(at: 1) } },
        Row("words.ja.note: added: \"(hot)\"") {
            $0.changingItems { $0.append(SampleReference.text("words.ja.note", "ja", "(hot)")) }
        },
        Row("link: removed: QR code \"https://cards.example.org/coffee-cup\"") { $0.changingItems { $0.removeLast() } },
        Row("photo: removed: the photo") { $0.changingItems { $0.removeFirst() } },
        Row("words.ar.text: moved 11.75 mm up | words.ja.text: moved 11.75 mm down") {
            $0.changingItems {
                // Other languages first: where they stand is told, not that they were painted in another order.
                $0.swapAt(1, 3)
                for (index, y) in [(1, 50.25), (3, 62.0)] {
                    guard case .text(var text) = $0[index] else { continue }
                    text.lines[0].origin.y = .mm(y)
                    $0[index] = .text(text)
                }
            }
        },
        Row("photo: now painted over caption (was under it)") {
            $0.changingItems { $0.insert($0.remove(at: 4), at: 0) }
        },
        Row("face: removed: the whole back") { deck in
            var deck = deck
            deck.cards[0].faces.removeLast()
            return deck
        },
        Row("face: arrangement words → words-plain | link: removed: QR code \"https://cards.example.org/coffee-cup\"") {
            var deck = $0.changingItems { $0.removeLast() }
            deck.cards[0].faces[1].arrangement = "words-plain"
            return deck
        },
        Row("") { deck in
            var deck = deck
            deck.cards[0].faces[1].arrangement = "words-2"
            return deck
        },
    ]

    @Test("one change, the exact words", arguments: rows)
    func words(row: Row) {
        let told = Self.told(SampleReference.deck, row.change(SampleReference.deck))
        #expect(told == (row.words.isEmpty ? [] : [row.words]))
    }

    @Test(
        "the distance of every line counts, whichever way lines run",
        arguments: [
            ([0, 0, 0], []), ([0.04, 0.05, 0.04], []),
            ([0.04, 0.08, 0.12], ["words.ja.text: lines 0.04 mm further apart"]),
            ([-0.5, -1, -1.5], ["words.ja.text: lines 0.5 mm closer together"]),
            ([0.3, 0, 0], ["words.ja.text: lines stand at other distances"]),
        ] as [([Double], [String])])
    func distances(further: [Double], words: [String]) {
        func deck(_ further: [Double], turn: Double, isVertical: Bool) -> Reference {
            SampleReference.deck.changingText { text in
                text.turn = turn
                text.isVertical = isVertical
                text.lines = ([0] + further).enumerated().map { index, more in
                    let way = Length.mm(Double(index) * 6 + more)
                    let isDown = !isVertical && turn == 0
                    return .init(
                        origin: Point(x: isDown ? .mm(5) : .mm(50) - way, y: isDown ? .mm(40) + way : .mm(40)),
                        width: .mm(10), glyphs: [1])
                }
            }
        }
        for (turn, isVertical) in [(0.0, false), (0, true), (90, false)] {
            let old = deck([0, 0, 0], turn: turn, isVertical: isVertical)
            let told = Self.told(old, deck(further, turn: turn, isVertical: isVertical))
            // Turned text tells its places as well.
            #expect(told.map { String($0.split(separator: "; ")[0]) }.filter { $0.contains("lines") } == words)
        }
    }

    @Test("the box of columns stands upright")
    func column() throws {
        guard case .text(var text) = SampleReference.text("a", "ja", "珈琲", width: 20) else { return }
        text.isVertical = true
        #expect(text.box.height.millimetres > 19.9 && text.box.width < .mm(8))
        #expect(text.box.minY.isClose(to: text.lines[0].origin.y))
    }
}
