#!/usr/bin/env python3
"""Takes a few lines of each of Unicode's test files into samples/, for the tests that `make test` runs.

    samples.py [folder of the Unicode Character Database]
"""
import pathlib
import sys

HERE = pathlib.Path(__file__).parent
# One line of so many, each file's licence and format first.
FILES = {
    "BidiCharacterTest.txt": 300,
    "BidiTest.txt": 2000,
    "auxiliary/LineBreakTest.txt": 30,
    "auxiliary/GraphemeBreakTest.txt": 4,
}


def sample(lines, every):
    """The comments at the head, then one data line of `every`, with the @ lines that hold for it."""
    taken, at, count = [], [], 0
    head = True
    for line in lines:
        if line.startswith("#") or not line.strip():
            if head:
                taken.append(line)
            continue
        head = False
        if line.startswith("@"):
            at = [kept for kept in at if kept.split(":")[0] != line.split(":")[0]] + [line]
            continue
        count += 1
        if count % every == 0:
            taken += at + [line]
            at = []
    return taken


def main():
    database = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/unicode")
    (HERE / "samples").mkdir(exist_ok=True)
    for name, every in FILES.items():
        lines = (database / name).read_text(encoding="utf-8").splitlines(keepends=True)
        text = "".join(sample(lines, every))
        (HERE / "samples" / pathlib.Path(name).name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
