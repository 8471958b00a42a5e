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
