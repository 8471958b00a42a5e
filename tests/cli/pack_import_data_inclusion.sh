. "${SOURCE:?}/tests/cli/pack_lib.bash"

# The workbook that producers fill in, with the mistakes that its makers put into it.
cp -r tiny before
run 0 "$MAISON_PACK" import "$SOURCE/tests/data/feeds/data-inclusion/dataset.xlsx" --into tiny --report report.json
has stdout 'as data-inclusion, source "dataset"'
has stdout 'Structures: 1 row read, 1 taken, 0 refused'
has stdout 'Services: 2 rows read, 2 taken, 0 refused'
has stdout 'columns that data.inclusion does not have are left out: 2026-02-23, colonne en trop, colonne en double'
has stdout 'Structures:4:courriel: "pas une adresse" it is no address for mail'
has stdout 'Structures:4:code_postal: "750121" it has not five digits'
has stdout 'Services:4:date_maj: nothing says when it was last brought up to date'
has stdout '"logement-hebergement--louer-un-appartement" the code list has no such word; it is kept as a term of its own'
! grep -q 'Biclou' tiny/hsds/*.csv || exit 1 # marked __ignore__
grep -q 'WEEKLY,"MO,TU,WE,TH,FR",,09:00:00,18:00:00' tiny/hsds/schedules.csv || exit 1
! grep -q '##\|\*\*' tiny/hsds/services.csv || exit 1
# The pack's own terms are used: no second one of the same code.
[ "$(grep -c ',free,' tiny/hsds/taxonomy_terms.csv)" = 1 ] || exit 1
cp -r tiny once
run 0 "$MAISON_PACK" import "$SOURCE/tests/data/feeds/data-inclusion/dataset.xlsx" --into tiny
diff -r once tiny || exit 1

# It builds, once somebody has checked the services, and is found; the hours are the structure's.
run 1 "$MAISON_PACK" check tiny
has stdout 'nobody has noted when the service was checked: Logement social'
python3 - <<'END'
import csv
rows = list(csv.DictReader(open("tiny/hsds/services.csv", encoding="utf-8-sig", newline="")))
for row in rows:
    row["assured_date"] = row["assured_date"] or "2026-10-01"
with open("tiny/hsds/services.csv", "w", encoding="utf-8", newline="") as out:
    writer = csv.DictWriter(out, rows[0].keys())
    writer.writeheader()
    writer.writerows(rows)
END
run 0 "$MAISON_PACK" build tiny -o tiny.pack
run 0 "$MAISON_PACK" search tiny.pack --lang fr --at 2026-11-24T10:00+01:00 "logement social"
has stdout 'Logement social, open'
run 0 "$MAISON_PACK" hours tiny.pack 53669028-8862-4f42-a80c-d3f269456edc --at 2026-11-24T10:00+01:00
has stdout 'open until 2026-11-24T18:00:00+01:00'

# The same as JSON and as CSV gives the same rows.
mkdir json csv
cat >json/structures.json <<'END'
[{"source": "dora", "id": "dora--1", "nom": "Maison des solidarités", "date_maj": "2026-09-01", "siret": "82454114801871",
  "adresse": "2 rue du Port", "commune": "Tiny", "code_postal": "38999", "code_insee": null, "latitude": 45.19, "longitude": 5.72,
  "telephone": "+33199001234", "courriel": "accueil@mds.example", "lien_source": "https://dora.example/1",
  "horaires_accueil": "Mo-Fr 09:00-12:00; Aug off", "reseaux_porteurs": ["ccas-cias"]}]
END
cat >json/services.json <<'END'
{"items": [
 {"source": "dora", "id": "dora--s1", "structure_id": "dora--1", "nom": "Écrire une lettre", "description": "On vous **aide**.",
  "date_maj": "2026-09-02T08:00:00", "type": "information", "frais": "gratuit", "modes_accueil": ["en-presentiel"],
  "thematiques": ["sante--acces-aux-soins", "famille--soutien-aidants"],
  "publics": ["tous-publics"], "modes_mobilisation": ["telephoner", "se-presenter"], "mobilisable_par": ["usagers"],
  "contact_nom_prenom": "Jeanne Martin", "courriel": "jmartin@mds.example", "lien_source": "https://dora.example/s1"},
 {"source": "dora", "id": "dora--s2", "structure_id": "dora--1", "nom": "Cours de français", "date_maj": "2026-09-02",
  "modes_accueil": ["en-presentiel"], "adresse": "5 rue Neuve", "commune": "Tiny", "code_postal": "38999",
  "thematiques": ["logement-hebergement--louer-un-logement"], "frais": "payant", "publics": ["femmes"],
  "horaires_accueil": "Tu 14:00-16:00; SH off"},
 {"source": "dora", "id": "dora--s3", "structure_id": "dora--1", "nom": "Au téléphone", "date_maj": "2026-09-02",
  "modes_accueil": ["a-distance"], "thematiques": ["sante--sante-mentale"], "mobilisable_par": ["professionnels"], "adresse": "2 rue du Port", "commune": "Tiny"},
 {"id": "dora--s4", "structure_id": "dora--1", "nom": ""},
 {"id": "dora--s5", "structure_id": "dora--9", "nom": "Ailleurs", "date_maj": "2026-09-02"},
 {"x": 17}], "total": 6}
END
python3 - <<'END'
import csv, json
for name in ("structures", "services"):
    records = json.load(open(f"json/{name}.json"))
    records = [r for r in (records["items"] if isinstance(records, dict) else records) if "id" in r]
    columns = list(dict.fromkeys(c for r in records for c in r))
    with open(f"csv/{name}.csv", "w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out, delimiter=";")
        writer.writerow(columns)
        for r in records:
            writer.writerow([", ".join(v) if isinstance(v, list) else v for v in (r.get(c) for c in columns)])
END
rm -r tiny && cp -r before tiny
run 0 "$MAISON_PACK" import json --into tiny --source dora
has stdout 'as data-inclusion, source "dora"'
has stdout 'services.json: 6 rows read, 3 taken, 3 refused'
has stdout 'services.json:4:nom: it has no name'
has stdout 'services.json:5:organization_id: "dora--9" leads to nothing'
has stdout 'services.json:6: it has not the fields id and nom of data.inclusion'
has stdout 'the opening hours are not known now: it speaks of school holidays'
has stdout 'services.json:1:courriel: "jmartin@mds.example" it is a person'
grep -q 'Jeanne Martin,jmartin@mds.example' tiny/hsds/contacts.csv || exit 1
! grep -q 'jmartin\|Jeanne' tiny/hsds/services.csv tiny/sources.csv || exit 1
grep -q 'Mo-Fr 09:00-12:00; Aug off,--08-01,--08-31' tiny/closures.csv || exit 1
grep -q 'Tu 14:00-16:00; SH off' tiny/hsds/schedules.csv || exit 1
grep -q 'On vous aide.' tiny/hsds/services.csv || exit 1
grep -q 'Sur orientation d’un professionnel.' tiny/hsds/services.csv || exit 1
[ "$(grep -c . tiny/hsds/service_at_location.csv)" = "$(($(grep -c . before/hsds/service_at_location.csv) + 2))" ] || exit 1
cp -r tiny from-json
rm -r tiny && cp -r before tiny
run 0 "$MAISON_PACK" import csv --into tiny --source dora
has stdout 'services.csv: 5 rows read, 3 taken, 2 refused'
diff -r from-json tiny || exit 1

# Of what was private nothing reaches the built pack; unknown hours are not closed.
run 0 "$MAISON_PACK" check tiny --json
run 0 "$MAISON_PACK" build tiny -o tiny.pack
! grep -qaF 'jmartin@mds.example' tiny.pack || exit 1
! grep -qaF 'Jeanne Martin' tiny.pack || exit 1
id=$(python3 -c 'import uuid; print(uuid.uuid5(uuid.UUID("f2f75b98-124b-55aa-af92-0357ab2d1614"), "dora|services|dora--s2"))')
run 0 "$MAISON_PACK" hours tiny.pack "$id" --at 2026-11-24T15:00+01:00
has stdout 'unknown'
id=$(python3 -c 'import uuid; print(uuid.uuid5(uuid.UUID("f2f75b98-124b-55aa-af92-0357ab2d1614"), "dora|services|dora--s1"))')
run 0 "$MAISON_PACK" hours tiny.pack "$id" --at 2027-08-03T10:00+02:00
has stdout 'closed'

# Half of it takes nothing out; a page of several neither.
rm json/structures.json
cp -r tiny before-half
run 0 "$MAISON_PACK" import json --into tiny --source dora
has stdout 'there are services here and no structures'
diff -r -x import before-half tiny || exit 1

# Files that only look like it are refused.
mkdir foreign && printf 'id,nom,prix\n1,Pain,2\n' >foreign/produits.csv
run 1 "$MAISON_PACK" import foreign --into tiny --format data-inclusion
