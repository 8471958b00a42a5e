#!/usr/bin/env bash
# Runs the benchmarks in a window of their own X server. Usage: bench.sh JSON (after ./dev has built the release
# preset); the figures of growing packs go beside it, with "-scale" in the name.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=build/release
status=0
# -noreset: when its last window goes, an X server else starts anew, and the next start would be waiting for that.
in_window() { xvfb-run --auto-servernum --server-args='-screen 0 1920x1080x24 -nolisten tcp -noreset' "$@" || status=$?; }
mkdir -p build/bench
in_window "$build/maison-bench" "$build/maison" "$build/maison-floor" build/grenoble.pack "$1"
in_window "$build/maison-bench-scale" "$build/maison-pack" po build/bench "${1%.json}-scale.json"
exit "$status"
