. "${SOURCE:?}/tests/cli/pack_lib.bash"

# A feed as a directory sends it: ids of its own, an extra column, a row that repeats the names, rows that can't be taken.
make_feed() {
    mkdir -p "$1"
    cat >"$1/organizations.csv" <<'END'
id,name,description
o1,Night Shelter Society,
o2,"Kitchen, Hands",
END
    cat >"$1/services.csv" <<'END'
id,organization_id,name,description,status,url,internal_note
s1,o1,Beds,A bed for tonight,active,https://shelter.example/beds,call Jo
id,organization_id,name,description,status,url,internal_note
s2,o2,Soup,Warm soup,,www.soup.example,
s3,o9,Lost,Its organization is not there,active,,
s4,o1,,No name,active,,
s5,o1,Ragged,active
END
    cat >"$1/locations.csv" <<'END'
id,location_type,name,latitude,longitude
l1,physical,Old school,"45,18",5.72
END
    cat >"$1/service_at_location.csv" <<'END'
id,service_id,location_id
sl1,s1,l1
sl3,s3,l1
END
    cat >"$1/schedules.csv" <<'END'
id,service_at_location_id,freq,byday,opens_at,closes_at,dtstart
c1,sl1,WEEKLY,MO,20h,8h,2026-01-05T20:00:00
c1,sl1,WEEKLY,TU,20:00,23:00,
END
    cat >"$1/contacts.csv" <<'END'
id,service_id,name,email
p1,s1,Joanna Privat,joanna@privat.example
END
    cat >"$1/notes.csv" <<'END'
id,text
1,nothing of ours
END
}
make_feed feed

# A dry run says everything and writes nothing.
cp -r tiny before
run 0 "$MAISON_PACK" import feed --into tiny --dry-run --report report.json
diff -r before tiny || exit 1
has stdout 'services.csv: 6 rows read, 2 taken, 4 refused'
has stdout 'notes.csv: not read: is no table of HSDS'
has stdout 'services.csv:3: repeats the names of the columns'
has stdout 'services.csv:5:organization_id: "o9" leads to nothing'
has stdout 'services.csv:6:name: "s4" is missing'
has stdout 'services.csv:7: "s5" has 4 cells where the first row has 7'
has stdout 'services.csv:4:status: is taken as "active"'
has stdout 'services.csv:4:url: "www.soup.example" is taken as "http://www.soup.example"'
has stdout 'locations.csv:2:latitude: "45,18" is taken as "45.18"'
has stdout 'schedules.csv:2:opens_at: "20h" is taken as "20:00"'
has stdout 'schedules.csv:3:id: "c1" is the id of row 2 of schedules.csv too'
has stdout 'service_at_location.csv: 2 rows read, 1 taken, 1 refused'
has stdout 'hsds/services.csv: 2 added, 0 changed, 0 removed, 0 unchanged'
has stdout 'Nothing was written: this was a dry run.'

# The numbers add up.
python3 - <<'END' || exit 1
import json
report = json.load(open("report.json"))
for file in report["files"]:
    refused = {row["row"] for row in report["refused"] if row["file"] == file["file"]}
    assert file["read"] == file["taken"] + file["refused"], file
    assert file["refused"] == len(refused), file
assert sum(file["taken"] for file in report["files"]) == 9
assert sum(table["added"] for table in report["tables"]) == 11  # with two rows of sources.csv
assert not report["written"]
END

run 0 "$MAISON_PACK" import feed --into tiny
grep -q '^[0-9a-f-]*,[0-9a-f-]*,Beds,' tiny/hsds/services.csv || exit 1
head -1 tiny/hsds/services.csv | grep -q ',internal_note,x_id$' || exit 1
[ "$(head -4 tiny/hsds/services.csv | tail -3 | sed 's/,*$//')" = "$(tail -3 before/hsds/services.csv | sed 's/,*$//')" ] || exit 1
grep -q 'Beds.*,s1$' tiny/hsds/services.csv || exit 1
# Ids are those that docs/pack-format.md promises.
id=$(python3 -c 'import uuid; print(uuid.uuid5(uuid.UUID("f2f75b98-124b-55aa-af92-0357ab2d1614"), "feed|services|s1"))')
grep -q "^$id,.*Beds" tiny/hsds/services.csv || exit 1
grep -q "services/$id,\*,https://shelter.example/beds" tiny/sources.csv || exit 1

