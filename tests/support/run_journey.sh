#!/usr/bin/env bash
# Runs one journey against the real program. Its first line gives the pack and the options: "# maison: PACK OPTIONS…". The kiosk
# has a folder for notes; a line "# notes: REGEX" says what must have been noted by the end, and without one nothing may be.
# Usage: run_journey.sh MAISON PACKS SCRIPT
set -euo pipefail
maison=$1 packs=$2 script=$3
read -r _ label pack options <"$script"
if [ "$label" != "maison:" ]; then
    echo "$script: the first line must be '# maison: PACK OPTIONS…'" >&2
    exit 2
fi
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
echo "local_dir = $work/local" >"$work/maison.conf"
# shellcheck disable=SC2086 # options are words
"$maison" --config "$work/maison.conf" --pack "$packs/$pack.pack" --script "$script" $options

wanted=$(sed -n 's/^# notes: //p' "$script")
noted=
[ -f "$work/local/notes.csv" ] && noted=$(tail -n +2 "$work/local/notes.csv" | tr -d '\r')
if ! grep -qE "^$wanted\$" <<<"$noted"; then
    echo "$script: the notes are '$noted', wanted '$wanted'" >&2
    exit 1
fi
