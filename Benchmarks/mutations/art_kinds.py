"""Changes of stickers and photos."""

import io
import re
import struct
import zlib

import numpy
from PIL import Image, ImageOps

from cases import Expectation, Unfit, kind

FIELD = (r"^sticker$", r"^photo$")


def art(draft, suffixes, condition=lambda path: True):
    """A file of the deck with one of these suffixes, and the cards that show it."""
    users = {}
    for card in draft.cards:
        for field in ("sticker", "photo"):
            path = card.get(field)
            if path and path.lower().endswith(suffixes):
                users.setdefault(path, []).append((card["id"], field))
    found = [path for path in sorted(users) if condition(path)]
    if not found:
        raise Unfit
    path = draft.rng.choice(found)
    return path, users[path]


def opened(draft, path):
    image = Image.open(io.BytesIO(draft.read(path)))
    image.load()
    return image


def is_png(data):
    return data[:8] == b"\x89PNG\r\n\x1a\n"


def is_jpeg(data):
    return data[:3] == b"\xff\xd8\xff"


def saved(draft, path, image):
    """In the format of the file that it replaces, without loss where that has it."""
    data = draft.read(path)
    out = io.BytesIO()
    if is_png(data):
        image.save(out, "PNG")
    elif is_jpeg(data):
        image.convert("RGB").save(out, "JPEG", quality=95, subsampling=0, exif=image.getexif())
    elif data[8:12] == b"WEBP":
        image.save(out, "WEBP", lossless=True, exact=True)
    else:
        raise Unfit
    draft.write(path, out.getvalue())


RASTER = (".png", ".webp", ".jpg", ".jpeg")


def visible_area(image):
    """Where it is opaque, as x, y, width, height."""
    if image.mode in ("RGBA", "LA"):
        box = image.getchannel("A").point(lambda alpha: 255 if alpha > 200 else 0).getbbox()
        if not box:
            raise Unfit
        return box
    return (0, 0, *image.size)


def inverted(pixels):
    """Colours as far from what they were as they can be; alpha stays."""
    changed = pixels.copy()
    colors = changed[..., :3]
    changed[..., :3] = numpy.where(colors > 127, 0, 255)
    return changed


@kind("art", "the pixels of a region")
def region(draft):
    path, users = art(draft, RASTER)
    image = opened(draft, path)
    exif = image.getexif()
    left, top, right, bottom = visible_area(image)
    width, height = right - left, bottom - top
    w, h = max(2, int(width * draft.rng.uniform(0.12, 0.5))), max(2, int(height * draft.rng.uniform(0.12, 0.5)))
    # Towards the middle, which every crop of a photo shows.
    x = left + int((width - w) * draft.rng.uniform(0.35, 0.65))
    y = top + int((height - h) * draft.rng.uniform(0.35, 0.65))
    pixels = numpy.array(image.convert("RGBA"))
    part = pixels[y : y + h, x : x + w]
    if (part[..., 3] > 200).mean() < 0.3:
        raise Unfit
    pixels[y : y + h, x : x + w] = inverted(part)
    changed = Image.fromarray(pixels)
    changed.info["exif"] = exif.tobytes()
    saved(draft, path, changed)
    share = 100 * w * h / (image.width * image.height)
    return Expectation("depends", f"{path}: {share:.1f} % of its area", FIELD)


@kind("art", "one pixel")
def pixel(draft):
    path, users = art(draft, (".png", ".webp"))
    image = opened(draft, path)
    pixels = numpy.array(image.convert("RGBA"))
    rows, columns = numpy.nonzero(pixels[..., 3] > 200)
    if not len(rows):
        raise Unfit
    at = draft.rng.randrange(len(rows))
    pixels[rows[at], columns[at]] = inverted(pixels[rows[at], columns[at]])
    saved(draft, path, Image.fromarray(pixels))
    return Expectation("depends", f"{path}: pixel {columns[at]}, {rows[at]}", FIELD)


@kind("art", "all its colours")
def recoloured(draft):
    path, users = art(draft, RASTER)
    image = opened(draft, path)
    pixels = numpy.array(image.convert("RGBA"))
    pixels[..., :3] = pixels[..., [2, 0, 1]]
    if (pixels[..., :3] == numpy.array(image.convert("RGBA"))[..., :3]).mean() > 0.95:
        pixels[..., 0] = pixels[..., 0] // 2
    saved(draft, path, Image.fromarray(pixels))
    return Expectation("depends", path, FIELD)


