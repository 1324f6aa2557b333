"""Changes of deck.json."""

import json
import re
import unicodedata

from cases import Expectation, Unfit, dumped, kind


def text_of(word):
    return word if isinstance(word, str) else word["text"]


def field_of(word, name):
    return None if isinstance(word, str) else word.get(name)


def change_word(card, language, **fields):
    """Sets fields of a word; None removes. Ruby, which is not printed, must fit the text and goes with it."""
    word = card["words"][language]
    word = {"text": word} if isinstance(word, str) else dict(word)
    if "text" in fields:
        word.pop("ruby", None)
    for name, value in fields.items():
        if value is None:
            word.pop(name, None)
        else:
            word[name] = value
    card["words"][language] = word


def printed_words(draft, condition=lambda card, language, word: True):
    """Cards and languages that are on paper: those that the deck lists."""
    listed = draft.deck.get("languages")
    return [
        (card, language)
        for card in draft.cards
        for language, word in card["words"].items()
        if (not listed or language in listed) and condition(card, language, word)
    ]


def letters(text):
    return [at for at, letter in enumerate(text) if unicodedata.category(letter).startswith("L")]


def with_other_letter(draft, text, others):
    """The text with one letter replaced by one of the same script."""
    at = draft.pick(letters(text))
    script = unicodedata.name(text[at], "").split(" ")[0]
    choices = {
        letter
        for other in others
        for letter in other
        if unicodedata.category(letter).startswith("L")
        and letter.casefold() != text[at].casefold()
        and unicodedata.name(letter, "").split(" ")[0] == script
    }
    changed = text[:at] + draft.pick(sorted(choices)) + text[at + 1 :]
    if unicodedata.normalize("NFC", changed) == unicodedata.normalize("NFC", text):
        raise Unfit
    return changed


def word_field(language, name="text"):
    return rf"^words\.{re.escape(language)}\.{name}$"


# What is to be seen


@kind("deck", "one letter of a word")
def letter(draft):
    card, language = draft.pick(printed_words(draft, lambda card, language, word: letters(text_of(word))))
    old = text_of(card["words"][language])
    others = [text_of(other["words"][language]) for other in draft.cards if language in other["words"]]
    new = with_other_letter(draft, old, others)
    change_word(card, language, text=new)
    return Expectation("visible", f"{card['id']}, {language}: {old} → {new}", (word_field(language),), (card["id"],))


@kind("deck", "a whole word, by another card's")
def word(draft):
    card, language = draft.pick(printed_words(draft))
    old = text_of(card["words"][language])
    others = {text_of(other["words"][language]) for other in draft.cards if language in other["words"]} - {old}
    new = draft.pick(sorted(others))
    change_word(card, language, text=new)
    return Expectation("visible", f"{card['id']}, {language}: {old} → {new}", (word_field(language),), (card["id"],))


@kind("deck", "a word written in another script")
def script(draft):
    card, language = draft.pick(printed_words(draft, lambda card, language, word: len(card["words"]) > 1))
    old = text_of(card["words"][language])
    other = draft.pick(sorted({text_of(word) for word in card["words"].values()} - {old}))
    change_word(card, language, text=other)
    return Expectation("visible", f"{card['id']}, {language}: {old} → {other}", (word_field(language),), (card["id"],))


@kind("deck", "a letter of a reading")
def reading(draft):
    card, language = draft.pick(printed_words(draft, lambda card, language, word: field_of(word, "reading")))
    old = field_of(card["words"][language], "reading")
    others = [field_of(word, "reading") or "" for other in draft.cards for word in other["words"].values()]
    new = with_other_letter(draft, old, others)
    change_word(card, language, reading=new)
    return Expectation("depends", f"{card['id']}, {language}: {old} → {new}", (word_field(language, "reading"),))


