"""The same stretches of text shaped by HarfBuzz alone: one call for all words of one font, direction and script."""
import json
import shutil
import subprocess

import uharfbuzz as hb
from fontTools import unicodedata

# A unit is a thousandth of the em; capprint writes its places to three decimals.
TOLERANCE = 0.02
EAST_ASIAN = {"Hani", "Hira", "Kana", "Bopo"}


def script_runs(text, is_joined):
    """(start, end, script): common characters go with what is before them, the first with what comes after."""
    scripts = []
    for character in text:
        script = unicodedata.script(character)
        if script == "Zyyy" and any(s in EAST_ASIAN for s in unicodedata.script_extension(character)):
            script = "Kana" if "Kana" in unicodedata.script_extension(character) else "Zyyy"
        scripts.append(None if script in ("Zyyy", "Zinh", "Zzzz") else script)
    runs = []
    for at, script in enumerate(scripts):
        if not runs:
            runs.append([at, at + 1, script])
        elif script is None or runs[-1][2] is None or script == runs[-1][2] or (
                is_joined and script in EAST_ASIAN and runs[-1][2] in EAST_ASIAN):
            runs[-1][1] = at + 1
            runs[-1][2] = runs[-1][2] or script
        else:
            runs.append([at, at + 1, script])
    return [(start, end, script or "Zyyy") for start, end, script in runs]


class Reference:
    def __init__(self, folder):
        self.folder = folder
        self.fonts = {}

    def font(self, file, index):
        if (file, index) not in self.fonts:
            face = hb.Face(hb.Blob.from_file_path(str(self.folder / file)), index)
            self.fonts[file, index] = (hb.Font(face), face.upem)
        return self.fonts[file, index]

    def shape(self, text, start, end, font, direction, script, language):
        buffer = hb.Buffer()
        buffer.add_str(text, start, end - start)
        buffer.direction, buffer.script, buffer.language = direction, script, language
        flags = hb.BufferFlags.REMOVE_DEFAULT_IGNORABLES
        if start == 0:
            flags |= hb.BufferFlags.BOT
        if end == len(text):
            flags |= hb.BufferFlags.EOT
        buffer.flags = flags
        hb.shape(font, buffer)
        return buffer.glyph_infos, buffer.glyph_positions

    def system_agrees(self, stretch, language):
        """Whether the system's own HarfBuzz (`hb-shape`), which capprint is built with, agrees."""
        if shutil.which("hb-shape") is None:
            return False
        text, glyphs, pen = stretch["text"], [], 0
        _, upem = self.font(stretch["file"], stretch["index"])
        parts = script_runs(text, True)
        for start, end, script in parts[::-1] if stretch["rightToLeft"] else parts:
            told = subprocess.run(
                ["hb-shape", "--output-format=json", "--no-glyph-names", "--remove-default-ignorables",
                 f"--face-index={stretch['index']}", f"--language={language}", f"--script={script}",
                 f"--direction={'rtl' if stretch['rightToLeft'] else 'ltr'}", f"--text-before={text[:start]}",
                 f"--text-after={text[end:]}", str(self.folder / stretch["file"]), text[start:end]],
                capture_output=True, text=True, check=True).stdout
            for glyph in json.loads(told):
                glyphs.append((glyph["g"], (pen + glyph["dx"]) * 1000 / upem, glyph["dy"] * 1000 / upem))
                pen += glyph["ax"]
        return agree(stretch, glyphs, pen * 1000 / upem)

    def glyphs(self, stretch, language, is_joined, by_words):
        """[(glyph, x, y)] in thousandths of the em from the stretch's left end, and its width."""
        font, upem = self.font(stretch["file"], stretch["index"])
        text = stretch["text"]
        parts = script_runs(text, is_joined)
        if by_words:
            parts = [(a, b, script) for start, end, script in parts for a, b in words(text, start, end)]
        if stretch["rightToLeft"]:
            parts = parts[::-1]
        pen, glyphs = 0, []
        for start, end, script in parts:
            infos, positions = self.shape(
                text, start, end, font, "rtl" if stretch["rightToLeft"] else "ltr", script, language)
            for info, position in zip(infos, positions):
                glyphs.append((info.codepoint, (pen + position.x_offset) * 1000 / upem,
                               position.y_offset * 1000 / upem))
                pen += position.x_advance
        return glyphs, pen * 1000 / upem


def words(text, start, end):
    """Each word with the spaces after it."""
    cuts = [start] + [at for at in range(start + 1, end) if text[at - 1] == " " and text[at] != " "] + [end]
    return zip(cuts, cuts[1:])


def stretches(runs):
    """capprint's runs, neighbours of one font and direction as one."""
    found = []
    for run in runs:
        key = (run["file"], run["index"], run["rightToLeft"])
        if found and found[-1]["key"] == key:
            last = found[-1]
            last["text"] = run["text"] + last["text"] if run["rightToLeft"] else last["text"] + run["text"]
            last["glyphs"] += run["glyphs"]
            last["end"] = run["x"] + run["width"]
        else:
            found.append(dict(key=key, file=key[0], index=key[1], rightToLeft=key[2], text=run["text"],
                              glyphs=list(run["glyphs"]), x=run["x"], end=run["x"] + run["width"]))
    return found


def agree(stretch, glyphs, width):
    if len(glyphs) != len(stretch["glyphs"]) or abs(stretch["end"] - stretch["x"] - width) > TOLERANCE:
        return False
    return all(ours[0] == theirs[0] and abs(ours[1] - stretch["x"] - theirs[1]) <= TOLERANCE
               and abs(ours[2] - theirs[2]) <= TOLERANCE for ours, theirs in zip(stretch["glyphs"], glyphs))


SAME = "same"
JOINED = "same, ideographs and kana shaped as one"
SPACES = "kerning of a letter with the space beside it"
VERSION = "another version of HarfBuzz: that of the system gives what capprint gives"
OTHER = "another result"


def verdict(reference, line):
    """Whether HarfBuzz alone gives the same glyphs at the same places; the first reason why not."""
    result = SAME
    for stretch in stretches(line["runs"]):
        for reason, is_joined, by_words in [
                (SAME, False, False), (JOINED, True, False), (SPACES, True, True)]:
            if agree(stretch, *reference.glyphs(stretch, line["language"], is_joined, by_words)):
                break
        else:
            if not reference.system_agrees(stretch, line["language"]):
                return OTHER
            reason = VERSION
        if reason != SAME and result != SPACES:
            result = reason
    return result
