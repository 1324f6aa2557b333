"""Changes of templates, in a copy of the project's Templates folder."""

import json
import re

from cases import Expectation, Unfit, kind
from deck_kinds import shuffled


def named(element, name):
    """Under which fields a report names what an element draws."""
    return {
        "sticker": (r"^sticker$", rf"^{re.escape(name)}$"),
        "print": (r"^photo$", r"^caption$", rf"^{re.escape(name)}$"),
        "headword": (r"^words\.",),
        "words": (r"^words\.", rf"^{re.escape(name)}$"),
        "code": (r"^link$", r"^words\..*\.audio$", rf"^{re.escape(name)}$"),
        "label": (r"^caption$", r"^captured", r"^number$", r"^title$"),
    }.get(element.get("kind"), (rf"^{re.escape(name)}$",))


def merged(draft, side):
    """Arrangements of a side by name, each element with the file that says most of it."""
    arrangements = {}
    for name, layer in reversed(draft.template_chain()):
        for arrangement, value in layer.get(side, {}).items():
            if value is None:
                arrangements.pop(arrangement, None)
                continue
            known = arrangements.setdefault(arrangement, {"when": {}, "elements": {}})
            known["when"] = value.get("when", known["when"])
            for element, fields in value.get("elements", {}).items():
                if fields is None:
                    known["elements"].pop(element, None)
                else:
                    known["elements"][element] = {**known["elements"].get(element, {}), **fields}
    return arrangements


def used(draft, side):
    """The arrangements that the deck's cards ask for first."""
    found = []
    for card in draft.cards:
        facts = {"sticker": "sticker" in card, "photo": "photo" in card, "code": "link" in card or "link" in draft.deck}
        others = len([language for language in card["words"] if language in draft.deck["languages"]]) - 1
        for name, arrangement in merged(draft, side).items():
            when = arrangement["when"]
            if all(facts[key] == value for key, value in when.items() if key != "words") and others <= when.get(
                    "words", 999):
                found.append(name)
                break
    return sorted(set(found))


def element(draft, condition=lambda name, fields: True, certain=True):
    """Side, arrangement, name and fields of an element, mostly one that the deck's cards show."""
    side = draft.pick(["front", "back"])
    arrangements = merged(draft, side)
    shown = used(draft, side)
    names = shown if certain else [name for name in arrangements if name not in shown]
    choices = [
        (side, arrangement, name, fields)
        for arrangement in names
        for name, fields in arrangements[arrangement]["elements"].items()
        if condition(name, fields)
    ]
    return draft.pick(choices)


def write(draft, side, arrangement, name, **fields):
    """Says it in the printed template's own file; what that inherits stays."""
    template, layer = draft.template_chain()[0]
    layer = json.loads(json.dumps(layer))
    elements = layer.setdefault(side, {}).setdefault(arrangement, {}).setdefault("elements", {})
    if fields:
        elements[name] = {**(elements.get(name) or {}), **fields}
    elif layer.get("extends"):
        elements[name] = None
    else:
        del elements[name]
    draft.write_template(template, layer)


def scale(draft):
    """From the numbers of the file that a `scaled` template inherits to its own, in x and y."""
    chain = draft.template_chain()
    sizes = [layer["size"] for _, layer in chain if "size" in layer]
    if any(layer.get("scaled") for _, layer in chain):
        return sizes[0][0] / sizes[-1][0], sizes[0][1] / sizes[-1][1]
    return 1, 1


def own_box(draft, side, arrangement, name, fields):
    """The element's box in the printed template's own millimetres."""
    for _, layer in draft.template_chain():
        said = ((layer.get(side, {}).get(arrangement) or {}).get("elements", {}).get(name) or {}).get("box")
        if said:
            if layer.get("extends") or not draft.template_chain()[0][1].get("extends"):
                return list(said)
            x, y = scale(draft)
            return [round(said[0] * x, 3), round(said[1] * y, 3), round(said[2] * x, 3), round(said[3] * y, 3)]
    raise Unfit


