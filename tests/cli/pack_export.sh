. "${SOURCE:?}/tests/cli/pack_lib.bash"

# What a pack does not show stays at home, and is counted.
run 0 "$MAISON_PACK" export tiny --format hsds-csv -o out
is stdout 'organizations: 1
services: 2
locations: 1
service_at_location: 1
phones: 3
taxonomies: 1
taxonomy_terms: 10
attributes: 6
addresses: 1
schedules: 3
required_documents: 1
languages: 1
cost_options: 2
left out, contacts, who are persons: 1
left out, phone numbers of contacts: 1
left out, mail addresses of those who checked a service: 1
left out, services that are inactive or defunct: 1
left out, places of no service that is shown: 1
left out, organizations of no service that is shown: 1
left out, rows of phones.csv that belong to nothing that is shown: 1
left out, rows of addresses.csv that belong to nothing that is shown: 1
left out, rows of attributes.csv that belong to nothing that is shown: 1'
is stderr ''
is out/organizations.csv 'id,name,description,x_note
1ed0fe8d-d61d-5709-904c-82b925db1bc1,Ville de Tiny,,kept'
is out/schedules.csv 'id,service_id,location_id,service_at_location_id,freq,byday,description,opens_at,closes_at
582d3296-41cf-511d-a97b-4aa6a4b25f03,,,4228f290-ac37-5b14-a7e9-2301aae66834,WEEKLY,"MO,TU,FR",,09:00:00,12:00:00
9607e3e2-a5cd-5138-8839-fb28a8b14245,,,4228f290-ac37-5b14-a7e9-2301aae66834,WEEKLY,MO,,14:00:00,17:00:00
34c13f72-477b-5aac-ad96-f71871f9f5f8,26104c5c-6b4c-5c9f-8493-a36258b94d92,,,WEEKLY,"MO,TU,WE,TH,FR,SA,SU",Chaque nuit,19:00:00,08:00:00'
run 0 "$MAISON_PACK" export tiny --format hsds-json -o out.json
! grep -rqi 'private\.example\|Prénom\|06 99 00\|Secrète\|Service fermé' out out.json || { echo "something private has left"; exit 1; }

