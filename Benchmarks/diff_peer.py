"""What `capprint diff` is measured against: both files drawn by pdftoppm, both at once, and the pages compared with numpy.

    diff_peer.py OLD.pdf NEW.pdf [--dpi 100]      prints the share of each page that differs

It reads pages from pipes, as capprint does, and pairs them by number. No colour distance, no smoothed edges: a pixel
differs where a component differs by more than five steps.
"""

import argparse
import subprocess
import sys

import numpy


def start(path, dpi):
    return subprocess.Popen(["pdftoppm", "-r", str(dpi), "-cropbox", path], stdout=subprocess.PIPE)


def pages(process):
    with process.stdout as pipe:
        while pipe.readline() == b"P6\n":
            width, height = map(int, pipe.readline().split())
            pipe.readline()
            yield numpy.frombuffer(pipe.read(width * height * 3), numpy.uint8).reshape(height, width, 3)
    if process.wait() != 0:
        sys.exit(f"pdftoppm ended with status {process.returncode}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("old")
    parser.add_argument("new")
    parser.add_argument("--dpi", type=float, default=100)
    arguments = parser.parse_args()
    children = [start(path, arguments.dpi) for path in (arguments.old, arguments.new)]
    for number, (one, other) in enumerate(zip(*map(pages, children), strict=True), 1):
        if numpy.array_equal(one, other):
            continue
        distance = numpy.maximum(one, other) - numpy.minimum(one, other)
        share = (distance.max(axis=2) > 5).mean()
        if share > 0:
            print(f"page {number}: {share:.4%}")


main()
