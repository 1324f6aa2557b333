#!/usr/bin/env python3
"""Prints calibration sheets and cards on simulated crooked printers, and measures on the finished PDF files how far backs lie from their fronts.

Everything is read from the files with pikepdf: the scales' lines and the long rulers of the calibration sheet, warped by the printer, give the
readings; the clip of each card's face, warped likewise, is where the card comes out.

    Tests/Printers/run                       all papers, both edges, three printers each
    Tests/Printers/run --printers 10 --seed 2
    Tests/Printers/run --rounded             readings to a tenth of a millimetre, rulers to half a one
"""

import argparse
import math
import os
import pathlib
import random
import subprocess
import sys
import tempfile

import pikepdf

root = pathlib.Path(__file__).resolve().parents[2]
MM = 25.4 / 72
PAPERS = ["A3", "A4", "A5", "Letter", "Legal", "Tabloid", "10x15"]


def multiply(a, b):
    """First a, then b."""
    return (
        a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3], a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3],
        a[4] * b[0] + a[5] * b[2] + b[4], a[4] * b[1] + a[5] * b[3] + b[5],
    )


class Page:
    """The stroked lines and the clips of a page, in millimetres from its top left corner."""

    def __init__(self, page):
        self.width, self.height = (float(page.mediabox[2]) * MM, float(page.mediabox[3]) * MM)
        self.lines, self.clips = [], []
        self.read(page, page.Resources, (1, 0, 0, 1, 0, 0))

    def place(self, matrix, x, y):
        return (
            (x * matrix[0] + y * matrix[2] + matrix[4]) * MM,
            self.height - (x * matrix[1] + y * matrix[3] + matrix[5]) * MM,
        )

    def read(self, content, resources, matrix):
        stack, path, width = [], [], 1.0
        for operands, operator in pikepdf.parse_content_stream(content):
            name = str(operator)
            numbers = [float(n) for n in operands] if name in {"cm", "w", "m", "l", "c", "re"} else []
            if name == "q":
                stack.append((matrix, width))
            elif name == "Q":
                matrix, width = stack.pop()
            elif name == "cm":
                matrix = multiply(tuple(numbers), matrix)
            elif name == "w":
                width = numbers[0]
            elif name == "m":
                path.append([self.place(matrix, *numbers)])
            elif name == "l":
                path[-1].append(self.place(matrix, *numbers))
            elif name == "c":
                path[-1].append(None)
                path[-1].append(self.place(matrix, *numbers[4:]))
            elif name == "re":
                x, y, w, h = numbers
                corners = [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]
                path.append([self.place(matrix, *corner) for corner in corners])
            elif name in {"W", "W*"}:
                self.clips += [piece for piece in path if len(piece) >= 4 and None not in piece]
            elif name in {"S", "s", "f", "f*", "F", "B", "B*", "b", "n"}:
                if name in {"S", "s"}:
                    scale = math.sqrt(abs(matrix[0] * matrix[3] - matrix[1] * matrix[2]))
                    for piece in path:
                        if None not in piece:
                            self.lines += [(a, b, width * scale) for a, b in zip(piece, piece[1:])]
                path = []
            elif name == "Do":
                thing = resources.XObject[str(operands[0])]
                if thing.get("/Subtype") == "/Form":
                    inner = tuple(float(n) for n in thing.get("/Matrix", [1, 0, 0, 1, 0, 0]))
                    self.read(thing, thing.get("/Resources", resources), multiply(inner, matrix))


class Pass:
    """What a printer does to one side, about the page's centre."""

    def __init__(self, offset, degrees, scale):
        self.offset, self.degrees, self.scale = offset, degrees, scale

    @classmethod
    def crooked(cls, dice, near=None):
        def scale(other):
            value = dice.uniform(0.96, 1.04)
            # The same program prints both sides: at most 3 % apart.
            return value if other is None else min(max(value, other - 0.03), other + 0.03)

        return cls(
            (dice.uniform(-1.5, 1.5), dice.uniform(-1.5, 1.5)), dice.uniform(-0.5, 0.5),
            tuple(scale(near and near.scale[axis]) for axis in (0, 1)))

    def print(self, point, size):
        x, y = ((point[0] - size[0] / 2) * self.scale[0], (point[1] - size[1] / 2) * self.scale[1])
        cosine, sine = math.cos(math.radians(self.degrees)), math.sin(math.radians(self.degrees))
        return (
            size[0] / 2 + x * cosine - y * sine + self.offset[0], size[1] / 2 + x * sine + y * cosine + self.offset[1])


