"""Measures `capprint diff` on two files of 100 pages against pdftoppm and numpy (diff_peer.py). Started by Benchmarks/run diff.

The files are printed by capprint from 450 of the benchmark's cards: the same twice, with a word of every tenth page
changed, with words of all pages changed. The rounds go in turn, and of each the least time counts.
"""

import argparse
import copy
import json
import os
import pathlib
import subprocess
import sys
import threading
import time

HERE = pathlib.Path(__file__).resolve().parent
CARDS = 450  # nine on a sheet of two pages: 100 pages


def changed(cards, places, languages):
    """The cards with another word in these languages on those at these places."""
    cards = copy.deepcopy(cards)
    for index in places:
        words = cards[index]["words"]
        for language in languages:
            if isinstance(words[language], dict):
                words[language]["text"] = "other"
            else:
                words[language] = "other"
    return cards


def prepare(arguments, place):
    decks = arguments.place / "decks-mixed"
    subprocess.run([sys.executable, HERE / "make_decks.py", decks], check=True)
    source = json.loads((decks / "deck-900" / "deck.json").read_text())
    cards = source["cards"][:CARDS]
    kinds = {
        "old": cards,
        "same": cards,
        # French is on backs alone, English on fronts too.
        "tenth": changed(cards, range(40, CARDS, 45), ["fr"]),
        "all": changed(cards, range(4, CARDS, 9), ["en", "fr"]),
    }
    for name, variant in kinds.items():
        deck = decks / "deck-900" / f"diff-{name}.json"
        deck.write_text(json.dumps({**source, "cards": variant}, ensure_ascii=False))
        command = [arguments.capprint, deck, "-o", place / f"{name}.pdf", "--fonts", arguments.fonts]
        subprocess.run([*command, "--cache", arguments.place / "cache"], check=True, stdout=subprocess.DEVNULL)


class Memory(threading.Thread):
    """The most that a process and its children held at one time, looked at 20 times a second (Linux)."""

    def __init__(self, pid):
        super().__init__(daemon=True)
        self.pid, self.most, self.is_done = pid, 0, False

    def run(self):
        while not self.is_done:
            self.most = max(self.most, self.held())
            time.sleep(0.05)

    def held(self):
        family, processes = {self.pid}, {}
        for entry in os.listdir("/proc"):
            if entry.isdigit():
                try:
                    fields = pathlib.Path("/proc", entry, "stat").read_text().rsplit(")", 1)[1].split()
                    processes[int(entry)] = (int(fields[1]), int(fields[21]) * os.sysconf("SC_PAGE_SIZE"))
                except OSError:
                    pass
        grown = True
        while grown:
            grown = False
            for pid, (parent, _) in processes.items():
                if parent in family and pid not in family:
                    family.add(pid)
                    grown = True
        return sum(processes.get(pid, (0, 0))[1] for pid in family)


def measure(command, statuses):
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    memory = Memory(process.pid) if sys.platform == "linux" else None
    if memory:
        memory.start()
    # What the process used, with the children that it waited for.
    _, ended, usage = os.wait4(process.pid, 0)
    wall = time.perf_counter() - start
    status = process.returncode = os.waitstatus_to_exitcode(ended)
    if memory:
        memory.is_done = True
    if status not in statuses:
        sys.exit(f"bench: status {status} from {' '.join(map(str, command))}")
    return wall, usage.ru_utime + usage.ru_stime, (memory.most if memory else 0) / 1e6


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--place", type=pathlib.Path, required=True)
    parser.add_argument("--capprint", type=pathlib.Path, default=HERE.parent / ".build/release/capprint")
    parser.add_argument("--fonts", type=pathlib.Path, default=HERE.parent / "Fonts/debian")
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--dpi", type=float, default=100)
    arguments = parser.parse_args()
    place = arguments.place / "diff"
    place.mkdir(parents=True, exist_ok=True)
    prepare(arguments, place)
    kinds = ["same", "tenth", "all"]
    times, loads, memories = {}, {}, {}
    for _ in range(arguments.rounds):
        for kind in kinds:
            files = [place / "old.pdf", place / f"{kind}.pdf", "--dpi", f"{arguments.dpi:g}"]
            peer = [sys.executable, HERE / "diff_peer.py", *files]
            own = [arguments.capprint, "diff", *files]
            for name, command, statuses in [("peer", peer, [0]), ("capprint", own, [0 if kind == "same" else 1])]:
                wall, load, memory = measure(command, statuses)
                loads.setdefault((name, kind), []).append(load)
                times.setdefault((name, kind), []).append(wall)
                memories.setdefault((name, kind), []).append(memory)
    print(f"| 100 pages, {arguments.dpi:g} dpi | pdftoppm and numpy | capprint diff | |\n| --- | --- | --- | --- |")
    for kind, words in zip(kinds, ["the same", "every tenth page changed", "all pages changed"]):
        cells = []
        for name in ("peer", "capprint"):
            key = (name, kind)
            cells.append(f"{min(times[key]):.2f} s, {min(loads[key]):.2f} s of processors, {max(memories[key]):.0f} MB")
        factor = min(times["peer", kind]) / min(times["capprint", kind])
        print(f"| {words} | {cells[0]} | {cells[1]} | {factor:.1f} times as fast |")


main()
