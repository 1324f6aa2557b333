#!/bin/sh
# Checks every deck below a folder that has a snapshot: does each card still look as it did when somebody last accepted it?
# For continuous integration of any kind, and for your own machine. Changes nothing but the folder of reports.
#
#   capprint-ci.sh [-o REPORTS] [FOLDER] [-- OPTIONS FOR CAPPRINT]
#
# FOLDER    where to look for files named *.snapshot, each beside its deck (default: here)
# REPORTS   gets for each deck a JUnit file, and where it differs a web page and a picture sheet; and summary.txt
#           (default: capprint-reports; git is told to pass over it)
# CAPPRINT  the program, if it is not in the path
#
# On GitHub Actions the differences appear at the deck's lines as well.
#
# Exit status: 0 all the same; 1 some cards differ; otherwise that of the first deck that could not be checked
# (65 it has errors, 66 something is missing), 64 for wrong use, 66 where there is no snapshot at all.
set -u

capprint=${CAPPRINT:-capprint}
reports=capprint-reports
folder=.

wrong_use() {
    echo "capprint-ci.sh: $1" >&2
    echo "usage: capprint-ci.sh [-o REPORTS] [FOLDER] [-- OPTIONS FOR CAPPRINT]" >&2
    exit 64
}

has_folder=
while [ $# -gt 0 ]; do
    case $1 in
    -o)
        [ $# -ge 2 ] || wrong_use "-o needs a folder"
        reports=$2
        shift 2
        ;;
    -h | --help)
        sed -n '2,/^set /s/^# \{0,1\}//p' "$0"
        exit 0
        ;;
    --)
        shift
        break
        ;;
    -*) wrong_use "there is no option '$1'; options for capprint come after --" ;;
    *)
        [ -z "$has_folder" ] || wrong_use "one folder, please: '$folder' and '$1' are two"
        folder=$1
        has_folder=yes
        shift
        ;;
    esac
done

[ -d "$folder" ] || { echo "capprint-ci.sh: there is no folder '$folder'" >&2; exit 66; }
command -v "$capprint" >/dev/null 2>&1 || {
    echo "capprint-ci.sh: there is no program '$capprint'; install capprint, or set CAPPRINT to its path" >&2
    exit 66
}
mkdir -p "$reports" || exit 73
# A run leaves no trace in git.
[ -e "$reports/.gitignore" ] || echo '*' >"$reports/.gitignore" || exit 73
# What an older run said would be misleading.
find "$reports" -type f \( -name '*.junit.xml' -o -name '*.report.html' -o -name '*.sheet.png' \) -exec rm -f {} +
summary=$reports/summary.txt
: >"$summary" || exit 73

list=$(mktemp) && text=$(mktemp) || exit 73
trap 'rm -f "$list" "$text"' EXIT
trap 'exit 130' INT
trap 'exit 143' TERM
find "$folder" -name .git -prune -o -type f -name '*.snapshot' -print | LC_ALL=C sort >"$list"

decks=0
different=0
broken=0
result=0

# Keeps the worst status of a deck's runs; false where it is news.
note() {
    [ "$1" -gt $status ] || return 0
    status=$1
    return 1
}

while IFS= read -r snapshot; do
    deck=${snapshot%.snapshot}.json
    # The deck keeps its './': without it a name that begins with '-' would be an option.
    name=${deck#./}
    name=${name%.json}
    # Inside the folder of reports, wherever the deck is.
    case $name in
    /*) name=${name#/} ;;
    esac
    name=$(printf '%s\n' "$name" | sed 's#\.\./#_/#g')
    decks=$((decks + 1))
    # Never at the start of a line: GitHub obeys what begins with '::'.
    printf 'deck %s\n' "$deck" | tee -a "$summary"
    mkdir -p "$(dirname "$reports/$name")" || exit 73

    "$capprint" snapshot verify --ci "$deck" --report "$reports/$name.report.html" \
        --picture-sheet "$reports/$name.sheet.png" "$@" >"$text" </dev/null
    status=$?
    sed 's/^/    /' "$text"
    sed 's/^/    /' "$text" >>"$summary"
    # Also says why a deck could not be checked.
    "$capprint" snapshot verify --ci "$deck" --format junit -o "$reports/$name.junit.xml" "$@" </dev/null 2>"$text"
    note $? || cat "$text" >&2
    if [ $status -ge 1 ] && [ "${GITHUB_ACTIONS:-}" = true ]; then
        "$capprint" snapshot verify --ci "$deck" --format github "$@" </dev/null 2>"$text"
        note $? || cat "$text" >&2
    fi
    case $status in
    0) rm -f "$reports/$name.report.html" "$reports/$name.sheet.png" ;;
    1)
        different=$((different + 1))
        [ $result -ne 0 ] || result=1
        ;;
    *)
        broken=$((broken + 1))
        echo "    could not be checked (exit status $status)"
        echo "    could not be checked" >>"$summary"
        [ $result -gt 1 ] || result=$status
        ;;
    esac
done <"$list"

if [ $decks -eq 0 ]; then
    echo "capprint-ci.sh: no deck below '$folder' has a snapshot" >&2
    echo "  hint: make one with 'capprint snapshot record deck.json', look at it and commit it" >&2
    exit 66
fi
line="$decks checked: $((decks - different - broken)) as before, $different with differences, $broken that could not be checked"
echo "$line"
echo "$line" >>"$summary"
exit $result
