#!/usr/bin/env bash
# Makes what the tests show besides the default pack, from the default pack itself:
#   grenoble.pack  the default pack
#   double.pack    the default pack in two more languages, en-XA and ar-XB, in which every text is there twice: whatever is
#                  translated one day will be shorter than that
#   polyglot.pack  the default pack listed in 24 languages, of which only the translated ones are filled
#   locale/        the interface's catalogues, with the doubled ones
# Usage: make_packs.sh MAISON-PACK SOURCE CATALOGUES OUT DEFAULT-PACK
set -euo pipefail

maison_pack=$1 source=$2 catalogues=$3 out=$4 default=$5

# Each text twice, with a space between; a placeholder only once, or the check would call it a mistake.
double() {
    msgfilter --keep-header --no-wrap -i "$1" -o "$2" sed -e '/./{h;s/{[a-z_]*}/00/g;x;G;s/\n/ /}' 2>/dev/null
}

# Replaces the list of languages in datapackage.json.
set_languages() {
    python3 - "$@" <<'END'
import json, sys
path, tags = sys.argv[1], sys.argv[2:]
package = json.load(open(path, encoding="utf-8"))
package["maison"]["languages"] = tags
json.dump(package, open(path, "w", encoding="utf-8"), ensure_ascii=False, indent=2)
END
}

copy_of_default() {
    rm -rf "$1"
    mkdir -p "$1"
    cp -r "$source/data/grenoble/." "$1"
}

mkdir -p "$out"
cp "$default" "$out/grenoble.pack"
copy_of_default "$out/double"
double "$source/data/grenoble/po/en.po" "$out/double/po/en-XA.po"
double "$source/data/grenoble/po/ar.po" "$out/double/po/ar-XB.po"
sed -i 's/^"Language: en/&-XA/' "$out/double/po/en-XA.po"
sed -i 's/^"Language: ar/&-XB/' "$out/double/po/ar-XB.po"
set_languages "$out/double/datapackage.json" fr en ar es fa uk ti zh-Hans en-XA ar-XB
"$maison_pack" build "$out/double" -o "$out/double.pack" >/dev/null

copy_of_default "$out/polyglot"
set_languages "$out/polyglot/datapackage.json" \
    fr en ar es pt it tr ru uk fa ps ur ti am so bn zh-Hans sq ro ka ku sw ta vi
"$maison_pack" build "$out/polyglot" -o "$out/polyglot.pack" >/dev/null

rm -rf "$out/locale"
cp -r "$catalogues" "$out/locale"
mkdir -p "$out/locale/en-XA/LC_MESSAGES" "$out/locale/ar-XB/LC_MESSAGES"
msgen --no-wrap "$source/po/maison.pot" -o "$out/en.po" 2>/dev/null
double "$out/en.po" "$out/en-XA.po"
double "$source/po/ar.po" "$out/ar-XB.po"
msgfmt -o "$out/locale/en-XA/LC_MESSAGES/maison.mo" "$out/en-XA.po"
msgfmt -o "$out/locale/ar-XB/LC_MESSAGES/maison.mo" "$out/ar-XB.po"

"$maison_pack" build "$source/tests/data/packs/search" -o "$out/search.pack" >/dev/null
