"""The same lines set by Pango (`pango-view --serialize-to`) with capprint's fonts and no others."""
import collections
import hashlib
import json
import os
import pathlib
import shutil
import subprocess
import tempfile
import unicodedata

from fontTools.ttLib import TTCollection, TTFont

SAME = "same"
OTHER_FONT = "Pango takes another font for part of it"
OTHER_LANGUAGE = "Pango takes another language for part of it"
DIRECTION = "Pango takes the direction from the first letter, capprint from the language"
SPACE = "the space beside a sign of another font has that font's width"
OTHER = "another result"
MOVED = "Pango moves a glyph after shaping; HarfBuzz alone does as capprint"
EMPTY = 0x0FFFFFFF  # PANGO_GLYPH_EMPTY, where a character shows nothing
SIZE = 1000
# Pango counts in 1/1024 and rounds each advance.
TOLERANCE = 0.05
LINES = 400


def version():
    """Pango's version; nothing where it is not there."""
    if shutil.which("pango-view") is None:
        return ""
    told = subprocess.run(["pango-view", "--version"], capture_output=True, text=True, check=False).stdout.split()
    return told[2] if len(told) > 2 else "of unknown version"


class Pango:
    def __init__(self, fonts):
        self.fonts = fonts
        self.folder = pathlib.Path(tempfile.mkdtemp(prefix="capprint-pango-"))
        # Without the bold files: some of them say that they are regular, and Pango would take them.
        (self.folder / "fonts").mkdir()
        for path in fonts.iterdir():
            if "Bold" not in path.name:
                (self.folder / "fonts" / path.name).symlink_to(path.resolve())
        config = self.folder / "fonts.conf"
        config.write_text(f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
                          f"<dir>{self.folder}/fonts</dir><cachedir>{self.folder}/cache</cachedir></fontconfig>")
        self.environment = dict(os.environ, FONTCONFIG_FILE=str(config), LC_ALL="C.UTF-8")
        self.families, self.files, self.spaces = {}, {}, {}

    def close(self):
        shutil.rmtree(self.folder)

    def family(self, file, index):
        if (file, index) not in self.families:
            path = self.fonts / file
            font = TTCollection(path).fonts[index] if path.suffix == ".ttc" else TTFont(path)
            self.families[file, index] = font["name"].getDebugName(1)
            self.files[hashlib.sha256(path.read_bytes()).hexdigest()] = file
            self.spaces[file] = font.getGlyphID(font.getBestCmap().get(0x20, ".notdef"))
        return self.families[file, index]

    def set(self, lines, language, family):
        """Pango's lines, each its runs from left to right."""
        text, result = self.folder / "text", self.folder / "result"
        text.write_text("\n".join(unicodedata.normalize("NFC", line["text"]) for line in lines), encoding="utf-8")
        subprocess.run(
            ["pango-view", "--no-display", "--dpi=72", f"--font={family} {SIZE}", f"--language={language}",
             "--hinting=none", "--hint-metrics=off", "--subpixel-positions", f"--serialize-to={result}", str(text)],
            env=self.environment, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        return json.loads(result.read_text(encoding="utf-8"))["output"]["lines"]

    def verdicts(self, lines):
        """A verdict for each line. Lines of one language and the same fonts are set together, those fonts preferred in this order."""
        groups = collections.defaultdict(list)
        for line in lines:
            size = collections.Counter()
            for run in line["runs"]:
                size[run["file"], run["index"]] += len(run["text"])
            if size:
                groups[line["language"], tuple(font for font, _ in size.most_common())].append(line)
        for (language, fonts), group in groups.items():
            families = ",".join(self.family(*font) for font in fonts)
            for start in range(0, len(group), LINES):
                part = group[start:start + LINES]
                for line, theirs in zip(part, self.set(part, language, families), strict=True):
                    yield line, self.verdict(line, theirs, language)

    def verdict(self, line, theirs, language):
        pen, glyphs = 0, []
        for run in theirs.get("runs", []):
            file = self.files.get(run["font"]["checksum"], "?")
            for glyph in run["glyphs"]:
                # capprint paints no glyph for a space; its place shows in what comes after it.
                if glyph["glyph"] not in (EMPTY, self.spaces.get(file)):
                    glyphs.append((file, glyph["glyph"], (pen + glyph.get("x-offset", 0)) / 1024,
                                   -glyph.get("y-offset", 0) / 1024))
                pen += glyph["width"]
        ours = [(run["file"], *glyph) for run in line["runs"] for glyph in run["glyphs"]
                if glyph[0] != self.spaces.get(run["file"])]
        if len(ours) == len(glyphs) and all(
                a[:2] == b[:2] and abs(a[2] - b[2]) < TOLERANCE * (1 + at) and abs(a[3] - b[3]) < TOLERANCE
                for at, (a, b) in enumerate(zip(ours, glyphs))):
            return SAME
        if theirs["direction"] != ("rtl" if line["isRightToLeft"] else "ltr"):
            return DIRECTION
        if collections.Counter(a[0] for a in ours) != collections.Counter(b[0] for b in glyphs) and set(
                a[0] for a in ours) ^ set(b[0] for b in glyphs) or any(
                a[0] != b[0] for a, b in zip(ours, glyphs)):
            return OTHER_FONT
        if is_moved_by_spaces(line, glyphs, set(self.spaces.items())):
            return SPACE
        if any(run["language"].lower() != language.lower() for run in theirs["runs"]):
            return OTHER_LANGUAGE
        return OTHER


def is_moved_by_spaces(line, theirs, spaces):
    """Whether all is the same but for how far the runs are from each other."""
    theirs = iter(theirs)
    for run in line["runs"]:
        shifts = []
        for glyph in run["glyphs"]:
            if (run["file"], glyph[0]) in spaces:
                continue
            other = next(theirs, None)
            if other is None or other[:2] != (run["file"], glyph[0]) or abs(other[3] - glyph[2]) > TOLERANCE:
                return False
            shifts.append(other[2] - glyph[1])
        if shifts and max(shifts) - min(shifts) > TOLERANCE * (1 + len(shifts)):
            return False
    return next(theirs, None) is None
