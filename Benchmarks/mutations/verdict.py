"""Holds what `snapshot verify` said against what is to be seen."""

import dataclasses
import re

@dataclasses.dataclass
class Result:
    number: int
    kind: str
    area: str
    base: str
    said: str
    outcome: str = ""
    # found, named wrongly, missed, passed, false alarm, failed
    verdict: str = "failed"
    problems: list = dataclasses.field(default_factory=list)
    # The pixels contradict what was expected.
    surprise: str = ""
    seconds: float = 0.0
    report: object = None
    attempts: int = 1


def judge(result, shifts, expectation, seen, old, new, status, report, errors, card_lines):
    """Fills in the verdict. `old` and `new` are the prints, `seen` how their pixels differ."""
    result.outcome = expectation.outcome
    result.report = report
    problems = result.problems
    if status not in (0, 1) or report is None:
        problems.append(f"exit {status}: {errors[:300]}")
        return
    items = report["items"]
    if (status == 0) != (not items):
        problems.append(f"exit {status} with {len(items)} cards named")

    # What a shift near the tolerance can have made may be named or not.
    slight = {key for key, difference in seen.faces.items() if shifts and difference.is_slight}
    must = {key for key in seen.faces if key not in slight}
    is_visible = bool(must or seen.new or seen.gone or expectation.renamed)
    if expectation.outcome == "visible" and not is_visible:
        result.surprise = "expected to be seen, and no pixel differs"
    elif expectation.outcome == "invisible" and not seen.is_same:
        result.surprise = f"expected not to be seen, and pixels differ on {sorted(seen.faces)[:4]}"
    elif expectation.outcome == "tolerated" and must:
        result.surprise = "expected below the tolerance, and more differs"
    touched = {card for card, _ in seen.faces} | seen.new | seen.gone | set(expectation.renamed)
    if is_visible and expectation.cards and not set(expectation.cards) <= touched:
        result.surprise = f"expected {expectation.cards} to change, pixels changed on {sorted(touched)[:6]}"

    if not is_visible:
        if items and not slight:
            result.verdict = "false alarm"
            problems.append(f"named: {told(items)}")
        elif items and expectation.outcome == "tolerated":
            result.verdict = "false alarm"
            problems.append(f"below the tolerance, named: {told(items)}")
        elif items:
            allowed(problems, items, slight)
            result.verdict = "false alarm" if problems else "passed"
        else:
            result.verdict = "failed" if problems else "passed"
        return
    if not items:
        result.verdict = "missed"
        problems.append(f"not named: {sorted(must)[:5]}, new {sorted(seen.new)}, gone {sorted(seen.gone)}")
        return

    named = {}
    for item in items:
        if item["name"] in named:
            problems.append(f"{item['name']} is named twice")
        named[item["name"]] = item
    for card in seen.new:
        if named.get(card, {}).get("state") != "new":
            problems.append(f"{card} is new and named as {named.get(card, {}).get('state')}")
    for card in seen.gone:
        if named.get(card, {}).get("state") != "missing":
            problems.append(f"{card} is gone and named as {named.get(card, {}).get('state')}")
    for card, before in expectation.renamed.items():
        item = named.get(card, {})
        if item.get("state") != "renamed" or item.get("old_name") != before:
            problems.append(f"{card} was {before} and is named as {item.get('state')} from {item.get('old_name')}")
    sides = {
        (card, change["side"]) for card, item in named.items() if card not in seen.new | seen.gone
        for change in item["changes"]
    }
    # The size and corners of a card are of both its sides, and told once.
    formats = {
        card for card, item in named.items() for change in item["changes"]
        if change["field"] == "face" and change["sentence"].startswith(("trim size", "corner radius"))
    }
    sides |= {key for key in seen.faces if key[0] in formats}
    for key in sorted(must - sides):
        difference = seen.faces[key]
        problems.append(
            f"{key} is not named; {difference.share:.4%} of its pixels differ, by at most {difference.greatest}")
    for card in sorted(set(named) - touched):
        problems.append(f"{card} is named ({told([named[card]])}) and looks the same")
    for key in sorted(sides - set(seen.faces)):
        if key[0] in touched:
            problems.append(f"{key} is named ({told([named[key[0]]])}) and looks the same")

    changes = [
        (card, change) for card, item in named.items() for change in item["changes"]
    ]
    # What is below the tolerance has no name by itself; what follows from it, as a word that breaks elsewhere, has its own.
    if expectation.fields and must and expectation.outcome != "tolerated":
        if not any(re.search(field, change["field"]) for _, change in changes for field in expectation.fields):
            problems.append(f"no field like {expectation.fields} is named: {told(items)}")
        for card in expectation.cards:
            own = [change for name, change in changes if name == card]
            if own and not any(re.search(field, change["field"]) for change in own for field in expectation.fields):
                problems.append(f"{card}: no field like {expectation.fields} is named")
    for card, change in changes:
        place_of_pixels(problems, expectation, seen, old, new, card, change)
    for item in items:
        lines = card_lines.get(item["name"])
        if lines and item.get("state") != "missing" and not (item.get("line") and lines[0] <= item["line"] <= lines[1]):
            problems.append(f"{item['name']}: line {item.get('line')} is named, the card stands on {lines}")
    result.verdict = "named wrongly" if problems else "found"


def place_of_pixels(problems, expectation, seen, old, new, card, change):
    """A word or code that is named must have a changed pixel where it stood or stands; what moved under a pixel need not."""
    if re.fullmatch(r"moved (up to )?0\.(0\d|1[0-3]?) mm \w+( and 0\.(0\d|1[0-3]?) mm \w+)?", change["sentence"]):
        return
    difference = seen.faces.get((card, change["side"]))
    if difference is None:
        return
    was = old.faces.get((expectation.renamed.get(card, card), change["side"]))
    now = new.faces.get((card, change["side"]))
    places = [(face, face.boxes[change["field"]]) for face in (was, now) if face and change["field"] in face.boxes]
    # In the place of a word that went may stand one that begins with the same letters.
    if len(places) == 2 and not any(difference.touches(box, face) for face, box in places):
        problems.append(f"{card}, {change['side']}, {change['field']} is named ({change['sentence']}) where no pixel differs")


def allowed(problems, items, faces):
    for item in items:
        for change in item["changes"]:
            if (item["name"], change["side"]) not in faces:
                problems.append(f"named: {told([item])}")


def told(items):
    """The first few sentences of a report."""
    sentences = []
    for item in items[:4]:
        changes = item["changes"][:4]
        sentences += [
            f"{item['name']} {change['side']} {change['field']}: {change['sentence']}" for change in changes
        ] or [f"{item['name']} {item['state']}"]
    return "; ".join(sentences) + (" …" if len(items) > 4 else "")
