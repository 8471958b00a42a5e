. "$SOURCE/tests/cli/maison_lib.bash"

# A kiosk that can't show its pack shows that, in every language that the program has, and tells staff why.
problem() {
    local message=$1
    shift
    run 0 "$MAISON" --offscreen --size 1366x768 --script - "$@" <<'END'
expect-screen problem
expect "This kiosk is not working at the moment."
expect "Cette borne ne marche pas"
tap 683,384
swipe 683,600 683,200
key Tab
key Return
key Escape
wait 600
expect-screen problem
END
    is stdout ''
    is stderr "maison: $message"
}

problem 'no pack was named; give one with --pack FILE'
problem "nowhere.pack: can't be opened: No such file or directory" --pack nowhere.pack
problem "tiny: is not a regular file; name the pack's own file" --pack tiny

echo 'Bonjour' >text.pack
problem "text.pack: is not a pack; give the .pack file that 'maison-pack build' has made" --pack text.pack
: >empty.pack
problem 'empty.pack: is empty; copy the pack again' --pack empty.pack

size=$(stat -c %s grenoble.pack)
for part in 1 2 3; do
    head -c $((size * part / 4)) grenoble.pack >short.pack
    problem "short.pack: is cut short: $((size * part / 4)) of $size bytes are there; copy the pack again" --pack short.pack
done

# user_version stands in bytes 60 to 63 of an SQLite file (fileformat2.html, 1.3).
cp grenoble.pack later.pack
printf '\0\0\0\7' | dd of=later.pack bs=1 seek=60 conv=notrunc status=none
problem 'later.pack: was made for a later version of Maison (format 7); update the program, or build the pack again' \
    --pack later.pack

printf 'lang = fr\npakc = grenoble.pack\n' >typo.ini
problem 'typo.ini:2: there is no setting "pakc"; did you mean "pack"?' --config typo.ini --pack grenoble.pack
printf '[hall]\npack = grenoble.pack\n' >section.ini
problem 'section.ini:2: [hall] is not expected; write settings without sections' --config section.ini
problem "nowhere.ini: can't be opened: No such file or directory" --config nowhere.ini --pack grenoble.pack

# Rubbish in the middle: refused when it is opened or met by a question, never a crash. 64 places, spread over the file.
rubbish=$(head -c 64 /dev/zero | tr '\0' '\245')
for ((i = 1; i < 64; i++)); do
    cp grenoble.pack damaged.pack
    printf '%s' "$rubbish" | dd of=damaged.pack bs=1 seek=$((size * i / 64)) conv=notrunc status=none
    printf 'tap #lang/en\ntap #topic/health\ntext\n' |
        "$MAISON" --offscreen --size 1366x768 --script - --pack damaged.pack >stdout 2>stderr
    status=$?
    [ "$status" -le 1 ] || { echo "status $status at $i"; cat stderr; exit 1; }
    [ "$status" = 0 ] || has stderr 'damaged.pack: '
done

# What is wrong with a script is said with its line.
fails 'stdin:2: the screen should be "topic", but it is "home"' '# a comment is a line too' 'expect-screen topic'
fails 'stdin:1: "Nothing like it" is not on the screen home' 'expect "Nothing like it"'
has stderr 'What do you need?' # and what was there instead
fails 'stdin:1: "What do you need?" should not be on the screen home' 'expect-not "What do you need?"'
fails 'stdin:3: there is no #nowhere; there are #home #search #language #emergency' '' '' 'tap #nowhere'
fails 'stdin:1: there is no #nowhere;' 'expect-id #nowhere'
fails 'stdin:1: there is no target "Nothing like it"' 'tap "Nothing like it"'
fails 'targets match "e"; use an id' 'tap "e"'
refused 2 'stdin:2: there is no command "taap"; did you mean "tap"?' 'expect-screen home' 'taap #home'
refused 2 'stdin:1: there is no command "juggle"' 'juggle'
refused 2 'stdin:1: the quote is not closed' 'expect "What'
refused 2 'stdin:1: write: swipe X1,Y1 X2,Y2' 'swipe 1,2'
refused 2 'stdin:1: write: tap #ID, tap "LABEL" or tap X,Y' 'tap'
refused 2 'stdin:1: "here" is not a point; write X,Y' 'press here'
refused 2 'stdin:1: "soon" is not a number of seconds' 'wait soon'
refused 2 'stdin:1: "-1" is not a number of seconds' 'wait -1'
refused 2 'stdin:1: there are too many words' 'expect a b c d e f g h i'
refused 3 'nowhere/shot.png' 'shot nowhere/shot.png'
run 3 "$MAISON" --pack grenoble.pack --script nowhere.script
is stderr "maison: nowhere.script: can't be opened: No such file or directory"

# The first line that fails ends the run.
visit 1 --lang en < <(printf '%s\n' 'expect-screen topic' 'targets')
is stdout ''
# A script from a file is named in what goes wrong.
echo 'expect-screen topic' >wrong.script
run 1 "$MAISON" --pack grenoble.pack --script wrong.script
has stderr 'maison: wrong.script:1: the screen should be "topic", but it is "languages"'