def moved(draft, distance):
    side, arrangement, name, fields = element(draft, lambda name, fields: "box" in fields)
    if draft.base.template == "talking":
        raise Unfit  # It inherits from a template that is scaled itself: numbers of three files.
    box = own_box(draft, side, arrangement, name, fields)
    axis = draft.rng.randrange(2)
    step = distance if draft.rng.random() < 0.5 else -distance
    box[axis] = round(box[axis] + step, 3)
    # The file of a scaled template keeps its numbers, but those that it inherits are rounded: both sides say the same.
    write(draft, side, arrangement, name, box=box)
    said = f"{side}, {arrangement}.{name}: {step:+g} mm {'across' if axis == 0 else 'down'}"
    return said, named(fields, name)


@kind("template", "a box moved by 0.5 mm", shifts=True)
def box_moved(draft):
    said, fields = moved(draft, 0.5)
    return Expectation("depends", said, fields)


@kind("template", "a box moved by 0.01 mm, below the tolerance", shifts=True)
def box_nudged(draft):
    said, fields = moved(draft, 0.01)
    return Expectation("tolerated", said, fields)


@kind("template", "the limits of a size of type", shifts=True)
def type_size(draft):
    side, arrangement, name, fields = element(draft, lambda name, fields: "size" in fields)
    largest, smallest = fields["size"]
    least = 7 if smallest >= 7 else smallest
    size = [max(least, round(largest * draft.rng.choice([0.7, 0.85]), 1)), smallest]
    size[1] = min(size)
    write(draft, side, arrangement, name, size=size)
    return Expectation("depends", f"{side}, {arrangement}.{name}: {fields['size']} → {size}", named(fields, name))


@kind("template", "a colour of the palette")
def palette(draft):
    name = draft.pick(["word", "reading", "quiet", "paper", "noun", "verb", "adjective", "other"])
    template, layer = draft.template_chain()[0]
    layer.setdefault("colors", {})[name] = draft.pick(["#00a040", "#d02090", "#2040e0"])
    draft.write_template(template, layer)
    fields = {
        "word": (r"^words\..*\.text$",), "reading": (r"^words\..*\.reading$", r"^caption$"),
        "quiet": (r"^words\..*\.name$", r"^number$", r"^caption$", r"^title$"),
    }.get(name, (r".",))
    return Expectation("depends", f"{name}: {layer['colors'][name]}", fields)


@kind("template", "the bleed")
def bleed(draft):
    template, layer = draft.template_chain()[0]
    layer["bleed"] = draft.rng.choice([1, 4, 5])
    draft.write_template(template, layer)
    return Expectation("depends", f"{layer['bleed']} mm", (r"ground|pattern|bleed|size|^$|trim",))


@kind("template", "the radius of the corners")
def corner(draft):
    template, layer = draft.template_chain()[0]
    layer["corner"] = draft.rng.choice([0, 1, 5])
    draft.write_template(template, layer)
    return Expectation("visible", f"{layer['corner']} mm", (r"^face$",))


@kind("template", "a border, a foot, a tilt, a shadow", shifts=True)
def border(draft):
    side, arrangement, name, fields = element(
        draft, lambda name, fields: fields.get("kind") in ("sticker", "print"))
    which = draft.pick([field for field in ("border", "foot", "tilt", "shadow") if field in fields])
    value = {
        "border": round(fields.get("border", 1) * draft.rng.choice([0.5, 1.4]), 2),
        "foot": round(fields.get("foot", 6) * 0.8, 2), "tilt": draft.rng.choice([0, 2, -4]), "shadow": False,
    }[which]
    write(draft, side, arrangement, name, **{which: value})
    return Expectation("depends", f"{side}, {arrangement}.{name}.{which}: {value}", named(fields, name))


