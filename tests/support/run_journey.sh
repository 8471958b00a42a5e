#!/usr/bin/env bash
# Runs one journey against the real program. Its first line gives the pack and the options: "# maison: PACK OPTIONS…".
# Usage: run_journey.sh MAISON PACKS SCRIPT
set -euo pipefail
maison=$1 packs=$2 script=$3
read -r _ label pack options <"$script"
if [ "$label" != "maison:" ]; then
    echo "$script: the first line must be '# maison: PACK OPTIONS…'" >&2
    exit 2
fi
# shellcheck disable=SC2086 # options are words
exec "$maison" --pack "$packs/$pack.pack" --script "$script" $options