@kind("deck", "a reading added")
def reading_added(draft):
    card, language = draft.pick(printed_words(draft, lambda card, language, word: not field_of(word, "reading")))
    new = draft.pick(["neko", "ˈkʌp", "dàxiàng", "morda", "shams"])
    change_word(card, language, reading=new)
    return Expectation("depends", f"{card['id']}, {language}: {new}", (word_field(language, "reading"),))


@kind("deck", "a reading removed")
def reading_removed(draft):
    card, language = draft.pick(printed_words(draft, lambda card, language, word: field_of(word, "reading")))
    change_word(card, language, reading=None)
    return Expectation("depends", f"{card['id']}, {language}", (word_field(language, "reading"),))


@kind("deck", "a word removed")
def word_removed(draft):
    card, language = draft.pick(printed_words(draft, lambda card, language, word: len(card["words"]) > 1))
    del card["words"][language]
    return Expectation("visible", f"{card['id']}, {language}", (word_field(language),), (card["id"],))


@kind("deck", "a word added")
def word_added(draft):
    """In a language that the card lacks, or one that the deck lacks."""
    card = draft.card()
    lacking = [language for language in draft.deck["languages"] if language not in card["words"]]
    language = draft.pick(lacking) if lacking else draft.pick(
        [tag for tag in ("de", "it", "sw", "uk", "vi") if tag not in draft.deck["languages"]])
    if not lacking:
        draft.deck["languages"].append(language)
    card["words"][language] = draft.pick(["lama", "tuba", "mono"]) if language != "uk" else "лама"
    return Expectation("visible", f"{card['id']}, {language}", (word_field(language),), (card["id"],))


@kind("deck", "the order of two languages")
def language_order(draft):
    languages = draft.deck["languages"]
    if len(languages) < 3:
        raise Unfit
    first, second = draft.rng.sample(range(1, len(languages)), 2)
    languages[first], languages[second] = languages[second], languages[first]
    fields = (word_field(languages[first]), word_field(languages[second]), r"^words\.")
    return Expectation("depends", f"{languages[second]} and {languages[first]}", fields)


@kind("deck", "another language as headword")
def headword(draft):
    languages = draft.deck["languages"]
    at = draft.pick(range(1, len(languages)))
    languages.insert(0, languages.pop(at))
    return Expectation("visible", f"{languages[0]} before {languages[1]}", (word_field(languages[0]),))


@kind("deck", "a sticker removed")
def sticker_removed(draft):
    card = draft.card(lambda card: "sticker" in card)
    del card["sticker"]
    return Expectation("visible", card["id"], (r"^sticker$",), (card["id"],))


@kind("deck", "a sticker changed for another file")
def sticker_changed(draft):
    card = draft.card(lambda card: "sticker" in card)
    others = sorted({other["sticker"] for other in draft.cards if "sticker" in other} - {card["sticker"]})
    card["sticker"] = draft.pick(others)
    return Expectation("visible", f"{card['id']}: {card['sticker']}", (r"^sticker$",), (card["id"],))


@kind("deck", "a photo removed")
def photo_removed(draft):
    card = draft.card(lambda card: "photo" in card)
    del card["photo"]
    return Expectation("depends", card["id"], (r"^photo$",))


@kind("deck", "a photo added or changed for another file")
def photo_changed(draft):
    card = draft.card()
    others = {other["photo"] for other in draft.cards if "photo" in other} - {card.get("photo")}
    card["photo"] = draft.pick(sorted(others))
    return Expectation("depends", f"{card['id']}: {card['photo']}", (r"^photo$",))


@kind("deck", "the deck's link")
def deck_link(draft):
    draft.deck["link"] = draft.pick(["https://cards.example.net/x/", "https://c.example.org/?card="])
    return Expectation("depends", draft.deck["link"], (r"^link$", r"^words\..*\.audio$"))


@kind("deck", "a card's own link")
def card_link(draft):
    card = draft.card()
    card["link"] = "https://cards.example.net/own/"
    return Expectation("visible", card["id"], (r"^link$",), (card["id"],))