# The same again changes nothing, byte for byte.
cp -r tiny once
run 0 "$MAISON_PACK" import feed --into tiny
diff -r once tiny || exit 1
has stdout 'hsds/services.csv: 0 added, 0 changed, 0 removed, 2 unchanged'

# What is edited here stays; what only the source changes comes in; both is a conflict, said once.
sed -i 's/Warm soup/Soup and bread/; s/A bed for tonight/A bed/' tiny/hsds/services.csv
sed -i 's/A bed for tonight/A bed for three nights/; s/,Beds,/,Beds and showers,/' feed/services.csv
run 0 "$MAISON_PACK" import feed --into tiny
has stdout 'hsds/services.csv: 0 added, 1 changed, 0 removed, 1 unchanged'
has stdout "services/$id/description: edited here, and changed at the source: \"A bed\" here, \"A bed for three nights\" there"
grep -q 'Beds and showers,A bed,' tiny/hsds/services.csv || exit 1
grep -q 'Soup,Soup and bread,' tiny/hsds/services.csv || exit 1
cp -r tiny twice
run 0 "$MAISON_PACK" import feed --into tiny
diff -r twice tiny || exit 1
! grep -q 'edited here' stdout || exit 1

# Gone at the source: taken out, unless it was edited here. A record that is refused this time is still there.
sed -i '/^s2,/d' feed/services.csv
sed -i '/^o2,/d' feed/organizations.csv
sed -i 's/^l1,.*/l1,physical/' feed/locations.csv
run 0 "$MAISON_PACK" import feed --into tiny --json
grep -q 'Soup and bread' tiny/hsds/services.csv || exit 1
! grep -q 'Kitchen' tiny/hsds/organizations.csv || exit 1
grep -q 'Old school' tiny/hsds/locations.csv || exit 1
has stdout '"kind": "removed-there", "table": "services"'
has stdout '"nothing_removed_because": null'

# A row that is deleted here stays so.
sed -i '/Beds and showers/d' tiny/hsds/services.csv
run 0 "$MAISON_PACK" import feed --into tiny
has stdout '1 deleted here and left so'
! grep -q 'Beds and showers' tiny/hsds/services.csv || exit 1

# Two sources, the same service: listed, not merged.
make_feed other
sed -i 's/^s1,o1,Beds/x7,o1,BEDS/' other/services.csv
sed -i 's/s1,l1/x7,l1/' other/service_at_location.csv
rm -r tiny && cp -r before tiny
make_feed feed
run 0 "$MAISON_PACK" import feed --into tiny
run 0 "$MAISON_PACK" import other --source feed --into tiny --dry-run
! grep -q 'same name and' stdout || exit 1
run 0 "$MAISON_PACK" import other --into tiny
has stdout '"BEDS"'
has stdout 'same name and place'
has stdout '"other" is a new source beside others in this folder'

# Refused as a whole, and nothing is written.
rm -r tiny && cp -r before tiny
sed -i '1s/organization_id/owner/' feed/services.csv
run 1 "$MAISON_PACK" import feed --into tiny --format hsds-csv
is stderr 'maison-pack: services.csv:1: has no column organization_id, and so it is no HSDS'
diff -r before tiny || exit 1
mkdir foreign && printf 'nom,adresse\nx,y\n' >foreign/structures.csv
run 1 "$MAISON_PACK" import foreign --into tiny
has stderr 'hsds-csv: there is no services.csv and no organizations.csv'
run 3 "$MAISON_PACK" import nowhere --into tiny
run 3 "$MAISON_PACK" import feed --into nowhere
has stderr 'nowhere: is no folder'
run 2 "$MAISON_PACK" import feed --into tiny --format pdf
run 2 "$MAISON_PACK" import feed --into tiny --source ../up
run 2 "$MAISON_PACK" import feed
diff -r before tiny || exit 1
find . -name '*.new' | grep . && exit 1

# A folder's file that can't be read is not written over.
make_feed feed
printf 'broken,"row\n' >>tiny/hsds/services.csv
cp -r tiny broken
run 1 "$MAISON_PACK" import feed --into tiny
has stderr 'hsds/services.csv:5: has a quotation mark that nothing closes'
find tiny/import -type f | grep . && exit 1
rm -rf tiny/import && diff -r broken tiny || exit 1