@kind("art", "its number of pixels")
def scaled(draft):
    path, users = art(draft, RASTER)
    image = opened(draft, path)
    share = draft.rng.choice([0.6, 0.75, 0.9, 1.5])
    size = max(8, round(image.width * share)), max(8, round(image.height * share))
    saved(draft, path, image.convert("RGBA").resize(size, Image.Resampling.LANCZOS))
    return Expectation("depends", f"{path}: {image.size} → {size}", FIELD)


@kind("art", "mirrored")
def mirrored(draft):
    path, users = art(draft, RASTER)
    saved(draft, path, ImageOps.mirror(opened(draft, path).convert("RGBA")))
    return Expectation("depends", path, FIELD)


@kind("art", "other art under the same name")
def replaced(draft):
    path, users = art(draft, (".png", ".webp", ".svg", ".jpg", ".jpeg"))
    old = draft.read(path)
    suffix = path[path.rfind(".") :].lower()
    others = {
        card[field] for card in draft.cards for field in ("sticker", "photo")
        if card.get(field, "").lower().endswith(suffix) and card[field] != path
    }
    other = draft.pick(sorted(name for name in others if draft.read(name) != old))
    draft.write(path, draft.read(other))
    return Expectation("depends", f"{path}: now {other}", FIELD)


@kind("art", "the quality of a JPEG")
def jpeg_quality(draft):
    path, users = art(draft, (".jpg", ".jpeg"), lambda path: is_jpeg(draft.read(path)))
    image = opened(draft, path)
    out = io.BytesIO()
    image.save(out, "JPEG", quality=draft.rng.choice([25, 50, 70]), exif=image.getexif())
    draft.write(path, out.getvalue())
    return Expectation("depends", path, FIELD)


def with_orientation(data, orientation):
    """A JPEG that says which way up it is (Exif 2.32, tag 0x0112), instead of what it said."""
    exif = b"Exif\0\0MM\0\x2a\0\0\0\x08\0\x01\x01\x12\0\x03\0\0\0\x01" + struct.pack(">H", orientation) + b"\0\0\0\0\0\0"
    return with_segment(without_exif(data), 0xE1, exif)


def without_exif(data):
    out, at = bytearray(data[:2]), 2
    while data[at] == 0xFF and data[at + 1] not in (0xDA, 0xD9):
        length = struct.unpack(">H", data[at + 2 : at + 4])[0]
        if not (data[at + 1] == 0xE1 and data[at + 4 : at + 8] == b"Exif"):
            out += data[at : at + 2 + length]
        at += 2 + length
    return bytes(out) + data[at:]


def with_segment(data, marker, content):
    """Behind the JFIF header, if there is one."""
    at = 2
    if data[2:4] == b"\xff\xe0":
        at += 2 + struct.unpack(">H", data[4:6])[0]
    return data[:at] + bytes([0xFF, marker]) + struct.pack(">H", len(content) + 2) + content + data[at:]


@kind("art", "which way up a photo is (Exif)")
def orientation(draft):
    path, users = art(draft, (".jpg", ".jpeg"), lambda path: is_jpeg(draft.read(path)))
    old = opened(draft, path).getexif().get(0x0112, 1)
    new = draft.pick([value for value in (1, 2, 3, 4, 5, 6, 7, 8) if value != old])
    draft.write(path, with_orientation(draft.read(path), new))
    return Expectation("depends", f"{path}: {old} → {new}", FIELD)


@kind("art", "a colour of a drawing (SVG)")
def drawing_color(draft):
    path, users = art(draft, (".svg",))
    text = draft.read(path).decode()
    colors = list(re.finditer(r'(?:fill|stop-color|stroke)(?:="|:)(#[0-9a-fA-F]{6})\b', text))
    old = draft.pick(sorted({match.group(1) for match in colors}))
    new = "#%02x%02x%02x" % tuple(255 - int(old[at : at + 2], 16) // 2 for at in (1, 3, 5))
    draft.write(path, text.replace(old, new).encode())
    return Expectation("depends", f"{path}: {old} → {new}", FIELD)


# What is not to be seen


def chunks(data):
    at = 8
    while at < len(data):
        length, name = struct.unpack(">I4s", data[at : at + 8])
        yield name, data[at + 8 : at + 8 + length]
        at += 12 + length


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}


