"""Reads from finished PDFs where cards lie and compares it with the report. Benchmarks/positions/README.md says how."""

import argparse
import json
import subprocess
import sys
import tempfile
from pathlib import Path

import pikepdf

from pages import Page
from ways import EDGES, ORIENTATIONS, PAPERS, WAYS

HERE = Path(__file__).parent
PROGRAM = ".build/release/capprint"
DECK = "Samples/garden-tea/deck.json"
# Width, height and bleed of the templates in millimetres, as their files say.
TEMPLATES = {
    name: (*(file := json.loads(Path(f"Templates/{name}.json").read_text()))["size"], file["bleed"])
    for name in ("classic", "mini", "memory")
}
LIMIT = 0.01


class Worst:
    """The largest differences found, by what was compared."""

    NAMES = ("trim", "clip", "code", "behind", "fold")

    def __init__(self):
        self.runs = self.refused = self.pages = self.places = 0
        self.found = dict.fromkeys(self.NAMES, 0.0)

    def note(self, name, a, b, what):
        difference = max(abs(x - y) for x, y in zip(a, b))
        self.found[name] = max(self.found[name], difference)
        if difference > LIMIT:
            raise SystemExit(f"positions: {what}: {name} {rounded(a)} is not {rounded(b)}")

    def add(self, other):
        for field in ("runs", "refused", "pages", "places"):
            setattr(self, field, getattr(self, field) + getattr(other, field))
        for name in self.NAMES:
            self.found[name] = max(self.found[name], other.found[name])


def rounded(box):
    return [round(x, 4) for x in box]


def nearest(faces, box):
    """The face on a page whose middle is nearest to that of a box, taken off the list."""
    def distance(face):
        ground = face[0]
        return sum((ground[i] + ground[i + 2] / 2 - box[i] - box[i + 2] / 2) ** 2 for i in (0, 1))

    best = min(faces, key=distance)
    faces.remove(best)
    return best


def turned(box, trim, turn, width, height):
    """A box on a card, upright, as it lies on the page: the card turned clockwise, its trim at a place."""
    x, y, w, h = box
    x, y, w, h = {
        0: (x, y, w, h), 90: (height - y - h, x, h, w), 180: (width - x - w, height - y - h, w, h),
        270: (y, width - x - w, h, w),
    }[turn]
    return (trim[0] + x, trim[1] + y, w, h)


def mirrored(box, width, height, is_vertical):
    """Where the back of a box lies on the back page, whose paper was turned about an axis."""
    x, y, w, h = box
    return (width - x - w, y, w, h) if is_vertical else (x, height - y - h, w, h)


