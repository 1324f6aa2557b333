"""What is painted on a page, measured from its content stream with pikepdf: millimetres from the page's top left corner."""

from dataclasses import dataclass, field

import pikepdf

MM = 25.4 / 72
IDENTITY = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


def then(first, second):
    """The map that does `first` and then `second`, both as PDF writes them."""
    a, b, c, d, e, f = first
    A, B, C, D, E, F = second
    return (a * A + b * C, a * B + b * D, c * A + d * C, c * B + d * D, e * A + f * C + E, e * B + f * D + F)


@dataclass
class Box:
    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self):
        return self.right - self.left

    @property
    def height(self):
        return self.bottom - self.top

    @staticmethod
    def around(points):
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        return Box(min(xs), min(ys), max(xs), max(ys))

    def distance(self, other):
        return max(
            abs(self.left - other.left),
            abs(self.top - other.top),
            abs(self.right - other.right),
            abs(self.bottom - other.bottom),
        )


@dataclass
class Mask:
    """A picture with opacity and where it lies."""

    matrix: tuple
    height_mm: float
    columns: int
    rows: int
    samples: bytes

    def opacity(self, x, y):
        """At a place of the page, 0 to 1, between pixels in proportion; None outside."""
        a, b, c, d, e, f = self.matrix
        px, py = x / MM - e, (self.height_mm - y) / MM - f
        det = a * d - b * c
        u, v = (px * d - py * c) / det, (py * a - px * b) / det
        if not (0 <= u <= 1 and 0 <= v <= 1):
            return None
        column, row = u * self.columns - 0.5, (1 - v) * self.rows - 0.5
        i, j = int(column // 1), int(row // 1)
        s, t = column - i, row - j

        def sample(i, j):
            inside = 0 <= i < self.columns and 0 <= j < self.rows
            return self.samples[j * self.columns + i] / 255 if inside else 0

        upper = sample(i, j) * (1 - s) + sample(i + 1, j) * s
        lower = sample(i, j + 1) * (1 - s) + sample(i + 1, j + 1) * s
        return upper * (1 - t) + lower * t


@dataclass
class Painted:
    """The fills of a page as boxes with their colours, and its masked pictures."""

    fills: list = field(default_factory=list)
    masks: list = field(default_factory=list)


def read(page):
    painted = Painted()
    height = float(page.mediabox[3]) - float(page.mediabox[1])
    scan(page, page.resources, IDENTITY, height, painted)
    return painted


def scan(stream, resources, matrix, height, painted):
    """Adds what a page or a form paints; forms are looked into."""
    color = ("g", 0.0)
    stack, points = [], []

    def place(x, y):
        a, b, c, d, e, f = matrix
        return ((a * x + c * y + e) * MM, (height - (b * x + d * y + f)) * MM)

    for instruction in pikepdf.parse_content_stream(stream):
        operator = str(instruction.operator)
        if operator not in ("q", "Q", "cm", "re", "m", "l", "c", "g", "rg", "f", "n", "S", "gs", "Do"):
            continue
        operands = instruction.operands
        match operator:
            case "q":
                stack.append((matrix, color))
            case "Q":
                matrix, color = stack.pop()
            case "cm":
                matrix = then(tuple(float(o) for o in operands), matrix)
            case "re":
                x, y, w, h = (float(o) for o in operands)
                points += [place(x, y), place(x + w, y + h)]
            case "m" | "l":
                points.append(place(float(operands[0]), float(operands[1])))
            case "c":
                points.append(place(float(operands[4]), float(operands[5])))
            case "g" | "rg":
                color = (operator, *(float(o) for o in operands))
            case "f":
                if points:
                    painted.fills.append((Box.around(points), color))
                points = []
            case "n" | "S":
                points = []
            case "gs":
                # One grey through a plane of opacity: the backing of a drawing.
                soft = resources.ExtGState[operands[0]].get("/SMask")
                if isinstance(soft, pikepdf.Dictionary):
                    for plane in soft.G.Resources.XObject.values():
                        painted.masks.append(mask(plane, matrix, height))
            case "Do":
                thing = resources.XObject[operands[0]]
                if thing.Subtype == "/Form":
                    own = tuple(float(o) for o in thing.get("/Matrix", [1, 0, 0, 1, 0, 0]))
                    scan(thing, thing.get("/Resources", resources), then(own, matrix), height, painted)
                elif "/SMask" in thing:
                    painted.masks.append(mask(thing.SMask, matrix, height))


def mask(plane, matrix, height):
    return Mask(matrix, height * MM, int(plane.Width), int(plane.Height), samples(plane))


def samples(image):
    """Rows of one byte a pixel, whatever predictor they were stored with."""
    data = image.read_bytes()
    assert len(data) == int(image.Width) * int(image.Height), "an opacity plane of 8 bits"
    return data
