#!/usr/bin/env bash
# The interface's catalogues are whole: each sentence of the sources is in maison.pot and translated, nothing is fuzzy, and each
# {placeholder} stands on both sides.
set -euo pipefail
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
cp -r "$SOURCE/po" "$work/po"
mkdir -p "$work/src"
cp -r "$SOURCE/src/." "$work/src"

"$work/po/update" 2>/dev/null
for catalogue in maison.pot $(grep -v '^#' "$SOURCE/po/LINGUAS" | sed 's/$/.po/'); do
    # References move with every line of code; sentences must not.
    if ! diff <(grep -v '^#:' "$SOURCE/po/$catalogue") <(grep -v '^#:' "$work/po/$catalogue") >"$work/diff"; then
        echo "FAILED: po/$catalogue is behind the sources; run po/update and translate what is new" >&2
        head -20 "$work/diff" >&2
        exit 1
    fi
done

grep -v '^#' "$SOURCE/po/LINGUAS" | while read -r tag; do
    msgfmt -c -o /dev/null "$SOURCE/po/$tag.po"
    left=$({ msgattrib --no-wrap --untranslated "$SOURCE/po/$tag.po"; msgattrib --no-wrap --only-fuzzy "$SOURCE/po/$tag.po"; } | grep -c '^msgid "..*"' || true)
    [ "$left" = 0 ] || { echo "FAILED: po/$tag.po: $left sentences are not translated" >&2; exit 1; }
done

python3 - "$SOURCE"/po/*.po <<'END'
import re, sys
bad = 0
for path in sys.argv[1:]:
    for block in open(path, encoding="utf-8").read().split("\n\n"):
        strings = re.findall(r'^(msgid|msgid_plural|msgstr(?:\[\d\])?) "(.*)"$', block, re.M)
        wanted = {n for kind, text in strings if kind.startswith("msgid") for n in re.findall(r"\{\w+\}", text)}
        for kind, text in strings:
            found = set(re.findall(r"\{\w+\}", text))
            if kind.startswith("msgstr") and text and found != wanted:
                bad += 1
                print(f"FAILED: {path}: {text!r} should hold {sorted(wanted)}", file=sys.stderr)
sys.exit(1 if bad else 0)
END
