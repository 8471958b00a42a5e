# HSDS 1.1 and 2.0: tables and columns that are called otherwise today.
. "${SOURCE:?}/tests/cli/pack_lib.bash"

mkdir feed
cat >feed/organization.csv <<'END'
id,name,description,url
1,Harbour Trust,Helps,http://harbour.example
END
cat >feed/service.csv <<'END'
id,organization_id,location_id,name,status,fees,email
10,1,20,Legal Clinic,Active,Free of charge,
11,1,,Food Shelf,inactive,,
END
cat >feed/location.csv <<'END'
id,organization_id,name,latitude,longitude
20,1,Pier House,45.19,5.72
END
cat >feed/physical_address.csv <<'END'
id,location_id,address_1,city,state_province,postal_code,country
30,20,4 Quay Street,Tiny,AA,38999,FR
END
cat >feed/postal_address.csv <<'END'
id,location_id,address_1,city,state_province,postal_code,country
30,20,Box 9,Tiny,AA,38999,FR
END
cat >feed/regular_schedule.csv <<'END'
id,service_id,weekday,opens_at,closes_at
40,10,Monday - Friday,9:00am,5.30 pm
41,10,6,10:00,12:00
42,10,by arrangement,,
END
cat >feed/holiday_schedule.csv <<'END'
id,service_id,location_id,closed,opens_at,closes_at,start_date,end_date
50,10,,true,,,2026-12-24,2026-12-26
51,10,,false,10:00,11:00,2026-12-31,2026-12-31
52,,20,true,,,2026-12-24,2026-12-26
END
cat >feed/eligibility.csv <<'END'
id,service_id,eligibility
60,10,Adults
61,10,People without income
62,99,Nobody
END
cat >feed/language.csv <<'END'
id,service_id,language
70,10,French
END
cat >feed/accessibility_for_disabilities.csv <<'END'
id,location_id,accessibility,details
80,20,ramp,at the side
END
cat >feed/service_area.csv <<'END'
id,service_id,service_area,description
85,10,Tiny and around,
END
cat >feed/taxonomy.csv <<'END'
id,name,parent_id,parent_name,vocabulary
BH,Housing,,,AIRS
BH-18,Shelter,BH,Housing,AIRS
END
cat >feed/service_taxonomy.csv <<'END'
id,service_id,taxonomy_id,taxonomy_detail
90,10,BH-18,
END
cat >feed/payment_accepted.csv <<'END'
id,service_id,payment
95,10,Cash
END
# The descriptor says another version, as official ones do.
printf '{"name":"human_services_data","version":"3.0.0"}' >feed/datapackage.json

cp -r tiny fresh
run 0 "$MAISON_PACK" import feed --into tiny
row() { grep -q -- "$2" "tiny/$1" || { echo "$1 lacks: $2"; cat "tiny/$1" stdout; exit 1; }; }
cell() { python3 - "$@" <<'END' || { cat stdout; exit 1; }; }
import csv, sys
table, key, value, column, wanted = sys.argv[1:]
with open("tiny/" + table + ".csv", encoding="utf-8", newline="") as file:
    found = [row[column] for row in csv.DictReader(file) if row[key] == value]
if found != [wanted]:
    sys.exit("%s: %s of %s is %r, not %r" % (table, column, value, found, wanted))
END
cell hsds/organizations x_id 1 website http://harbour.example
cell hsds/services x_id 10 fees_description 'Free of charge'
cell hsds/services x_id 10 status active
cell hsds/services x_id 10 eligibility_description 'Adults
People without income'
cell hsds/addresses address_1 '4 Quay Street' address_type physical
cell hsds/addresses address_1 'Box 9' address_type postal
cell hsds/schedules x_id 40 byday 'MO,TU,WE,TH,FR'
cell hsds/schedules x_id 40 opens_at 9:00am
cell hsds/schedules x_id 40 closes_at 17:30
cell hsds/schedules x_id 41 byday SA
cell hsds/schedules x_id 42 byday ''
cell hsds/schedules x_id 42 weekday 'by arrangement'
cell closures start 2026-12-24 end 2026-12-26
cell closures start 2026-12-31 opens_at 10:00
cell hsds/accessibility x_id 80 description ramp
cell hsds/service_areas x_id 85 name 'Tiny and around'
cell hsds/taxonomy_terms x_id BH-18 taxonomy AIRS
cell hsds/taxonomy_terms x_id BH-18 code BH-18
cell hsds/attributes x_id 90 link_entity service
# In 1.0 a service has its place itself.
has stdout 'hsds/service_at_location.csv: 1 added'
has stdout 'regular_schedule.csv:3:weekday: "6" is taken as SA: 1 is Monday'
has stdout 'holiday_schedule.csv:4:service_id: a day off needs a service and a first day'
has stdout 'eligibility.csv:4:service_id: "99" leads to no service'
has stdout 'payment_accepted.csv: not read: HSDS has no table for it any more'
term=$(python3 -c 'import uuid; print(uuid.uuid5(uuid.UUID("f2f75b98-124b-55aa-af92-0357ab2d1614"), "feed|taxonomy_terms|BH-18"))')
cell hsds/attributes x_id 90 taxonomy_term_id "$term"
cp -r tiny once
run 0 "$MAISON_PACK" import feed --into tiny
diff -r once tiny || exit 1

# The same files zipped, in a folder of their own, in one file or two of a kind.
python3 -c 'import shutil; shutil.make_archive("feed", "zip", ".", "feed")'
rm -rf tiny && cp -r fresh tiny
run 0 "$MAISON_PACK" import feed.zip --into tiny
diff -r once tiny || exit 1

# Real tables of HSDS 3.1, called in the singular.
rm -rf tiny && cp -r fresh tiny
run 0 "$MAISON_PACK" import "$SOURCE/tests/data/feeds/haarrrvest" --into tiny --url https://feed.example/
has stdout 'service.csv: 6 rows read, 6 taken, 0 refused'
has stdout 'sources.csv: 6 added'
cp -r tiny once-haarrrvest
run 0 "$MAISON_PACK" import "$SOURCE/tests/data/feeds/haarrrvest" --into tiny --url https://feed.example/
diff -r once-haarrrvest tiny || exit 1

# The examples of HSDS 3.2 and of its British profile (CC BY-SA 4.0), where a copy lies beside the checkout.
shared=$(find "$SOURCE/../shared/hsds" "$SOURCE/../../shared/hsds" -maxdepth 0 2>/dev/null | head -1)
[ -n "$shared" ] || exit 0
for feed in official-3.2.3/csv uk-3.0/examples; do
    rm -rf tiny && cp -r fresh tiny
    run 0 "$MAISON_PACK" import "$shared/$feed" --source example --into tiny
    has stdout 'hsds/services.csv: 1 added'
    ! grep -q '[1-9] refused' stdout || exit 1
    rm -rf once && cp -r tiny once
    run 0 "$MAISON_PACK" import "$shared/$feed" --source example --into tiny
    diff -r once tiny || exit 1
done
