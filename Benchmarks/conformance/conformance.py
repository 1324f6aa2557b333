"""Judges capprint's typesetting and writes RESULTS.md. `run` prepares what this needs and starts it."""
import argparse
import collections
import concurrent.futures
import json
import pathlib
import subprocess
import sys

import annotations
import harfbuzz_reference
import pango_reference
import uharfbuzz

HERE = pathlib.Path(__file__).parent
HOME = HERE.parent.parent
PROBE = HOME / ".build/release/TypesettingProbe"
PARTS = ["unicode", "harfbuzz", "pango", "boxes", "speed"]
# How much of a cell an example may take.
LONGEST_EXAMPLE = 70


def probe(command, argument, words=()):
    text = "".join(f"{language}\t{word}\n" for language, word in words)
    return subprocess.run([PROBE, command, argument], input=text, capture_output=True, text=True, check=True).stdout


def table(heads, rows):
    align = ["---"] + ["---:" if isinstance(cell, int) else "---" for cell in (rows[0] if rows else heads)[1:]]
    lines = [heads, align] + [[f"{cell:,}" if isinstance(cell, int) else str(cell) for cell in row] for row in rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines) + "\n"


def shortened(text):
    text = text.replace("|", "\\|").replace("\t", " ")
    return text if len(text) <= LONGEST_EXAMPLE else text[:LONGEST_EXAMPLE] + " …"


def unicode_part(options):
    rows, failures = [], []
    for result in json.loads(probe("unicode", options.ucd)):
        failed = result["cases"] - result["passed"] - result["equivalent"]
        rows.append([result["version"], result["cases"], result["passed"], result["equivalent"], failed, result["skipped"]])
        for failure in result["failures"]:
            failures.append([result["file"], failure["rule"], failure["count"], failure["reason"],
                             f"`{shortened(failure['example'])}`"])
    return ("## Unicode's own tests\n\n" + table(["file", "cases", "passed", "same order", "failed", "not asked"], rows)
            + "\nSame order: the levels have other numbers for the same directions, and all stands in the same order; ICU does not count the levels "
            "of a text that is all of one direction. Not asked: lines that take the paragraph's direction from its first letter; capprint takes it from "
            "the language. A line may fail at several places.\n\n"
            + table(["file", "rule or paragraph", "places", "why", "the first"], failures))


def verdicts_of_harfbuzz(lines):
    reference = harfbuzz_reference.Reference(HOME / "Fonts/debian")
    return [(line, harfbuzz_reference.verdict(reference, line)) for line in lines]


def verdicts_of_pango(lines):
    pango = pango_reference.Pango(HOME / "Fonts/debian")
    try:
        return list(pango.verdicts(lines))
    finally:
        pango.close()


def in_parallel(judge, lines):
    """Verdicts of all lines, a language at a time."""
    groups = collections.defaultdict(list)
    for line in lines:
        groups[line["language"]].append(line)
    with concurrent.futures.ProcessPoolExecutor() as pool:
        for part in pool.map(judge, groups.values()):
            yield from part


def reference_part(options, words):
    lines = [json.loads(line) for line in probe("set", HOME, words).splitlines()]
    judges = []
    if "harfbuzz" in options.only:
        judges.append((f"HarfBuzz {uharfbuzz.version_string()}", verdicts_of_harfbuzz, harfbuzz_reference.SAME))
    if "pango" in options.only:
        version = pango_reference.version()
        if version:
            name = f"Pango {version}" + (f", one word in {options.pango_every}" if options.pango_every > 1 else "")
            judges.append((name, verdicts_of_pango, pango_reference.SAME))
        else:
            print("conformance: there is no pango-view (Debian: pango1.0-tools); Pango is left out", file=sys.stderr)
    order = list(dict.fromkeys(line["language"] for line in lines))
    rows = {language: [language, 0] for language in order}
    for line in lines:
        rows[line["language"]][1] += 1
    reasons, agreed = [], set()
    for name, judge, same in judges:
        count, why, first = collections.Counter(), collections.Counter(), {}
        asked = lines[::options.pango_every] if name.startswith("Pango") else lines
        for line, verdict in in_parallel(judge, asked):
            word = line["language"], line["text"]
            if name.startswith("HarfBuzz") and verdict == same:
                agreed.add(word)
            if verdict == pango_reference.OTHER and word in agreed:
                verdict = pango_reference.MOVED
            if verdict == same:
                count[line["language"]] += 1
            else:
                why[verdict] += 1
                first.setdefault(verdict, f"{line['language']}: {line['text']}")
        of = collections.Counter(line["language"] for line in asked)
        for language in order:
            if len(asked) < len(lines):
                rows[language].append(of[language])
            rows[language].append(count[language])
        reasons += [[name, verdict, number, shortened(first[verdict])] for verdict, number in why.most_common()]
    totals = ["**all**"] + [sum(column) for column in list(zip(*rows.values()))[1:]]
    heads = ["language", "words"]
    for name, _, _ in judges:
        heads += ["asked of Pango"] if ", one word in" in name else []
        heads.append(f"same as {name.split(',')[0]}")
    return ("## Glyphs and their places\n\n"
            "Each word of each language, set by capprint and by others with the same font files: the same glyphs, each at the same place.\n\n"
            + (table(["by", "why not the same", "words", "the first"], reasons) + "\n" if reasons else "")
            + table(heads, [totals] + list(rows.values())))


