"""Makes the benchmark's decks and the same cards for Typst. Does nothing when they are there.

    make_decks.py FOLDER [--art mixed|flat]

    FOLDER/deck-900/      900 cards, five languages each, 900 different stickers
    FOLDER/deck-9/        its first nine cards
    FOLDER/deck-9000/     ten cards for each of the 900, each with an id and a QR code of its own; the stickers are the 900
    FOLDER/deck-100000/   100,000 cards of text alone, without stickers and codes
    FOLDER/typst-900/     the 900 cards as data, with their QR codes as SVG (Typst draws none itself)
"""

import argparse
import itertools
import json
import multiprocessing
import os
import pathlib
import shutil

import segno

import stickers
import words

# Raise it when anything here, in words.py or in stickers.py changes what is made.
GENERATION = 1

LINK = "https://cards.example.org/bench/"
# Of ten stickers in a row, so many of each kind.
MIX = {
    "mixed": ["flat", "photo", "flat", "shaded", "flat", "shaded", "flat", "photo", "flat", "shaded"],
    "flat": ["flat"],
}


def sticker_name(number):
    return f"stickers/{number:03}.png"


def deck(name, cards, link=True):
    value = {"version": 1, "id": name, "title": {"en": f"Benchmark {name}"}, "languages": words.LANGUAGES}
    if link:
        value["link"] = LINK
    value["cards"] = cards
    return value


def write_json(path, value):
    path.parent.mkdir(parents=True, exist_ok=True)
    # Compact, as an app writes it; the decks of many cards should not spend their time on white space.
    path.write_text(json.dumps(value, ensure_ascii=False, separators=(",", ":")), encoding="utf-8")


def draw(job):
    number, kind, path = job
    stickers.draw(number, kind).save(path, "PNG", compress_level=6)


def numbered(word, number):
    """The word with a number behind it, so that no two cards are alike."""
    return {**word, "text": f"{word['text']} {number}"}


def make(folder, art):
    base = [{"id": name, "kind": "noun", "words": entry} for name, entry in words.cards()]
    assert len({card["id"] for card in base}) == 900

    with_stickers = [{**card, "sticker": sticker_name(number)} for number, card in enumerate(base)]
    pictures = folder / "deck-900" / "stickers"
    pictures.mkdir(parents=True)
    kinds = itertools.cycle(MIX[art])
    jobs = [(number, next(kinds), pictures / f"{number:03}.png") for number in range(900)]
    with multiprocessing.Pool() as pool:
        pool.map(draw, jobs, chunksize=10)
    write_json(folder / "deck-900" / "deck.json", deck("bench-900", with_stickers))

    write_json(folder / "deck-9" / "deck.json", deck("bench-9", with_stickers[:9]))
    (folder / "deck-9" / "stickers").mkdir()
    for number in range(9):
        shutil.copyfile(folder / "deck-900" / sticker_name(number), folder / "deck-9" / sticker_name(number))

    tenfold = [{**card, "id": f"{card['id']}-{copy}"} for copy in range(10) for card in with_stickers]
    write_json(folder / "deck-9000" / "deck.json", deck("bench-9000", tenfold))
    (folder / "deck-9000" / "stickers").mkdir()
    for number in range(900):
        # Hard links: the same files, read through a folder of the deck's own.
        os.link(folder / "deck-900" / sticker_name(number), folder / "deck-9000" / sticker_name(number))

    many = [
        {
            "id": f"{card['id']}-{number}",
            "words": {language: numbered(word, number) for language, word in card["words"].items()},
        }
        for number, card in zip(range(100_000), itertools.cycle(base))
    ]
    write_json(folder / "deck-100000" / "deck.json", deck("bench-100000", many, link=False))

    place = folder / "typst-900"
    (place / "qr").mkdir(parents=True)
    for card in base:
        symbol = segno.make(LINK + card["id"], error="m", boost_error=True, micro=False)
        symbol.save(place / "qr" / f"{card['id']}.svg", border=4, light="#fff", xmldecl=False)
    write_json(place / "cards.json", [{**card, "sticker": f"/deck-900/{card['sticker']}"} for card in with_stickers])


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("folder", type=pathlib.Path)
    parser.add_argument("--art", choices=sorted(MIX), default="mixed")
    arguments = parser.parse_args()
    done = arguments.folder / "made.json"
    wanted = {"generation": GENERATION, "art": arguments.art}
    if done.exists() and json.loads(done.read_text()) == wanted:
        return
    print(f"bench: drawing 900 stickers and writing the decks to {arguments.folder} (once)", flush=True)
    shutil.rmtree(arguments.folder, ignore_errors=True)
    make(arguments.folder, arguments.art)
    sizes = [path.stat().st_size for path in (arguments.folder / "deck-900" / "stickers").iterdir()]
    print(f"bench: stickers of {min(sizes) // 1000} to {max(sizes) // 1000} KB, {sum(sizes) / 1e6:.0f} MB in all")
    write_json(done, wanted)


if __name__ == "__main__":
    main()
