#!/bin/sh
# Compares two builds of the program, for changes that must not change behavior: the series, the score document and
# the session of every autopilot on every scenario, and every export of one hasty run, must be byte for byte the same.
#
#     tests/unchanged.sh OLD NEW [SEED]
#
# Prints one line per run and exits with 1 if any differs. The program's version number is ignored.
set -eu

[ $# -ge 2 ] || { sed -n '2,8p' "$0" >&2; exit 2; }
old=$(realpath "$1")
new=$(realpath "$2")
seed=${3:-1}
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
different=0

# Plays and scores one run with one build. Arguments: the build, a prefix for the output files, scenario, autopilot.
play() {
    "$1" run "$3" --autopilot "$4" --seed "$seed" --series "$2.csv" --out "$2.drill" --json >"$2.run.json" 2>/dev/null
    "$1" score "$2.drill" --json >"$2.score.json"
}

# Exports a run in every format. Each export computes the what-ifs, which takes about a minute, so only one run is
# exported.
export_all() {
    for form in html md json csv; do "$1" debrief "$2.drill" --out "$2.debrief.$form" >/dev/null 2>&1; done
}

# Prints a file with everything masked that may differ: file names, the program's version, and the running hash of
# the log, which depends on the version in its first line.
plain() { sed -E 's/(old|new)\.(drill|debrief)/\2/g; s/0\.[0-9]+\.[0-9]+/VERSION/g; s/log:"[0-9a-f]+"/log/' "$1"; }

# Prints a value from the score document, given its path.
value() { python3 -c "import json,sys; d=json.load(open(sys.argv[1]))
for key in sys.argv[2].split('.'): d=d[key]
print(d)" "$1" "$2"; }

printf '%-22s %-10s %-18s %9s %9s  %s\n' scenario autopilot fingerprint playbook outcome 'different files'
for scenario in first_hour black_friday_skimmer credential_storm the_researcher; do
    for autopilot in expert playbook hasty spammer random stonewall silent; do
        play "$old" old "$scenario" "$autopilot"
        play "$new" new "$scenario" "$autopilot"
        if [ "$scenario/$autopilot" = first_hour/hasty ]; then
            export_all "$old" old
            export_all "$new" new
        fi
        verdict=same
        for file in old.*; do
            other=new${file#old}
            plain "$file" >a
            plain "$other" >b
            cmp -s a b && continue
            verdict="${verdict#same} ${file#old.}"
            different=1
        done
        printf '%-22s %-10s %-18s %9.3f %9.3f  %s\n' "$scenario" "$autopilot" "$(value new.score.json fingerprint)" \
            "$(value new.score.json playbook.total)" "$(value new.score.json outcome.total)" "$verdict"
        rm -f old.* new.*
    done
done
exit $different
