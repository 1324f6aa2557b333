"""Mutation test of `capprint snapshot verify`: one change at a time, judged by the pixels of the printed pages.

Run it with Benchmarks/mutations/run, which installs what it needs. The exit status is 0 when every visible change was found
and named rightly and no invisible one was, 1 when not, 2 when the test could not be made.
"""

import argparse
import collections
import concurrent.futures
import json
import multiprocessing
import os
import pathlib
import random
import shutil
import statistics
import sys
import time

import art_kinds  # noqa: F401 (registers its kinds)
import deck_kinds  # noqa: F401
import font_kinds  # noqa: F401
import oracle
import template_kinds  # noqa: F401
from cases import KINDS, Base, Draft, Unfit, dumped
from program import Program
from verdict import Result, judge

TEMPLATES = ("classic", "mini", "large", "talking")
state = {}


def prepare(program, root, place, decks, templates):
    """Copies each deck, prints it in each template that it fits, draws its pages and records its reference."""
    bases = []
    for source in decks:
        source = source.parent if source.name == "deck.json" else source
        for template in templates:
            folder = place / "bases" / f"{source.name}-{template}"
            shutil.rmtree(folder, ignore_errors=True)
            shutil.copytree(source, folder / "deck", ignore=shutil.ignore_patterns("*.snapshot*", "deck-*.json"))
            for entry in [folder / "deck", *folder.rglob("*")]:
                entry.chmod(0o755 if entry.is_dir() else 0o644)
            deck_file = folder / "deck" / "deck.json"
            deck_file.write_bytes(dumped(json.loads(deck_file.read_text(encoding="utf-8-sig"))))
            size = from_template(root, template, "size")
            base = Base(
                source.name, template, folder / "deck", folder / "base.pdf", folder / "base.json", size,
                from_template(root, template, "corner"), root)
            look = ["--template", template]
            failure = program.print(deck_file, look, size, base.pdf, base.report)
            if failure:
                print(f"  {base.label}: left out, it does not print ({failure.splitlines()[0][:120]})")
                shutil.rmtree(folder)
                continue
            failure = program.record(deck_file, look)
            if failure:
                raise SystemExit(f"mutations: {base.label} cannot be recorded: {failure}")
            status, report, errors, _ = program.verify(deck_file, [])
            if status != 0:
                raise SystemExit(
                    f"mutations: {base.label} differs from the reference just recorded: exit {status} {errors}\n"
                    f"{json.dumps(report, ensure_ascii=False)[:1000]}")
            bases.append(base)
    return bases


def from_template(root, name, field):
    """What a template, or the one that it extends, says."""
    layer = json.loads((root / "Templates" / f"{name}.json").read_text(encoding="utf-8"))
    return layer[field] if field in layer else from_template(root, layer["extends"], field)


def begin(program, bases, place, keep):
    state.update(program=program, bases=bases, place=place, keep=keep, prints={})


def printed(base):
    if base.label not in state["prints"]:
        state["prints"][base.label] = oracle.Print(base.pdf, base.report, base.corner)
        state["prints"][base.label].draw_all()
    return state["prints"][base.label]


