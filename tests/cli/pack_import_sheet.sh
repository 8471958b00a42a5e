. "${SOURCE:?}/tests/cli/pack_lib.bash"
cp -r tiny before
namespace=f2f75b98-124b-55aa-af92-0357ab2d1614
id_of() { python3 -c 'import sys, uuid; print(uuid.uuid5(uuid.UUID(sys.argv[1]), sys.argv[2]))' $namespace "$1"; }

# A table as people keep it: in their language, with semicolons, names of columns of their own, a note, a row without a name.
cat >liste.csv <<'END'
Nom du service;ORGANISME;Themes;Tél.;Adresse;Ville;Code postal;Horaires;Gratuit;Vérifié le;Source;Responsable interne
# exemple;Qui tient le service;health;;;;;;oui;;;
Douches;Ville de Tiny;Santé;01 99 00 44 44;3 rue des Bains;Tiny;38999;Mo-Fr 08:00-12:00; oui;03/10/2026;https://tiny.example/douches;bureau 4
Vestiaire;Secours de Tiny;health;numéro à demander;3 rue des Bains;Tiny;38999;le matin;peut-être;2026-10-04;tiny.example;
;Ville de Tiny;health;;;;;;;;;
Accueil;;health;;;;;;;;;
END
sed -i 's/; oui;03/;oui;03/' liste.csv
run 0 "$MAISON_PACK" import liste.csv --into tiny --report report.json
has stdout 'as sheet, source "liste"'
has stdout 'liste.csv: 4 rows read, 2 taken, 2 refused (UTF-8; kept beside the others, columns that we don'
has stdout 'liste.csv:5:Nom du service: the service has no name'
has stdout 'liste.csv:6:ORGANISME: nothing says who runs the service'
has stdout 'liste.csv:4:Tél.: "numéro à demander" it is no telephone number'
has stdout 'liste.csv:4:Gratuit: "peut-être" it is neither yes nor no'
has stdout 'liste.csv:4:Source: "tiny.example" it is no web address'
has stdout 'liste.csv:4:Horaires: "le matin" the opening hours are not known now'
grep -q 'Douches.*2026-10-03.*bureau 4' tiny/hsds/services.csv || exit 1
[ "$(grep -c 'Ville de Tiny' tiny/hsds/organizations.csv)" = 1 ] || exit 1 # the folder's own
[ "$(grep -c 'rue des Bains' tiny/hsds/addresses.csv)" = 1 ] || exit 1     # one place for two services
cp -r tiny once
run 0 "$MAISON_PACK" import liste.csv --into tiny
diff -r once tiny || exit 1
sed -i 's,le matin,Tu 09:00-11:00,; s,peut-être,non,; s,;tiny.example;,;https://tiny.example/vestiaire;,' liste.csv
run 0 "$MAISON_PACK" import liste.csv --into tiny
run 0 "$MAISON_PACK" build tiny -o tiny.pack
run 0 "$MAISON_PACK" hours tiny.pack "$(id_of 'liste|services|Vestiaire|Secours de Tiny|3 rue des Bains')" --at 2026-11-24T10:00+01:00
has stdout 'open until 2026-11-24T11:00:00+01:00'
run 0 "$MAISON_PACK" search tiny.pack --lang fr douches
has stdout 'Douches'

# In Arabic, with a column for each day.
cat >ar.csv <<'END'
الاسم,المنظمة,الاثنين,الثلاثاء,العنوان,المدينة
حمام,Ville de Tiny,"09:00-12:00, 14:00-16:00",-,1 rue X,Tiny
END
run 0 "$MAISON_PACK" import ar.csv --into tiny
grep -q 'WEEKLY,MO,.*14:00:00,16:00:00' tiny/hsds/schedules.csv || exit 1