def write_sample(words):
    """What HarfBuzz alone makes of two words of each language, for the tests that `make test` runs."""
    taken = collections.defaultdict(list)
    for language, word in words:
        taken[language].append((language, word))
    # One with a space and one without, from the middle of each language's words.
    chosen = []
    for some in taken.values():
        middle = some[len(some) // 3:]
        for spaced in (False, True):
            chosen += [pair for pair in middle if (" " in pair[1]) == spaced][:1]
    reference = harfbuzz_reference.Reference(HOME / "Fonts/debian")
    lines = ["# language, text, then for each stretch of one font and direction from left to right: file, face, its glyphs as number,x,y"
             " in thousandths of the em; by HarfBuzz alone, written by run --sample\n"]
    for line in map(json.loads, probe("set", HOME, chosen).splitlines()):
        fields = [line["language"], line["text"]]
        for stretch in harfbuzz_reference.stretches(line["runs"]):
            glyphs, _ = reference.glyphs(stretch, line["language"], False, False)
            fields += [stretch["file"], str(stretch["index"]),
                       " ".join(f"{glyph},{x:.2f},{y:.2f}" for glyph, x, y in glyphs)]
        lines.append("\t".join(fields) + "\n")
    (HERE / "samples/glyphs.tsv").write_text("".join(lines), encoding="utf-8")


def boxes_part(words):
    result = json.loads(probe("boxes", HOME, words))
    total = collections.Counter()
    rows = []
    for language in result["languages"]:
        total.update({key: value for key, value in language.items() if isinstance(value, int)})
        if language["outside"] or language["touching"]:
            rows.append([language["language"], language["outside"], language["touching"],
                         shortened("; ".join(language["outsideExamples"] + language["touchingExamples"]))])
    text = (f"## Ink\n\nEach word fitted into each of the {len(result['places'])} boxes that the templates classic and mini have for headwords and "
            "lists of words; then the box of every glyph's ink looked at.\n\n"
            + table(["", "texts"], [
                ["set", total["set"]], ["in several lines", total["severalLines"]],
                ["with a hyphen put in", total["hyphenated"]],
                ["that fit at no readable size (an error on a card)", total["tooLong"]],
                ["with ink outside the box", total["outside"]],
                ["with ink of one line in another", total["touching"]]]))
    if rows:
        text += "\n" + table(["language", "outside", "touching", "for example"], rows)
    return text


def speed_part(words):
    result = json.loads(probe("speed", HOME, words))
    spaced = sum(len(word.split()) for _, word in words) / len(words)
    def rate(key):
        return f"{result[key]:,.0f} texts, {result[key] * spaced:,.0f} words"
    rows = [
        ["a second and core, each text for the first time, fonts not yet open", rate("coldPerSecond")],
        ["a second and core, each text for the first time, fonts open", rate("fontsOpenPerSecond")],
        ["a second and core, texts that were set before", rate("warmPerSecond")],
        ["to read the choice of fonts", f"{result['openSeconds'] * 1000:.0f} ms"],
    ]
    if "ownKilobytes" in result:
        rows.append(["memory of its own, fonts of all languages and the cache of shaped texts",
                     f"{result['ownKilobytes'] / 1024:.0f} MB"])
        rows.append(["of font files mapped and looked at", f"{result['mappedKilobytes'] / 1024:.0f} MB"])
    return (f"## Speed\n\n{result['texts']:,} texts of {spaced:.1f} words, each fitted into classic's headword box by one thread.\n\n"
            + table(["", ""], rows))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--ucd", default="/usr/share/unicode", help="the Unicode Character Database (Debian: unicode-data)")
    parser.add_argument("--cldr", default="/usr/share/unicode/cldr/common/annotations",
                        help="CLDR's annotations (Debian: unicode-cldr-core)")
    parser.add_argument("--every", type=int, default=1, help="only one word of so many")
    parser.add_argument("--pango-every", type=int, default=1, help="Pango, the slowest, is asked only one word of so many")
    parser.add_argument("--only", type=lambda text: text.split(","), default=PARTS, help=f"of {','.join(PARTS)}")
    parser.add_argument("--sample", action="store_true", help="only write samples/glyphs.tsv for the tests")
    options = parser.parse_args()
    for folder, package in [(options.ucd, "unicode-data"), (options.cldr, "unicode-cldr-core")]:
        if not pathlib.Path(folder).is_dir():
            sys.exit(f"conformance: there is no folder '{folder}' (Debian: apt-get install {package})")
    words = annotations.words(options.cldr)[::options.every]
    if options.sample:
        write_sample(words)
        return
    parts = {}
    if "unicode" in options.only:
        parts["unicode"] = unicode_part(options)
    if {"harfbuzz", "pango"} & set(options.only):
        parts["glyphs"] = reference_part(options, words)
    if "boxes" in options.only:
        parts["ink"] = boxes_part(words)
    if "speed" in options.only:
        parts["speed"] = speed_part(words)
    if options.every > 1 or len({"harfbuzz", "pango"} & set(options.only)) == 1:
        # Only what was asked of all words and of both judges is worth keeping.
        print("\n".join(parts.values()))
        return
    # What was not measured this time stays as it was.
    kept = HOME / ".build-bench/conformance"
    for name, text in parts.items():
        (kept / f"{name}.md").write_text(text, encoding="utf-8")
    texts = [kept / f"{name}.md" for name in ("unicode", "glyphs", "ink", "speed")]
    head = ("# Conformance\n\nWritten by `make conformance`; [README.md](README.md) says what is asked and how. The words are those of Unicode "
            f"CLDR's annotations, {len(words):,} in {len({language for language, _ in words})} languages.\n\n")
    (HERE / "RESULTS.md").write_text(
        head + "\n".join(path.read_text(encoding="utf-8") for path in texts if path.exists()), encoding="utf-8")
    print(f"conformance: wrote {HERE / 'RESULTS.md'}")


if __name__ == "__main__":
    main()
