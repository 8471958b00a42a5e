. "$SOURCE/tests/cli/maison_lib.bash"

run 0 "$MAISON" --help
has stdout 'usage: maison '
for option in pack config kiosk lang size diagonal windowed now offscreen script stats version; do
    has stdout "--$option"
done
is stderr ''
run 0 "$MAISON" --version
has stdout 'maison 0'
is stderr ''
# Whoever asks for help gets it, whatever else is wrong.
run 0 "$MAISON" --pack nowhere.pack --config nowhere.ini --help
has stdout 'usage: maison '

run 2 "$MAISON" --pakc grenoble.pack
is stdout ''
is stderr 'maison: there is no option --pakc; did you mean --pack?'
run 2 "$MAISON" --juggle
is stderr 'maison: there is no option --juggle (see --help)'
run 2 "$MAISON" --size 12
is stderr "maison: --size can't be \"12\"; give WIDTHxHEIGHT in pixels, from 480 to 8192 each, such as 1920x1080"
run 2 "$MAISON" --size
has stderr 'maison: --size needs a value: WIDTHxHEIGHT'
run 2 "$MAISON" grenoble.pack
is stderr 'maison: "grenoble.pack" is not an option (see --help)'

# --lang is the tap on that language; one that the pack lacks is said, and the languages show.
visit 0 --lang ar <<'END'
expect-screen home
expect "العربية"
tap #back
expect-screen languages
END
is stderr ''
visit 0 --lang fr-CA <<<'expect "De quoi avez-vous besoin"'
visit 0 --lang tlh <<<'expect-screen languages'
is stderr 'maison: the pack has no language "tlh"; the list of languages is shown'

# --now is the moment that shows, in the pack's zone.
visit 0 --lang en <<<'expect "Tuesday 14:05"'
visit 0 --lang en --now 2026-07-05T22:30:00Z <<<'expect "Monday 00:30"'

# --kiosk is the place that one is at.
visit 0 --lang en --kiosk bibliotheque-centre-ville <<<'expect "You are here: Bibliothèque Centre-Ville"'
visit 0 --kiosk nowhere <<<'expect-screen problem'
has stderr "no kiosk 'nowhere' in the pack"

# The config file lies under the command line.
printf '# the hall\npack = grenoble.pack\nlang = ar\nidle_seconds = 20\n' >hall.ini
run 0 "$MAISON" --config hall.ini --size 1920x1080 --script - <<'END'
expect-screen home
expect "العربية"
wait 19
expect-screen home
wait 1
expect-screen still-there
END
run 0 "$MAISON" --config hall.ini --lang fr --size 1920x1080 --script - <<<'expect "De quoi avez-vous besoin"'

# --diagonal sets how large everything is: on half the screen a target has twice the pixels.
height() { python3 -c '
import json, sys
print(next(t["h"] for t in map(json.loads, sys.stdin) if t["id"] == "finish"))' <stdout; }
visit 0 --lang en --diagonal 24 <<<'targets'
[ "$(height)" = 72 ] || exit 1
visit 0 --lang en --diagonal 12 <<<'targets'
[ "$(height)" -ge 144 ] || exit 1
