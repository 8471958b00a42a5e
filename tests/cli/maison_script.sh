. "$SOURCE/tests/cli/maison_lib.bash"

# tap by id, by label (a part will do) and by point; a region that is scrolled away is brought into view first.
visit 0 <<'END'
expect-screen languages
tap #lang/en
expect-screen home
tap "Emergency 112"
expect-screen emergency
tap #back
tap "Where to sleep"
expect-screen topic
tap #home
tap #topic/health
tap "CPAM"
expect-screen service
tap 128,1026
expect-screen topic
END
is stderr ''

# A language tag is found by its language alone.
visit 0 <<'END'
tap #lang/fr-CA
expect "De quoi avez-vous besoin"
END

# A finger that slides off cancels; one that returns to what it pressed taps.
visit 0 --lang en <<'END'
targets
press 900,300
release 1600,950
expect-screen home
press 900,300
release 905,302
expect-screen topic
END

# Nothing happens before the finger goes up.
visit 0 --lang en <<'END'
press 900,300
expect-screen home
wait 1
expect-screen home
release 900,300
expect-screen topic
END

# swipe scrolls: targets tell where things are. `tap` finds what is scrolled away, `expect` reads it.
visit 0 --lang en <<'END'
tap #topic/health
targets
swipe 1200,800 1200,500
wait 3
targets
expect "CPAM"
END
python3 - stdout <<'END' || exit 1
import json, sys
targets = [json.loads(line) for line in open(sys.argv[1])]
half = [i for i, t in enumerate(targets) if t["id"] == "home"][1]
before = {t["id"]: t for t in targets[:half]}
after = {t["id"]: t for t in targets[half:]}
page = "page/seeing-a-doctor"
moved = before[page]["y"] - after[page]["y"]
assert moved >= 280, moved
assert before["home"] == after["home"] and before["finish"] == after["finish"]
assert "scroll-up" not in before and "scroll-up" in after
assert not all(t["visible"] for t in before.values())
END

# key: the focus walks in reading order, Return does what a tap there would, Escape goes back.
visit 0 --lang en <<'END'
key Tab
key Tab
key Tab
key Tab
key Return
expect-screen emergency
key Escape
expect-screen home
key Shift+Tab
key Return
expect-screen languages
expect-not "What do you need?"
END

# type: no screen takes text, so it changes nothing.
visit 0 --lang en <<'END'
text
type "médecin 123"
text
END
lines=$(wc -l <stdout)
diff <(head -n $((lines / 2)) stdout) <(tail -n $((lines / 2)) stdout) || exit 1

# wait: timers run on the virtual clock, so this takes no time.
before=$SECONDS
visit 0 --lang en <<'END'
expect "14:05"
wait 54.5
expect "14:05"
wait 5.5
expect "14:06"
wait 30
expect-screen still-there
expect "30 seconds"
wait 29
expect "1 second"
tap #more-time
expect-screen home
wait 119
expect-screen still-there
wait 1
expect-screen languages
END
[ $((SECONDS - before)) -lt 20 ] || exit 1

# expect reads the whole screen with spaces made single and without bidi controls; quotes and backslashes are escaped.
visit 0 --lang en <<'END'
expect "What   do you need?"
expect "Emergency 112"
expect "You are here: Bibliothèque"
expect-not "what do you need?"
expect-not "\"quoted\" and \\"
expect-id #topic/health
expect-id #finish
END

# targets: a JSON object a line; text: a paragraph a line, in logical order.
visit 0 --lang ar <<<'targets'
while IFS= read -r line; do
    printf '%s' "$line" | python3 -m json.tool >/dev/null || exit 1
done <stdout
python3 - stdout <<'END' || exit 1
import json, sys
targets = {t["id"]: t for t in map(json.loads, open(sys.argv[1]))}
home, language = targets["home"], targets["language"]
assert set(home) == {"id", "label", "x", "y", "w", "h", "visible", "lang", "dir"}, home
assert home["dir"] == "rtl" and home["lang"] == "ar" and home["visible"] is True
assert home["x"] + home["w"] == 1920 - 40  # mirrored
assert language["label"] == "العربية"
assert not any(c in t["label"] for t in targets.values() for c in "\u2066\u2067\u2068\u2069\u200e\u200f")
END
visit 0 --lang en <<<'text'
has stdout 'What do you need?'
has stdout 'Emergency 112'
lacks stdout $'\u2068'

# spoken: nothing is read aloud yet.
visit 0 --lang en <<<'spoken'
is stdout ''

# shot: a PNG of the size that was asked for (PNG 11.2.2: width and height stand behind the header's name).
shot_size() { python3 -c '
import struct, sys
head = open(sys.argv[1], "rb").read(24)
assert head[:8] == b"\x89PNG\r\n\x1a\n" and head[12:16] == b"IHDR", head
print("%dx%d" % struct.unpack(">II", head[16:24]))' "$1"; }
for size in 1920x1080 1080x1920 1366x768; do
    run 0 "$MAISON" --pack grenoble.pack --size $size --script - <<<'shot frame.png'
    [ "$(shot_size frame.png)" = $size ] || exit 1
done
# The picture is what the script has done by then, the same each time.
visit 0 <<'END'
shot languages.png
tap #lang/en
shot home.png
tap #back
tap #lang/en
shot again.png
END
cmp -s languages.png home.png && exit 1
cmp home.png again.png || exit 1

# stats is JSON.
visit 0 <<'END'
tap #lang/en
stats
END
python3 - stdout <<'END' || exit 1
import json, sys
stats = json.load(open(sys.argv[1]))
assert stats["frames"] >= 2, stats
assert 0 < stats["last_input_to_present_ms"] < 60000, stats
assert stats["peak_rss_kb"] > 1000, stats
END

# An empty script and one of comments do nothing, well; a line can end as on Windows.
visit 0 </dev/null
visit 0 < <(printf '# nothing\n\n   \n')
visit 0 --lang en < <(printf 'expect-screen home\r\nexpect "What do you need?"\r\n')