def check(way, templates, options, paper, orientation, edge, folder):
    worst = Worst()
    worst.runs = 1
    what = f"{paper} {orientation} {edge}, {way}"
    report_file, pdf_file = f"{folder}/report.json", f"{folder}/cards.pdf"
    decks = [f"{DECK}@{name}" for name in templates]
    command = [PROGRAM, *decks, "--sheet", paper, "--orientation", orientation, "--dpi", "72", *options]
    if "--duplex" not in options:
        command += ["--duplex", edge]
    done = subprocess.run([*command, "-o", pdf_file, "--report", report_file], capture_output=True, text=True)
    if done.returncode == 64 and ("does not fit" in done.stderr or "but a sheet has the places" in done.stderr):
        worst.refused = 1
        return worst
    if done.returncode:
        raise SystemExit(f"positions: {' '.join(command)}\n{done.stderr}")
    report = json.loads(Path(report_file).read_text())
    sheet = report["sheet"]
    width, height = sheet["width_mm"], sheet["height_mm"]
    is_vertical = (height >= width) == (sheet["duplex"] == "long")
    grounds = [(w + 2 * b, h + 2 * b) for w, h, b in (TEMPLATES[name] for name in templates)]
    with pikepdf.open(pdf_file) as pdf:
        pages = [Page(page, grounds) for page in pdf.pages]
    worst.pages = len(pages)
    if len(pages) != report["pages"]:
        raise SystemExit(f"positions: {what}: {len(pages)} pages, not {report['pages']}")
    for card in report["cards"]:
        found = {}
        for place in card["placements"]:
            page, trim = pages[place["page"] - 1], place["trim_mm"]
            upright = trim[2:] if place["turn_degrees"] % 180 == 0 else trim[:1:-1]
            template = next(t for t in (TEMPLATES[n] for n in templates) if abs(t[0] - upright[0]) < 0.01 and abs(t[1] - upright[1]) < 0.01)
            if not page.faces:
                raise SystemExit(f"positions: {what}: card {card['id']} is not on page {place['page']}")
            ground, clip = nearest(page.faces, trim)
            bleed = template[2]
            real = (ground[0] + bleed, ground[1] + bleed, ground[2] - 2 * bleed, ground[3] - 2 * bleed)
            worst.note("trim", real, trim, what)
            worst.note("clip", clip, place["bleed_mm"], what)
            worst.places += 1
            found.setdefault(place["copy"], {})[place["side"]] = (real, place)
            for code in card["faces"][place["side"]]["qr"]:
                box = turned(code["box_mm"], real, place["turn_degrees"], *template[:2])
                links = page.links[code["content"]]
                link = min(links, key=lambda link: abs(link[0] - box[0]) + abs(link[1] - box[1]))
                links.remove(link)
                worst.note("code", link, box, what)
        for copy in found.values():
            if len(copy) < 2:
                continue
            (front, place), (back, other) = copy["front"], copy["back"]
            if "--fold" in options:
                # The fold runs between the two: their middles are as far from it.
                axis = place["page"] == other["page"] and abs(front[1] - back[1]) < LIMIT
                along, across = (1, 0) if axis else (0, 1)
                fold = (min(front[across] + front[across + 2], back[across] + back[across + 2])
                        + max(front[across], back[across])) / 2
                # The dashes beside the cards, where there is room for any.
                dashes = pages[place["page"] - 1].folds[across]
                if dashes:
                    worst.note("fold", [min(dashes, key=lambda at: abs(at - fold))], [fold], what)
                image = list(front)
                image[across] = 2 * fold - front[across] - front[across + 2]
                worst.note("behind", image, back, what)
            else:
                worst.note("behind", mirrored(front, width, height, is_vertical), back, what)
    for number, page in enumerate(pages):
        if page.faces or any(page.links.values()):
            raise SystemExit(f"positions: {what}: something lies on page {number + 1} that the report has not")
    return worst


def row(name, worst):
    cells = [f"{worst.found[field]:.4f}" for field in Worst.NAMES]
    return f"| {name} | {worst.runs} | {worst.refused} | {worst.pages} | {worst.places} | {' | '.join(cells)} |"


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--paper", choices=PAPERS, help="this paper alone; RESULTS.md is not written")
    chosen = parser.parse_args()
    rows, total = [], Worst()
    with tempfile.TemporaryDirectory() as folder:
        for way, templates, options in WAYS:
            worst = Worst()
            for paper in [chosen.paper] if chosen.paper else PAPERS:
                for orientation in ORIENTATIONS:
                    for edge in EDGES[:1] if "--duplex" in options or "--fold" in options else EDGES:
                        worst.add(check(way, templates, options, paper, orientation, edge, folder))
            rows.append(row(way, worst))
            print(rows[-1], flush=True)
            total.add(worst)
    rows.append(row("**all**", total))
    print(rows[-1])
    if chosen.paper:
        return
    version = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True).stdout.strip()
    text = f"""# Where cards lie in the finished file

Written by `make positions`: {version}, read with pikepdf {pikepdf.__version__}. The numbers are the largest differences, in millimetres;
{LIMIT} mm would have ended the run. [README.md](README.md) says what is compared.

The papers: {', '.join(PAPERS)}; each held as it holds more, in portrait and in landscape; turned over its long and its short edge.

| way | prints | refused | pages | places | trim | clip | code | behind | fold |
| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
"""
    (HERE / "RESULTS.md").write_text(text + "\n".join(rows) + "\n")


if __name__ == "__main__":
    sys.exit(main())
