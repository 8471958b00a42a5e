# Usage: run_fuzz.sh TARGET SEEDS SECONDS. Each line of SEEDS is a seed; what fails is left beside the corpus.
set -euo pipefail
target=$1 seeds=$2 seconds=$3
work=$(basename "$target").work
rm -rf "$work"
mkdir -p "$work/corpus"
grep -v '^#' "$seeds" | split --lines=1 --suffix-length=4 --numeric-suffixes - "$work/corpus/seed"
cd "$work"
exec "$target" -max_total_time="$seconds" -seed=1 -max_len=400 -timeout=10 -rss_limit_mb=1024 -print_final_stats=1 corpus
