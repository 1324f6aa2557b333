"""Reads every QR code and every word back from a finished PDF.

    verify.py FILE.pdf deck.json [--dpi 200] [--show 10]

Pages are drawn by pdfium and the codes read by zxing-cpp; words come from pdftotext. Neither shares code with capprint.
The last line says how many came back; the exit status is 1 when one did not.
"""

import argparse
import collections
import json
import multiprocessing
import os
import pathlib
import subprocess
import sys
import unicodedata

# Marks that extractors put around right-to-left text; they are no part of a word.
INVISIBLE = dict.fromkeys([0x00AD, 0x200E, 0x200F, 0xFEFF, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def codes(job):
    """What the QR codes on some pages say."""
    import pypdfium2
    import zxingcpp

    file, pages, dpi = job
    document = pypdfium2.PdfDocument(file)
    found = []
    for number in pages:
        page = document[number]
        image = page.render(scale=dpi / 72, grayscale=True).to_numpy()
        found += [code.text for code in zxingcpp.read_barcodes(image, formats=zxingcpp.BarcodeFormat.QRCode)]
        page.close()
    document.close()
    return found


def squeezed(text):
    """Without what typesetting may change: lines break at white space, and in Chinese and Japanese anywhere."""
    return "".join(unicodedata.normalize("NFC", text.translate(INVISIBLE)).split())


def extracted(file, *options):
    done = subprocess.run(["pdftotext", *options, "-enc", "UTF-8", file, "-"], capture_output=True, check=True)
    return squeezed(done.stdout.decode("utf-8", "replace"))


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("file")
    parser.add_argument("deck", type=pathlib.Path)
    parser.add_argument("--dpi", type=int, default=200)
    parser.add_argument("--show", type=int, default=10, help="how many that are missing to name")
    arguments = parser.parse_args()
    import pypdfium2

    deck = json.loads(arguments.deck.read_text(encoding="utf-8"))
    cards = [card for card in deck["cards"] if card.get("copies", 1)]

    count = len(pypdfium2.PdfDocument(arguments.file))
    workers = os.cpu_count() or 1
    jobs = [(arguments.file, range(first, min(first + 10, count)), arguments.dpi) for first in range(0, count, 10)]
    # Spawned, because pdfium's state must not be shared by forking.
    with multiprocessing.get_context("spawn").Pool(workers) as pool:
        seen = collections.Counter(code for part in pool.imap_unordered(codes, jobs) for code in part)
    wanted_codes = collections.Counter()
    for card in cards:
        link = card.get("link", deck.get("link"))
        if link:
            wanted_codes[link + card["id"]] += card.get("copies", 1)
    lost_codes = wanted_codes - seen

    wanted_words = collections.Counter()
    for card in cards:
        for word in card["words"].values():
            text = word if isinstance(word, str) else word["text"]
            wanted_words[squeezed(text)] += card.get("copies", 1)
    texts = [extracted(arguments.file), extracted(arguments.file, "-raw")]
    lost_words = {
        word: number - max(text.count(word) for text in texts)
        for word, number in wanted_words.items()
        if max(text.count(word) for text in texts) < number
    }

    for kind, lost in (("code", lost_codes), ("word", lost_words)):
        for what, number in list(lost.items())[: arguments.show]:
            print(f"{kind} not read back ({number} times): {what}")
    code_total, word_total = wanted_codes.total(), wanted_words.total()
    print(
        f"{code_total - sum(lost_codes.values())} of {code_total} QR codes read at {arguments.dpi} dpi, "
        f"{word_total - sum(lost_words.values())} of {word_total} words read back, from {count} pages"
    )
    sys.exit(1 if lost_codes or lost_words else 0)


if __name__ == "__main__":
    main()
