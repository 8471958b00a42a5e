#!/usr/bin/env bash
# A language whose letters no font has is left out and said; without any font the kiosk says what to install.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
fail() { echo "FAILED: $*" >&2; cat "$work"/err >&2; exit 1; }

"$MAISON_PACK" build "$SOURCE/data/grenoble" -o "$work/grenoble.pack" >/dev/null
mkdir -p "$work/fonts" "$work/none" "$work/cache"
cp /usr/share/fonts/truetype/noto/NotoSans-{Regular,Bold}.ttf \
    /usr/share/fonts/truetype/material-design-icons-iconfont/MaterialIcons-Regular.ttf "$work/fonts"
for folder in fonts none; do
    printf '<fontconfig><dir>%s</dir><cachedir>%s</cachedir></fontconfig>' "$work/$folder" "$work/cache" >"$work/$folder.conf"
done

printf 'expect-screen languages\nexpect "English"\nexpect-not "العربية"\ntap #lang/fr\nexpect-screen home\n' |
    FONTCONFIG_FILE="$work/fonts.conf" "$MAISON" --pack "$work/grenoble.pack" --script - 2>"$work/err" ||
    fail "the kiosk should go on without Arabic"
grep -q 'the language ar is left out; install fonts-noto-core' "$work/err" || fail "staff should be told about Arabic"

status=0
echo 'expect-screen languages' |
    FONTCONFIG_FILE="$work/none.conf" "$MAISON" --pack "$work/grenoble.pack" --script - 2>"$work/err" || status=$?
[ "$status" = 3 ] || fail "without any font the status should be 3, not $status"
grep -qi 'font' "$work/err" || fail "staff should be told that fonts are missing"
