. "${SOURCE:?}/tests/cli/pack_lib.bash"

# What a new folder lacks is what a person has to fill in, and nothing else.
run 0 "$MAISON_PACK" new city --lang fr
has stdout 'city/README.md says what to fill in'
run 1 "$MAISON_PACK" check city --json
python3 - <<'END' || exit 1
import json
findings = json.load(open("stdout"))
rules = {f["rule"] for f in findings}
assert rules == {"bad-manifest", "empty-table", "missing-name", "topic-empty"}, rules
files = {f["file"] for f in findings}
assert files == {"datapackage.json", "topics.csv", "emergency.csv", "kiosks.csv"}, files
assert {f["column"] for f in findings if f["rule"] == "bad-manifest"} == {"id", "city", "country", "time_zone", "audience"}
END

# The empty sheet brings nothing: its only row is a note.
run 1 "$MAISON_PACK" import city/sheet.csv --into city

# The least that a pack needs, as the README says it; services through the sheet.
python3 - <<'END'
import csv, json
manifest = json.load(open("city/datapackage.json"))
manifest["maison"].update(id="tiny", city="Tiny", country="FR", time_zone="Europe/Paris", audience="tiny",
                          created="2026-11-01", expires="2030-01-01")
json.dump(manifest, open("city/datapackage.json", "w"))
names = {"health": "Santé", "housing": "Logement"}
with open("city/topics.csv", newline="") as file:
    columns, *rows = csv.reader(file)
with open("city/topics.csv", "w", newline="") as file:
    csv.writer(file).writerows([columns] + [r[:4] + [names[r[0]]] + r[5:] for r in rows if r[0] in names])
with open("city/emergency.csv", "a") as file:
    file.write("e112,112,emergency,10,Urgences,Vous êtes en danger.\n")
with open("city/kiosks.csv", "a") as file:
    file.write("hall,Mairie,1 place Neuve,45.19,5.72\n")
with open("city/sources.csv", "a") as file:
    file.write("e,emergency/e112,*,https://tiny.example/112,2026-10-01\nk,kiosks/hall,*,https://tiny.example/hall,2026-10-01\n")
with open("city/sheet.csv", newline="") as file:
    columns, note = csv.reader(file)
row = {"nom": "Le dispensaire", "organisme": "Ville de Tiny", "thèmes": "Santé", "téléphone": "01 99 00 12 34",
       "adresse": "1 place Neuve", "ville": "Tiny", "latitude": "45.19", "longitude": "5.72",
       "horaires": "Mo-Fr 09:00-12:00", "gratuit": "oui", "vérifié le": "2026-10-01", "source": "https://tiny.example/d"}
assert set(row) <= set(columns), columns
with open("city/sheet.csv", "w", newline="") as file:
    csv.writer(file).writerows([columns, note, [row.get(c, "") for c in columns]])
END
run 0 "$MAISON_PACK" import city/sheet.csv --into city
has stdout 'sheet.csv: 1 row read, 1 taken, 0 refused'
run 0 "$MAISON_PACK" check city
run 0 "$MAISON_PACK" build city -o city.pack
run 0 "$MAISON_PACK" search city.pack --lang fr --at 2026-11-24T10:00+01:00 dispensaire
has stdout 'Le dispensaire, open'

# Nothing that is there is written over.
run 2 "$MAISON_PACK" new city
has stderr 'city: is there already and not empty'
touch file
run 2 "$MAISON_PACK" new file
run 2 "$MAISON_PACK" new other --lang français
run 3 "$MAISON_PACK" new nowhere/deep
! test -e other || exit 1
mkdir empty
run 0 "$MAISON_PACK" new empty
head -1 empty/sheet.csv | grep -q '^id,name,description,organization,topics' || exit 1
