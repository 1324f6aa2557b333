"""Prints decks with registration marks and cut lines and measures whether PDF, SVG and DXF agree."""

import argparse
import itertools
import json
import pathlib
import subprocess
import sys

import pikepdf

import lines
import pages
from pages import Box

# Millimetres: what PDF, SVG and DXF may differ by.
TOLERANCE = 0.01
# A sticker's line and the edge of its opacity: half a pixel of 300 to the inch.
CONTOUR = 0.05
SIZES = {"classic": (63, 88, 3), "mini": (44, 63, 2), "business": (85, 54, 3), "label": (63.5, 38.1, 1.5)}


class Measured:
    def __init__(self):
        self.worst = {}
        self.counts = {}
        self.failures = []

    def note(self, what, distance, limit, where):
        self.worst[what] = max(self.worst.get(what, 0), distance)
        self.counts[what] = self.counts.get(what, 0) + 1
        if distance > limit:
            self.failures.append(f"{where}: {what} is {distance:.4f} mm off")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--program", required=True, type=pathlib.Path)
    parser.add_argument("--place", required=True, type=pathlib.Path)
    parser.add_argument("decks", nargs="*", type=pathlib.Path)
    options = parser.parse_args()
    root = pathlib.Path(__file__).resolve().parents[2]
    decks = options.decks or [root / "Samples/garden-tea/deck.json"]
    measured = Measured()
    for deck, paper, template, marks, cut in itertools.product(
        decks, ["A4", "Letter", "A3"], SIZES, ["3", "4"], ["sheet", "card", "sticker"]
    ):
        where = f"{deck.parent.name} {paper} {template} {marks} marks {cut}"
        folder = options.place / "files"
        folder.mkdir(parents=True, exist_ok=True)
        for file in folder.iterdir():
            file.unlink()
        command = [
            options.program, "--sheet", paper, "-t", template, "--registration", marks, "--cut", cut, "-o", "o.pdf",
            "--cut-lines", "o.svg", "--cut-lines", "o.dxf", deck.resolve(),
        ]
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
        if done.returncode != 0:
            measured.failures.append(f"{where}: {done.stderr.strip()}")
            continue
        compare(folder, SIZES[template], int(marks), cut, measured, where)
    for stock in json.loads((root / "Templates/stocks.json").read_text())["stocks"]:
        for template, size in SIZES.items():
            if fits(stock, size):
                check_stock(options.program, options.place / "files", decks[0], stock, template, size, measured)
                break
    for what, distance in sorted(measured.worst.items()):
        print(f"{measured.counts[what]:6} × {what}: at most {distance:.4f} mm")
    for failure in measured.failures:
        print(failure, file=sys.stderr)
    print("all agree" if not measured.failures else f"{len(measured.failures)} do not agree")
    sys.exit(1 if measured.failures else 0)


def compare(folder, size, marks, cut, measured, where):
    document = pikepdf.open(folder / "o.pdf")
    drawings = sorted(folder.glob("o*.svg"), key=lambda p: int(p.stem.partition("-")[2] or 0))
    if not drawings:
        measured.failures.append(f"{where}: no cut lines")
    for sheet, page in enumerate(document.pages[::2]):
        # Sheets that are alike share a file.
        file = drawings[min(sheet, len(drawings) - 1)]
        svg, svg_size = lines.svg(file)
        dxf, dxf_size = lines.dxf(file.with_suffix(".dxf"))
        box = [float(v) * pages.MM for v in page.mediabox]
        for a, b in zip(svg_size, dxf_size):
            measured.note("sheet, SVG and DXF", abs(a - b), TOLERANCE, where)
        for a, b in zip(svg_size, box[2:]):
            measured.note("sheet, SVG and PDF", abs(a - b), TOLERANCE, where)
        painted = pages.read(page)
        check_marks(painted, svg, dxf, marks, measured, where)
        cards = [trim for fill, _ in painted.fills if (trim := card(fill, size))]
        if cut == "sticker":
            check_stickers(painted, svg, dxf, measured, where)
        elif cut == "card":
            check_cards(cards, svg, dxf, measured, where)
        else:
            check_straight(cards, svg, measured, where)


def places(stock):
    """The middles of a stock's places, by its entry in the list and nothing else, in millimetres."""
    unit = 25.4 if stock.get("unit") == "in" else 1
    across, down = stock.get("columnPitch", 0) * unit, stock.get("rowPitch", 0) * unit
    left, top = stock["left"] * unit, stock["top"] * unit
    width, height = stock["width"] * unit, stock["height"] * unit
    for row, column in itertools.product(range(stock["rows"]), range(stock["columns"])):
        yield left + column * across + width / 2, top + row * down + height / 2


def fits(stock, size):
    unit = 25.4 if stock.get("unit") == "in" else 1
    width, height = stock["width"] * unit + 0.05, stock["height"] * unit + 0.05
    if stock.get("shape") == "round" or stock.get("fold"):
        return False
    return any(w <= width and h <= height for w, h in ((size[0], size[1]), (size[1], size[0])))


