# What is not for the public comes into the folder, where it can be seen and corrected, and never into a built pack.
. "${SOURCE:?}/tests/cli/pack_lib.bash"

mkdir feed
cat >feed/organizations.csv <<'END'
id,name,email,x_staff,status
o1,Open House,planted-org-mail@private.example,Planted Orgstaff,
o2,Planted Hiddenhouse,,,archived
END
cat >feed/services.csv <<'END'
id,organization_id,name,description,status,url,assured_date,assurer_email,visibility,x_notes
s1,o1,Evening meal,Everyone may come,active,https://open.example/meal,2026-10-01,planted-assurer@private.example,public,Planted Xnote
s2,o1,Planted Internalservice,,active,https://open.example/2,2026-10-01,,staff only,
s3,o1,Planted Inactiveservice,,inactive,https://open.example/3,2026-10-01,,,
s4,o2,Planted Archivedservice,,active,https://open.example/4,2026-10-01,,,
END
cat >feed/locations.csv <<'END'
id,location_type,name,latitude,longitude,is_private
l1,physical,Hall,45.19,5.72,
l2,physical,Planted Refuge,45.19,5.73,true
END
cat >feed/service_at_location.csv <<'END'
id,service_id,location_id
a1,s1,l1
a2,s1,l2
END
cat >feed/addresses.csv <<'END'
id,location_id,attention,address_1,city,address_type,confidential
d1,l1,Planted Attention,1 place Neuve,Tiny,physical,no
d2,l2,,Planted Refugestreet,Tiny,physical,no
d3,l1,,Planted Backdoor,Tiny,physical,yes
END
cat >feed/phones.csv <<'END'
id,service_id,contact_id,number,type,description,x_visibility
p1,s1,,0400000001,voice,Front desk,public
p2,s1,,0400007772,voice,Planted Nightline,internal
p3,,c1,0400007773,voice,Planted Deskline,
END
cat >feed/contacts.csv <<'END'
id,service_id,name,title,department,email
c1,s1,Planted Staffname,Planted Jobtitle,Planted Department,planted-staff@private.example
END
cat >feed/metadata.csv <<'END'
id,resource_id,resource_type,last_action_date,last_action_type,field_name,previous_value,replacement_value,updated_by
m1,s1,service,2026-10-01,update,name,Planted Oldname,Evening meal,Planted Updater
END
cat >feed/required_documents.csv <<'END'
id,service_id,document,private
r1,s1,A card,0
r2,s1,Planted Document,1
END

run 0 "$MAISON_PACK" import feed --into tiny
has stdout '"staff only" means that the row is not for the public: it stays out of built packs'
grep -q 'Planted Staffname' tiny/hsds/contacts.csv || exit 1
grep -q 'Planted Nightline' tiny/hsds/phones.csv || exit 1

# As the municipality does next: every service gets its topic.
term=$(sed -n 's/^\([^,]*\),health,.*/\1/p' tiny/hsds/taxonomy_terms.csv)
for service in $(grep -E 'Evening meal|Planted' tiny/hsds/services.csv | cut -d, -f1); do
    printf '%s,%s,service,%s\n' "$(cat /proc/sys/kernel/random/uuid)" "$service" "$term"
done >rows
head -1 tiny/hsds/attributes.csv | grep -q '^id,link_id,link_entity,taxonomy_term_id' || exit 1
columns=$(head -1 tiny/hsds/attributes.csv | tr -cd , | wc -c)
while [ "$columns" -gt 3 ]; do sed -i 's/$/,/' rows; columns=$((columns - 1)); done
cat rows >>tiny/hsds/attributes.csv
run 0 "$MAISON_PACK" build tiny -o out.pack
grep -qa 'Evening meal' out.pack || exit 1
grep -qa '0400000001' out.pack || exit 1
! grep -aoi 'planted.\{20\}' out.pack || exit 1
! grep -ao '040000777[0-9]' out.pack || exit 1
! grep -aoi 'private\.example' out.pack || exit 1
for word in Planted Staffname Nightline Internalservice Archivedservice Refuge Document; do
    run 1 "$MAISON_PACK" search out.pack --lang fr "$word"
done
run 0 "$MAISON_PACK" search out.pack --lang fr Evening

# Nor does it leave in an export.
run 0 "$MAISON_PACK" export tiny --format hsds-csv -o exported
has stdout 'left out, rows that their source does not want to be seen: '
grep -rq 'Evening meal' exported || exit 1
for word in Nightline Internalservice Archivedservice Hiddenhouse Refuge Backdoor Staffname 'Planted Document'; do
    ! grep -r "$word" exported || exit 1
done
