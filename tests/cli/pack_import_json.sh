. "${SOURCE:?}/tests/cli/pack_lib.bash"
feeds=$SOURCE/tests/data/feeds

# A real feed: nested services, keys of its own.
cp -r tiny fresh
run 0 "$MAISON_PACK" import "$feeds/detroit-313-help" --into tiny
has stdout 'detroit-313-help as hsds-json, source "detroit-313-help"'
has stdout 'services.json: 2 rows read, 2 taken, 0 refused'
has stdout 'hsds/schedules.csv: 2 added'
grep -q '^ef71e94b-b1ae-5afa-9a5a-1de79223ab11,6b1abd7b-f771-5453-abce-fa09ac43a6ff,Benefits help' tiny/hsds/services.csv || exit 1
grep -q '6451 Schaefer Rd,.*Dearborn' tiny/hsds/addresses.csv || exit 1
grep -q '42.337654,-83.176647' tiny/hsds/locations.csv || exit 1
grep -q 'svc_advantage_health_west_mcnichols' tiny/hsds/services.csv || exit 1
cp -r tiny once
run 0 "$MAISON_PACK" import "$feeds/detroit-313-help" --into tiny
diff -r once tiny || exit 1

# Lists, lines, pages, a page of several, tables in one object: the same service each time.
service='{"id":"a","name":"Soup","status":"active","organization":{"id":"o","name":"Kitchen"},"phones":[{"number":"12345"}],"schedules":[],"minimum_age":12,"free":true}'
second='{"id":"b","name":"Bread","status":"active","organization":{"id":"o","name":"Kitchen","description":"New"}}'
imported() {
    rm -rf tiny && cp -r fresh tiny
    run 0 "$MAISON_PACK" import "$1" --source kitchen --into tiny
    has stdout 'hsds/organizations.csv: 1 added'
    has stdout 'hsds/services.csv: 2 added'
    has stdout 'hsds/phones.csv: 1 added'
    grep -q ',Soup,.*,12,true,a$' tiny/hsds/services.csv || { cat tiny/hsds/services.csv; exit 1; }
    find tiny/hsds -name '*.csv' -exec cat {} + | sort | md5sum >"$1.sum"
    cmp list.json.sum "$1.sum" || exit 1
}
printf '[%s,\n%s]' "$service" "$second" >list.json
imported list.json
printf '%s\n%s\n' "$service" "$second" >lines.jsonl
imported lines.jsonl
printf '{"total_pages":1,"contents":[%s,%s],"page_number":1}' "$service" "$second" >page.json
imported page.json
mkdir pages && printf '%s' "$service" >pages/1.json && printf '\xEF\xBB\xBF%s' "$second" >pages/2.json
printf '{"type":"object","properties":{}}' >pages/schema.json
imported pages
has stdout 'schema.json: not read: it has no id and name, but type properties'
python3 -c 'import sys; open("wide.json","w",encoding="utf-16").write(open("list.json").read())'
imported wide.json
python3 -c 'import zipfile; z=zipfile.ZipFile("feed.zip","w",zipfile.ZIP_DEFLATED); z.write("pages/1.json"); z.write("pages/2.json")'
imported feed.zip

# Not all of it is here: nothing is taken out.
printf '{"total_pages":2,"page_number":1,"contents":[%s]}' "$service" >page.json
run 0 "$MAISON_PACK" import page.json --source kitchen --into tiny
has stdout 'Nothing was taken out: only 1 of 2 pages are here.'
grep -q ',Bread,' tiny/hsds/services.csv || exit 1
printf '%s' "$service" >list.json
run 0 "$MAISON_PACK" import list.json --source kitchen --into tiny
! grep -q ',Bread,' tiny/hsds/services.csv || exit 1

# Documents that can't be taken are named; the others are taken.
printf '%s\n{"id":"c","name":"","status":""}\n{"nom":"x"}\n{"id":"a","name":"Another thing","status":"active"}\n{"id":"e"' "$service" >bad.jsonl
run 0 "$MAISON_PACK" import bad.jsonl --into tiny --report report.json
has stdout 'bad.jsonl: 5 rows read, 1 taken, 4 refused'
has stdout 'bad.jsonl:2:name: "c" is missing'
has stdout 'bad.jsonl:3: "{"nom":"x"}" is no document of HSDS: it has no id and name, but nom'
has stdout 'bad.jsonl:4:id: "a" is the id of row 1 of bad.jsonl, where name is another'
has stdout 'bad.jsonl:5: is not whole: the file ends before it does'

# What only looks like HSDS is refused as a whole.
rm -rf tiny && cp -r fresh tiny
printf '{"organization":{"id":"o","name":"x"},"services":[{"id":"s","name":"y"}]}\n' >nearly.jsonl
run 1 "$MAISON_PACK" import nearly.jsonl --into tiny
has stderr 'hsds-json: nearly.jsonl: it has no id and name, but organization services'
printf 'hello' >text.json
run 1 "$MAISON_PACK" import text.json --into tiny --format hsds-json
diff -r fresh tiny || exit 1

# The official examples (CC BY-SA 4.0), where a copy lies beside the checkout.
official=$(find "$SOURCE/../shared/hsds" "$SOURCE/../../shared/hsds" -maxdepth 1 -name 'official-3.2.3' 2>/dev/null | head -1)
[ -n "$official" ] || exit 0
for file in service_full organization_full service_at_location_full tabular; do
    rm -rf tiny && cp -r fresh tiny
    run 0 "$MAISON_PACK" import "$official/$file.json" --into tiny
    has stdout ', 0 refused'
    has stdout 'hsds/services.csv: 1 added'
    has stdout 'hsds/cost_options.csv: 1 added'
    cp -r tiny once-$file
    run 0 "$MAISON_PACK" import "$official/$file.json" --into tiny
    diff -r once-$file tiny || exit 1
done
rm -rf tiny && cp -r fresh tiny
run 0 "$MAISON_PACK" import "$official/service_list.json" --into tiny
has stdout 'Nothing was taken out: only 1 of 10 pages are here.'