def predicted(rows, filter_type, step):
    """Rows of a PNG after one of its filters (PNG 3rd edition, clause 9)."""
    data = rows.astype(numpy.int16)
    left = numpy.zeros_like(data)
    left[:, step:] = data[:, :-step]
    up = numpy.zeros_like(data)
    up[1:] = data[:-1]
    corner = numpy.zeros_like(data)
    corner[1:, step:] = data[:-1, :-step]
    if filter_type == 0:
        guess = numpy.zeros_like(data)
    elif filter_type == 1:
        guess = left
    elif filter_type == 2:
        guess = up
    elif filter_type == 3:
        guess = (left + up) // 2
    else:
        base = left + up - corner
        near = [numpy.abs(base - value) for value in (left, up, corner)]
        guess = numpy.where(
            (near[0] <= near[1]) & (near[0] <= near[2]), left, numpy.where(near[1] <= near[2], up, corner))
    coded = ((data - guess) & 0xFF).astype(numpy.uint8)
    return numpy.hstack([numpy.full((len(rows), 1), filter_type, numpy.uint8), coded]).tobytes()


ADAM7 = ((0, 0, 8, 8), (4, 0, 8, 8), (0, 4, 4, 8), (2, 0, 4, 4), (0, 2, 2, 4), (1, 0, 2, 2), (0, 1, 1, 2))


def png(pixels, color_type, between, filter_type=4, level=6, interlaced=False):
    """A PNG of these pixels (height, width, channels; 8 bits each), `between` its header and its data."""
    height, width, channels = pixels.shape
    header = struct.pack(">IIBBBBB", width, height, 8, color_type, 0, 0, int(interlaced))
    if interlaced:
        parts = [pixels[y::dy, x::dx] for x, y, dx, dy in ADAM7]
    else:
        parts = [pixels]
    coded = b"".join(
        predicted(part.reshape(part.shape[0], -1), filter_type, channels) for part in parts if part.size)
    data = zlib.compress(coded, level)
    blocks = [data[at : at + 30_000] for at in range(0, len(data), 30_000)]
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + between + b"".join(chunk(b"IDAT", block) for block in blocks)
        + chunk(b"IEND", b""))


def plain_png(draft, path):
    """Header, chunks before the data, and pixels of an 8-bit PNG."""
    data = draft.read(path)
    if not is_png(data):
        raise Unfit
    header, between = None, b""
    for name, content in chunks(data):
        if name == b"IHDR":
            header = struct.unpack(">IIBBBBB", content)
        elif name == b"IDAT":
            break
        else:
            between += chunk(name, content)
    if header[2] != 8:
        raise Unfit
    pixels = numpy.array(opened(draft, path))
    if pixels.ndim == 2:
        pixels = pixels[..., None]
    if pixels.shape[2] != CHANNELS[header[3]]:
        raise Unfit
    return header[3], between, pixels


@kind("art", "a PNG compressed anew (filter, level, interlacing)")
def recompressed(draft):
    path, _ = art(draft, (".png", ".jpg"), lambda path: is_png(draft.read(path)))
    color_type, between, pixels = plain_png(draft, path)
    filter_type, level, interlaced = draft.rng.randrange(5), draft.rng.randrange(10), draft.rng.random() < 0.4
    draft.write(path, png(pixels, color_type, between, filter_type, level, interlaced))
    if not (numpy.array(opened(draft, path)).reshape(pixels.shape) == pixels).all():
        raise AssertionError("the PNG written has other pixels")
    said = f"{path}: filter {filter_type}, level {level}{', interlaced' if interlaced else ''}"
    return Expectation("invisible", said)


@kind("art", "what a picture file says besides (comment, date, Exif)")
def remarks(draft):
    path, _ = art(draft, RASTER)
    data = draft.read(path)
    if is_png(data):
        extra = chunk(b"tEXt", b"Comment\0Saved by another program") + chunk(
            b"tIME", struct.pack(">HBBBBB", 2025, 1, 2, 3, 4, 5))
        data = data[:33] + extra + data[33:]
    elif is_jpeg(data):
        data = with_segment(data, 0xFE, b"Saved by another program")
    elif data[8:12] == b"WEBP" and data[12:16] == b"VP8X":
        data += b"XMP " + struct.pack("<I", 4) + b"<x/>"
        data = data[:4] + struct.pack("<I", len(data) - 8) + data[8:20] + bytes([data[20] | 4]) + data[21:]
    else:
        raise Unfit
    draft.write(path, data)
    return Expectation("invisible", path)