@kind("template", "an element removed")
def element_removed(draft):
    side, arrangement, name, fields = element(draft)
    if fields.get("kind") == "code" and any(
            other.get("avoids") == name for other in merged(draft, side)[arrangement]["elements"].values()):
        raise Unfit
    write(draft, side, arrangement, name)
    return Expectation("depends", f"{side}, {arrangement}.{name}", named(fields, name))


@kind("template", "the strength of a ground or pattern")
def strength(draft):
    side, arrangement, name, fields = element(draft, lambda name, fields: "strength" in fields)
    value = round(min(1, fields["strength"] * draft.rng.choice([0.5, 1.5])), 3)
    write(draft, side, arrangement, name, strength=value)
    return Expectation("depends", f"{side}, {arrangement}.{name}: {value}", named(fields, name))


@kind("template", "the alignment of a text", shifts=True)
def alignment(draft):
    side, arrangement, name, fields = element(draft, lambda name, fields: fields.get("kind") in ("label", "words"))
    old = fields.get("align", "start")
    value = draft.pick([align for align in ("start", "center", "end") if align != old])
    write(draft, side, arrangement, name, align=value)
    return Expectation("depends", f"{side}, {arrangement}.{name}: {old} → {value}", named(fields, name))


@kind("template", "an element of an arrangement that no card has")
def unused_arrangement(draft):
    side, arrangement, name, fields = element(
        draft, lambda name, fields: "strength" in fields, certain=False)
    write(draft, side, arrangement, name, strength=0.5)
    return Expectation("depends", f"{side}, {arrangement}.{name}", named(fields, name))


@kind("template", "the name of an arrangement")
def arrangement_name(draft):
    template, layer = draft.template_chain()[-1]
    if len(draft.template_chain()) > 1:
        raise Unfit
    side = draft.pick(["front", "back"])
    name = draft.pick(used(draft, side))
    layer[side] = {("fresh-name" if key == name else key): value for key, value in layer[side].items()}
    draft.write_template(template, layer)
    return Expectation("invisible", f"{side}: {name}")


@kind("template", "the name of an element")
def element_name(draft):
    if len(draft.template_chain()) > 1:
        raise Unfit
    side, arrangement, name, fields = element(draft, lambda name, fields: fields.get("kind") != "code")
    template, layer = draft.template_chain()[0]
    elements = layer[side][arrangement]["elements"]
    layer[side][arrangement]["elements"] = {
        ("fresh-name" if key == name else key): value for key, value in elements.items()}
    draft.write_template(template, layer)
    return Expectation("invisible", f"{side}, {arrangement}.{name}")


@kind("template", "its summary")
def summary(draft):
    template, layer = draft.template_chain()[0]
    layer["summary"] = "Another summary of the same cards"
    draft.write_template(template, layer)
    return Expectation("invisible", template)


@kind("template", "order of members and white space")
def template_order(draft):
    """Arrangements and elements keep their order, which means something."""
    template, layer = draft.template_chain()[0]
    for side in ("front", "back"):
        for arrangement, value in layer.get(side, {}).items():
            if not value:
                continue
            value["elements"] = {
                name: shuffled(draft, fields) for name, fields in value.get("elements", {}).items()}
            members = list(value.items())
            draft.rng.shuffle(members)
            layer[side][arrangement] = dict(members)
    members = list(layer.items())
    draft.rng.shuffle(members)
    raw = json.dumps(dict(members), indent=draft.rng.choice([None, 1, "\t"]), ensure_ascii=True).encode()
    draft.write_template(template, None, raw)
    return Expectation("invisible", template)


@kind("template", "a colour written in capitals or as what it was")
def palette_spelled(draft):
    template, layer = draft.template_chain()[0]
    # What `word` is where no file says a colour: grey 0.1.
    if any("word" in layer.get("colors", {}) for _, layer in draft.template_chain()):
        raise Unfit
    layer.setdefault("colors", {})["word"] = draft.rng.choice(["#1a1a1a", "#1A1A1A"])
    draft.write_template(template, layer)
    return Expectation("depends", layer["colors"]["word"], (r"^words\..*\.text$",))
