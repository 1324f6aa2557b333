"""Draws the benchmark's stickers: RGBA pictures of things that do not exist, each different, the same on every machine.

Three kinds, as they come from real decks:
  flat    clean shapes of a few colours with smooth edges, like emoji
  shaded  smooth gradients and highlights, like drawn or rendered art
  photo   a lit, textured thing with the grain of a telephone's camera, cut out with soft edges
"""

import numpy
from PIL import Image, ImageDraw

SMALLEST, LARGEST = 618, 1024


def side(number):
    """618 to 1,024 pixels, spread evenly over the numbers."""
    return SMALLEST + (number * 167) % (LARGEST - SMALLEST + 1)


def draw(number, kind):
    """The sticker of that number as a PIL image."""
    random = numpy.random.Generator(numpy.random.PCG64([number, 20]))
    size = side(number)
    return {"flat": _flat, "shaded": _shaded, "photo": _photo}[kind](random, size)


def _color(random, light=0.55, spread=0.4):
    """A colour as a child would pick it: saturated, not dark."""
    hue = random.random() * 6
    ramp = numpy.clip(numpy.abs((hue + numpy.array([0, 4, 2])) % 6 - 3) - 1, 0, 1)
    return numpy.clip(light + (ramp - 0.5) * 2 * spread, 0, 1)


def _field(random, size, cells):
    """Smooth noise in -1 … 1 with about that many bumps a side."""
    small = random.random((cells + 3, cells + 3), dtype=numpy.float32) * 2 - 1
    image = Image.fromarray(small, mode="F").resize((size, size), Image.Resampling.BICUBIC)
    return numpy.asarray(image)


def _outline(random, size):
    """Distance to an organic outline: negative inside, in pixels; and the plane's coordinates in -1 … 1."""
    axis = (numpy.arange(size, dtype=numpy.float32) + 0.5) / size * 2 - 1
    x, y = numpy.meshgrid(axis, axis)
    angle = numpy.arctan2(y, x)
    radius = numpy.full_like(angle, 0.66 + 0.12 * random.random())
    for wave in range(2, 7):
        radius += numpy.float32(0.16 / wave * random.random()) * numpy.cos(wave * angle + numpy.float32(random.random() * 6.28))
    stretch = numpy.float32(0.7 + 0.3 * random.random())
    distance = numpy.hypot(x / stretch, y)
    return (distance - radius) * (size / 2) * stretch, x, y


def _cut(color, alpha):
    """Colour and alpha in 0 … 1 as an RGBA image, black and clear outside, as cut-out programs leave it."""
    color = numpy.where(alpha[..., None] > 0, color, 0)
    planes = numpy.dstack([color, alpha])
    return Image.fromarray((numpy.clip(planes, 0, 1) * 255 + 0.5).astype(numpy.uint8), mode="RGBA")


def _flat(random, size):
    scale = 2
    image = Image.new("RGBA", (size * scale, size * scale))
    pen = ImageDraw.Draw(image)
    full = size * scale

    def polygon(center, radius, corners, turn, fill):
        angles = turn + numpy.arange(corners) * (2 * numpy.pi / corners)
        pen.polygon([(center[0] + radius * numpy.cos(a), center[1] + radius * numpy.sin(a)) for a in angles], fill=fill)

    palette = [tuple((_color(random) * 255).astype(int)) + (255,) for _ in range(5)]
    middle = (full / 2, full / 2)
    if random.random() < 0.5:
        pen.ellipse([full * 0.06, full * 0.1, full * 0.94, full * 0.9], fill=palette[0])
    else:
        pen.rounded_rectangle([full * 0.1, full * 0.06, full * 0.9, full * 0.94], full * (0.1 + 0.3 * random.random()), fill=palette[0])
    for index in range(7 + int(random.random() * 6)):
        center = (middle[0] + full * (random.random() - 0.5) * 0.55, middle[1] + full * (random.random() - 0.5) * 0.55)
        radius = full * (0.03 + 0.12 * random.random())
        fill = palette[index % 5]
        if index % 3 == 0:
            pen.ellipse([center[0] - radius, center[1] - radius * 0.7, center[0] + radius, center[1] + radius * 0.7], fill=fill)
        elif index % 3 == 1:
            polygon(center, radius, 3 + index % 5, random.random() * 6.28, fill)
        else:
            width = int(full * (0.01 + 0.02 * random.random()))
            start = random.random() * 360
            pen.arc([center[0] - radius, center[1] - radius, center[0] + radius, center[1] + radius], start, start + 200, fill=fill, width=width)
    image = image.resize((size, size), Image.Resampling.BOX)
    # A soft sweep of light and a round highlight, as emoji have.
    planes = numpy.asarray(image).astype(numpy.float32) / 255
    axis = numpy.linspace(-1, 1, size, dtype=numpy.float32)
    light = 0.05 * axis[None, :] - 0.09 * axis[:, None] + 0.12 * numpy.exp(-3 * ((axis[None, :] + 0.3) ** 2 + (axis[:, None] + 0.4) ** 2))
    return _cut(planes[..., :3] * (1 + light[..., None]), planes[..., 3])


def _lit(random, size, height, color):
    """Colour under one lamp: diffuse light by the slope of the height, and a highlight."""
    slope_y, slope_x = numpy.gradient(height * size * 0.5)
    normal = 1 / numpy.sqrt(slope_x**2 + slope_y**2 + 1)
    lamp = numpy.array([-0.45 + 0.3 * random.random(), -0.6, 0.66])
    lamp /= numpy.linalg.norm(lamp)
    light = numpy.clip((-slope_x * lamp[0] - slope_y * lamp[1] + lamp[2]) * normal, 0, 1).astype(numpy.float32)
    shine = light**24 * numpy.float32(0.5)
    return color * (0.35 + 0.75 * light[..., None]) + shine[..., None]


def _shaded(random, size):
    distance, x, y = _outline(random, size)
    inside = numpy.clip(-distance / (size * 0.45), 0, 1)
    height = numpy.sqrt(inside * (2 - inside)) * 0.45
    blend = (numpy.sin(x * numpy.float32(3 + 3 * random.random()) + y * numpy.float32(2)) * 0.5 + 0.5)[..., None]
    color = _color(random) * blend + _color(random) * (1 - blend)
    return _cut(_lit(random, size, height, color.astype(numpy.float32)), numpy.clip(0.5 - distance, 0, 1))


def _photo(random, size):
    distance, x, y = _outline(random, size)
    distance = distance + _field(random, size, 24) * 3
    inside = numpy.clip(-distance / (size * 0.45), 0, 1)
    height = numpy.sqrt(inside * (2 - inside)) * 0.45
    texture = sum(_field(random, size, cells) / cells for cells in (9, 21, 47, 101, 211)) * 4
    height = height + texture * 0.012
    blend = numpy.clip(0.5 + _field(random, size, 5) * 0.6 + texture * 0.25, 0, 1)[..., None]
    color = (_color(random) * blend + _color(random, 0.45) * (1 - blend)).astype(numpy.float32)
    image = _lit(random, size, height, color)
    # A camera's grain after its own smoothing: half of it in brightness, as wide as two pixels.
    grain = _field(random, size, size // 2)[..., None] * 0.010
    image = image + grain + (random.random((size, size, 3), dtype=numpy.float32) - 0.5) * 0.010
    soft = size / 400
    return _cut(image, numpy.clip(0.5 - distance / soft, 0, 1))
