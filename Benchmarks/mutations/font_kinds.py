"""Changes of fonts, in a folder for `--fonts` that comes before the project's own."""

import functools
import json
import pathlib
import unicodedata

from fontTools import ttLib

from cases import Expectation, Unfit, kind

WORDS = (r"^words\.", r"^caption$", r"^number$", r"^title$", r"^captured")


@functools.cache
def files(root):
    """PostScript names of the pinned fonts → files; collections are left out, as 20 MB each."""
    found = {}
    for file in sorted((pathlib.Path(root) / "Fonts" / "debian").glob("*.ttf")):
        with ttLib.TTFont(file, lazy=True) as font:
            found[font["name"].getDebugName(6)] = file
    return found


def used_texts(draft):
    """Texts on the printed cards, each with the one font that sets it."""
    known = files(str(draft.base.root))
    texts = []
    for card in json.loads(draft.base.report.read_text(encoding="utf-8"))["cards"]:
        for side in card["faces"].values():
            for word in side["words"]:
                if len(word["fonts"]) == 1 and word["fonts"][0] in known:
                    texts.append((card["id"], f"words.{word['language']}.{word['field']}", word["text"], known[word["fonts"][0]]))
    return texts


def used_text(draft):
    """Each font is as likely as the others, however many texts it sets."""
    texts = used_texts(draft)
    file = draft.pick(sorted({text[3] for text in texts}))
    return draft.pick([text for text in texts if text[3] == file])


def opened(file):
    return ttLib.TTFont(file, recalcTimestamp=False)


def save(draft, file, font):
    font.save(draft.font_folder() / file.name)


def outline(font, glyph):
    if "glyf" not in font:
        raise Unfit
    shape = font["glyf"][glyph]
    if shape.isComposite() or shape.numberOfContours <= 0:
        raise Unfit
    return shape


def move(font, glyph, across, up):
    """The side bearing goes with the outline, or it would be moved back (OpenType, hmtx)."""
    shape = outline(font, glyph)
    shape.coordinates.translate((across, up))
    shape.recalcBounds(font["glyf"])
    advance, _ = font["hmtx"][glyph]
    font["hmtx"][glyph] = (advance, shape.xMin)


def used_glyph(draft, font, text):
    cmap = font.getBestCmap()
    letters = sorted({cmap[ord(letter)] for letter in text if ord(letter) in cmap and not letter.isspace()})
    return draft.pick([glyph for glyph in letters if "glyf" in font and font["glyf"][glyph].numberOfContours > 0])