@kind("deck", "the place of a scene")
def place(draft):
    card = draft.card()
    card["captured"] = dict(card.get("captured", {}), place=draft.pick(["Lyon", "by the sea", "la cuisine"]))
    return Expectation("depends", card["id"], (r"^caption$", r"^captured"))


@kind("deck", "the date of a scene")
def date(draft):
    card = draft.card()
    card["captured"] = dict(card.get("captured", {}), at=f"2024-0{draft.rng.randint(1, 9)}-1{draft.rng.randint(0, 9)}")
    return Expectation("depends", card["id"], (r"^caption$", r"^captured"))


@kind("deck", "the part of speech")
def part_of_speech(draft):
    card = draft.card()
    kinds = ["noun", "verb", "adjective", "numeral", "phrase"]
    card["kind"] = draft.pick([name for name in kinds if name != card.get("kind")])
    return Expectation("depends", f"{card['id']}: {card['kind']}", (r"^mark$",), (card["id"],))


@kind("deck", "a card removed")
def card_removed(draft):
    card = draft.pick(draft.cards[1:])
    draft.cards.remove(card)
    return Expectation("visible", card["id"], (), (card["id"],))


@kind("deck", "a card kept off the paper (no copies)")
def no_copies(draft):
    card = draft.card()
    card["copies"] = 0
    return Expectation("visible", card["id"], (), (card["id"],))


@kind("deck", "a card added")
def card_added(draft):
    source = draft.card()
    card = dict(json.loads(json.dumps(source)), id="new-card")
    draft.cards.insert(draft.rng.randint(0, len(draft.cards)), card)
    return Expectation("visible", f"a copy of {source['id']} as new-card", (), ("new-card",))


@kind("deck", "a card renamed")
def card_renamed(draft):
    card = draft.card()
    old, card["id"] = card["id"], "renamed-card"
    return Expectation("visible", f"{old} as renamed-card", (r"^link$",), ("renamed-card",), {"renamed-card": old})


@kind("deck", "two cards change places (only their numbers differ)")
def card_order(draft):
    first, second = draft.rng.sample(range(len(draft.cards)), 2)
    cards = draft.cards
    cards[first], cards[second] = cards[second], cards[first]
    return Expectation("depends", f"{cards[first]['id']} and {cards[second]['id']}", (r"^number$",))


@kind("deck", "the deck's title")
def title(draft):
    draft.deck["title"] = draft.pick(["Another title", "Un autre titre"])
    return Expectation("depends", draft.deck["title"], (r"^title$",))


@kind("deck", "the sound of a word")
def audio(draft):
    """An address added (printed as a code where the template has one), or all sound taken away (the loudspeaker goes)."""
    card, language = draft.pick(printed_words(draft))
    if any(field_of(word, "audio") for word in card["words"].values()) and draft.rng.random() < 0.5:
        for tag in card["words"]:
            if field_of(card["words"][tag], "audio"):
                change_word(card, tag, audio=None)
        said = f"{card['id']}: no sound"
    else:
        change_word(card, language, audio="https://sound.example.org/a1.mp3")
        said = f"{card['id']}, {language}: an address"
    return Expectation("depends", said, (r"^words\..*\.audio$", r"^code$", r"^link$", r"^words$"))


# What is not


def shuffled(draft, value, depth=0):
    """Every object with its members in another order. Lists stay."""
    if isinstance(value, list):
        return [shuffled(draft, item, depth + 1) for item in value]
    if not isinstance(value, dict):
        return value
    names = list(value)
    draft.rng.shuffle(names)
    return {name: shuffled(draft, value[name], depth + 1) for name in names}


@kind("deck", "order of members")
def member_order(draft):
    if "languages" not in draft.deck:
        raise Unfit
    draft.deck = shuffled(draft, draft.deck)
    return Expectation("invisible", "all objects shuffled")


