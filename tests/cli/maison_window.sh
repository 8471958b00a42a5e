#!/usr/bin/env bash
# A real window under a real X server: a click opens a screen, an end is clean, and a display that goes away is said.
set -euo pipefail
work=$(mktemp -d)
xvfb=
trap 'kill $xvfb 2>/dev/null || true; rm -rf "$work"' EXIT
fail() { echo "FAILED: $*" >&2; cat "$work"/out "$work"/err >&2; exit 1; }

start_display() {
    Xvfb -displayfd 3 -screen 0 1366x768x24 -nolisten tcp 3>"$work/display" 2>/dev/null &
    xvfb=$!
    for _ in $(seq 100); do [ -s "$work/display" ] && break; sleep 0.1; done
    DISPLAY=:$(cat "$work/display")
    export DISPLAY
}

start_kiosk() {
    "$MAISON" --pack "$work/grenoble.pack" --stats >"$work/out" 2>"$work/err" &
    kiosk=$!
    for _ in $(seq 100); do grep -q first-frame "$work/out" && return; sleep 0.1; done
    fail "no first frame came"
}

"$MAISON_PACK" build "$SOURCE/data/grenoble" -o "$work/grenoble.pack" >/dev/null
start_display

start_kiosk
# The first language, which every size has near the left edge in the middle.
xdotool mousemove 230 430 click 1
sleep 1
kill -TERM "$kiosk"
wait "$kiosk" || fail "the kiosk should end well when it is asked to"
python3 - "$work/out" <<'END' || fail "the click should have opened a screen"
import json, sys
stats = json.loads(open(sys.argv[1]).read().splitlines()[-1])
assert stats["frames"] >= 2 and stats["last_input_to_present_ms"] > 0, stats
END

start_kiosk
kill "$xvfb"
status=0
wait "$kiosk" || status=$?
[ "$status" = 3 ] || fail "without its display the kiosk should end with 3, not $status"
grep -q 'the display went away' "$work/err" || fail "staff should be told that the display went away"

status=0
env -u DISPLAY -u WAYLAND_DISPLAY "$MAISON" --pack "$work/grenoble.pack" 2>"$work/err" || status=$?
[ "$status" = 3 ] || fail "without any display the status should be 3, not $status"
grep -q 'no display could be opened' "$work/err" || fail "staff should be told that there is no display"
