. "${SOURCE:?}/tests/cli/store_lib.bash"

for n in 1 2; do signed_pack "tiny-$n.pack" $n; done
make_pack bare.pack 3

# A folder for a web server: versioned names, an index, the same again the same.
run 0 "$MAISON_PACK" publish tiny-1.pack tiny-2.pack --to www -p key.pub
is stdout 'www/tiny-1.pack
www/tiny-2.pack'
cmp tiny-2.pack www/tiny-2.pack && cmp tiny-2.pack.minisig www/tiny-2.pack.minisig || exit 1
[ "$(cd www && echo *)" = 'index.json tiny-1.pack tiny-1.pack.minisig tiny-2.pack tiny-2.pack.minisig' ] || exit 1
python3 - <<'END' || exit 1
import json
index = json.load(open("www/index.json"))
assert index["format"] == 1 and [p["file"] for p in index["packs"]] == ["tiny-2.pack", "tiny-1.pack"], index
assert index["packs"][0]["audience"] == "tiny" and index["packs"][0]["sequence"] == 2, index
END
find www -name '*.pack*' -printf '%p %i %T@\n' | sort >before
run 0 "$MAISON_PACK" publish tiny-1.pack tiny-2.pack --to www
find www -name '*.pack*' -printf '%p %i %T@\n' | sort | diff before - || exit 1

refused 'bare.pack: is not signed' "$MAISON_PACK" publish bare.pack --to www
sed -i 's/1 place/2 place/' tiny/kiosks.csv tiny/hsds/addresses.csv
signed_pack again.pack 2
refused 'again.pack: is another pack than www/tiny-2.pack, which has its sequence and is published' \
    "$MAISON_PACK" publish again.pack --to www
cp tiny-2.pack.minisig bare.pack.minisig
refused 'says of itself something else than its signature says' "$MAISON_PACK" publish bare.pack --to www
run 0 minisign -G -W -p theirs.pub -s theirs.sec
refused 'which is not trusted here' "$MAISON_PACK" publish tiny-1.pack --to www -p theirs.pub
run 2 "$MAISON_PACK" publish --to www
is stderr 'maison-pack: publish takes PACK...; see maison-pack publish --help'
run 3 "$MAISON_PACK" publish tiny-1.pack --to nowhere/www
has stderr "nowhere/www: can't be made"

# From a server: the newest of a folder, or one pack.
python3 "$SOURCE/tests/support/odd_server.py" www port & server=$!
trap 'kill $server; rm -r "$work"' EXIT
until [ -e port ]; do sleep 0.1; done
at=http://127.0.0.1:$(cat port)
export no_proxy=127.0.0.1
run 0 "$MAISON_PACK" install "$at/plain/tiny-1.pack" --store store -p key.pub
is stdout 'tiny sequence 1 installed'
is stderr ''
for wrong in endless broken round away; do
    status=3
    [ $wrong = endless ] && status=1
    run $status timeout 30 "$MAISON_PACK" install "$at/$wrong/tiny-2.pack" --store store
    has stderr "maison-pack: $at/$wrong/tiny-2.pack: "
    [ "$(readlink store/current)" = packs/tiny-1 ] || exit 1
    [ ! -e store/staging ] || exit 1
done
run 3 "$MAISON_PACK" install "$at/plain/tiny-9.pack" --store store
has stderr 'the server does not give it (status 404)'
run 2 "$MAISON_PACK" install "$at/plain/tiny-2.pack?x=1" --store store
has stderr 'is no plain address'
run 3 "$MAISON_PACK" install "http://127.0.0.1:1/www" --store store
has stderr "can't be fetched: "

# A server that says nothing keeps nobody else waiting, and what is cut off leaves nothing behind.
"$MAISON_PACK" install "$at/silent/tiny-2.pack" --store store >/dev/null 2>&1 & slow=$!
until [ -e store/staging ]; do sleep 0.1; done
run 0 timeout 20 "$MAISON_PACK" install tiny-2.pack --store store
is stdout 'tiny sequence 2 installed'
kill -9 $slow
wait $slow 2>/dev/null
signed_pack tiny-3.pack 3
run 0 "$MAISON_PACK" publish tiny-3.pack --to www
run 0 "$MAISON_PACK" install "$at/moved/tiny-3.pack" --store store
is stdout 'tiny sequence 3 installed'
[ ! -e store/staging ] || exit 1
run 0 "$MAISON_PACK" install "$at/plain" --store store
is stdout 'tiny sequence 3 is installed already'
run 0 "$MAISON_PACK" install "$at/plain/index.json" --store fresh -p key.pub
is stdout 'tiny sequence 3 installed'

# What an index says is only where to look.
signed_pack other.pack 8 other
run 0 "$MAISON_PACK" publish other.pack --to www
refused 'has packs for several audiences; say which with --audience' \
    "$MAISON_PACK" install "$at/plain/" --store third -p key.pub
run 0 "$MAISON_PACK" install "$at/plain/" --store third -p key.pub --audience other
is stdout 'other sequence 8 installed'
for file in ../tiny-3.pack /etc/passwd.pack http://x/tiny-3.pack; do
    printf '{"format": 1, "packs": [{"file": "%s", "audience": "tiny", "sequence": 9}]}' "$file" >www/index.json
    run 3 "$MAISON_PACK" install "$at/plain" --store store
    has stderr 'has no pack for tiny'
done
echo '{"format": 2, "packs": []}' >www/index.json
run 1 "$MAISON_PACK" install "$at/plain" --store store
has stderr 'was written by a later version of Maison'
echo 'hello' >www/index.json
run 1 "$MAISON_PACK" install "$at/plain" --store store
has stderr 'is no index of packs'
exit 0