@kind("font", "the outline of a letter that is printed")
def glyph_outline(draft):
    card, field, text, file = used_text(draft)
    with opened(file) as font:
        glyph = used_glyph(draft, font, text)
        em = font["head"].unitsPerEm
        across, up = draft.rng.choice([(0, em // 12), (em // 20, 0), (em // 25, -em // 25)])
        move(font, glyph, across, up)
        save(draft, file, font)
    return Expectation("depends", f"{file.name}: {glyph} by {across}, {up} (of {card}, {field})", WORDS)


@kind("font", "one point of an outline")
def glyph_point(draft):
    card, field, text, file = used_text(draft)
    with opened(file) as font:
        glyph = used_glyph(draft, font, text)
        shape = outline(font, glyph)
        at = draft.rng.randrange(len(shape.coordinates))
        x, y = shape.coordinates[at]
        shape.coordinates[at] = (x, y + font["head"].unitsPerEm // 12)
        shape.recalcBounds(font["glyf"])
        save(draft, file, font)
    return Expectation("depends", f"{file.name}: point {at} of {glyph} (of {card}, {field})", WORDS)


@kind("font", "the advance of a letter that is printed", shifts=True)
def glyph_advance(draft):
    card, field, text, file = used_text(draft)
    with opened(file) as font:
        glyph = used_glyph(draft, font, text)
        advance, bearing = font["hmtx"][glyph]
        if not advance:
            raise Unfit
        fresh = advance + draft.rng.choice([1, -1]) * font["head"].unitsPerEm // 10
        font["hmtx"][glyph] = (max(10, fresh), bearing)
        save(draft, file, font)
    return Expectation("depends", f"{file.name}: {glyph}: {advance} → {fresh} (of {card}, {field})", WORDS)


def pair_tables(font):
    for lookup in font["GPOS"].table.LookupList.Lookup:
        for table in lookup.SubTable:
            table = getattr(table, "ExtSubTable", table)
            if table.LookupType == 2:
                yield table


def kern(font, left, right, value):
    """Changes the first rule for a pair; says whether there is one."""
    for table in pair_tables(font):
        if left not in table.Coverage.glyphs:
            continue
        if table.Format == 1:
            for record in table.PairSet[table.Coverage.glyphs.index(left)].PairValueRecord:
                if record.SecondGlyph == right and record.Value1 is not None:
                    record.Value1.XAdvance = getattr(record.Value1, "XAdvance", 0) + value
                    table.ValueFormat1 |= 4
                    return True
        else:
            first = table.ClassDef1.classDefs.get(left, 0)
            second = table.ClassDef2.classDefs.get(right, 0)
            record = table.Class1Record[first].Class2Record[second]
            if second and record.Value1 is not None and getattr(record.Value1, "XAdvance", 0):
                record.Value1.XAdvance += value
                return True
    return False


@kind("font", "the distance of a pair of letters (kerning)", shifts=True)
def kerning(draft):
    texts = used_texts(draft)
    draft.rng.shuffle(texts)
    for card, field, text, file in texts[:12]:
        with opened(file) as font:
            if "GPOS" not in font:
                continue
            cmap = font.getBestCmap()
            pairs = [(cmap.get(ord(left)), cmap.get(ord(right))) for left, right in zip(text, text[1:])]
            draft.rng.shuffle(pairs)
            for left, right in pairs:
                if left and right and kern(font, left, right, -font["head"].unitsPerEm // 8):
                    save(draft, file, font)
                    return Expectation("depends", f"{file.name}: {left} {right} (of {card}, {field})", WORDS)
    raise Unfit


@kind("font", "another font for a language (fonts.json)", shifts=True)
def choice(draft):
    text = (draft.base.root / "Fonts" / "fonts.json").read_text(encoding="utf-8")
    rules = json.loads(text)
    which = draft.pick(["und-Latn", "ja", "und-Arab", "und-Thai", "und-Laoo", "ur"])
    for rule in rules["rules"]:
        if which in rule["for"] and len(rule["regular"]) > 1:
            for weight in ("regular", "bold"):
                rule[weight] = rule[weight][1:] + rule[weight][:1]
    (draft.font_folder() / "fonts.json").write_text(json.dumps(rules, ensure_ascii=False, indent=2), encoding="utf-8")
    return Expectation("depends", f"{which}: its first font last", WORDS)


@kind("font", "a font of the user's own dropped in", shifts=True)
def own_font(draft):
    source = draft.pick(["NotoSans-Regular.ttf", "NotoSansArabic-Regular.ttf", "NotoSansThai-Regular.ttf"])
    data = (draft.base.root / "Fonts" / "debian" / source).read_bytes()
    (draft.font_folder() / "MyOwnHand.ttf").write_bytes(data)
    return Expectation("depends", f"{source} as MyOwnHand.ttf", WORDS)


# What is not to be seen


@kind("font", "the outline of a letter that is not printed")
def unused_glyph(draft):
    card, field, text, file = used_text(draft)
    printed = set(unicodedata.normalize("NFKD", json.dumps(draft.deck, ensure_ascii=False)))
    with opened(file) as font:
        cmap = font.getBestCmap()
        if "glyf" not in font:
            raise Unfit
        parts = {
            component.glyphName
            for glyph in font["glyf"].glyphs
            for component in (font["glyf"][glyph].components if font["glyf"][glyph].isComposite() else ())
        }
        free = sorted(
            {name for code, name in cmap.items() if not set(unicodedata.normalize("NFKD", chr(code))) & printed}
            - {name for code, name in cmap.items() if chr(code) in printed or chr(code).isascii()} - parts)
        glyph = draft.pick([name for name in free if font["glyf"][name].numberOfContours > 0])
        move(font, glyph, 70, 90)
        save(draft, file, font)
    return Expectation("depends", f"{file.name}: {glyph}", WORDS)


@kind("font", "what a font says of itself (name table)")
def font_remarks(draft):
    card, field, text, file = used_text(draft)
    which = draft.rng.choice([0, 5, 10, 6])
    with opened(file) as font:
        for record in font["name"].names:
            if record.nameID == which:
                record.string = {5: "Version 9.876", 6: "Another-Name"}.get(which, "Another remark")
        if not any(record.nameID == which for record in font["name"].names):
            font["name"].setName("Another remark", which, 3, 1, 0x409)
        save(draft, file, font)
    return Expectation("invisible", f"{file.name}: name {which}")


@kind("font", "written anew with the same outlines, without hints")
def font_rewritten(draft):
    card, field, text, file = used_text(draft)
    with opened(file) as font:
        for table in ("fpgm", "prep", "cvt ", "gasp", "hdmx", "VDMX", "LTSH", "DSIG", "meta"):
            if table in font:
                del font[table]
        if "glyf" in font:
            for glyph in font["glyf"].glyphs:
                font["glyf"][glyph].removeHinting()
        font["head"].fontRevision += 1
        save(draft, file, font)
    return Expectation("invisible", file.name)


@kind("font", "a font that no card uses")
def other_font(draft):
    names = {text[3] for text in used_texts(draft)}
    unused = sorted(set(files(str(draft.base.root)).values()) - names)
    unused = [file for file in unused if file.stat().st_size < 1_000_000]
    file = draft.pick(unused)
    with opened(file) as font:
        if "glyf" not in font:
            raise Unfit
        for glyph in sorted(set(font.getBestCmap().values()))[:50]:
            if font["glyf"][glyph].numberOfContours > 0:
                move(font, glyph, 50, 50)
        save(draft, file, font)
    return Expectation("depends", file.name, WORDS)


@kind("font", "reasons and unneeded rules in fonts.json")
def choice_remarks(draft):
    rules = json.loads((draft.base.root / "Fonts" / "fonts.json").read_text(encoding="utf-8"))
    for rule in rules["rules"]:
        rule["why"] = "Told in other words."
    rules["rules"].append({"for": ["tlh"], "regular": ["NotoSans-Regular.ttf"], "bold": ["NotoSans-Bold.ttf"]})
    (draft.font_folder() / "fonts.json").write_text(json.dumps(rules), encoding="utf-8")
    return Expectation("invisible", "fonts.json")
