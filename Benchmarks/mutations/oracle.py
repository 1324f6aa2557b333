"""The outside judge: what changed to the eye, from pictures of the printed pages, drawn by pdfium.

It shares no code with capprint's comparison. It knows only pixels, and from the print's own report which card lies on which
page and where its words are. pdfium follows the hints of fonts, which no press does: where a font was changed, poppler, which
does not, must see the difference too.
"""

import dataclasses
import hashlib
import io
import json
import subprocess

import numpy
import pypdfium2
from PIL import Image

DPI = 200
# Where a shift is in doubt: strokes are several pixels thick there, and no rounding of places looks like another stroke.
FINE = 3


@dataclasses.dataclass(frozen=True)
class Face:
    """One side of a card on its page: its trim and bleed (mm), and what the report says stands where (mm from the trim)."""

    page: int
    trim: tuple
    bleed: tuple
    boxes: dict
    fonts: dict


class Print:
    """A printed deck: a PDF with one card a page. Cards are drawn with their bleed, and with rounded corners as if cut."""

    def __init__(self, pdf, report, corner):
        self.pdf = str(pdf)
        self.corner = corner
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
                    # The others lead to sounds.
                    if code["content"].endswith(card["id"]):
                        boxes["link"] = code["box_mm"]
                self.faces[card["id"], side] = Face(
                    placement["page"] - 1, tuple(placement["trim_mm"]), tuple(placement["bleed_mm"]), boxes, fonts)
        self.hashes = None

    @property
    def cards(self):
        return list(dict.fromkeys(card for card, _ in self.faces))

    def draw(self, document, face):
        handle = document[face.page]
        try:
            return self.cut(handle.render(scale=DPI / 72).to_numpy().copy(), face)
        finally:
            handle.close()

    def draw_unhinted(self, faces, times=1):
        """Faces, in the order of their pages, as poppler draws them: without hints, letters on quarters of a pixel; at so many times the resolution."""
        wanted = {face.page + 1: face for face in faces}
        first, last = min(wanted), max(wanted)
        with subprocess.Popen(
            ["pdftoppm", "-r", str(DPI * times), "-f", str(first), "-l", str(last), self.pdf], stdout=subprocess.PIPE
        ) as process:
            for page in range(first, last + 1):
                # P6, width and height, 255; each in a line of its own.
                process.stdout.readline()
                width, height = map(int, process.stdout.readline().split())
                process.stdout.readline()
                data = process.stdout.read(width * height * 3)
                if page in wanted:
                    pixels = numpy.frombuffer(data, numpy.uint8).reshape(height, width, 3).copy()
                    yield self.cut(pixels, wanted[page], times)

    def cut(self, pixels, face, times=1):
        """The card with its bleed, without its corners. The rest of the sheet is not the card's."""
        millimetre = DPI * times / 25.4
        x, y, width, height = (value * millimetre for value in face.trim)
        radius = self.corner * millimetre
        rows, columns = numpy.ogrid[: pixels.shape[0], : pixels.shape[1]]
        beyond_x = numpy.maximum(x + radius - columns, columns - (x + width - radius))
        beyond_y = numpy.maximum(y + radius - rows, rows - (y + height - radius))
        is_inside = (columns >= x) & (columns <= x + width) & (rows >= y) & (rows <= y + height)
        is_corner = (beyond_x > 0) & (beyond_y > 0) & (beyond_x**2 + beyond_y**2 > radius**2)
        pixels[is_inside & is_corner] = 128
        left, top, width, height = (value * millimetre for value in face.bleed)
        return pixels[round(top) : round(top + height), round(left) : round(left + width)]

    def draw_all(self):
        """Hashes of all faces' pixels."""
        if self.hashes is None:
            document = pypdfium2.PdfDocument(self.pdf)
            try:
                self.hashes = {
                    key: hashlib.blake2b(self.draw(document, face).tobytes(), digest_size=16).digest()
                    for key, face in self.faces.items()
                }
            finally:
                document.close()
        return self.hashes


