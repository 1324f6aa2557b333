"""A deck to change, and one change of it."""

import copy
import dataclasses
import json
import os
import pathlib
import shutil


def dumped(deck):
    """How the test writes decks: a change is then a change of the lines that it touches."""
    return (json.dumps(deck, ensure_ascii=False, indent=2) + "\n").encode()


@dataclasses.dataclass
class Base:
    """A deck in one look, before any change."""

    name: str
    template: str
    folder: pathlib.Path  # a copy of the deck's folder, with its reference
    pdf: pathlib.Path
    report: pathlib.Path
    size: tuple
    corner: float
    root: pathlib.Path  # of the project: Templates, Fonts

    @property
    def label(self):
        return f"{self.name}, {self.template}"

    @property
    def deck(self):
        return json.loads((self.folder / "deck.json").read_text(encoding="utf-8"))


class Unfit(Exception):
    """The deck has nothing that this kind of change could change."""


@dataclasses.dataclass
class Expectation:
    """What ought to come of a change.

    outcome: `visible`, `invisible`, `tolerated` (below the tolerance: must pass whatever the pixels say), or `depends`
    (on the layout: the pixels decide). `fields` are regular expressions; one of the fields that are named must match one of
    them. `cards` are those that must change, where they are known beforehand.
    """

    outcome: str
    said: str
    fields: tuple = ()
    cards: tuple = ()
    renamed: dict = dataclasses.field(default_factory=dict)


class Draft:
    """A copy of a deck that one change may change."""

    def __init__(self, base, folder, rng):
        self.base = base
        self.rng = rng
        self.place = folder
        self.folder = folder / "deck"
        self.deck = copy.deepcopy(base.deck)
        self.raw = None
        self.templates = None
        self.fonts = None
        for file in base.folder.rglob("*"):
            target = self.folder / file.relative_to(base.folder)
            if file.is_dir():
                target.mkdir(parents=True, exist_ok=True)
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            os.link(file, target)

    # What the changes use

    @property
    def cards(self):
        return self.deck["cards"]

    def card(self, condition=lambda card: True):
        found = [card for card in self.cards if condition(card)]
        if not found:
            raise Unfit
        return self.rng.choice(found)

    def pick(self, choices):
        choices = list(choices)
        if not choices:
            raise Unfit
        return self.rng.choice(choices)

    def read(self, path):
        return (self.folder / path).read_bytes()

    def write(self, path, data):
        """Never through a hard link: the file is made anew."""
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.unlink(missing_ok=True)
        target.write_bytes(data)

    def template_chain(self):
        """The template's files as objects, the one that is printed first, then those it extends."""
        chain, name = [], self.base.template
        while name:
            layer = json.loads((self.base.root / "Templates" / f"{name}.json").read_text(encoding="utf-8"))
            chain.append((name, layer))
            name = layer.get("extends")
        return chain

    @property
    def corner(self):
        """The radius of the corners, if a change of the template says another."""
        if self.templates:
            own = json.loads((self.templates / f"{self.base.template}.json").read_text(encoding="utf-8"))
            return own.get("corner", self.base.corner)
        return self.base.corner

    def write_template(self, name, layer, raw=None):
        if self.templates is None:
            self.templates = self.place / "Templates"
            shutil.copytree(self.base.root / "Templates", self.templates)
        (self.templates / f"{name}.json").write_bytes(raw or dumped(layer))

    def font_folder(self):
        if self.fonts is None:
            self.fonts = self.place / "Fonts"
            self.fonts.mkdir()
        return self.fonts

    # What it is run with

    def finish(self):
        self.write("deck.json", self.raw if self.raw is not None else dumped(self.deck))

    @property
    def deck_file(self):
        return self.folder / "deck.json"

    @property
    def options(self):
        """Without the template: the reference knows it."""
        found = []
        if self.templates:
            found += ["--templates", self.templates]
        if self.fonts:
            found += ["--fonts", self.fonts]
        return found

    def card_lines(self):
        """Which lines each card of a deck written by `dumped` takes."""
        lines = self.deck_file.read_text(encoding="utf-8").split("\n")
        spans, begin, ids = [], None, [card["id"] for card in self.cards]
        for number, line in enumerate(lines, 1):
            if line == "    {":
                begin = number
            elif line in ("    }", "    },") and begin:
                spans.append((begin, number))
                begin = None
        return dict(zip(ids, spans)) if len(spans) == len(ids) else {}


KINDS = {}


@dataclasses.dataclass(frozen=True)
class Kind:
    name: str
    area: str
    title: str
    make: object
    shifts: bool  # moves things, perhaps by less than the tolerance


def kind(area, title, shifts=False):
    """Registers a change: a function that changes a draft and returns what ought to come of it, or raises Unfit."""

    def register(make):
        KINDS[make.__name__] = Kind(make.__name__, area, title, make, shifts)
        return make

    return register
