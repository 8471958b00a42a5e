#!/usr/bin/env bash
# Runs the benchmark in a window of its own X server. Usage: bench.sh JSON (after ./dev has built the release preset)
set -euo pipefail
cd "$(dirname "$0")/../.."
build=build/release
exec xvfb-run --auto-servernum --server-args='-screen 0 1920x1080x24 -nolisten tcp' \
    "$build/maison-bench" "$build/maison" "$build/maison-floor" build/grenoble.pack "$1"
