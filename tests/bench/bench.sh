#!/usr/bin/env bash
# Runs the benchmarks in a window of their own X server. Usage: bench.sh JSON (after ./dev has built the release
# preset); the figures of growing packs go beside it, with "-scale" in the name.
set -euo pipefail
cd "$(dirname "$0")/../.."
build=build/release
status=0
in_window() { xvfb-run --auto-servernum --server-args='-screen 0 1920x1080x24 -nolisten tcp' "$@" || status=$?; }
mkdir -p build/bench
in_window "$build/maison-bench" "$build/maison" "$build/maison-floor" build/grenoble.pack "$1"
in_window "$build/maison-bench-scale" "$build/maison-pack" po build/bench "${1%.json}-scale.json"
exit "$status"
