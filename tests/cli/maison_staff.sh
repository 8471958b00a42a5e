. "${SOURCE:?}/tests/cli/store_lib.bash"

# The sixth journey: a librarian opens the staff screen with the PIN, installs the new pack from a stick, sees what
# changes, tries it, and goes back.
signed_pack tiny-1.pack 1
sed -i 's/Le dispensaire/Le grand dispensaire/' tiny/hsds/services.csv
signed_pack tiny-2.pack 2
run 0 "$MAISON_PACK" install tiny-1.pack --store store -p key.pub
run 0 bash -c "printf '2468\n2468\n' | '$MAISON_PACK' pin"
cp stdout pin.conf
has pin.conf 'staff_pin_hash = $argon2id$'
run 2 bash -c "printf '2468\n2469\n' | '$MAISON_PACK' pin"
has stderr 'the two PINs differ'
run 2 bash -c "printf '12a4\n12a4\n' | '$MAISON_PACK' pin"
has stderr 'a PIN has 4 to 12 digits and nothing else'

mkdir -p media/usb0 media/empty media/usb1 away
cp tiny-2.pack tiny-2.pack.minisig media/usb0
touch media/usb1/photo.jpg
ln -s "$PWD/away" media/link
touch away/x
cat >set_clock <<'END'
#!/bin/sh
echo "$1" >clock_was_set
END
chmod +x set_clock
# Many visits follow: the same PIN, hashed at the least cost.
cheap='$argon2id$v=19$m=8,t=1,p=1$P8EujkIETbarnMMm0OtYoQ$IhtaYkMpv0mYs2VfswRuEPDHGyknQ8aBx3HSOwMsElY'
{
    echo "staff_pin_hash = $cheap"
    printf 'trust = %s\naudience = tiny\nstore = store\nlocal_dir = local\nsticks = %s\n' "$(tail -n 1 key.pub)" "$PWD/media"
} >staff.conf

# staff STATUS LINE…: a script of these lines, with the PIN entered first.
staff() {
    local wanted=$1
    shift
    printf '%s\n' 'tap #staff' 'expect-screen staff' 'tap #key/2' 'tap #key/4' 'tap #key/6' 'tap #key/8' 'tap #staff/open' \
        'expect-id #staff/restart' "$@" >steps
    run "$wanted" "$MAISON" --offscreen --size 1366x768 --config "${CONF:-staff.conf}" ${NOW:+--now "$NOW"} --script steps
}

staff 0 'expect "Pack numéro 1"' 'tap #staff/install' 'expect usb0' 'expect-not empty' 'expect-not link' \
    'tap #stick/usb1' 'expect "Il n’y a pas de pack sur la clé USB"' \
    'tap #stick/usb0' 'expect "Pack numéro 2"' 'expect "Changé : Le grand dispensaire"' 'expect "− Le dispensaire"' \
    'tap #staff/install-now' 'expect "Le pack est installé"' 'expect-id #staff/rollback' \
    'tap #finish' 'expect-screen languages' 'wait 8' 'tap #lang/fr' 'tap #search' 'type grand' 'expect "grand dispensaire"' \
    'tap #finish' 'wait 1'
has stderr 'holds no pack; copy the .pack file'
[ "$(readlink store/current)" = packs/tiny-2 ] || exit 1

staff 0 'expect "Pack numéro 2"' 'tap #staff/install' 'tap #stick/usb0' 'expect "est déjà installé"' 'expect-not "Installer ce pack"' \
    'tap #back' 'tap #staff/rollback' 'expect "Pack numéro 1"' 'tap #staff/rollback-now' 'expect "Le pack d’avant est de retour"' \
    'tap #finish' 'wait 8' 'tap #lang/fr' 'tap #search' 'type grand' 'expect-not "grand dispensaire"'
[ "$(readlink store/current)" = packs/tiny-1 ] || exit 1

# What was rolled back comes again when a person asks for it; what is damaged does not come at all.
printf x | dd of=media/usb0/tiny-2.pack bs=1 seek=9000 conv=notrunc status=none
staff 0 'tap #staff/install' 'tap #stick/usb0' 'expect "ne peut pas être installé"' 'expect-not "Installer ce pack"' 'expect-id #stick/usb0'
[ "$(readlink store/current)" = packs/tiny-1 ] || exit 1
cp tiny-2.pack media/usb0
staff 0 'tap #staff/install' 'tap #stick/usb0' 'tap #staff/install-now' 'expect "Le pack est installé"'
store_holds store '. ./current ./highest ./packs ./previous ./trust.pub '

# Leaving without an answer drops what was taken.
signed_pack tiny-3.pack 3
cp tiny-3.pack tiny-3.pack.minisig media/usb0
staff 0 'tap #staff/install' 'tap #stick/usb0' 'expect "Pack numéro 3"' 'tap #finish'
store_holds store '. ./current ./highest ./packs ./previous ./trust.pub '

# Left alone it asks, then locks again.
staff 0 'wait 91' 'expect-screen still-there' 'wait 31' 'expect-screen languages' 'tap #staff' 'expect-id #key/1' \
    'expect-not "Pack number"'

# Notes leave with the stick, over what somebody has laid there, never through it.
mkdir -p local
printf 'day,record,kind,sequence\r\n2026-11-25,services/a,phone,1\r\n2026-11-25,services/a,hours,1\r\n' >local/notes.csv
printf 'day,topic,count\r\n2026-11-24,health,12\r\n2026-11-24,women,9\r\n' >local/counters-2026-11-24.csv
echo mine >away/mine
kiosk=$(sed -n 2p tiny/kiosks.csv | cut -d, -f1)
ln -s "$PWD/away/mine" "media/usb0/notes-$kiosk.csv"
ln -s "$PWD/away/mine" media/usb0/maison-copy.new
staff 0 'expect "2 erreurs signalées"' 'tap #staff/copy' 'tap #copy/usb0' 'expect "Copié"'
cmp local/notes.csv "media/usb0/notes-$kiosk.csv"
printf 'day,topic,count\r\n2026-11-24,health,12\r\n' | cmp - "media/usb0/counters-$kiosk.csv" # nine may be one person's
is away/mine mine
[ ! -L "media/usb0/notes-$kiosk.csv" ] || exit 1

