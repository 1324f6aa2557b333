"""Runs the benchmark and prints its table. Started by Benchmarks/run, which makes the environment.

Nothing heavy is imported here and no file is read whole: on Linux a child's peak memory starts at the peak of the process
that starts it, so what this process ever held would be counted as capprint's.
"""

import argparse
import dataclasses
import hashlib
import os
import pathlib
import platform
import shutil
import subprocess
import sys
import time

HERE = pathlib.Path(__file__).resolve().parent
PARTS = ["typst", "cold", "warm", "nine", "jobs", "lossless", "nine-thousand", "text", "verify"]
QUICK = ["typst", "cold", "warm", "nine", "jobs"]


@dataclasses.dataclass
class Cost:
    """What one process took."""

    wall: float  # seconds
    cpu: float  # seconds, user and system
    memory: float  # MB (1e6 bytes), peak resident
    size: int = 0  # bytes of the file it wrote

    def row(self):
        return f"{self.wall:.3f} s", f"{self.cpu:.3f} s", f"{self.memory:.0f} MB", f"{self.size / 1e6:.1f} MB"


class Bench:
    def __init__(self, arguments):
        self.place = arguments.place.resolve()
        self.decks = self.place / f"decks-{arguments.art}"
        self.output = self.place / "output"
        self.cache = self.place / "cache"
        self.program = arguments.capprint.resolve()
        self.fonts = arguments.fonts.resolve()
        self.jobs = arguments.jobs
        self.output.mkdir(parents=True, exist_ok=True)

    def measure(self, command, output):
        """Runs a command that writes `output`, and says what it took; ends the benchmark when it fails."""
        output.unlink(missing_ok=True)
        log = self.output / "log.txt"
        with open(log, "wb") as messages:
            start = time.perf_counter()
            process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=messages, stderr=messages)
            _, status, usage = os.wait4(process.pid, 0)
            wall = time.perf_counter() - start
            process.returncode = os.waitstatus_to_exitcode(status)
        if process.returncode != 0:
            words = log.read_text(errors="replace")[-2000:]
            sys.exit(f"bench: status {process.returncode} from {' '.join(map(str, command))}\n{words}")
        unit = 1 if platform.system() == "Darwin" else 1024
        return Cost(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * unit / 1e6, output.stat().st_size)

    def typst(self):
        output = self.output / "typst.pdf"
        source = self.decks / "cards.typ"
        shutil.copyfile(HERE / "cards.typ", source)
        compiler = HERE / "typst_compile.py"
        return self.measure([sys.executable, compiler, source, self.decks, self.fonts, output], output)

    def capprint(self, deck, name, *options, jobs=None):
        output = self.output / f"{name}.pdf"
        command = [self.program, "--sheet", "A4", "-o", output, "--cache", self.cache, *options]
        if jobs or self.jobs:
            command += ["--jobs", str(jobs or self.jobs)]
        return self.measure([*command, self.decks / deck / "deck.json"], output)

    def empty_cache(self):
        shutil.rmtree(self.cache, ignore_errors=True)

    def warm_files(self):
        """Reads all that will be read, so that no program pays for the disk."""
        for folder in (self.decks, self.fonts):
            for path in sorted(folder.rglob("*")):
                if path.is_file():
                    digest(path)

    def same(self, one, other):
        return digest(self.output / f"{one}.pdf") == digest(self.output / f"{other}.pdf")


