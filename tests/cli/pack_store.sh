. "${SOURCE:?}/tests/cli/store_lib.bash"

install() { run 0 "$MAISON_PACK" install "$@" --store store; }

for n in 1 2 3; do signed_pack "tiny-$n.pack" $n; done

# The first install needs the key and makes the store; the next ones know it.
run 2 "$MAISON_PACK" install tiny-1.pack --store store
is stderr 'maison-pack: store: knows no key yet; give the public key with -p PUB'
[ ! -e store ] || exit 1
install tiny-1.pack -p key.pub
is stdout 'tiny sequence 1 installed'
store_holds store '. ./current ./highest ./packs ./trust.pub '
install tiny-2.pack
is stdout 'tiny sequence 2 installed'
is stderr ''
store_holds store '. ./current ./highest ./packs ./previous ./trust.pub '
cmp tiny-2.pack store/current/city.pack || exit 1
cmp tiny-1.pack store/previous/city.pack || exit 1
run 0 minisign -Vm store/current/city.pack -p key.pub

# The same again changes nothing.
listing() { find store -mindepth 1 -printf '%p %i %T@\n' | sort; }
listing >before
install tiny-2.pack
is stdout 'tiny sequence 2 is installed already'
listing | diff before - || exit 1

# Refused, with the reason, and the store stays as it is.
unchanged() {
    refused "$@" --store store
    listing | diff before - || exit 1
}
unchanged 'tiny-1.pack: has the sequence 1, and 2 was installed here before' "$MAISON_PACK" install tiny-1.pack
signed_pack other.pack 9 other
unchanged 'other.pack: is meant for "other", and this kiosk is for "tiny"' "$MAISON_PACK" install other.pack
signed_pack old.pack 9 tiny "$(date -u -d yesterday +%F)"
unchanged 'old.pack: has expired' "$MAISON_PACK" install old.pack
cp tiny-3.pack bare.pack
unchanged 'bare.pack: has no signature beside it (bare.pack.minisig); copy both files' "$MAISON_PACK" install bare.pack
cp tiny-3.pack.minisig bare.pack.minisig
printf x >>bare.pack
unchanged 'is longer than the' "$MAISON_PACK" install bare.pack
head -c 40000 tiny-3.pack >bare.pack
unchanged 'bare.pack: is cut short: 40000 of ' "$MAISON_PACK" install bare.pack
cp tiny-2.pack bare.pack
unchanged 'is not what was signed' "$MAISON_PACK" install bare.pack
run 0 minisign -G -W -p theirs.pub -s theirs.sec
cp tiny-3.pack bare.pack
run 0 "$MAISON_PACK" sign -s theirs.sec bare.pack
unchanged 'which is not trusted here' "$MAISON_PACK" install bare.pack
huge=$(sed -n 's/^trusted comment: //p' tiny-3.pack.minisig | sed 's/sequence=3/sequence=9223372036854775808/')
run 0 minisign -S -s key.sec -m bare.pack -t "$huge"
unchanged 'says "sequence=9223372036854775808", which can'\''t be' "$MAISON_PACK" install bare.pack
sed -i 's/1 place/2 place/' tiny/kiosks.csv tiny/hsds/addresses.csv
signed_pack again.pack 2
unchanged 'another pack that is installed here; publish it with a higher sequence' "$MAISON_PACK" install again.pack
run 3 "$MAISON_PACK" install nowhere.pack --store store
run 3 "$MAISON_PACK" install tiny-3.pack --store nowhere/store -p key.pub
has stderr "nowhere/store: can't be made"

# What is signed but is no pack of ours does not come in either.
python3 - <<'END'
import shutil, sqlite3
for name, sql in {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON meta BEGIN DELETE FROM text; END",
    "view": "CREATE VIEW v AS SELECT 1",
    "virtual": "CREATE VIRTUAL TABLE v USING fts5 (x)",
}.items():
    shutil.copy("tiny-3.pack", name + ".pack")
    db = sqlite3.connect(name + ".pack")
    db.execute(sql)
    db.commit()
    db.close()
END
for name in trigger view virtual; do
    comment=$(sed -n 's/^trusted comment: //p' tiny-3.pack.minisig | sed "s/ size=[0-9]*/ size=$(stat -c %s $name.pack)/")
    run 0 minisign -S -s key.sec -m $name.pack -t "$comment"
    unchanged "$name.pack: holds the " "$MAISON_PACK" install $name.pack
