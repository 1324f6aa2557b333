import DeckModel
import Diagnostics
import FileAccess
import Testing

@Suite("Reading decks")
struct DeckReaderTests {
    /// The format's own example, with files that are in the folder.
    static let kitchen = """
        {
          "version": 1,
          "id": "kitchen",
          "title": {"en": "In the kitchen", "zh-Hant": "廚房裡"},
          "languages": ["en", "fr", "ja", "ar"],
          "link": "https://cards.example.org/kitchen/",
          "cards": [
            {
              "id": "coffee-cup",
              "kind": "noun",
              "words": {
                "ar": "فنجان قهوة",
                "JA": {"text": "珈琲茶碗", "ruby": "珈琲[コーヒー]茶碗[ちゃわん]", "reading": "kōhī-jawan"},
                "fr": {"text": "tasse", "gender": "f", "audio": "audio/fr/tasses.mp3"},
                "en": {"text": "coffee cup", "audio": "https://e.org/cup.mp3", "example": "Mind the cup!"}
              },
              "sticker": "stickers/cup.png",
              "photo": "photos/scene.jpg",
              "captured": {"at": "2025-11-30T15:20:00+08:00", "place": "the café by the park"},
              "tags": ["kitchen", "breakfast"],
              "copies": 3,
              "note": "Mia found it\\nherself."
            },
            {"id": "cat", "words": {"en": "cat"}, "link": "https://e.org/?card="}
          ]
        }
        """