@kind("deck", "white space, line ends, byte order mark")
def white_space(draft):
    how = draft.pick(["one line", "tabs", "crlf", "mark"])
    text = dumped(draft.deck).decode()
    if how == "one line":
        text = json.dumps(draft.deck, ensure_ascii=False, separators=(",", ":"))
    elif how == "tabs":
        text = json.dumps(draft.deck, ensure_ascii=False, indent="\t") + "\n\n\n"
    elif how == "crlf":
        text = text.replace("\n", "\r\n")
    draft.raw = ("\ufeff" if how == "mark" else "").encode() + text.encode()
    return Expectation("invisible", how)


@kind("deck", "escaped characters")
def escapes(draft):
    text = json.dumps(draft.deck, ensure_ascii=True, indent=2).replace("/", "\\/") + "\n"
    draft.raw = text.encode()
    return Expectation("invisible", "\\u0000 for all that is not ASCII, \\/ for /")


@kind("deck", "a field that is not printed")
def unprinted_field(draft):
    card, language = draft.pick(printed_words(draft))
    which = draft.pick(["tags", "note", "example", "gender", "unknown", "copies"])
    if which == "tags":
        card["tags"] = ["changed", "tags"]
    elif which == "note":
        card["note"] = "A note to myself."
    elif which == "unknown":
        card["mood"] = "happy"
    elif which == "copies":
        card["copies"] = card.get("copies", 1) + 1
    elif which == "gender":
        change_word(card, language, gender="f" if field_of(card["words"][language], "gender") != "f" else "m")
    else:
        change_word(card, language, example="A sentence that nobody prints.")
    return Expectation("invisible", f"{card['id']}: {which}")


@kind("deck", "ruby left out")
def ruby(draft):
    card, language = draft.pick(printed_words(draft, lambda card, language, word: field_of(word, "ruby")))
    change_word(card, language, ruby=None)
    return Expectation(
        "depends", f"{card['id']}, {language}", (word_field(language, "ruby"), word_field(language)), (card["id"],))


@kind("deck", "composed characters taken apart (NFD)")
def decomposed(draft):
    def can(text):
        return text and unicodedata.normalize("NFD", text) != text

    card, language = draft.pick(
        printed_words(draft, lambda card, language, word: can(text_of(word)) or can(field_of(word, "reading"))))
    word = card["words"][language]
    name = "text" if can(text_of(word)) else "reading"
    old = text_of(word) if name == "text" else field_of(word, "reading")
    change_word(card, language, **{name: unicodedata.normalize("NFD", old)})
    return Expectation("invisible", f"{card['id']}, {language}.{name}: {old}")


@kind("deck", "another path to the same file")
def path_spelled(draft):
    card = draft.card(lambda card: "sticker" in card or "photo" in card)
    field = draft.pick([name for name in ("sticker", "photo") if name in card])
    card[field] = draft.pick(["./" + card[field], card[field].replace("/", "//", 1), card[field].replace("/", "/./", 1)])
    return Expectation("invisible", f"{card['id']}: {card[field]}")


@kind("deck", "a word as a plain string or as an object")
def word_form(draft):
    card, language = draft.pick(
        printed_words(draft, lambda card, language, word: isinstance(word, str) or set(word) == {"text"}))
    old = card["words"][language]
    card["words"][language] = {"text": old} if isinstance(old, str) else old["text"]
    return Expectation("invisible", f"{card['id']}, {language}")


@kind("deck", "the same address told another way")
def link_moved(draft):
    card = draft.card(lambda card: "link" not in card and "link" in draft.deck)
    card["link"] = draft.deck["link"]
    return Expectation("invisible", f"{card['id']}: the deck's link as its own")


@kind("deck", "the deck's id")
def deck_id(draft):
    draft.deck["id"] = "renamed-deck"
    return Expectation("invisible", "renamed-deck")


@kind("deck", "a title as a string or for a language that is not shown")
def title_form(draft):
    title = draft.deck.get("title")
    if isinstance(title, dict):
        draft.deck["title"] = dict(title, nv="Diné")
    else:
        draft.deck["title"] = {draft.deck["languages"][0]: title or draft.deck["id"]}
    return Expectation("depends", "title", (r"^title$",))