# What is written can be read as a pack's own tables, and gives the same again.
cp -r tiny again && rm again/hsds/*.csv && cp out/*.csv again/hsds/
sed -i '/contacts/d; /^s3,/d' again/sources.csv
run 0 "$MAISON_PACK" export again --format hsds-csv -o out2
diff -r out out2 || exit 1
has stdout 'cost_options: 2'
! grep -q 'left out' stdout || exit 1

# With --all everything leaves.
run 0 "$MAISON_PACK" export tiny --format hsds-csv -o everything --all
has everything/contacts.csv 'person@private.example'
has everything/services.csv 'defunct'
has everything/phones.csv '06 99 00 00 01'
run 0 "$MAISON_PACK" export tiny --format hsds-json -o everything.json --all
python3 - <<'END' || exit 1
import json
page = json.load(open("out.json", encoding="utf-8"))
assert page["total_items"] == 2 and len(page["contents"]) == 2
clinic = page["contents"][0]
door = clinic["service_at_locations"][0]
assert door["location"]["latitude"] == 45.19 and door["location"]["addresses"][0]["postal_code"] == "38999"
assert [s["opens_at"] for s in door["schedules"]] == ["09:00:00", "14:00:00"]
assert clinic["organization"]["name"] == "Ville de Tiny" and clinic["organization"]["x_note"] == "kept"
assert {a["taxonomy_term"]["code"] for a in clinic["attributes"]} == {"health", "no-papers", "step-free"}
assert page["contents"][1]["cost_options"][0]["amount"] == 12
assert "contacts" not in clinic
everything = json.load(open("everything.json", encoding="utf-8"))
contact = everything["contents"][0]["contacts"][0]
assert contact["email"] == "person@private.example" and contact["phones"][0]["number"] == "06 99 00 00 01", contact
assert "phones" in everything["contents"][0] and len(everything["contents"][0]["phones"]) == 2
assert len(everything["contents"]) == 3
END

# Odd cells: a column twice, one that looks like SQL, quotation marks, line breaks, what is no time, day or number.
cp -r tiny odd
python3 - <<'END'
import csv
rows = list(csv.reader(open("odd/hsds/phones.csv", encoding="utf-8")))
rows[0] += ["type", 'x"); DROP TABLE phones; --', "extension"]
for i, row in enumerate(rows[1:]):
    row += ["again", 'say "hi",\nplease', "12" if i else "twelve"]
csv.writer(open("odd/hsds/phones.csv", "w", encoding="utf-8", newline="")).writerows(rows)
END
sed -i 's/2026-10-01,person/2026-10-01T08:30:00Z,person/; s/2026-10-02,,/soon,,/' odd/hsds/services.csv
run 0 "$MAISON_PACK" export odd --format hsds-csv -o odd.out
has stdout 'left as it is, assured_date of rows of services.csv, not of the form that HSDS has: 1'
has stdout 'left as it is, extension of rows of phones.csv, not of the form that HSDS has: 1'
has odd.out/services.csv ',2026-10-01,'
has odd.out/phones.csv 'again,"say ""hi"",'
run 0 "$MAISON_PACK" export odd --format hsds-json -o odd.json
python3 - <<'END' || exit 1
import csv, json
rows = list(csv.DictReader(open("odd.out/phones.csv", encoding="utf-8", newline="")))
assert rows[0]['x"); DROP TABLE phones; --'] == 'say "hi",\nplease', rows[0]
phones = json.load(open("odd.json", encoding="utf-8"))["contents"][0]["phones"]
assert phones[0]["type"] == "voice" and "extension" not in phones[0] and phones[1]["extension"] == 12, phones
END

# A built pack leaves too, with what it has. Its name may mean something in a URI.
run 0 "$MAISON_PACK" build tiny -o 'a #1%20?.pack'
run 0 "$MAISON_PACK" export 'a #1%20?.pack' --format hsds-csv -o packed
has stdout 'schedules: 3'
has stdout 'filled in, "FR" as country of rows of addresses.csv: 1'
diff <(cut -d, -f3- packed/addresses.csv) <(cut -d, -f3- out/addresses.csv | sed 's/Isère//') || exit 1
has packed/schedules.csv '582d3296-41cf-511d-a97b-4aa6a4b25f03,,4228f290-ac37-5b14-a7e9-2301aae66834,WEEKLY,"MO,TU,FR",,09:00:00,12:00:00'
has packed/phones.csv 'cf4781b9-5f23-592d-a14a-45c5115470f5,50e4db1d-fbc4-58b8-91ef-ce8ea1d01da6,01 99 00 12 34,Le matin'
run 0 "$MAISON_PACK" export 'a #1%20?.pack' --format hsds-json -o packed.json
python3 - <<'END' || exit 1
import json
services = json.load(open("packed.json", encoding="utf-8"))["contents"]
assert [s["name"] for s in services] == ["Le dispensaire", "Un lit pour ce soir"]
assert {a["taxonomy_term"]["code"] for a in services[0]["attributes"]} == {"health", "no-papers", "free", "step-free"}
assert services[0]["organization"]["id"] == "1ed0fe8d-d61d-5709-904c-82b925db1bc1"
END
run 3 "$MAISON_PACK" export tiny/topics.csv --format hsds-csv -o out3
has stderr 'is not a pack'

# Nothing is overwritten, nothing is left half done.
run 2 "$MAISON_PACK" export tiny --format hsds-csv -o out
has stderr 'maison-pack: out: is not empty; name a folder that is not there yet'
run 2 "$MAISON_PACK" export tiny --format hsds-csv -o out.json
has stderr 'maison-pack: out.json: is a file; name a folder to write'
run 3 "$MAISON_PACK" export tiny --format hsds-json -o out
has stderr 'maison-pack: out: is not a regular file; name a file to write'
run 3 "$MAISON_PACK" export tiny --format hsds-json -o nowhere/out.json
has stderr "can't be written: No such file or directory"
run 2 "$MAISON_PACK" export tiny --format hsds-cvs -o out3
is stderr 'maison-pack: there is no format hsds-cvs; did you mean hsds-csv?'
run 2 "$MAISON_PACK" export tiny --format pdf -o out3
has stderr 'maison-pack: there is no format pdf; there are hsds-csv, hsds-json, sheet'
run 3 "$MAISON_PACK" export nowhere --format hsds-csv -o out3
has stderr 'name the folder of a pack'
sed -i 's/,active,/,/' odd/hsds/services.csv
run 3 "$MAISON_PACK" export odd --format hsds-csv -o out3
has stderr 'maison-pack: hsds/services.csv:2: has 10 cells where the first row has 11'
[ ! -e out3 ] && [ ! -e out3.new ] || { echo "half an export was left behind"; exit 1; }