def attempt(job):
    """One change: made, printed, verified and judged. A change that the deck cannot take is made anew elsewhere."""
    number, name, seed = job
    kind = KINDS[name]
    rng = random.Random(f"{seed}:{number}")
    bases = rng.sample(state["bases"], len(state["bases"]))
    refused = []
    for tries in range(1, max(8, 2 * len(bases)) + 1):
        base = bases[(tries - 1) % len(bases)]
        folder = state["place"] / "work" / f"{number}"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        draft = Draft(base, folder, rng)
        result = Result(number, name, kind.area, base.label, "", attempts=tries)
        try:
            expectation = kind.make(draft)
        except (Unfit, IndexError, KeyError, ValueError) as unfit:
            if not isinstance(unfit, Unfit):
                refused.append(f"{base.label}: {unfit!r}")
            shutil.rmtree(folder)
            continue
        result.said = expectation.said
        draft.finish()
        look = ["--template", base.template, *draft.options]
        failure = state["program"].print(
            draft.deck_file, look, base.size, folder / "new.pdf", folder / "new.json")
        if failure:
            refused.append(f"{base.label}: {expectation.said}: {failure}")
            shutil.rmtree(folder)
            continue
        old, new = printed(base), oracle.Print(folder / "new.pdf", folder / "new.json", draft.corner)
        seen = oracle.compare(
            old, new, expectation.renamed, kind.area == "font", kind.shifts, expectation.outcome == "tolerated")
        before = listing(draft.folder)
        status, report, errors, result.seconds = state["program"].verify(draft.deck_file, draft.options)
        if listing(draft.folder) != before:
            result.problems.append("verify --ci changed files in the deck's folder")
        lines = draft.card_lines() if draft.raw is None else {}
        judge(result, kind.shifts, expectation, seen, old, new, status, report, errors, lines)
        if state["keep"]:
            (folder / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
        elif result.verdict in ("found", "passed"):
            shutil.rmtree(folder)
        else:
            (folder / "report.json").write_text(json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8")
            (folder / "new.pdf").unlink(missing_ok=True)
        if result.verdict in ("found", "passed"):
            result.report = None
        return result
    result = Result(number, name, kind.area, "–", "no deck takes this change")
    result.verdict = "not made"
    result.problems = refused[:6]
    return result


def listing(folder):
    return {file.relative_to(folder): file.stat().st_mtime_ns for file in folder.rglob("*")}


# The table


VERDICTS = ("found", "named wrongly", "missed", "passed", "false alarm", "failed")


def table(results):
    lines = [
        "| | change | made | found | named wrongly | missed | passed | false alarms |", "| --- | --- | --: | --: | --: | --: | --: | --: |"]
    for name, kind in KINDS.items():
        own = [result for result in results if result.kind == name and result.verdict != "not made"]
        if not own:
            continue
        count = collections.Counter(result.verdict for result in own)
        cells = [count[verdict] or "" for verdict in VERDICTS[:5]]
        failed = f" ({count['failed']} failed)" if count["failed"] else ""
        lines.append(f"| {kind.area} | {kind.title}{failed} | {len(own)} | " + " | ".join(map(str, cells)) + " |")
    count = collections.Counter(result.verdict for result in results)
    made = len(results) - count["not made"]
    lines.append(f"| | **all** | **{made}** | " + " | ".join(f"**{count[verdict]}**" for verdict in VERDICTS[:5]) + " |")
    return "\n".join(lines)


def details(results, seed):
    lines = []
    for result in results:
        if result.verdict in ("found", "passed", "not made"):
            continue
        lines.append(f"- `--seed {seed} --only {result.number}` {result.kind} ({result.base}): {result.said}: **{result.verdict}**")
        lines += [f"  - {problem}" for problem in result.problems[:4]]
    return "\n".join(lines)


def main():
    parser = argparse.ArgumentParser(prog="mutations", description=__doc__.splitlines()[0])
    parser.add_argument("decks", nargs="*", type=pathlib.Path, metavar="DECK",
                        help="folders of decks, or their deck.json (default: Samples/*)")
    parser.add_argument("--count", type=int, default=500, help="how many changes (500)")
    parser.add_argument("--seed", default="1", help="another seed makes other changes (1)")
    parser.add_argument("--only", type=int, action="append", help="this change alone, by its number; its files are kept")
    parser.add_argument("--kind", action="append", choices=sorted(KINDS), metavar="KIND", help="these kinds alone")
    parser.add_argument("--kinds", action="store_true", help="list the kinds and end")
    parser.add_argument("--template", action="append", help=f"templates to use ({', '.join(TEMPLATES)})")
    parser.add_argument("--jobs", type=int, default=min(2, os.cpu_count() or 1), help="processes at a time (2)")
    parser.add_argument("--results", type=pathlib.Path, help="where the table is written (RESULTS.md after a whole run)")
    parser.add_argument("--program", type=pathlib.Path, help="capprint (.build/release/capprint)")
    parser.add_argument("--root", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    parser.add_argument("--place", type=pathlib.Path, required=True, help=argparse.SUPPRESS)
    arguments = parser.parse_args()
    if arguments.kinds:
        for name, kind in KINDS.items():
            print(f"{kind.area:10}{name:20}{kind.title}")
        return
    root, place = arguments.root.resolve(), arguments.place.resolve()
    program = Program(
        (arguments.program or root / ".build/release/capprint").resolve(), root, place / "cache")
    if not os.access(program.path, os.X_OK):
        print(f"mutations: no program at {program.path}; build it with make build", file=sys.stderr)
        sys.exit(2)
    decks = arguments.decks or sorted(path.parent for path in (root / "Samples").glob("*/deck.json"))

    begun = time.monotonic()
    print(f"mutations: printing and recording {len(decks)} decks before any change")
    bases = prepare(program, root, place, decks, arguments.template or TEMPLATES)
    if not bases:
        print("mutations: none of the decks can be printed", file=sys.stderr)
        sys.exit(2)
    names = [name for name in KINDS if not arguments.kind or name in arguments.kind]
    jobs = [(number, names[number % len(names)], arguments.seed) for number in range(arguments.count)]
    if arguments.only:
        jobs = [job for job in jobs if job[0] in arguments.only]
    shutil.rmtree(place / "work", ignore_errors=True)
    print(f"mutations: {len(jobs)} changes of {len(names)} kinds on {len(bases)} decks and looks, seed {arguments.seed}")
    results = run(jobs, (program, bases, place, bool(arguments.only)), arguments.jobs)
    report(results, bases, arguments, time.monotonic() - begun)


def run(jobs, setting, processes):
    # Spawned, because pdfium's state must not be shared by forking.
    context = multiprocessing.get_context("spawn")
    results = []
    with concurrent.futures.ProcessPoolExecutor(processes, context, begin, setting) as pool:
        for result in pool.map(attempt, jobs):
            results.append(result)
            if result.verdict not in ("found", "passed"):
                print(f"  {result.number} {result.kind} ({result.base}): {result.said}: {result.verdict}")
                for problem in result.problems[:3]:
                    print(f"      {problem[:400]}")
            if result.surprise:
                print(f"  {result.number} {result.kind} ({result.base}): {result.said}: {result.surprise}")
            if len(results) % 50 == 0:
                print(f"  {len(results)} done", flush=True)
    return results


def report(results, bases, arguments, seconds):
    count = collections.Counter(result.verdict for result in results)
    visible = count["found"] + count["named wrongly"] + count["missed"]
    right = count["found"] + count["passed"]
    made = len(results) - count["not made"]
    surprises = [result for result in results if result.surprise]
    times = [result.seconds for result in results if result.seconds]
    summary = (
        f"{right} of {made} right: {count['found']} of {visible} visible changes found and named, "
        f"{count['named wrongly']} named wrongly, {count['missed']} missed, {count['false alarm']} false alarms"
        + (f", {count['failed']} failed" if count["failed"] else ""))
    print(f"mutations: {summary} ({seconds:.0f} s)")
    is_whole = not (arguments.only or arguments.kind) and arguments.count >= 500
    target = arguments.results or (arguments.root / "Benchmarks/mutations/RESULTS.md" if is_whole else None)
    if target:
        decks = collections.defaultdict(list)
        for base in bases:
            decks[base.name].append(base.template)
        text = f"""# Mutation test: what `snapshot verify` found

{summary[0].upper() + summary[1:]}.

Seed {arguments.seed}, {len(KINDS)} kinds of change, decks: {'; '.join(f"{name} ({', '.join(templates)})" for name, templates in decks.items())}.
`verify` took {statistics.median(times):.2f} s in the middle, {max(times):.2f} s at most, with {arguments.jobs} at a time and art prepared beforehand.
[README.md](README.md) says what each column means.

{table(results)}
"""
        wrong = details(results, arguments.seed)
        if wrong:
            text += f"\n## Not right\n\n{wrong}\n"
        if surprises:
            text += "\n## Where the pixels contradict what the kind expects (the pixels decide)\n\n"
            text += "\n".join(
                f"- `--only {result.number}` {result.kind} ({result.base}): {result.said}: {result.surprise}"
                for result in surprises) + "\n"
        target.write_text(text, encoding="utf-8")
        print(f"mutations: table in {target}")
    if count["not made"]:
        for result in results:
            if result.verdict == "not made":
                print(f"  not made: {result.number} {result.kind}: {result.problems[:2]}")
    sys.exit(0 if right == made else 1)


if __name__ == "__main__":
    main()
