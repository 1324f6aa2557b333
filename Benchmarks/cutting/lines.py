"""Cut lines read back: DXF by ezdxf, SVG by the grammar of its paths. Millimetres from the sheet's top left corner."""

import math
import re
import xml.etree.ElementTree as ElementTree

import ezdxf
import ezdxf.path

SVG = "{http://www.w3.org/2000/svg}"
INKSCAPE = "{http://www.inkscape.org/namespaces/inkscape}"


def dxf(path):
    """By layer, lists of points close together along each line; and the sheet's size."""
    document = ezdxf.readfile(path)
    auditor = document.audit()
    if auditor.errors or auditor.fixes:
        raise SystemExit(f"{path}: ezdxf finds {auditor.errors + auditor.fixes}")
    if document.header["$INSUNITS"] != 4:
        raise SystemExit(f"{path}: not in millimetres")
    width, height = document.header["$EXTMAX"][:2]
    layers = {}
    for entity in document.modelspace():
        points = [(p.x, height - p.y) for p in ezdxf.path.make_path(entity).flattening(0.001)]
        layers.setdefault(entity.dxf.layer, []).append(points)
    return layers, (width, height)


def svg(path):
    root = ElementTree.parse(path).getroot()
    width, height = (float(root.get(side).removesuffix("mm")) for side in ("width", "height"))
    if [float(v) for v in root.get("viewBox").split()] != [0, 0, width, height]:
        raise SystemExit(f"{path}: a user unit is no millimetre")
    layers = {}
    for group in root.iter(f"{SVG}g"):
        if group.get(f"{INKSCAPE}groupmode") != "layer" or group.get("id") != group.get(f"{INKSCAPE}label"):
            raise SystemExit(f"{path}: a group that is no layer")
        layers[group.get("id")] = [points(element.get("d")) for element in group.iter(f"{SVG}path")]
    return layers, (width, height)


def points(data):
    result, start = [], None
    for command, numbers in re.findall(r"([MLAZ])([^MLAZ]*)", data):
        values = [float(v) for v in numbers.split()]
        match command:
            case "M":
                start = tuple(values)
                result.append(start)
            case "L":
                result.append(tuple(values))
            case "A":
                result += arc(result[-1], values)
            case "Z":
                result.append(start)
    return result


def arc(begin, values):
    """SVG 1.1, appendix F.6.5, for circles."""
    radius, _, _, large, sweep, x, y = values
    (x1, y1), (x2, y2) = begin, (x, y)
    dx, dy = (x1 - x2) / 2, (y1 - y2) / 2
    half = math.hypot(dx, dy)
    radius = max(radius, half)
    factor = math.sqrt(max(0, radius * radius - half * half)) / half * (-1 if large == sweep else 1)
    cx, cy = factor * dy + (x1 + x2) / 2, -factor * dx + (y1 + y2) / 2
    first, last = math.atan2(y1 - cy, x1 - cx), math.atan2(y2 - cy, x2 - cx)
    if sweep and last < first:
        last += 2 * math.pi
    if not sweep and last > first:
        last -= 2 * math.pi
    steps = max(2, int(abs(last - first) * radius / 0.2))
    angles = [first + (last - first) * i / steps for i in range(1, steps + 1)]
    return [(cx + radius * math.cos(a), cy + radius * math.sin(a)) for a in angles]