# A workbook: dates are dates, a formula is said.
python3 - <<'END'
import zipfile
main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
rel = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
text = lambda s: f'<c t="inlineStr"><is><t>{s}</t></is></c>'
with zipfile.ZipFile("book.xlsx", "w") as book:
    book.writestr("xl/workbook.xml", f'<workbook {main} xmlns:r="{rel}"><sheets><sheet name="Liste" sheetId="1" r:id="r1"/>'
                                     f'<sheet name="Notes" sheetId="2" r:id="r2"/></sheets></workbook>')
    book.writestr("xl/_rels/workbook.xml.rels", '<Relationships><Relationship Id="r1" Target="worksheets/s1.xml"/>'
                                                '<Relationship Id="r2" Target="worksheets/s2.xml"/></Relationships>')
    book.writestr("xl/styles.xml", f'<styleSheet {main}><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/></cellXfs></styleSheet>')
    rows = [''.join(map(text, ["name", "organization", "postcode", "checked on"])),
            text("Bikes") + text("Ville de Tiny") + '<c><f>38000+999</f><v>38999</v></c><c s="1"><v>46300</v></c>']
    book.writestr("xl/worksheets/s1.xml", f'<worksheet {main}><sheetData>{"".join(f"<row>{r}</row>" for r in rows)}</sheetData></worksheet>')
    book.writestr("xl/worksheets/s2.xml", f'<worksheet {main}><sheetData><row>{text("nothing")}</row></sheetData></worksheet>')
END
run 0 "$MAISON_PACK" import book.xlsx --into tiny
has stdout 'Liste: 1 row read, 1 taken, 0 refused'
has stdout 'Liste:2:postcode: "38999" a formula made this value'
has stdout 'Notes: not read: it has no columns for the name'
grep -q 'Bikes.*2026-10-05' tiny/hsds/services.csv || exit 1

# Out and in again changes nothing.
rm -r tiny && cp -r before tiny
run 0 "$MAISON_PACK" export tiny --format sheet -o sheet.csv
run 0 "$MAISON_PACK" import sheet.csv --into tiny
diff -r -x import before tiny || exit 1

# One cell changed in the spreadsheet is one cell changed in the folder, whatever else hangs on the service.
rm -r tiny && cp -r before tiny
sed -i 's/Le dispensaire/Le grand dispensaire/; s/; Fr 09:00-12:00/; Fr 10:00-12:00; Aug off/; s/01 99 00 12 34/01 99 00 12 35/; s/,non,oui,/,,oui,/' sheet.csv
run 0 "$MAISON_PACK" import sheet.csv --into tiny
has stdout 'hsds/services.csv: 0 added, 1 changed, 0 removed, 1 unchanged'
has stdout 'hsds/phones.csv: 0 added, 1 changed, 0 removed, 1 unchanged'
! grep -q 'edited here' stdout || exit 1
diff before/hsds/addresses.csv tiny/hsds/addresses.csv || exit 1
run 0 "$MAISON_PACK" build tiny -o tiny.pack
run 0 "$MAISON_PACK" hours tiny.pack 50e4db1d-fbc4-58b8-91ef-ce8ea1d01da6 --at 2026-11-27T11:00+01:00
has stdout 'FR 10:00-12:00'
has stdout 'MO 09:00-12:00 14:00-17:00'
grep -q -- '--08-01,--08-31,50e4db1d' tiny/closures.csv || exit 1

# What the folder changed meanwhile stays, and is said.
rm -r tiny && cp -r before tiny
run 0 "$MAISON_PACK" export tiny --format sheet -o sheet.csv
sed -i 's/Le dispensaire/Notre dispensaire/' tiny/hsds/services.csv
sed -i 's/Le dispensaire/Le grand dispensaire/' sheet.csv
run 0 "$MAISON_PACK" import sheet.csv --into tiny
has stdout '"Notre dispensaire" here, "Le grand dispensaire" there'
grep -q 'Notre dispensaire' tiny/hsds/services.csv || exit 1

# A sheet has less than a feed, and must not pass for a new edition of it.
run 0 "$MAISON_PACK" import "$SOURCE/tests/data/feeds/data-inclusion/dataset.xlsx" --into tiny --source same
run 2 "$MAISON_PACK" import sheet.csv --into tiny --source same
is stderr 'maison-pack: the source same was imported as data-inclusion before; give this one another name with --source'

# Refused when it is no such table.
printf 'name,price\nBread,2\n' >bread.csv
run 1 "$MAISON_PACK" import bread.csv --into tiny
has stderr 'sheet: no table has columns for the name of a service and for its organization'
