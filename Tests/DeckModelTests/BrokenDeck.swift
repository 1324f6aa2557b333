import Testing

/// Decks with something wrong, and what their author is told, to the letter.
struct BrokenDeck: Sendable, CustomTestStringConvertible {
    var source: String
    var says: [String]

    var testDescription: String { String(source.prefix(160)) }

    init(_ source: String, _ says: String...) {
        self.source = source
        self.says = says
    }
}

extension BrokenDeck {
    static let versions: [BrokenDeck] = [
        BrokenDeck(
            #"{"link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:1: error: the field 'version' is missing\#n  hint: add "version": 1"#),
        BrokenDeck(
            #"{"version": 2, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:13: error: version: the deck is version 2; this program reads version 1\#n  hint: a newer capprint may read it"#
        ),
        BrokenDeck(
            #"{"version": 0, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:13: error: version: must be 1, found 0"#),
        BrokenDeck(
            #"{"version": "1", "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:13: error: version: must be 1, found text"#),
        BrokenDeck(
            #"{"version": 1.5, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:13: error: version: must be 1, found 1.5"#),
        BrokenDeck(
            #"{"version": 3, "link": "https://e.org/", "cards": [{"id": "NO", "words": {}}]}"#,
            #"deck.json:1:13: error: version: the deck is version 3; this program reads version 1\#n  hint: a newer capprint may read it"#
        ),
    ]

    static let decks: [BrokenDeck] = [
        BrokenDeck(
            #"[]"#,
            #"deck.json:1:1: error: must be an object { … }, found a list [ … ]"#),
        BrokenDeck(
            #""deck""#,
            #"deck.json:1:1: error: must be an object { … }, found text"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/"}"#,
            #"deck.json:1:1: error: the field 'cards' is missing"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": []}"#,
            #"deck.json:1:51: error: the deck has no cards\#n  hint: a card needs an id and words"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": {}}"#,
            #"deck.json:1:51: error: cards: must be a list [ … ], found an object { … }"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [7]}"#,
            #"deck.json:1:52: error: cards[0]: must be an object { … }, found a number"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}}], "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:92: error: the field 'cards' stands here twice\#n  hint: it stands first in line 1"#,
            #"deck.json:1:109: error: card 'cup', id: another card has this id\#n  hint: it stands first in line 1; ids are unique in a deck"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [null]}"#,
            #"deck.json:1:52: error: cards[0]: must be an object { … }, found null"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "id": "My Kitchen", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:48: error: id: 'My Kitchen' cannot be an id\#n  hint: an id is made of a-z 0-9 . _ -, at most 64 of them: 'my-kitchen'"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "id": 5, "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:48: error: id: must be text in double quotes, found a number"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "titel": "x", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:42: warning: unknown field 'titel'\#n  hint: did you mean 'title'?"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "title": 3, "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:51: error: title: must be text, or one text per language, found a number"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "title": {"en": "", "en_GB": "x", "fr": 1}, "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:58: error: title.en: must not be blank"#,
            #"deck.json:1:62: error: title: 'en_GB' is not a language tag\#n  hint: did you mean 'en-GB'?"#,
            #"deck.json:1:82: error: title.fr: must be text in double quotes, found a number"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "title": null, "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:51: error: title: must be text, or one text per language, found null\#n  hint: leave the field out where there is nothing to say"#
        ),
    ]

    static let languages: [BrokenDeck] = [
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "languages": "en", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:55: error: languages: must be a list [ … ], found text"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "languages": [], "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:55: error: languages: names no language\#n  hint: leave it out to print all languages that the cards have"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "languages": ["en", "EN", "zh_Hant", "e", 4], "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:62: error: languages: 'EN' stands here twice\#n  hint: it stands first in line 1"#,
            #"deck.json:1:68: error: languages: 'zh_Hant' is not a language tag\#n  hint: did you mean 'zh-Hant'?"#,
            #"deck.json:1:79: error: languages: 'e' is not a language tag\#n  hint: tags are written as in BCP 47: en, fr, zh-Hant, pt-BR"#,
            #"deck.json:1:84: error: languages[4]: must be text in double quotes, found a number"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "languages": ["english", "en"], "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:56: warning: languages: no language has the tag 'english'\#n  hint: tags are short, such as en, fr or zh-Hant"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "languages": ["en", "zh-Hant"], "cards": [{"id": "cup", "words": {"en": "cup", "zh-Hans": "杯", "es": "taza"}}]}"#,
            #"deck.json:1:132: warning: card 'cup', words.zh-Hans: the deck's languages have no 'zh-Hans': the word is not printed\#n  hint: did you mean 'zh-Hant'?"#,
            #"deck.json:1:143: warning: card 'cup', words.es: the deck's languages have no 'es': the word is not printed\#n  hint: add it to the deck's languages"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "languages": ["fr"], "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:73: error: card 'cup', words: has no word in a language of the deck"#,
            #"deck.json:1:103: warning: card 'cup', words.en: the deck's languages have no 'en': the word is not printed\#n  hint: add it to the deck's languages"#
        ),
    ]

    static let links: [BrokenDeck] = [
        BrokenDeck(
            #"{"version": 1, "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:1: warning: the deck has no link: cards carry no QR code\#n  hint: add "link": "https://…/", the address of the deck's pages"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/cards", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:24: warning: link: does not end in '/', '=', '#' or '-': the card's id follows it as it stands\#n  hint: did you mean 'https://e.org/cards/'?"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "http://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:24: error: link: http goes with hosts on a local network only\#n  hint: write https://"#),
        BrokenDeck(
            #"{"version": 1, "link": "e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:24: error: link: 'e.org/' is not an https address\#n  hint: did you mean 'https://e.org/'?"#),
        BrokenDeck(
            #"{"version": 1, "link": "ftp://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:24: error: link: 'ftp://e.org/' is not an https address\#n  hint: it starts with https://"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:24: error: link: 'https://' names no host"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/a b/", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:24: error: link: holds ' ', which no address may hold\#n  hint: remove it, or write %20"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/küche/", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:24: error: link: holds 'ü', which no address may hold\#n  hint: write %C3%BC"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://mia:pw@e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:24: error: link: holds a user name, which anyone who has the card could read\#n  hint: remove what stands before @"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/100%/", "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:24: error: link: has a '%' without two hexadecimal digits\#n  hint: a % itself is written %25"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": 1, "cards": [{"id": "cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:24: error: link: must be text in double quotes, found a number"#),
        BrokenDeck(
            #"{"version": 1, "cards": [{"id": "a", "words": {"en": "a"}}, {"id": "b", "words": {"en": "b"}, "link": "https://e.org/b/"}]}"#,
            #"deck.json:1:1: warning: the deck has no link: 1 of 2 cards carry no QR code\#n  hint: add "link": "https://…/", the address of the deck's pages"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "link": "https://e.org/cup"}]}"#,
            #"deck.json:1:98: warning: card 'cup', link: does not end in '/', '=', '#' or '-': the card's id follows it as it stands\#n  hint: did you mean 'https://e.org/cup/'?"#
        ),
    ]

    static let ids: [BrokenDeck] = [
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"words": {"en": "cup"}}]}"#,
            #"deck.json:1:52: error: cards[0]: the field 'id' is missing"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "Coffee Cup", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:59: error: cards[0].id: 'Coffee Cup' cannot be an id\#n  hint: an id is made of a-z 0-9 . _ -, at most 64 of them: 'coffee-cup'"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:59: error: cards[0].id: '' cannot be an id\#n  hint: an id is made of a-z 0-9 . _ -, at most 64 of them"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:59: error: cards[0].id: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa…' cannot be an id\#n  hint: an id is made of a-z 0-9 . _ -, at most 64 of them: 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa'"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": 1, "words": {"en": "cup"}}]}"#,
            #"deck.json:1:59: error: cards[0].id: must be text in double quotes, found a number"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": ".", "words": {"en": "cup"}}]}"#,
            #"deck.json:1:59: error: cards[0].id: '.' cannot be an id\#n  hint: an id is made of a-z 0-9 . _ -, at most 64 of them"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", \#n"cards": [\#n  {"id": "cup", "words": {"en": "a"}},\#n  {"id": "cup", "words": {"en": "b"}}]}"#,
            #"deck.json:4:10: error: card 'cup', id: another card has this id\#n  hint: it stands first in line 3; ids are unique in a deck"#
        ),
    ]

    static let cards: [BrokenDeck] = [
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "stiker": "x.png"}]}"#,
            #"deck.json:1:90: warning: card 'cup': unknown field 'stiker'\#n  hint: did you mean 'sticker'?"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "kind": "nown"}]}"#,
            #"deck.json:1:98: error: card 'cup', kind: 'nown' is none of: noun, verb, adjective, adverb, pronoun, numeral, phrase, other\#n  hint: did you mean 'noun'?"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "kind": 1}]}"#,
            #"deck.json:1:98: error: card 'cup', kind: must be text in double quotes, found a number"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "copies": 1000}]}"#,
            #"deck.json:1:100: error: card 'cup', copies: must be from 0 to 999, found 1000"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "copies": -1}]}"#,
            #"deck.json:1:100: error: card 'cup', copies: must be from 0 to 999, found -1"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "copies": 1.5}]}"#,
            #"deck.json:1:100: error: card 'cup', copies: must be a whole number, found 1.5"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "copies": "two"}]}"#,
            #"deck.json:1:100: error: card 'cup', copies: must be a whole number, found text"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "tags": "kitchen"}]}"#,
            #"deck.json:1:98: error: card 'cup', tags: must be a list [ … ], found text"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "tags": ["a", 1, " "]}]}"#,
            #"deck.json:1:104: error: card 'cup', tags[1]: must be text in double quotes, found a number"#,
            #"deck.json:1:107: error: card 'cup', tags: must not be blank"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "note": 5}]}"#,
            #"deck.json:1:98: error: card 'cup', note: must be text in double quotes, found a number"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "note": "a\u0000b"}]}"#,
            #"deck.json:1:98: error: card 'cup', note: holds the control character U+0000 as character 2\#n  hint: remove it"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "captured": "2025"}]}"#,
            #"deck.json:1:102: error: card 'cup', captured: must be an object { … }, found text"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "captured": {"at": "2025-02-29"}}]}"#,
            #"deck.json:1:109: error: card 'cup', captured.at: '2025-02-29' is not a date\#n  hint: write it as 2025-11-30 or 2025-11-30T15:20:00+08:00"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "captured": {"at": "yesterday", "plase": "x"}}]}"#,
            #"deck.json:1:109: error: card 'cup', captured.at: 'yesterday' is not a date\#n  hint: write it as 2025-11-30 or 2025-11-30T15:20:00+08:00"#,
            #"deck.json:1:122: warning: card 'cup', captured: unknown field 'plase'\#n  hint: did you mean 'place'?"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "captured": {"place": "\u202Ex"}}]}"#,
            #"deck.json:1:112: error: card 'cup', captured.place: holds the mark U+202E RIGHT-TO-LEFT OVERRIDE as character 1, which turns the order of letters\#n  hint: remove it: right-to-left text is put in order by itself"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "copies": 1, "copies": 2}]}"#,
            #"deck.json:1:103: error: card 'cup': the field 'copies' stands here twice\#n  hint: it stands first in line 1"#
        ),
    ]

    static let words: [BrokenDeck] = [
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup"}]}"#,
            #"deck.json:1:52: error: card 'cup': the field 'words' is missing"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {}}]}"#,
            #"deck.json:1:75: error: card 'cup', words: the card has no words\#n  hint: a card needs at least one word"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": "cup"}]}"#,
            #"deck.json:1:75: error: card 'cup', words: must be an object { … }, found text"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": ""}}]}"#,
            #"deck.json:1:82: error: card 'cup', words.en: must not be blank"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": " \u200D "}}]}"#,
            #"deck.json:1:82: error: card 'cup', words.en: must not be blank"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": 5}}]}"#,
            #"deck.json:1:82: error: card 'cup', words.en: must be text, or an object { … } with "text", found a number"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": null}}]}"#,
            #"deck.json:1:82: error: card 'cup', words.en: must be text, or an object { … } with "text", found null\#n  hint: leave the field out where there is nothing to say"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": {}}}]}"#,
            #"deck.json:1:82: error: card 'cup', words.en: the field 'text' is missing"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa"}}]}"#,
            #"deck.json:1:82: error: card 'cup', words.en: has 501 characters; at most 500 are allowed"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "a\tb"}}]}"#,
            #"deck.json:1:82: error: card 'cup', words.en: holds a line break or tab U+0009 as character 2\#n  hint: write a space"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "a\u0007b"}}]}"#,
            #"deck.json:1:82: error: card 'cup', words.en: holds the control character U+0007 as character 2\#n  hint: remove it"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "a\#u{202E}b"}}]}"#,
            #"deck.json:1:82: error: card 'cup', words.en: holds the mark U+202E RIGHT-TO-LEFT OVERRIDE as character 2, which turns the order of letters\#n  hint: remove it: right-to-left text is put in order by itself"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"ar": "\#u{202B}فنجان"}}]}"#,
            #"deck.json:1:82: warning: card 'cup', words.ar: holds the mark U+202B RIGHT-TO-LEFT EMBEDDING as character 1; it is left out\#n  hint: remove it: right-to-left text is put in order by itself"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "a", "EN": "b"}}]}"#,
            #"deck.json:1:87: error: card 'cup', words: 'en' and 'EN' are the same language\#n  hint: keep one of them"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "a", "en": "b"}}]}"#,
            #"deck.json:1:87: error: card 'cup', words: the field 'en' stands here twice\#n  hint: it stands first in line 1"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"not a tag!": "a", "en": "b"}}]}"#,
            #"deck.json:1:76: error: card 'cup', words: 'not a tag!' is not a language tag\#n  hint: tags are written as in BCP 47: en, fr, zh-Hant, pt-BR"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"fr": {"text": "tasse", "gender": "x", "audoi": "y"}}}]}"#,
            #"deck.json:1:110: error: card 'cup', words.fr.gender: 'x' is none of: m, f, n, c"#,
            #"deck.json:1:115: warning: card 'cup', words.fr: unknown field 'audoi'\#n  hint: did you mean 'audio'?"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"fr": {"text": "tasse", "example": "", "reading": 4}}}]}"#,
            #"deck.json:1:111: error: card 'cup', words.fr.example: must not be blank"#,
            #"deck.json:1:126: error: card 'cup', words.fr.reading: must be text in double quotes, found a number"#),
    ]

    static let ruby: [BrokenDeck] = [
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"ja": {"text": "食べ物", "ruby": "食[た]べ者[もの]"}}}]}"#,
            #"deck.json:1:106: error: card 'cup', words.ja.ruby: does not match the text: without brackets it is '食べ者', the text is '食べ物'\#n  hint: write the text again and put each reading in [ ] behind its base"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"ja": {"text": "食べ物", "ruby": "食[た]べ物[もの"}}}]}"#,
            #"deck.json:1:106: error: card 'cup', words.ja.ruby: has a '[' without its ']'\#n  hint: close the bracket with ]"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"ja": {"text": "食べ物", "ruby": "食[た]べ物]もの["}}}]}"#,
            #"deck.json:1:106: error: card 'cup', words.ja.ruby: has a ']' without its '['\#n  hint: a reading stands in [ ] behind its base"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"ja": {"text": "食べ物", "ruby": "食[た[]]べ物"}}}]}"#,
            #"deck.json:1:106: error: card 'cup', words.ja.ruby: has a '[' inside brackets\#n  hint: close the first bracket with ]"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"ja": {"text": "食べ物", "ruby": "食[]べ物"}}}]}"#,
            #"deck.json:1:106: error: card 'cup', words.ja.ruby: has brackets with nothing in them\#n  hint: put the reading there, or remove them"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"ja": {"text": "食べ物", "ruby": "[た]食べ物"}}}]}"#,
            #"deck.json:1:106: error: card 'cup', words.ja.ruby: has a bracket without a base: no ideograph stands right before '[た]'\#n  hint: a reading stands right behind its base"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"ja": {"text": "茶碗だ", "ruby": "茶碗だ[ちゃわん]"}}}]}"#,
            #"deck.json:1:106: error: card 'cup', words.ja.ruby: has a bracket without a base: no ideograph stands right before '[ちゃわん]'\#n  hint: put a space where its base starts, as in ' 茶碗だ[ちゃわん]'"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"ja": {"text": "食べ物", "ruby": "食 [た]べ物"}}}]}"#,
            #"deck.json:1:106: error: card 'cup', words.ja.ruby: has a bracket without a base: no ideograph stands right before '[た]'\#n  hint: a reading stands right behind its base"#
        ),
    ]

    static let files: [BrokenDeck] = [
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "stickers/cupp.png"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: no file 'stickers/cupp.png' in the deck's folder\#n  hint: there is 'stickers/cup.png'"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "stickers/cup.webp"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: no file 'stickers/cup.webp' in the deck's folder\#n  hint: there is 'stickers/cup.png'"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "stickers/mug.webp"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: no file 'stickers/mug.webp' in the deck's folder\#n  hint: there is 'stickers/Mug.PNG'"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "cup.png"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: no file 'cup.png' in the deck's folder\#n  hint: there is 'stickers/cup.png'"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "sticker/cup.png"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: no file 'sticker/cup.png' in the deck's folder\#n  hint: there is 'stickers/cup.png'"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "nothing-like-it.png"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: no file 'nothing-like-it.png' in the deck's folder"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": ""}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: must not be empty\#n  hint: leave the field out where there is no file"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "/etc/passwd"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: '/etc/passwd' is an absolute path\#n  hint: copy the file into the deck's folder and name it from there"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "../outside.png"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: '../outside.png' holds '..'\#n  hint: copy the file into the deck's folder"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "stickers/../../outside.png"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: 'stickers/../../outside.png' holds '..'\#n  hint: copy the file into the deck's folder"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "stickers\\cup.png"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: paths are written with '/', not with '\'\#n  hint: write 'stickers/cup.png'"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "C:/cup.png"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: 'C:/cup.png' is an absolute path\#n  hint: copy the file into the deck's folder and name it from there"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "out.png"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: 'out.png' leads out of the deck's folder\#n  hint: copy the file into the deck's folder"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "in.png"}]}"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "stickers"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: 'stickers' is a folder\#n  hint: name a file in it"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "notes.txt"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: a .txt file cannot be a sticker\#n  hint: a sticker is a PNG, WebP, SVG, AVIF or HEIC file"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "stickers/cup.jpg"}]}"#,
            #"deck.json:1:101: warning: card 'cup', sticker: a JPEG file has no transparency: the sticker prints as a rectangle\#n  hint: save the cut-out as PNG or WebP"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "photo": "https://e.org/scene.jpg"}]}"#,
            #"deck.json:1:99: error: card 'cup', photo: must be a file in the deck's folder, found an address"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "photo": "photos/scene.jpeg"}]}"#,
            #"deck.json:1:99: error: card 'cup', photo: no file 'photos/scene.jpeg' in the deck's folder\#n  hint: there is 'photos/scene.jpg'"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "clip": "photos/scene.jpg"}]}"#,
            #"deck.json:1:98: error: card 'cup', clip: a .jpg file cannot be a clip\#n  hint: a clip is an MP4, MOV or WebM file"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"en": "cup"}, "sticker": "a\u0000.png"}]}"#,
            #"deck.json:1:101: error: card 'cup', sticker: holds the control character U+0000 as character 2\#n  hint: remove it"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"ja": {"text": "碗", "audio": "audio/fr/tasse.mp3"}}}]}"#,
            #"deck.json:1:105: error: card 'cup', words.ja.audio: no file 'audio/fr/tasse.mp3' in the deck's folder\#n  hint: there is 'audio/fr/tasses.mp3'"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"ja": {"text": "碗", "audio": "http://e.org/a.mp3"}}}]}"#,
            #"deck.json:1:105: error: card 'cup', words.ja.audio: http is not allowed here\#n  hint: write https://"#),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"ja": {"text": "碗", "audio": "https://e.org/a b.mp3"}}}]}"#,
            #"deck.json:1:105: error: card 'cup', words.ja.audio: holds ' ', which no address may hold\#n  hint: remove it, or write %20"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "cup", "words": {"ja": {"text": "碗", "audio": "stickers/cup.png"}}}]}"#,
            #"deck.json:1:105: error: card 'cup', words.ja.audio: a .png file cannot be a spoken word\#n  hint: a spoken word is an MP3, M4A, Ogg, Opus or WAV file"#
        ),
    ]

    static let syntax: [BrokenDeck] = [
        BrokenDeck(
            #""#,
            #"deck.json:1:1: error: the file is empty\#n  hint: it must hold one value, such as { … }"#),
        BrokenDeck(
            #"{"version": 1, "cards": ["#,
            #"deck.json:1:25: error: the list that starts here is not closed\#n  hint: a ] is missing, or the file was cut off"#
        ),
        BrokenDeck(
            #"{"version": 1,}"#,
            #"deck.json:1:14: error: a comma stands before '}' with nothing after it\#n  hint: there is a comma too many before }"#
        ),
        BrokenDeck(
            #"{"version": 1, "link": "https://e.org/", "cards": [{"id": "Cup", "words": {"en": "a"}}, {"id": ]}"#,
            #"deck.json:1:59: error: cards[0].id: 'Cup' cannot be an id\#n  hint: an id is made of a-z 0-9 . _ -, at most 64 of them: 'cup'"#,
            #"deck.json:1:96: error: ']' stands where a value should\#n  hint: put a value here, such as "…""#),
    ]
}
