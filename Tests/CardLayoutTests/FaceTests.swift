import CardLayout
import DeckModel
import Diagnostics
import DisplayList
import Geometry
import Testing

@Suite("Card faces: whatever a card has, it looks made on purpose")
struct FaceTests {
    /// Words in as many languages as asked for, the first English.
    private static let words = [
        ("en", "cup"), ("fr", "tasse"), ("ar", "فنجان"), ("ja", "茶碗"), ("zh-Hant", "杯子"), ("hi", "प्याला"),
        ("th", "ถ้วย"), ("he", "ספל"), ("ko", "컵"), ("ru", "чашка"), ("el", "φλιτζάνι"), ("ta", "கோப்பை"),
        ("ur", "پیالی"), ("bo", "དཀར་ཡོལ"), ("km", "ពែង"), ("my", "ခွက်"), ("ka", "ჭიქა"), ("hy", "բաժակ"),
        ("am", "ኩባያ"), ("bn", "কাপ"), ("te", "కప్పు"), ("de", "Tasse"), ("es", "taza"), ("pl", "kubek"),
    ]

    private static func card(languages count: Int, extra: String = "") -> (card: String, languages: String) {
        let chosen = words.prefix(count)
        let list = chosen.map { #""\#($0.0)": {"text": "\#($0.1)", "reading": "reading"}"# }.joined(separator: ", ")
        return (
            #"{"id": "cup", "kind": "noun", "words": {\#(list)}\#(extra)}"#,
            "[" + chosen.map { "\"\($0.0)\"" }.joined(separator: ", ") + "]"
        )
    }

    private static let extras = [
        "", #", "sticker": "stickers/teacup.svg""#,
        #", "photo": "photos/garden-table.jpg", "captured": {"at": "2025-06-01", "place": "the garden"}"#,
        #", "sticker": "stickers/teacup.svg", "photo": "photos/garden-table.jpg""#,
    ]

    @Test(
        "nothing that is read leaves the safe area, nothing overlaps, each word is there once",
        arguments: ["classic", "large", "mini", "school", "syllables", "tracing"], [1, 2, 5, 6, 12, 24])
    func insideAndApart(template: String, languages: Int) throws {
        for extra in Self.extras {
            let (card, tags) = Self.card(languages: languages, extra: extra)
            let faces = try Room.faces(card, languages: tags, template: template)
            #expect(faces.diagnostics.filter(\.isError).isEmpty, "\(faces.diagnostics)")
            for face in faces.sides.map(\.face) {
                let safe = face.frame.boxes.safe
                for text in face.texts where text.field != "caption" {
                    #expect(
                        safe.contains(text.box),
                        "\(template), \(languages), \(face.arrangement), \(text.field) \(text.text): \(text.box)")
                    #expect(text.size >= .pt(7) || text.field == "number", "\(text.text)")
                }
                for code in face.codes {
                    #expect(safe.contains(code.box))
                    #expect(code.module >= .mm(0.4))
                    for text in face.texts {
                        #expect(!code.box.overlaps(text.box), "\(face.arrangement): \(text.text)")
                    }
                }
                for art in face.pictures { #expect(safe.inset(by: .mm(-0.1)).contains(art.box), "\(art)") }
            }
            let set = faces.sides.flatMap(\.face.texts).filter { $0.field == "text" }.map(\.text)
            #expect(set.sorted() == Self.words.prefix(languages).map(\.1).sorted())
            #expect(faces.back?.codes.map(\.content) == ["https://cards.example.org/garden/cup"])
        }
    }

    @Test("a card that lacks the deck's first language shows its first word large")
    func noHeadword() throws {
        let faces = try Room.faces(#"{"id": "cup", "words": {"fr": "tasse"}}"#, languages: #"["en", "fr"]"#)
        #expect(faces.front.texts.first { $0.field == "text" }?.text == "tasse")
    }

    @Test("a word that does not fit at the floor is an error with the size that would")
    func tooLong() throws {
        let word = String(repeating: "Donaudampfschiff", count: 12)
        let faces = try Room.faces(#"{"id": "ship", "words": {"de": "\#(word)"}}"#, languages: #"["de"]"#)
        let problem = try #require(faces.diagnostics.first { $0.isError })
        #expect(problem.card == "ship")
        #expect(problem.field == "words.de.text")
        #expect(problem.message.contains("does not fit its place on template 'classic' even at 12 pt"))
        #expect(problem.message.contains("it would at"))
        #expect(!faces.front.texts.contains { $0.text == word })
    }

    @Test("a QR code whose modules are too small is warned about with what would do")
    func smallCode() throws {
        let id = String(repeating: "long-id-", count: 8)
        let faces = try Room.faces(#"{"id": "\#(id)", "words": {"en": "cup"}}"#, template: "mini")
        let problem = try #require(faces.diagnostics.first { $0.field == "link" })
        #expect(!problem.isError)
        #expect(problem.message.contains("under 0.4 mm"))
        #expect(problem.hint?.contains("mm wide") == true)
    }
}