@dataclasses.dataclass
class Difference:
    """How one face differs: the greatest change of a colour channel, the share of pixels, which pixels, and whether a shift
    of a pixel at most (0.13 mm) can have done it: no renderer sets letters and pictures finer than a share of a pixel."""

    greatest: int
    share: float
    mask: object
    is_slight: bool

    def touches(self, box, face, margin=0.4):
        """Whether a pixel differs in a box (mm from the trim's corner)."""
        if self.mask is None:
            return True
        pixels = DPI / 25.4
        left = (face.trim[0] - face.bleed[0] + box[0] - margin) * pixels
        top = (face.trim[1] - face.bleed[1] + box[1] - margin) * pixels
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


SLACK = 16


def blurred(pixels):
    """Each pixel with its eight neighbours in equal parts."""
    padded = numpy.pad(pixels.astype(numpy.int16), ((1, 1), (1, 1), (0, 0)), mode="edge")
    columns = padded[:-2] + padded[1:-1] + padded[2:]
    return (columns[:, :-2] + columns[:, 1:-1] + columns[:, 2:]) // 9


def lies_within(pixels, others, reach):
    """Whether every pixel is, but for rounding, within what those so far away span on the other picture."""
    rows, columns = numpy.nonzero((numpy.abs(pixels - others) > SLACK).any(axis=2))
    mine, padded = pixels[rows, columns], numpy.pad(others, ((reach, reach), (reach, reach), (0, 0)), mode="edge")
    steps = range(2 * reach + 1)
    least = most = others[rows, columns]
    for near in (padded[rows + y, columns + x] for y in steps for x in steps):
        least, most = numpy.minimum(least, near), numpy.maximum(most, near)
    return bool(((mine >= least - SLACK) & (mine <= most + SLACK)).all())


def is_shift(was, now, reach=1):
    """Whether a shift by so many pixels at most can have made one picture of the other."""
    # Blurred a little: a stroke as thin as a pixel is dark on one, or half as dark on two.
    was, now = blurred(was), blurred(now)
    return lies_within(now, was, reach) and lies_within(was, now, reach)


def compare(old, new, renamed, is_font, shifts, is_tolerated):
    """`renamed` maps new ids to old ones; poppler is asked too where a font was changed, and where things were moved, and a
    second time, more finely, where that is to be tolerated."""
    before, after = old.draw_all(), new.draw_all()
    cards_before, cards_after = set(old.cards), set(new.cards)
    seen = Seen({}, cards_after - cards_before - set(renamed), cards_before - cards_after - set(renamed.values()))
    differing = [
        (key, old.faces[renamed.get(key[0], key[0]), key[1]], new.faces[key])
        for key, digest in after.items()
        if key[0] not in seen.new and before.get((renamed.get(key[0], key[0]), key[1])) != digest
    ]
    if not differing:
        return seen
    slight = set()
    if is_font or shifts:
        # No such change moves a card to another page.
        differing.sort(key=lambda entry: entry[2].page)
        unhinted = zip(
            differing, old.draw_unhinted([was for _, was, _ in differing]),
            new.draw_unhinted([now for _, _, now in differing]))
        kept, doubtful = [], []
        for entry, was, now in unhinted:
            if is_font and numpy.array_equal(was, now):
                continue
            kept.append(entry)
            if shifts and was.shape == now.shape:
                if is_shift(was, now):
                    slight.add(entry[0])
                elif is_tolerated:
                    doubtful.append(entry)
        differing = kept
        if doubtful:
            fine = zip(
                doubtful, old.draw_unhinted([was for _, was, _ in doubtful], FINE),
                new.draw_unhinted([now for _, _, now in doubtful], FINE))
            slight |= {entry[0] for entry, was, now in fine if is_shift(was, now, FINE)}
    documents = pypdfium2.PdfDocument(old.pdf), pypdfium2.PdfDocument(new.pdf)
    for key, *faces in differing:
        was, now = old.draw(documents[0], faces[0]), new.draw(documents[1], faces[1])
        if was.shape != now.shape:
            seen.faces[key] = Difference(255, 1.0, None, False)
            continue
        difference = numpy.abs(was.astype(numpy.int16) - now.astype(numpy.int16)).max(axis=2)
        mask = difference > 0
        seen.faces[key] = Difference(int(difference.max()), float(mask.mean()), mask, key in slight)
    for document in documents:
        document.close()
    return seen