# The voice and the printer can be tried, and the screen be listened to; without a printer there is nothing to try.
staff 0 'tap #staff/sound' 'expect-spoken "Bonjour. Voici la voix de la borne."' 'tap #listen' 'wait 9' 'expect-spoken "Pack numéro 2"'
staff 1 'tap #staff/print'
has stderr 'there is no #staff/print'
mkdir -p paper
{ cat staff.conf; echo "printer = file:$PWD/paper"; } >print.conf
CONF=print.conf staff 0 'tap #staff/print' 'expect "Prenez votre page"'
[ "$(find paper -type f | wc -l)" = 1 ] || exit 1

# Without a command there is no clock to set; with one it gets the moment of the kiosk's time zone.
staff 1 'tap #staff/clock'
has stderr 'there is no #staff/clock'
{ cat staff.conf; echo "clock_command = $PWD/set_clock"; } >clock.conf
today=$(date -u +%F)
NOW=${today}T10:05:00Z CONF=clock.conf staff 0 'tap #staff/clock' 'tap #clock/minute/more' 'tap #clock/hour/less' 'tap #staff/clock-now' \
    'expect "L’horloge est réglée"'
is clock_was_set "@$(date -u -d "$today 09:06" +%s)"
sed -i 's/^echo.*/exit 1/' set_clock
CONF=clock.conf staff 0 'tap #staff/clock' 'tap #staff/clock-now' 'expect "n’a pas pu être réglée"'

# Restart ends the program so that it is started again. Here with the hash as `maison-pack pin` makes it.
{ cat pin.conf; grep -v staff_pin_hash staff.conf; } >usual.conf
CONF=usual.conf staff 4 'tap #staff/restart'

# Where there is no pack at all, staff get in too, in the language of the settings or another one of the program's, and
# find out why; nothing leads on from there to what a pack would be needed for. With the first pack the kiosk works.
{ grep -v '^store' staff.conf; echo 'store = new-store'; } >new.conf
cp tiny-1.pack tiny-1.pack.minisig media/usb1
printf 'lang = fr\n' | cat new.conf - >new-fr.conf
CONF=new-fr.conf staff 0 'expect "La borne ne peut pas montrer son pack."' 'expect new-store' 'tap #language' \
    'expect-screen languages' 'tap #lang/en' 'expect-screen staff' 'expect "can’t show its pack"' \
    targets 'wait 91' 'expect-screen still-there' 'wait 31' 'expect-screen problem'
python3 -c 'import json, sys; print(*sorted(json.loads(line)["id"] for line in sys.stdin))' <stdout >ids
is ids 'back finish language staff/copy staff/install staff/restart'
CONF=new.conf staff 0 'tap #staff/install' 'tap #stick/usb1' 'expect "Pack number 1"' 'tap #staff/install-now' 'expect "is installed"' \
    'tap #finish' 'wait 31' 'expect-screen languages' 'tap #lang/fr' 'tap #search' 'type dispensaire' 'expect "Le dispensaire"'

# A current pack that has been damaged gives way to the one before, and staff read why.
chmod u+w store/current/city.pack
printf x | dd of=store/current/city.pack bs=1 seek=9000 conv=notrunc status=none
staff 0 'expect "Pack numéro 1"' 'expect "Ce n’est pas le pack le plus récent, parce que"' 'expect "tiny-2"' 'tap #staff/install' \
    'tap #stick/usb1' 'expect "ne peut pas être installé"'

# A wrong PIN locks, longer each time, also over a restart; no PIN is taken meanwhile.
wrong() { printf '%s\n' 'tap #staff' 'tap #key/1' 'tap #key/1' 'tap #staff/open' "$@" >steps; }
wrong 'expect "Essayez encore dans 0:30"' 'expect-not "Entrez le code"' 'wait 29' 'expect 0:01' 'wait 1' 'expect-id #key/1' \
    'tap #key/1' 'tap #staff/open' 'expect "Essayez encore dans 1:00"' 'tap #finish' 'tap #staff' 'expect "Essayez encore dans 0:55"'
run 0 "$MAISON" --offscreen --size 1366x768 --config staff.conf --script steps
printf '%s\n' 'tap #staff' 'expect "Essayez encore dans 1:00"' 'wait 61' 'tap #key/2' 'tap #key/4' 'tap #key/6' 'tap #key/9' 'tap #key/erase' \
    'tap #key/8' 'tap #staff/open' 'expect-id #staff/restart' >steps
run 0 "$MAISON" --offscreen --size 1366x768 --config staff.conf --script steps
is local/staff-pin 0

# Without a PIN there is no staff screen, and neither is there one under a visitor's hands.
grep -v pin_hash staff.conf >none.conf
run 0 "$MAISON" --offscreen --size 1366x768 --config none.conf --script - <<<$'tap #staff\nexpect-screen languages'
run 0 "$MAISON" --offscreen --size 1366x768 --config staff.conf --script - <<<$'tap #lang/fr\ntap #staff\nexpect-screen home'
printf 'staff_pin_hash = 2468\n' >wrong.conf
run 0 "$MAISON" --offscreen --size 1366x768 --config wrong.conf --script - <<<'expect-screen problem'
has stderr "wrong.conf:1: staff_pin_hash can't be"