    @Test("every field of the format arrives")
    func everyField() throws {
        let (read, diagnostics) = DeckFolder.read(DeckReaderTests.kitchen)
        #expect(diagnostics.isEmpty)
        let deck = try #require(read)
        #expect(deck.id == "kitchen")
        #expect(deck.languages == ["en", "fr", "ja", "ar"])
        #expect(deck.missingWords == 3)
        let cup = deck.cards[0]
        #expect(cup.words.map(\.language) == ["en", "fr", "ja", "ar"], "the deck's order and spelling")
        #expect(cup.words.map(\.text) == ["coffee cup", "tasse", "珈琲茶碗", "فنجان قهوة"])
        #expect(cup.kind == .noun)
        #expect(cup.words[1].gender == .feminine)
        #expect(cup.words[0].example == "Mind the cup!")
        #expect(cup.words[2].reading == "kōhī-jawan")
        #expect(cup.sticker?.relative == "stickers/cup.png")
        #expect(cup.sticker?.absolute == Files.resolved(DeckFolder.path).map { $0 + "/stickers/cup.png" })
        #expect(cup.photo?.relative == "photos/scene.jpg")
        #expect(
            cup.captured?.date
                == CalendarDate(year: 2025, month: 11, day: 30, hour: 15, minute: 20, offset: "+08:00"))
        #expect(cup.captured?.place == "the café by the park")
        #expect(cup.tags == ["kitchen", "breakfast"])
        #expect(cup.copies == 3)
        #expect(cup.note == "Mia found it\nherself.")
        #expect(cup.place == Place(file: "deck.json", line: 8, column: 5))
        #expect(cup.words[3].place(in: cup.file) == Place(file: "deck.json", line: 12, column: 15))
    }

    @Test("a card's code holds link and id as they stand; a file's address lies below the deck's link")
    func addresses() throws {
        let deck = try #require(DeckFolder.read(DeckReaderTests.kitchen).deck)
        #expect(
            deck.cards.map(\.address) == ["https://cards.example.org/kitchen/coffee-cup", "https://e.org/?card=cat"])
        #expect(deck.cards[0].words[0].audioAddress == "https://e.org/cup.mp3")
        #expect(
            deck.cards[0].words[1].audioAddress == "https://cards.example.org/kitchen/audio/fr/tasses.mp3")
    }

    @Test("without languages, they come in the order of their first word")
    func languagesByAppearance() {
        let (deck, diagnostics) = DeckFolder.read(
            """
            {"cards": [{"id": "a", "words": {"fr": "a", "en": "a"}}, {"id": "b", "words": {"EN": "b", "ja": "b", "fr": "b"}}],
             "version": 1, "link": "https://e.org/"}
            """)
        #expect(diagnostics.isEmpty)
        #expect(deck?.languages == ["fr", "en", "ja"])
        #expect(deck?.cards[1].words.map(\.language) == ["fr", "en", "ja"])
    }

    @Test("an id of its own is not needed: the folder's name is made one")
    func defaultID() {
        let (deck, _) = DeckFolder.read(#"{"version": 1, "cards": [{"id": "a", "words": {"en": "a"}}]}"#)
        #expect(deck?.id == "deck-of-tests")
        #expect(deck?.title(for: "en") == "deck-of-tests")
    }

    @Test("marks that embed a direction are left out")
    func embeddings() {
        let (deck, diagnostics) = DeckFolder.read(card: #""words": {"ar": "\u202Bصدفة\u202C"}"#)
        #expect(deck?.cards[0].words[0].text.unicodeScalars.elementsEqual("صدفة".unicodeScalars) == true)
        #expect(diagnostics.map(\.severity) == [.warning])
    }

    @Test(
        "text stays as given, scalar by scalar", arguments: ["e\u{301}", "é", "क\u{94D}\u{200D}ष", "می\u{200C}خواهم"])
    func textAsGiven(_ text: String) {
        let (deck, diagnostics) = DeckFolder.read(card: #""words": {"en": "\#(text)"}"#)
        #expect(deck?.cards.first.map { Array($0.words[0].text.unicodeScalars) } == Array(text.unicodeScalars))
        #expect(diagnostics.isEmpty)
    }

    @Test(
        "a local network may do without https",
        arguments: [
            "http://localhost:8080/", "http://192.168.1.20/", "http://10.0.0.1/", "http://172.31.0.1/", "http://nas/",
            "http://nas.local/", "http://[::1]/", "http://[fd12::1]:80/", "https://e.org/#", "https://e.org/?card=",
        ])
    func localLink(_ link: String) {
        let (deck, diagnostics) = DeckFolder.read(
            #"{"version": 1, "link": "\#(link)", "cards": [{"id": "a", "words": {"en": "a"}}]}"#)
        #expect(diagnostics.isEmpty)
        #expect(deck?.cards[0].address == link + "a")
    }

    @Test(
        "a public host may not",
        arguments: ["http://172.32.0.1/", "http://e.org/", "http://1.2.3.4/", "http://[2001::1]/"])
    func publicLink(_ link: String) {
        let (_, diagnostics) = DeckFolder.read(
            #"{"version": 1, "link": "\#(link)", "cards": [{"id": "a", "words": {"en": "a"}}]}"#)
        #expect(diagnostics.map(\.message) == ["http goes with hosts on a local network only"])
    }

    @Test(
        "audio lies below the last folder of the link, percent-encoded",
        arguments: [
            ("https://e.org/kitchen/", "https://e.org/kitchen/audio/fr/%C3%A9%20%23.mp3"),
            ("https://e.org", "https://e.org/audio/fr/%C3%A9%20%23.mp3"),
            ("https://e.org/k/?card=", "https://e.org/k/audio/fr/%C3%A9%20%23.mp3"),
            ("https://e.org/k/page#", "https://e.org/k/audio/fr/%C3%A9%20%23.mp3"),
        ])
    func audioAddress(_ link: String, _ address: String) throws {
        try DeckFolder.write("", to: Paths.join(DeckFolder.path, "audio/fr/é #.mp3"))
        let (deck, _) = DeckFolder.read(
            #"{"version": 1, "link": "\#(link)", "cards": [{"id": "a", "words": {"fr": {"text": "a", "audio": "audio/fr/é #.mp3"}}}]}"#
        )
        #expect(deck?.cards[0].words[0].audioAddress == address)
    }
}