@kind("art", "colours under full transparency")
def hidden_colors(draft):
    path, _ = art(draft, (".png",))
    color_type, between, pixels = plain_png(draft, path)
    if color_type not in (4, 6):
        raise Unfit
    hidden = pixels[..., -1] == 0
    if hidden.sum() < 10:
        raise Unfit
    fresh = numpy.random.default_rng(draft.rng.randrange(1 << 30)).integers(0, 256, pixels.shape, numpy.uint8)
    count = draft.rng.choice([1, int(hidden.sum())])
    rows, columns = numpy.nonzero(hidden)
    chosen = draft.rng.sample(range(len(rows)), count)
    pixels[rows[chosen], columns[chosen], :-1] = fresh[rows[chosen], columns[chosen], :-1]
    draft.write(path, png(pixels, color_type, between))
    return Expectation("invisible", f"{path}: {count} pixels")


@kind("art", "the same pixels with more channels")
def more_channels(draft):
    # Colour type in the header: grey, RGB, grey with alpha.
    path, _ = art(draft, (".png",), lambda path: is_png(draft.read(path)) and draft.read(path)[25] in (0, 2, 4))
    color_type, between, pixels = plain_png(draft, path)
    if any(name in between for name in (b"iCCP", b"gAMA", b"tRNS", b"cHRM", b"bKGD", b"sBIT")):
        raise Unfit
    wide = numpy.array(opened(draft, path).convert("RGBA"))
    draft.write(path, png(wide, 6, between))
    return Expectation("invisible", f"{path}: RGBA")


@kind("art", "a PNG as a lossless WebP of equal pixels")
def other_format(draft):
    path, _ = art(draft, (".png",), lambda path: is_png(draft.read(path)))
    color_type, between, pixels = plain_png(draft, path)
    if any(name in between for name in (b"iCCP", b"gAMA", b"tRNS", b"cHRM")):
        raise Unfit
    out = io.BytesIO()
    opened(draft, path).convert("RGBA").save(out, "WEBP", lossless=True, exact=True)
    fresh = path[: -len(".png")] + "-again.webp"
    draft.write(fresh, out.getvalue())
    for card in draft.cards:
        for field in ("sticker", "photo"):
            if card.get(field) == path:
                card[field] = fresh
    return Expectation("invisible", f"{path} as {fresh}")


@kind("art", "the same file under another name")
def other_name(draft):
    card = draft.card(lambda card: "sticker" in card or "photo" in card)
    field = draft.pick([name for name in ("sticker", "photo") if name in card])
    old = card[field]
    card[field] = re.sub(r"(\.\w+)$", r"-copy\1", old)
    draft.write(card[field], draft.read(old))
    return Expectation("invisible", f"{card['id']}: {card[field]}")


@kind("art", "the edge of a photo, which its crop may leave out")
def photo_edge(draft):
    path, _ = art(draft, (".png", ".jpg"), lambda path: "photo" in path and is_png(draft.read(path)))
    image = opened(draft, path)
    pixels = numpy.array(image.convert("RGBA"))
    depth = draft.rng.choice([2, 10, 40])
    side = draft.pick(["left", "right", "top", "bottom"])
    part = {
        "left": numpy.s_[:, :depth], "right": numpy.s_[:, -depth:], "top": numpy.s_[:depth],
        "bottom": numpy.s_[-depth:],
    }[side]
    pixels[part] = inverted(pixels[part])
    saved(draft, path, Image.fromarray(pixels))
    return Expectation("depends", f"{path}: {depth} pixels at the {side}", FIELD)


@kind("art", "comments and white space in a drawing (SVG)")
def drawing_comments(draft):
    path, _ = art(draft, (".svg",))
    text = draft.read(path).decode()
    at = text.rindex("</svg>")
    text = text[:at] + "\n  <!-- saved by another program -->\n<desc>nothing to be seen</desc>" + text[at:] + "\n"
    draft.write(path, text.encode())
    return Expectation("invisible", path)