class Printer:
    def __init__(self, dice, flip):
        self.front = Pass.crooked(dice)
        self.back = Pass.crooked(dice, self.front)
        self.flip = flip

    def turned(self, point, size):
        stands = size[1] >= size[0]
        return (size[0] - point[0], point[1]) if (self.flip == "long") == stands else (point[0], size[1] - point[1])

    def seen_front(self, point, size):
        return self.front.print(point, size)

    def seen_back(self, point, size):
        return self.turned(self.back.print(point, size), size)


def crossing(a, b, c, d):
    """Where on the way from a to b the pieces ab and cd cross; None where they do not."""
    determinant = (b[0] - a[0]) * (d[1] - c[1]) - (b[1] - a[1]) * (d[0] - c[0])
    first = ((c[0] - a[0]) * (d[1] - c[1]) - (c[1] - a[1]) * (d[0] - c[0])) / determinant
    second = ((c[0] - a[0]) * (b[1] - a[1]) - (c[1] - a[1]) * (b[0] - a[0])) / determinant
    return first if 0 <= first <= 1 and 0 <= second <= 1 else None


def scales(page):
    """The slanted lines of each scale by axis (0 across, 1 down), each from its foot to its head, in the order of their numbers."""
    groups = {}
    for a, b, _ in page.lines:
        extent = (abs(a[0] - b[0]), abs(a[1] - b[1]))
        axis = 0 if extent[1] > extent[0] else 1
        along, over = extent[axis], extent[1 - axis]
        # 1.4 mm on 14 rows of 1 to 1.5 mm.
        if over > 13.5 and abs(along - 1.4) < 0.02:
            foot, head = sorted((a, b), key=lambda point: point[axis])
            groups.setdefault((axis, round(foot[1 - axis], 1), round(head[1 - axis], 1)), []).append((foot, head))
    result = {0: [], 1: []}
    for (axis, _, _), lines in groups.items():
        lines.sort(key=lambda line: line[0][axis])
        scale = [lines[0]]
        for line in lines[1:]:
            if line[0][axis] - scale[-1][0][axis] > 1.5:
                result[axis].append(scale)
                scale = []
            scale.append(line)
        result[axis].append(scale)
    return result


def named(scales_of_axis, size):
    """The scales of the five places by letter: corners by quarter of the sheet, E the one in the middle."""
    middles = [((s[0][0][0] + s[-1][1][0]) / 2, (s[0][0][1] + s[-1][1][1]) / 2) for s in scales_of_axis]
    order = sorted(range(len(middles)), key=lambda i: math.dist(middles[i], (size[0] / 2, size[1] / 2)))
    names = {"E": scales_of_axis[order[0]]}
    for index in order[1:]:
        x, y = middles[index]
        names["ABCD"[(2 if y > size[1] / 2 else 0) + (1 if x > size[0] / 2 else 0)]] = scales_of_axis[index]
    assert len(names) == 5, "the sheet has five places"
    return names


def read(front, back, printer, rounded):
    """What the sheet shows, as words for --readings and --ruler."""
    size = (front.width, front.height)
    pointers = [(a, b) for a, b, width in back.lines if abs(width - 0.7) < 0.05 and math.dist(a, b) > 12]
    readings = {}
    for axis, found in scales(front).items():
        for name, lines in named(found, size).items():
            foot, head = lines[0][0], lines[-1][1]
            middle = ((foot[0] + head[0]) / 2, (foot[1] + head[1]) / 2)

            def off(pointer):
                a, b = (printer.turned(point, size) for point in pointer)
                return abs(a[axis] - middle[axis]) if abs(a[axis] - b[axis]) < 0.01 and min(
                    a[1 - axis], b[1 - axis]) < middle[1 - axis] < max(a[1 - axis], b[1 - axis]) else math.inf

            pointer = min(pointers, key=off)
            c, d = (printer.seen_back(point, size) for point in pointer)
            crossings = []
            for number, (foot, head) in enumerate(lines):
                share = crossing(printer.seen_front(foot, size), printer.seen_front(head, size), c, d)
                if share is not None:
                    crossings.append((abs(-2 + 14 * share - 5), number + (-2 + 14 * share) / 10))
            value = min(crossings)[1] if crossings else None
            readings.setdefault(name, [None, None])[axis] = value
    digits = 1 if rounded else 6
    words = [
        name + "=" + ",".join("?" if value is None else f"{value:.{digits}f}" for value in pair)
        for name, pair in sorted(readings.items())]
    rulers = []
    for axis, name in enumerate(("across", "down")):
        base = max(
            ((a, b) for a, b, _ in front.lines if abs(a[1 - axis] - b[1 - axis]) < 0.01),
            key=lambda line: math.dist(*line))
        length = math.dist(*(printer.seen_front(point, size) for point in base))
        rulers.append(f"{name}={round(length * 2) / 2 if rounded else length:.{digits}f}")
    return words, rulers


