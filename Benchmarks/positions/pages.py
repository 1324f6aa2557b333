"""Where cards lie, read from a PDF with pikepdf: grounds, clips and links in millimetres from the top left corner of the page."""

import pikepdf

MM = 25.4 / 72


class Page:
    def __init__(self, page, grounds):
        """`grounds` are the sizes in millimetres that faces are filled with, either way round."""
        self.height = float(page.mediabox[3])
        self.faces = []  # (ground, clip), in the order of painting
        self.folds = ([], [])  # dashed lines: where upright ones lie, where level ones do
        self._read(page, grounds)
        self.links = {}
        for note in page.obj.get("/Annots", []):
            left, bottom, right, top = (float(x) for x in note.Rect)
            box = (left * MM, (self.height - top) * MM, (right - left) * MM, (top - bottom) * MM)
            self.links.setdefault(str(note.A.URI), []).append(box)

    def _read(self, page, grounds):
        matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
        saved, clip, rects, points, dashes = [], None, [], [], False
        for operands, operator in pikepdf.parse_content_stream(page):
            name = str(operator)
            if name == "q":
                saved.append((matrix, clip))
            elif name == "Q":
                matrix, clip = saved.pop()
            elif name == "cm":
                matrix = times(tuple(float(x) for x in operands), matrix)
            elif name == "re":
                rects.append(self._box(operands, matrix))
            elif name == "d":
                dashes = len(operands[0]) > 0
            elif name in ("m", "l"):
                points.append(self._box([*operands, 0, 0], matrix)[:2])
            elif name in ("W", "W*"):
                clip = rects[-1] if len(rects) == 1 else None
            elif name in ("f", "f*", "n", "S", "B"):
                if name[0] == "f" and len(rects) == 1:
                    size = rects[0][2:]
                    if any(close(size, ground) or close(size, ground[::-1]) for ground in grounds):
                        self.faces.append((rects[0], clip))
                if name == "S" and dashes and len(points) == 2:
                    (x, y), (u, v) = points
                    self.folds[0 if abs(x - u) < abs(y - v) else 1].append(x if abs(x - u) < abs(y - v) else y)
                rects, points = [], []

    def _box(self, operands, m):
        x, y, width, height = (float(x) for x in operands)
        corners = [(x + w, y + h) for w in (0, width) for h in (0, height)]
        xs = [m[0] * a + m[2] * b + m[4] for a, b in corners]
        ys = [self.height - (m[1] * a + m[3] * b + m[5]) for a, b in corners]
        return (min(xs) * MM, min(ys) * MM, (max(xs) - min(xs)) * MM, (max(ys) - min(ys)) * MM)


def times(m, n):
    """The map that does `m` first, then `n`."""
    a, b, c, d, e, f = m
    p, q, r, s, t, u = n
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def close(a, b, slack=0.05):
    return all(abs(x - y) < slack for x, y in zip(a, b))