done

# Rolled back by a person, it does not come again by itself; the same again returns to it.
run 0 "$MAISON_PACK" rollback --store store
is stdout 'tiny sequence 1 is current again'
cmp tiny-1.pack store/current/city.pack || exit 1
refused 'tiny-2.pack: has the sequence 2, which was rolled back here' "$MAISON_PACK" install tiny-2.pack --store store
run 0 "$MAISON_PACK" rollback --store store
is stdout 'tiny sequence 2 is current again'
run 0 "$MAISON_PACK" rollback --store store
install tiny-2.pack --again
store_holds store '. ./current ./highest ./packs ./previous ./trust.pub '
run 0 "$MAISON_PACK" rollback --store store
install tiny-3.pack
store_holds store '. ./current ./highest ./packs ./previous ./trust.pub '
[ "$(readlink store/previous)" = packs/tiny-1 ] || exit 1
mkdir empty
run 1 "$MAISON_PACK" rollback --store empty -p key.pub
is stderr 'maison-pack: empty: holds no previous pack to go back to'

# status: for people, and for scripts.
run 0 "$MAISON_PACK" status --store store
has stdout 'current: tiny sequence 3, made '
has stdout 'days ago), holds until '
has stdout 'previous: tiny sequence 1, made '
run 0 "$MAISON_PACK" status --store store --json
python3 - <<'END' || exit 1
import json
status = json.load(open("stdout"))
assert status["current"]["sequence"] == 3 and status["current"]["state"] == "whole", status
assert status["previous"]["audience"] == "tiny" and status["highest"] == 3 and status["rolled_back"] is None, status
assert 700 < status["current"]["age_days"] < 735, status
END

# A damaged pack is seen, what goes back goes to a whole one only, and the same pack installed again mends it.
printf x | dd of=store/current/city.pack bs=1 seek=9000 conv=notrunc status=none
run 1 "$MAISON_PACK" status --store store
has stdout 'current: tiny-3 is refused: store/packs/tiny-3/city.pack: is not what was signed'
install tiny-3.pack
run 0 "$MAISON_PACK" status --store store
store_holds store '. ./current ./highest ./packs ./previous ./trust.pub '
printf x | dd of=store/previous/city.pack bs=1 seek=9000 conv=notrunc status=none
run 1 "$MAISON_PACK" rollback --store store
has stderr 'packs/tiny-1/city.pack: is not what was signed'
cmp tiny-3.pack store/current/city.pack || exit 1

# A damaged pack is not worth going back to: the previous one is kept instead.
rm -r store
install tiny-1.pack -p key.pub
install tiny-2.pack
printf x | dd of=store/current/city.pack bs=1 seek=9000 conv=notrunc status=none
install tiny-3.pack
cmp tiny-1.pack store/previous/city.pack || exit 1

# Links that lead elsewhere lead nowhere.
rm -r store
install tiny-1.pack -p key.pub
mkdir outside
cp tiny-2.pack outside/city.pack
cp tiny-2.pack.minisig outside/city.pack.minisig
ln -sfn ../outside store/current
run 1 "$MAISON_PACK" status --store store
has stdout 'current: none'
mv store/packs/tiny-1 aside
ln -s "$PWD/outside" store/packs/tiny-1
ln -sfn packs/tiny-1 store/current
run 1 "$MAISON_PACK" status --store store
has stdout 'current: tiny-1 is refused: store/packs/tiny-1: is not a folder'

# Two at once: one waits for the other, both end well, and one pack of the two is current.
rm -r store
install tiny-1.pack -p key.pub
"$MAISON_PACK" install tiny-2.pack --store store >two 2>&1 &
"$MAISON_PACK" install tiny-3.pack --store store >three 2>&1
first=$?
wait $! || has two 'has the sequence 2, and 3 was installed here before'
[ $first = 0 ] || { cat three; exit 1; }
cmp tiny-3.pack store/current/city.pack || exit 1
[ ! -e store/staging ] || exit 1

# Who holds the store holds it for moments; who finds it held says so.
(exec 9<store; flock 9; : >held; exec sleep 60) & holder=$!
until [ -e held ]; do sleep 0.1; done
run 3 "$MAISON_PACK" install tiny-3.pack --store store
is stderr 'maison-pack: store: is being changed by another program; try again when that has ended'
kill $holder
wait $holder
exit 0
