# Usage: run_fuzz.sh TARGET SEEDS DICTIONARY SECONDS LONGEST. SEEDS is a folder of seeds, or a table of which each line is one; the
# dictionary may be missing. FUZZ_SECONDS in the environment (./dev fuzz) is for longer runs: they go on from the corpus of the
# last one. What fails is left beside the corpus.
set -euo pipefail
target=$1 seeds=$2 dictionary=$3 seconds=${FUZZ_SECONDS:-$4} longest=$5
work=$(basename "$target")${FUZZ_SECONDS:+.long}.work
[ -n "${FUZZ_SECONDS:-}" ] || rm -rf "$work"
mkdir -p "$work/corpus" "$work/seeds"
if [ -d "$seeds" ]; then
    cp -r "$seeds/." "$work/seeds"
else
    grep -v '^#' "$seeds" | split --lines=1 --suffix-length=4 --numeric-suffixes - "$work/seeds/line"
fi
options=(-max_total_time="$seconds" -max_len="$longest" -timeout=10 -rss_limit_mb=1024 -print_final_stats=1)
[ -n "${FUZZ_SECONDS:-}" ] || options+=(-seed=1)
[ ! -f "$dictionary" ] || options+=(-dict="$dictionary")
cd "$work"
exec "$target" "${options[@]}" corpus seeds
