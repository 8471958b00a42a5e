. "${SOURCE:?}/tests/cli/pack_lib.bash"

run 0 "$MAISON_PACK" check tiny
is stdout '0 errors, 0 warnings'
is stderr ''
run 0 "$MAISON_PACK" check tiny --json
is stdout '[]'

# Warnings alone are a yes.
sed -i 's/"Sleep"/""/' tiny/po/en.po
run 0 "$MAISON_PACK" check tiny
has stdout 'po/en.po: warning: 1 of 40 texts are not translated: topics/housing/name. '
is <(tail -n 1 stdout) '0 errors, 1 warning'

sed -i 's/#B4341F/red/' tiny/topics.csv
run 1 "$MAISON_PACK" check tiny
has stdout 'topics.csv:3:colour: error: "red" is no colour. Write a colour as #1A73E8 [bad-colour]'
is <(tail -n 1 stdout) '1 error, 1 warning'
is stderr ''

run 1 "$MAISON_PACK" check --json tiny
has stdout '"rule": "bad-colour"'
has stdout '"severity": "error"'
has stdout '"file": "topics.csv"'
has stdout '"row": 3'
has stdout '"column": "colour"'
has stdout '"message": "\"red\" is no colour"'
has stdout '"advice": "Write a colour as #1A73E8"'

run 3 "$MAISON_PACK" check nowhere
is stdout ''
is stderr 'maison-pack: nowhere: is no folder; name the folder that holds datapackage.json'

# The worked example of the format's description is a whole service: its files in the place of the fixture's.
cp -r "$SOURCE/tests/data/packs/tiny" example
rm example/hsds/*.csv
awk '/^## /{ inside = 0 } /^### One service/{ inside = 1 } !inside { next } /^```/{ text = !text; next }
     !text || !NF { file = ""; next } !file { file = "example/" $0; next } { print >file }' "$SOURCE/docs/pack-format.md"
[ "$(ls example/hsds | wc -l)" = 10 ] || exit 1
[ "$(wc -l <example/sources.csv)" = 2 ] || exit 1
run 1 "$MAISON_PACK" check example
! grep -E '^(hsds/|sources.csv)' stdout || exit 1

# The default pack has to pass.
if [ -f "$SOURCE/data/grenoble/datapackage.json" ]; then
    run 0 "$MAISON_PACK" check "$SOURCE/data/grenoble"
fi

# Ages are counted to the day that one asks for.
cp -r "$SOURCE/tests/data/packs/tiny" aged
run 0 "$MAISON_PACK" check aged
is stdout '0 errors, 0 warnings'
run 0 "$MAISON_PACK" check aged --at 2027-05-01
has stdout 'hsds/services.csv:2:assured_date: warning: last checked on 2026-10-01, over 6 months ago: Le dispensaire. Check it again soon, and write the day [checked-over-6-months-ago]'
run 0 "$MAISON_PACK" check aged --at 2027-12-24
has stdout 'guide/health/seeing-a-doctor.md:1:checked: warning: last checked on 2026-10-01, over 12 months ago: Voir un médecin.'
run 2 "$MAISON_PACK" check aged --at tomorrow
is stderr 'maison-pack: --at tomorrow is no day; write one such as 2026-11-24'

# A lost digit, a place in another country.
sed -i 's/01 99 00 12 34/01 99 00 12 3/' aged/hsds/phones.csv
sed -i 's/,45.19,5.72/,5.72,45.19/' aged/hsds/locations.csv
run 0 "$MAISON_PACK" check aged
has stdout 'hsds/phones.csv:2:number: warning: "01 99 00 12 3" can'\''t be dialled in the country FR. Count the digits'
has stdout '(latitude and longitude look swapped): Maison de la place. Correct the coordinates'
