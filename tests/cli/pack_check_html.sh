. "${SOURCE:?}/tests/cli/pack_lib.bash"

# The page is well-formed, needs nothing else, and has the counts of the check.
cat >page.py <<'END'
import sys, xml.etree.ElementTree as tree
text = open(sys.argv[1], encoding="utf-8").read()
page = tree.fromstring(text)
for element in page.iter():
    for name in element.attrib:
        assert name not in ("src", "href", "onclick", "style"), (element.tag, name)
    assert element.tag not in ("script", "link", "img", "iframe"), element.tag
for outside in ("http:", "https:", "url(", "@import"):
    assert outside not in page.find("head/style").text, outside
words = " ".join("".join(page.itertext()).split())
for wanted in sys.argv[2:]:
    assert wanted in words, (wanted, words)
ids = [badge for badge in page.iter("article")]
print(len(ids), "rules", len(list(page.iter("svg"))), "pictures")
END

run 0 "$MAISON_PACK" check tiny --html report.html
is stdout '0 errors, 0 warnings'
run 0 python3 page.py report.html 'The pack can be built.' 'Nothing was found.' '2services' 'Santé' 'made on 2026-11-01' \
    'en100 %00yes' 'ar100 %00not yet'
cp report.html first.html
run 0 "$MAISON_PACK" check tiny --html report.html --json
is stdout '[]'
cmp first.html report.html || exit 1

# Errors, warnings, old facts, gaps; and names that would like to be markup.
sed -i 's/Dormir/<script>alert(1 \& 2)<\/script>/; s/#B4341F/red/' tiny/topics.csv
sed -i 's/Tiny",/&/; s/"city": "Tiny"/"city": "<b>Tiny<\/b>"/' tiny/datapackage.json
sed -i '/^26104c5c/s/2026-10-02/2025-06-01/; /^50e4db1d/s/2026-10-01/2026-04-01/' tiny/hsds/services.csv
sed -i 's/01 99 00 12 34/01 99/' tiny/hsds/phones.csv
sed -i '/^34c13f72/d' tiny/hsds/schedules.csv
rm tiny/po/ar.po
run 1 "$MAISON_PACK" check tiny --html report.html
has stdout '[bad-colour]'
run 0 python3 page.py report.html '1 error keeps the pack from being built.' '<script>alert(1 & 2)</script>' '<b>Tiny</b>' \
    'bad-colour 1' '"red" is no colour' 'Write a colour as #1A73E8' 'phone-cannot-be-dialled 1' 'checked-over-12-months-ago 1' \
    'checked-over-6-months-ago 1' 'no-hours 1' 'ar0 %' 'topics.csv, row 3'
has report.html '&lt;script&gt;alert(1 &amp; 2)&lt;/script&gt;'
has stdout '7 rules'
has report.html '&quot;red&quot; is no colour'

# A topic's row: services, pages, hours not known, no phone and no address, checked over 6 months ago, over 12.
python3 - <<'END' || exit 1
import xml.etree.ElementTree as tree
rows = [["".join(cell.itertext()) for cell in row] for row in tree.parse("report.html").iter("tr")]
housing = next(row for row in rows if row[0].startswith("<script>"))
health = next(row for row in rows if row[0] == "Santé")
assert housing[1:7] == ["1", "0", "1", "0", "0", "1"], housing
assert health[1:7] == ["1", "1", "0", "0", "1", "0"], health
END

run 3 "$MAISON_PACK" check tiny --html nowhere/report.html
has stderr "maison-pack: nowhere/report.html: can't be written: No such file or directory"
mkdir folder
run 3 "$MAISON_PACK" check tiny --html folder
has stderr 'maison-pack: folder: is not a regular file; name a file to write'
ls ./*.new 2>/dev/null && exit 1
exit 0
