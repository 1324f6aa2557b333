"""The ways to print that are tried on every paper."""

CLASSIC, MINI, MEMORY = "classic", "mini", "memory"

# Name, templates (several share sheets), options; whether the paper is turned over at all.
WAYS = [
    ("as it comes", [CLASSIC], []),
    ("three sets", [CLASSIC], ["--sets", "3"]),
    ("fronts only", [MINI], ["--duplex", "none"]),
    ("space between", [MINI], ["--gap", "4"]),
    ("wide margins", [CLASSIC], ["--margin", "9.5"]),
    ("stacks", [CLASSIC], ["--sets", "3", "--stack"]),
    ("by hand, last sheet first", [CLASSIC], ["--sets", "3", "--by-hand"]),
    ("by hand, first sheet first", [MINI], ["--sets", "5", "--by-hand", "--backs", "same"]),
    ("folded at the edge", [CLASSIC], ["--fold"]),
    ("folded in a gutter", [MINI], ["--fold", "--fold-gutter", "5"]),
    ("from place 2 on", [CLASSIC], ["--start-at", "2"]),
    ("places left out", [MINI], ["--sets", "3", "--skip", "1,3"]),
    ("shared backs", [MEMORY], ["--sets", "2"]),
    ("three templates together", [CLASSIC, MINI, MEMORY], ["--together", "--sets", "2"]),
]

PAPERS = ["A4", "Letter", "A3", "A5", "10x15", "215x315mm"]
ORIENTATIONS = ["automatic", "portrait", "landscape"]
EDGES = ["long", "short"]
