. "${SOURCE:?}/tests/cli/pack_lib.bash"

cp -r tiny before
run 0 "$MAISON_PACK" catalogue tiny
is stdout 'en: 40 of 40 translated (100 %), 0 changed, 0 missing, checked by a speaker
ar: 40 of 40 translated (100 %), 0 changed, 0 missing, not checked by a speaker'
is stderr ''
diff -r before tiny || exit 1

# A new language gets its file, a changed text becomes fuzzy, an old one is kept aside.
sed -i 's/"ar"/"uk"/' tiny/datapackage.json
rm tiny/po/ar.po
sed -i 's/Une place ce soir/Une place ce soir ou demain/' tiny/topics.csv
run 0 "$MAISON_PACK" catalogue tiny
has stdout 'en: 39 of 40 translated (97 %), 1 changed, 0 missing, checked by a speaker'
has stdout 'uk: 0 of 40 translated (0 %), 0 changed, 40 missing, not checked by a speaker'
has tiny/po/uk.po '"Language: uk\n"'
has tiny/po/uk.po '"X-Checked-By-Speaker: no\n"'
has tiny/po/uk.po '"Content-Type: text/plain; charset=UTF-8\n"'
has tiny/po/uk.po 'msgctxt "topics/housing/summary"'
has tiny/po/en.po '#| msgid "Une place ce soir"'
msgfmt -c -o /dev/null tiny/po/en.po || exit 1

# What can't be read must not throw translations away.
cp -r tiny before-broken
printf '"open' >>tiny/topics.csv
run 1 "$MAISON_PACK" catalogue tiny
has stderr 'maison-pack: topics.csv:4: error:'
diff before-broken/po/en.po tiny/po/en.po || exit 1

# What we write is what gettext's own tools write, byte for byte, so Poedit and Weblate (which use them or do the same) change
# nothing but what a translator changes. Each entry says what the text is, and where it comes from.
for file in tiny/po/*.po tiny/po/pack.pot "$SOURCE"/data/grenoble/po/*.po*; do
    msgcat -o - "$file" 2>/dev/null | cmp - "$file" || exit 1
    msgfmt -c -o /dev/null "$file" 2>msgfmt.said || { [ "${file%.pot}" != "$file" ] || { cat msgfmt.said; exit 1; }; }
done
python3 - "$SOURCE/data/grenoble/po/pack.pot" <<'END' || exit 1
import sys
entries = open(sys.argv[1], encoding="utf-8").read().split("\n\n")[1:]
assert len(entries) > 1000, len(entries)
for entry in entries:
    lines = entry.split("\n")
    assert any(line.startswith("#. ") for line in lines), entry
    assert any(line.startswith("#: ") for line in lines), entry
    assert any(line.startswith("msgctxt ") for line in lines), entry
END
