import DeckModel
import Diagnostics
import Testing

@Suite("What a deck's author is told")
struct BrokenDeckTests {
    static let all: [BrokenDeck] =
        BrokenDeck.versions + BrokenDeck.decks + BrokenDeck.languages + BrokenDeck.links + BrokenDeck.ids
        + BrokenDeck.cards + BrokenDeck.words + BrokenDeck.ruby + BrokenDeck.files + BrokenDeck.syntax

    @Test("each problem has its sentence", arguments: all)
    func sentence(_ broken: BrokenDeck) {
        #expect(DeckFolder.read(broken.source).diagnostics.map(\.description) == broken.says)
    }

    @Test("all problems come in one run, in the order of the file")
    func allAtOnce() {
        let (deck, diagnostics) = DeckFolder.read(
            """
            {"version": 1, "titel": "x", "cards": [
              {"id": "a", "words": {"en": ""}},
              {"id": "b", "words": {"en": "b", "fr": {"text": "b", "audio": "audio/fr/tasse.mp3"}}, "copies": -1},
              {"id": "B!", "words": {"en": "b"}}
            ]}
            """)
        #expect(
            diagnostics.map(\.description) == [
                "deck.json:1:1: warning: the deck has no link: cards carry no QR code\n"
                    + "  hint: add \"link\": \"https://…/\", the address of the deck's pages",
                "deck.json:1:16: warning: unknown field 'titel'\n  hint: did you mean 'title'?",
                "deck.json:2:31: error: card 'a', words.en: must not be blank",
                "deck.json:3:65: error: card 'b', words.fr.audio: no file 'audio/fr/tasse.mp3' in the deck's folder\n"
                    + "  hint: there is 'audio/fr/tasses.mp3'",
                "deck.json:3:99: error: card 'b', copies: must be from 0 to 999, found -1",
                "deck.json:4:10: error: cards[2].id: 'B!' cannot be an id\n"
                    + "  hint: an id is made of a-z 0-9 . _ -, at most 64 of them: 'b'",
            ])
        #expect(deck?.cards.map(\.id) == ["b"], "what is good goes on to the later stages")
    }

    @Test("a missing file is a missing input, not a fault of the deck's text")
    func missingInput() {
        #expect(
            DeckFolder.read(card: #""words": {"en": "a"}, "sticker": "x.png""#).diagnostics[0].severity == .missingInput
        )
        #expect(
            DeckFolder.read(card: #""words": {"en": "a"}, "sticker": "notes.txt""#).diagnostics[0].severity == .error)
    }

    @Test("a file name of other code points that looks the same is explained")
    func decomposedFileName() {
        let (_, diagnostics) = DeckFolder.read(card: #""words": {"en": "a"}, "sticker": "stickers/\u00e9.png""#)
        #if os(Linux)
            #expect(diagnostics.first?.hint?.contains("NFC and NFD") == true)
        #else
            #expect(diagnostics.isEmpty)
        #endif
    }

    @Test("texts and paths that are too long are refused with their length")
    func tooLong() {
        func message(_ fields: String) -> String? { DeckFolder.read(card: fields).diagnostics.first?.message }
        let marks = "a" + String(repeating: "\u{301}", count: 4001)
        #expect(message(#""words": {"en": "\#(marks)"}"#) == "has 4002 code points; at most 500 characters are allowed")
        let path = String(repeating: "a/", count: 600)
        #expect(message(#""words": {"en": "a"}, "photo": "\#(path)""#) == "is longer than 1024 bytes")
        #expect(message(#""words": {"en": "\#(String(repeating: "語", count: 500))"}"#) == nil)
        let word = String(repeating: "x", count: 10_000_000)
        #expect(
            message(#""words": {"en": "\#(word)"}"#) == "has 10000000 code points; at most 500 characters are allowed")
    }

    @Test("a deck cut off at any byte is refused, never a crash")
    func truncation() {
        let whole = Array(DeckReaderTests.kitchen.utf8)
        for length in 0..<whole.count {
            let (deck, diagnostics) = DeckReader.read(
                bytes: Array(whole[..<length]), file: "deck.json", folder: DeckFolder.path)
            #expect(deck == nil && diagnostics.contains(where: \.isError), "cut at byte \(length)")
        }
    }

    @Test(
        "a deck with any one byte changed is read or refused, never a crash",
        arguments: [0x00, 0x22, 0x5B, 0x7D, 0x80, 0xFF])
    func damage(_ byte: UInt8) {
        let whole = Array(DeckReaderTests.kitchen.utf8)
        for index in whole.indices {
            var damaged = whole
            damaged[index] = byte
            let (deck, diagnostics) = DeckReader.read(bytes: damaged, file: "deck.json", folder: DeckFolder.path)
            #expect(deck != nil || diagnostics.contains(where: \.isError), "byte \(index)")
        }
    }
}