def digest(path):
    """SHA-256 of a file, read in pieces."""
    with open(path, "rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def best(costs):
    """The least of each: what disturbs a run only ever makes it dearer. Memory is the most."""
    return Cost(
        min(c.wall for c in costs), min(c.cpu for c in costs), max(c.memory for c in costs), costs[-1].size
    )


def run(bench, parts, repeat):
    """Measures the parts; gives the rows of the table, and the checks (text, held)."""
    rows, checks = {}, []

    def target(text, value, bound, unit=""):
        checks.append((f"{text}: {value:.3g}{unit}, at most {bound:.3g}{unit}", value <= bound))

    bench.warm_files()
    rounds = {"typst": [], "cold": [], "warm": []}
    # In turn, so that a disturbed minute falls on all of them.
    for number in range(repeat):
        print(f"bench: round {number + 1} of {repeat}, 900 cards", flush=True)
        if "typst" in parts:
            rounds["typst"].append(bench.typst())
        if "cold" in parts:
            bench.empty_cache()
            rounds["cold"].append(bench.capprint("deck-900", "cold-900"))
        if "warm" in parts:
            bench.capprint("deck-900", "warm-900")
            rounds["warm"] += [bench.capprint("deck-900", "warm-900") for _ in range(2)]
    labels = {"typst": "Typst, 900 cards", "cold": "capprint, 900 cards, empty cache", "warm": "capprint, 900 cards, warm cache"}
    for part, costs in rounds.items():
        if costs:
            rows[labels[part]] = best(costs)
    typst, cold, warm = (rows.get(labels[part]) for part in ("typst", "cold", "warm"))
    if typst and cold:
        target("wall time, empty cache, of Typst's", cold.wall / typst.wall, 1 / 2)
        target("memory, empty cache, of Typst's", cold.memory / typst.memory, 1 / 10)
        target("file size, of Typst's", cold.size / typst.size, 1 / 2)
    if typst and warm:
        target("wall time, warm cache, of Typst's", warm.wall / typst.wall, 1 / 15)
        target("memory, warm cache, of Typst's", warm.memory / typst.memory, 1 / 10)
    if cold and warm:
        checks.append(("the same bytes with an empty and a warm cache", bench.same("cold-900", "warm-900")))

    if "nine" in parts:
        bench.capprint("deck-9", "nine")
        nine = best([bench.capprint("deck-9", "nine") for _ in range(5)])
        rows["capprint, 9 cards, warm cache"] = nine
        target("process time of 9 cards, warm cache", nine.cpu, 0.15, " s")
        target("wall time of 9 cards, warm cache", nine.wall, 0.15, " s")

    if "jobs" in parts:
        for state in ("empty", "warm"):
            names = []
            for jobs in (1, 2):
                if state == "empty":
                    bench.empty_cache()
                names.append(f"jobs-{jobs}")
                rows[f"capprint, 900 cards, {state} cache, --jobs {jobs}"] = bench.capprint("deck-900", names[-1], jobs=jobs)
            checks.append((f"the same bytes from 1 and 2 workers, {state} cache", bench.same(*names)))

    if "lossless" in parts:
        bench.empty_cache()
        rows["capprint, 900 cards, --lossless, empty cache"] = bench.capprint("deck-900", "lossless", "--lossless")
        rows["capprint, 900 cards, --lossless, warm cache"] = bench.capprint("deck-900", "lossless", "--lossless")

    if "nine-thousand" in parts:
        print("bench: 9,000 cards", flush=True)
        bench.empty_cache()
        for state, small in (("empty", cold), ("warm", warm)):
            large = bench.capprint("deck-9000", "nine-thousand")
            rows[f"capprint, 9,000 cards, {state} cache"] = large
            target(f"memory of 9,000 cards, {state} cache", large.memory, 300, " MB")
            if small:
                target(f"memory of 9,000 cards, {state} cache, of that of 900", large.memory / small.memory, 1.3)

    if "text" in parts:
        print("bench: 100,000 cards of text", flush=True)
        rows["capprint, 100,000 cards of text alone"] = bench.capprint("deck-100000", "text")
    return rows, checks


def verified(bench):
    """verify.py on the 900 cards; its last line and whether it held."""
    print("bench: reading every QR code and word back (a minute or two)", flush=True)
    command = [sys.executable, HERE / "verify.py", bench.output / "cold-900.pdf", bench.decks / "deck-900" / "deck.json"]
    done = subprocess.run(command, capture_output=True, text=True)
    lines = (done.stdout + done.stderr).strip().splitlines()
    return (lines[-1] if lines else "verify.py said nothing", done.returncode == 0)


def machine():
    model = platform.processor() or platform.machine()
    try:
        lines = pathlib.Path("/proc/cpuinfo").read_text().splitlines()
        model = next(line.split(":", 1)[1].strip() for line in lines if line.startswith("model name"))
    except (OSError, StopIteration):
        pass
    return f"{model}, {os.cpu_count()} processors, {platform.system()} {platform.machine()}"


def said(command):
    try:
        return subprocess.run(command, capture_output=True, text=True).stdout.strip().splitlines()[0]
    except (OSError, IndexError):
        return "unknown"


def report(bench, arguments, rows, checks):
    typst = next((cost for label, cost in rows.items() if label.startswith("Typst")), None)
    version = said([sys.executable, "-c", "import importlib.metadata as m; print(m.version('typst'))"])
    lines = [
        f"Measured {time.strftime('%Y-%m-%d')} on {machine()}; art: {arguments.art}; {arguments.repeat} rounds.",
        f"Typst {version} (PyPI); {said([bench.program, '--version'])}; {said(['swift', '--version'])}.",
        "",
        "| | wall | of Typst's | user + system | peak memory | of Typst's | file | of Typst's |",
        "| --- | ---: | ---: | ---: | ---: | ---: | ---: | ---: |",
    ]
    for label, cost in rows.items():
        wall, cpu, memory, size = cost.row()
        # Ratios only where the cards are the same.
        if typst and "900 cards" in label:
            shares = [f"{a / b:.3f}" for a, b in ((cost.wall, typst.wall), (cost.memory, typst.memory), (cost.size, typst.size))]
        else:
            shares = ["", "", ""]
        lines.append(f"| {label} | {wall} | {shares[0]} | {cpu} | {memory} | {shares[1]} | {size} | {shares[2]} |")
    lines += ["", *(f"- {'held' if held else '**missed**'}: {text}" for text, held in checks)]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(
        prog="Benchmarks/run",
        description="Measures capprint against Typst on the same 900 cards. Parts: " + ", ".join(PARTS) + ".",
    )
    parser.add_argument("--quick", action="store_true", help=f"one round of {', '.join(QUICK)}")
    parser.add_argument("--only", help="these parts alone, with commas between")
    parser.add_argument("--art", choices=["mixed", "flat"], default="mixed", help="the stickers; see Benchmarks/README.md")
    parser.add_argument("--repeat", type=int, metavar="N", help="rounds over Typst, empty and warm cache (3)")
    parser.add_argument("--jobs", type=int, metavar="N", help="workers of capprint; all processors unless given")
    parser.add_argument("--capprint", type=pathlib.Path, default=".build/release/capprint", metavar="FILE", help="the program")
    parser.add_argument("--fonts", type=pathlib.Path, default="Fonts/debian", metavar="DIR", help="the fonts given to Typst")
    parser.add_argument("--place", type=pathlib.Path, default=".build-bench", help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    parts = arguments.only.split(",") if arguments.only else QUICK if arguments.quick else PARTS
    if unknown := [part for part in parts if part not in PARTS]:
        parser.error(f"no part '{unknown[0]}'; there are {', '.join(PARTS)}")
    if arguments.repeat is None:
        arguments.repeat = 1 if arguments.quick or arguments.only else 3
    if arguments.repeat < 1:
        parser.error("--repeat must be 1 or more")

    bench = Bench(arguments)
    if parts != ["typst"] and not bench.program.is_file():
        sys.exit(f"bench: there is no {bench.program}; run make build")
    if not bench.fonts.is_dir():
        sys.exit(f"bench: there are no fonts in {bench.fonts}; run make setup")
    make = [sys.executable, HERE / "make_decks.py", bench.decks, "--art", arguments.art]
    if status := subprocess.run(make).returncode:
        sys.exit(status)

    rows, checks = run(bench, parts, arguments.repeat)
    if "verify" in parts:
        checks.append(verified(bench))
    text = report(bench, arguments, rows, checks)
    print(text)
    # Figures that stand in the repository come from one whole run.
    if parts == PARTS and arguments.art == "mixed":
        (HERE / "RESULTS.md").write_text(f"# Results\n\nWritten by `Benchmarks/run`; [README.md](README.md) says what is measured.\n\n{text}\n")
    bytes_differ = any(not held and text.startswith("the same bytes") for text, held in checks)
    sys.exit(1 if bytes_differ else 0)


if __name__ == "__main__":
    main()
