"""The outside judge: what changed to the eye, from pictures of the printed pages, drawn by pdfium.

It shares no code with capprint's comparison. It knows only pixels, and from the print's own report which card lies on which
page and where its words are. pdfium follows the hints of fonts, which no press does: where a font was changed, poppler, which
does not, must see the difference too.
"""

import dataclasses
import hashlib
import json
import subprocess

import numpy
import pypdfium2

DPI = 200

# `verify` passes over shifts under 0.05 mm, which is 0.39 pixels at 200 dpi.
TOLERANCE = 0.05 / 25.4 * DPI


@dataclasses.dataclass(frozen=True)
class Face:
    """One side of a card on its page: where the trim begins, and what the report says stands where (mm from there)."""

    page: int
    trim: tuple
    boxes: dict
    fonts: dict


class Print:
    """A printed deck: a PDF with one card a page."""

    def __init__(self, pdf, report):
        self.pdf = str(pdf)
        self.faces = {}
        self.report = json.loads(report.read_text(encoding="utf-8"))
        for card in self.report["cards"]:
            for placement in card["placements"]:
                if placement["copy"] != 1:
                    continue
                side = placement["side"]
                face = card["faces"][side]
                boxes, fonts = {}, {}
                for word in face["words"]:
                    field = f"words.{word['language']}.{word['field']}"
                    boxes[field] = word["box_mm"]
                    fonts[field] = word["fonts"]
                for code in face["qr"]:
                    boxes.setdefault("link", code["box_mm"])
                self.faces[card["id"], side] = Face(placement["page"] - 1, tuple(placement["trim_mm"]), boxes, fonts)
        self.hashes = None

    @property
    def cards(self):
        return list(dict.fromkeys(card for card, _ in self.faces))

    def draw(self, document, page):
        handle = document[page]
        try:
            return handle.render(scale=DPI / 72).to_numpy().copy()
        finally:
            handle.close()

    def draw_all(self):
        """Hashes of all faces' pixels."""
        if self.hashes is None:
            document = pypdfium2.PdfDocument(self.pdf)
            try:
                self.hashes = {
                    key: hashlib.blake2b(self.draw(document, face.page).tobytes(), digest_size=16).digest()
                    for key, face in self.faces.items()
                }
            finally:
                document.close()
        return self.hashes


@dataclasses.dataclass
class Difference:
    """How one face differs: the greatest change of a colour channel, the share of pixels, which pixels, and whether a shift
    under the tolerance can have done it."""

    greatest: int
    share: float
    mask: object
    is_slight: bool

    def touches(self, box, trim, margin=0.4):
        """Whether a pixel differs in a box (mm from the trim's corner)."""
        if self.mask is None:
            return True
        pixels = DPI / 25.4
        left, top = (trim[0] + box[0] - margin) * pixels, (trim[1] + box[1] - margin) * pixels
        right, bottom = left + (box[2] + margin * 2) * pixels, top + (box[3] + margin * 2) * pixels
        return bool(self.mask[max(0, int(top)) : int(bottom) + 1, max(0, int(left)) : int(right) + 1].any())


@dataclasses.dataclass
class Seen:
    """What changed to the eye."""

    faces: dict  # (card, side) → Difference, of cards on both sides of the comparison; the new id of renamed ones
    new: set
    gone: set

    @property
    def is_same(self):
        return not (self.faces or self.new or self.gone)


def is_shift(was, now, difference):
    """Whether no pixel changed by more than a shift under the tolerance makes of it: that share of what its neighbours span."""
    both = numpy.concatenate([was, now], axis=2)
    height, width, _ = both.shape
    padded = numpy.pad(both, ((1, 1), (1, 1), (0, 0)), mode="edge")
    around = [padded[y : y + height, x : x + width] for y in range(3) for x in range(3)]
    span = numpy.maximum.reduce(around).astype(numpy.int16) - numpy.minimum.reduce(around)
    channels = was.shape[2]
    span = numpy.maximum(span[..., :channels], span[..., channels:]).max(axis=2)
    return bool((difference <= TOLERANCE * span + 3).all())


def unhinted(pdf, page):
    """A page's pixels as poppler draws them."""
    number = str(page + 1)
    done = subprocess.run(
        ["pdftoppm", "-r", str(DPI), "-f", number, "-l", number, pdf], capture_output=True, check=True)
    return done.stdout


def compare(old, new, renamed, is_confirmed):
    """`renamed` maps new ids to old ones; `is_confirmed` asks poppler too."""
    before, after = old.draw_all(), new.draw_all()
    cards_before, cards_after = set(old.cards), set(new.cards)
    seen = Seen({}, cards_after - cards_before - set(renamed), cards_before - cards_after - set(renamed.values()))
    documents = None
    try:
        for (card, side), digest in after.items():
            key = (renamed.get(card, card), side)
            if card in seen.new or before.get(key) == digest:
                continue
            places = old.faces[key].page, new.faces[card, side].page
            if is_confirmed and unhinted(old.pdf, places[0]) == unhinted(new.pdf, places[1]):
                continue
            if documents is None:
                documents = pypdfium2.PdfDocument(old.pdf), pypdfium2.PdfDocument(new.pdf)
            was = old.draw(documents[0], places[0])
            now = new.draw(documents[1], places[1])
            if was.shape != now.shape:
                seen.faces[card, side] = Difference(255, 1.0, None, False)
                continue
            difference = numpy.abs(was.astype(numpy.int16) - now.astype(numpy.int16)).max(axis=2)
            mask = difference > 0
            seen.faces[card, side] = Difference(
                int(difference.max()), float(mask.mean()), mask, is_shift(was, now, difference))
    finally:
        for document in documents or ():
            document.close()
    return seen
