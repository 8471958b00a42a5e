. "${SOURCE:?}/tests/cli/pack_lib.bash"

run 0 "$MAISON_PACK" build tiny -o old.pack
cp -r tiny new
run 0 "$MAISON_PACK" diff old.pack new
is stdout 'old: tiny, number 3, made 2026-11-01
new: tiny, number 3, made 2026-11-01

A reader sees no difference.'
is stderr ''

# What a municipality changes in a spreadsheet, as a reader sees it.
sed -i 's/"sequence": 3/"sequence": 4/' new/datapackage.json
sed -i 's/^\(cf4781b9.*\)01 99 00 12 34/\101 99 00 55 55/' new/hsds/phones.csv
sed -i 's/,12:00Z/,12:30/' new/hsds/schedules.csv
sed -i 's/Le dispensaire ouvre avant 10 h 30/Le dispensaire ouvre à 9 h/' new/guide/health/seeing-a-doctor.md
sed -i '/^cold,/d' new/notices.csv
sed -i 's/^e112,.*/&\ne18,18,local_fire_department,20,Pompiers,Un feu/' new/emergency.csv
echo 's9,emergency/e18,number,https://tiny.example/urgence,2026-10-01,' >>new/sources.csv
run 0 "$MAISON_PACK" build new -o new.pack
run 0 "$MAISON_PACK" diff old.pack new.pack
is stdout 'old: tiny, number 3, made 2026-11-01
new: tiny, number 4, made 2026-11-01

Notices
  - Grand froid

Emergency numbers
  + Pompiers

Pages
  ~ Voir un médecin
      text (ar)
        - يفتح المستوصف قبل 10:30. وهو مجاني.
      text (en)
        - The clinic opens before 10:30. It is free.
      text (fr)
        - Le dispensaire ouvre avant 10 h 30. Il est gratuit.
        + Le dispensaire ouvre à 9 h. Il est gratuit.

Services
  ~ Le dispensaire
      opening hours
        - MO,TU,FR 09:00-12:00
        + MO,TU,FR 09:00-12:30
      phone
        - 01 99 00 12 34
        + 01 99 00 55 55

1 notice (0 new, 1 gone, 0 changed)
1 emergency number (1 new, 0 gone, 0 changed)
1 page (0 new, 0 gone, 1 changed)
1 service (0 new, 0 gone, 1 changed)'

run 0 "$MAISON_PACK" diff old.pack new.pack --json
python3 - <<'END' || exit 1
import json
document = json.load(open("stdout", encoding="utf-8"))
assert document["old"]["sequence"] == "3" and document["new"]["sequence"] == "4", document
changes = {(c["kind"], c["change"], c["field"], c["lang"]): c for c in document["changes"]}
phone = changes["service", "changed", "phone", None]
assert phone["before"] == "01 99 00 12 34" and phone["after"] == "01 99 00 55 55", phone
assert phone["name"] == "Le dispensaire" and phone["id"].startswith("50e4db1d"), phone
assert changes["notice", "removed", None, None]["name"] == "Grand froid"
assert document["counts"]["service"] == {"added": 0, "removed": 0, "changed": 1}, document["counts"]
END

# Folders with errors, and things that are no packs.
sed -i 's/,active,/,busy,/' new/hsds/services.csv
run 1 "$MAISON_PACK" diff old.pack new
is stdout ''
has stderr 'maison-pack: hsds/services.csv:2:status: error:'
run 3 "$MAISON_PACK" diff old.pack nowhere.pack
has stderr "maison-pack: nowhere.pack: can't be opened"
run 3 "$MAISON_PACK" diff old.pack tiny/topics.csv
has stderr 'is not a pack'
run 3 env TMPDIR=/nowhere "$MAISON_PACK" diff old.pack tiny
has stderr 'set TMPDIR to a folder that can be written'