def faces(page):
    """Where faces may paint: the largest clips."""
    quads = [clip[:4] for clip in page.clips]
    boxes = []
    for quad in sorted(quads, key=lambda quad: -math.dist(quad[0], quad[2])):
        x, y = middle(quad)
        inside = any(
            min(p[0] for p in other) - 0.1 < x < max(p[0] for p in other) + 0.1
            and min(p[1] for p in other) - 0.1 < y < max(p[1] for p in other) + 0.1 for other in boxes)
        if not inside and math.dist(quad[0], quad[2]) > 60:
            boxes.append(quad)
    return boxes


def middle(quad):
    return tuple(sum(point[axis] for point in quad) / 4 for axis in (0, 1))


def misregistration(pdf, printer):
    """The largest distance of a corner of a face's clip from that of the face behind it, once printed."""
    front, back = (Page(page) for page in pdf.pages[:2])
    size = (front.width, front.height)
    fronts = [[printer.seen_front(point, size) for point in quad] for quad in faces(front)]
    backs = [[printer.seen_back(point, size) for point in quad] for quad in faces(back)]
    assert fronts and len(fronts) == len(backs), f"{len(fronts)} fronts, {len(backs)} backs"
    worst = 0
    for quad in fronts:
        behind = min(backs, key=lambda other: math.dist(middle(other), middle(quad)))
        worst = max([worst] + [min(math.dist(point, other) for other in behind) for point in quad])
    return worst, len(fronts)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--program", default=root / ".build/debug/capprint")
    parser.add_argument("--printers", type=int, default=3, help="for each paper, edge and way to hold the sheet")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rounded", action="store_true")
    options = parser.parse_args()
    dice = random.Random(options.seed)
    limit = 0.3 if options.rounded else 0.05
    overall = 0
    with tempfile.TemporaryDirectory() as folder:
        environment = {
            **os.environ, "CAPPRINT_HOME": str(root), "XDG_CONFIG_HOME": folder, "HOME": folder,
            "CAPPRINT_CACHE": folder + "/cache"}

        def run(*arguments):
            result = subprocess.run(
                [options.program, *arguments], env=environment, capture_output=True, text=True)
            if result.returncode:
                sys.exit(f"capprint {' '.join(arguments)}: {result.returncode}\n{result.stderr}")
            return result

        print("paper    held       edge   cards  worst before  worst after (mm)")
        for paper in PAPERS:
            template = "mini" if paper == "10x15" else "classic"
            for orientation in ("portrait", "landscape"):
                for flip in ("long", "short"):
                    way = ["--sheet", paper, "--orientation", orientation, "--duplex", flip]
                    sheet, cards = f"{folder}/sheet.pdf", f"{folder}/cards.pdf"
                    run("calibrate", "--printer", "sim", *way, "-o", sheet)
                    deck = str(root / "Samples/garden-tea/deck.json")
                    run("--template", template, *way, "-o", cards, deck)
                    before = after = count = 0
                    with pikepdf.open(sheet) as pdf:
                        pages = [Page(page) for page in pdf.pages]
                    for _ in range(options.printers):
                        printer = Printer(dice, flip)
                        words, rulers = read(pages[0], pages[1], printer, options.rounded)
                        with pikepdf.open(cards) as pdf:
                            before = max(before, misregistration(pdf, printer)[0])
                        run("calibrate", "--printer", "sim", *way, "--readings", *words, "--ruler", *rulers)
                        right = f"{folder}/right.pdf"
                        run("--template", template, *way, "--printer", "sim", "-o", right, deck)
                        with pikepdf.open(right) as pdf:
                            found, count = misregistration(pdf, printer)
                        after = max(after, found)
                    overall = max(overall, after)
                    print(f"{paper:8} {orientation:10} {flip:6} {count:5}  {before:12.3f}  {after:12.4f}", flush=True)
    print(f"worst {overall:.4f} mm, allowed {limit}")
    sys.exit(overall > limit)


if __name__ == "__main__":
    main()