def check_stock(program, folder, deck, stock, template, size, measured):
    """Cards lie in the middle of their places, and backs behind fronts."""
    where = f"{stock['name']} with {template}"
    command = [program, "--stock", stock["name"], "-t", template, "-o", "o.pdf", deck.resolve()]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True)
    if done.returncode != 0:
        measured.failures.append(f"{where}: {done.stderr.strip()}")
        return
    document = pikepdf.open(folder / "o.pdf")
    # What is glued has no backs: the second page is another sheet.
    first = document.pages[: 1 if stock.get("oneSided") else 2]
    sides = [[trim for fill, _ in pages.read(page).fills if (trim := card(fill, size))] for page in first]
    fronts, backs = sides[0], sides[1] if len(sides) == 2 else []
    width, height = (float(v) * pages.MM for v in document.pages[0].mediabox[2:])
    if not fronts or not stock.get("oneSided") and len(backs) != len(fronts):
        measured.failures.append(f"{where}: {len(fronts)} fronts, {len(backs)} backs")
    for trim, (x, y) in zip(fronts, places(stock)):
        distance = max(abs((trim.left + trim.right) / 2 - x), abs((trim.top + trim.bottom) / 2 - y))
        measured.note("card and place of stock", distance, TOLERANCE, where)
    for trim in fronts if backs else []:
        # Turned over the long edge.
        behind = (
            Box(width - trim.right, trim.top, width - trim.left, trim.bottom)
            if height >= width
            else Box(trim.left, height - trim.bottom, trim.right, height - trim.top)
        )
        distance = min((behind.distance(back) for back in backs), default=99)
        measured.note("front and back on stock", distance, TOLERANCE, where)


def card(fill, size):
    """The trim of a card whose ground this fill is, or None."""
    width, height, bleed = size
    for w, h in ((width, height), (height, width)):
        if abs(fill.width - w - 2 * bleed) < 0.02 and abs(fill.height - h - 2 * bleed) < 0.02:
            return Box(fill.left + bleed, fill.top + bleed, fill.right - bleed, fill.bottom - bleed)
    return None


def check_marks(painted, svg, dxf, marks, measured, where):
    drawn = [Box.around(path) for path in svg["PRINT"]]
    if len(drawn) != marks:
        measured.failures.append(f"{where}: {len(drawn)} marks")
    for box in drawn:
        black = [fill for fill, color in painted.fills if color == ("g", 0.0)]
        measured.note("mark, SVG and PDF", min(box.distance(b) for b in black), TOLERANCE, where)
        other = min(box.distance(Box.around(path)) for path in dxf["PRINT"])
        measured.note("mark, SVG and DXF", other, TOLERANCE, where)


def check_cards(cards, svg, dxf, measured, where):
    drawn = [Box.around(path) for path in svg["CUT"]]
    for trim in cards:
        measured.note("card, SVG and PDF", min(trim.distance(box) for box in drawn), TOLERANCE, where)
    for box in drawn:
        other = min(box.distance(Box.around(path)) for path in dxf["CUT"])
        measured.note("card, SVG and DXF", other, TOLERANCE, where)


def check_straight(cards, svg, measured, where):
    """Each edge of each card lies on a straight line that is at least as long."""
    paths = [Box.around(path) for path in svg["CUT"]]

    def off(at, start, end, position, low, high):
        return min(
            max(abs(position(p) - at), low(p) - start, end - high(p), 0)
            for p in paths
            if (p.width < 0.001) == (position is left)
        )

    def left(p):
        return p.left

    def top(p):
        return p.top

    for trim in cards:
        for at in (trim.left, trim.right):
            distance = off(at, trim.top, trim.bottom, left, lambda p: p.top, lambda p: p.bottom)
            measured.note("straight cut, SVG and PDF", distance, TOLERANCE, where)
        for at in (trim.top, trim.bottom):
            distance = off(at, trim.left, trim.right, top, lambda p: p.left, lambda p: p.right)
            measured.note("straight cut, SVG and PDF", distance, TOLERANCE, where)


def check_stickers(painted, svg, dxf, measured, where):
    """Along each line the opacity of the sticker printed there is a half: where it is less or more, the line is beside the edge."""
    pixel = 25.4 / 300
    drawn = svg["CUT"]
    for path, other in zip(drawn, dxf["CUT"], strict=True):
        measured.note("sticker, SVG and DXF", Box.around(path).distance(Box.around(other)), TOLERANCE, where)
        best = None
        for mask in painted.masks:
            opacities = [mask.opacity(x, y) for x, y in path]
            if None in opacities:
                continue
            off = sorted(abs(o - 0.5) * pixel for o in opacities)
            # One place in a hundred may lie on a corner that a blade rounds.
            worst = off[min(len(off) - 1, len(off) * 99 // 100)]
            best = worst if best is None else min(best, worst)
        if best is None:
            measured.failures.append(f"{where}: a line around no picture")
        else:
            measured.note("sticker's line and edge", best, CONTOUR, where)


if __name__ == "__main__":
    main()
