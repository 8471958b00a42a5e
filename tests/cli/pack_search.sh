. "${SOURCE:?}/tests/cli/pack_lib.bash"

run 0 "$MAISON_PACK" build "$SOURCE/data/grenoble" -o city.pack
run 0 "$MAISON_PACK" build "$SOURCE/data/grenoble" -o again.pack
cmp city.pack again.pack || exit 1
search() { run "$1" "$MAISON_PACK" search city.pack --at 2026-11-24T14:05:00+01:00 "${@:2}"; }

# The page that explains, whatever the language and however it is written.
search 0 --lang ar طبيب
has stdout 'page seeing-a-doctor '
search 0 --lang ar طَبِيب
has stdout 'page seeing-a-doctor '
search 0 --lang en doctor
has stdout 'page seeing-a-doctor '
search 0 --lang fr médecin
has stdout 'page seeing-a-doctor '
cp stdout accented
search 0 --lang fr medecin
is stdout "$(cat accented)"
search 0 --lang fr hopital
has stdout 'Hôpital'
# The local word finds in every language.
search 0 --lang ar 'CHU Grenoble'
has stdout 'CHU Grenoble Alpes, '

search 0 --lang fr --limit 1 --near 45.1885,5.7245 --json hopital
has stdout '"kind": "service"'
has stdout '"matched": "folded"'
has stdout '"local_name": "'
has stdout '"distance_m": '
[ "$(grep -c '"id"' stdout)" = 1 ] || exit 1
search 0 --lang fr --json 'Hôpital'
has stdout '"matched": "exact"'
has stdout '"distance_m": null'

# All topics of a service; what is found only through what people call its topic; what was typed by ear.
python3 - "$MAISON_PACK" <<'END' || exit 1
import json, subprocess, sys
def hits(*arguments):
    out = subprocess.run([sys.argv[1], "search", "city.pack", "--at", "2026-11-24T14:05:00+01:00", "--json", "--limit",
                          "150", *arguments], capture_output=True, check=True).stdout
    return json.loads(out)["hits"]
assert any(len(hit["topics"]) > 1 for hit in hits("--lang", "fr", "a"))
assert {hit["matched"] for hit in hits("--lang", "ar", "tbib")} <= {"latin", "slip", "synonym"}
assert any(hit["matched"] == "synonym" for hit in hits("--lang", "en", "doctor"))
every = hits("--lang", "fr", "a")
free = hits("--lang", "fr", "--facet", "free", "a")
both = hits("--lang", "fr", "--facet", "free", "--facet", "open-now", "a")
assert 0 < len(both) < len(free) < len(every), (len(both), len(free), len(every))
assert all(hit["kind"] == "service" for hit in free)
assert {hit["id"] for hit in both} < {hit["id"] for hit in free} < {hit["id"] for hit in every}
states = [hit["state"] for hit in hits("--lang", "fr", "--facet", "open-now", "a")]
assert "closed" not in states
last_open = max(at for at, state in enumerate(states) if state == "open")
assert all(state == "open" for state in states[:last_open + 1]), states
END
search 2 --lang fr --facet cheap doctor
has stderr 'there is no facet cheap'

# Nothing found is an answer, and nothing typed is an operator.
for words in zzzz '' ' ' '"' '*' 'name:zzzz' 'NOT zzzz' '( AND zzzz' 'médecin NOT zzzz'; do
    search 1 --lang fr -- "$words"
    is stderr ''
done
search 1 --lang fr --json zzzz
has stdout '"total": 0'

run 2 "$MAISON_PACK" search city.pack doctor
is stderr 'maison-pack: search needs --lang TAG'
search 2 --lang xx doctor
is stderr 'maison-pack: the pack has no language xx'
search 2 --lang fr --limit 0 doctor
has stderr '--limit 0 is no number'
search 2 --lang fr --near here doctor
has stderr '--near here is no place'
run 2 "$MAISON_PACK" search city.pack --lang fr --at noon doctor
has stderr '--at noon is no RFC 3339 time'
run 3 "$MAISON_PACK" search nowhere.pack --lang fr doctor
