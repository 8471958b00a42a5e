. "${SOURCE:?}/tests/cli/store_lib.bash"

# keygen: a pair, the secret half for its owner alone, never over a file that is there.
has stdout 'key '
make_pack a.pack 1
[ "$(stat -c %a key.sec)" = 600 ] || exit 1
cp key.sec kept.sec
run 3 "$MAISON_PACK" keygen -W -p new.pub -s key.sec
is stderr 'maison-pack: key.sec: is there already; name another file, or move this one away'
cmp key.sec kept.sec || exit 1
[ ! -e new.pub ] || exit 1
run 3 "$MAISON_PACK" keygen -W -p key.pub -s new.sec
[ ! -e new.sec ] || exit 1
run 3 "$MAISON_PACK" keygen -W -p nowhere/new.pub -s nowhere/new.sec
has stderr "nowhere/new.sec: can't be written"
run 2 "$MAISON_PACK" keygen -p new.pub -s new.sec < <(printf 'one\ntwo\n')
is stderr 'maison-pack: the two passwords differ; nothing was written'
run 2 "$MAISON_PACK" keygen -p new.pub -s new.sec < <(printf '\n\n')
has stderr 'the password is empty'
run 3 "$MAISON_PACK" keygen -p new.pub -s new.sec </dev/null
[ ! -e new.sec ] && [ ! -e new.pub ] || exit 1

# sign and verify: what the pack says of itself stands in the trusted comment.
run 0 "$MAISON_PACK" sign -s key.sec a.pack
has stdout 'tiny sequence 1, made '
has a.pack.minisig "trusted comment: maison-pack format=1 audience=tiny sequence=1 created=$(date -u -d '-2 years' +%F) expires="
has a.pack.minisig " size=$(stat -c %s a.pack) min-app="
run 0 "$MAISON_PACK" verify -p key.pub a.pack
cp a.pack.minisig first
run 0 "$MAISON_PACK" sign -s key.sec a.pack
cmp a.pack.minisig first || exit 1

# minisign verifies it too, and the other way round.
run 0 minisign -Vm a.pack -p key.pub
has stdout 'Trusted comment: maison-pack format=1 audience=tiny sequence=1 '
comment=$(sed -n 's/^trusted comment: //p' a.pack.minisig)
run 0 minisign -S -s key.sec -m a.pack -t "$comment"
run 0 "$MAISON_PACK" verify -p key.pub a.pack
run 0 minisign -G -W -p theirs.pub -s theirs.sec
run 0 "$MAISON_PACK" sign -s theirs.sec a.pack
run 0 minisign -Vm a.pack -p theirs.pub
run 0 "$MAISON_PACK" verify -p theirs.pub a.pack

# With passwords as well: theirs read by us, ours by them.
run 1 "$MAISON_PACK" sign -s "$SOURCE/tests/data/keys/minisign.sec" a.pack <<<'secret word'
has stderr 'has another password'
run 0 "$MAISON_PACK" sign -s "$SOURCE/tests/data/keys/minisign.sec" a.pack <<<'secret words'
run 0 minisign -Vm a.pack -p "$SOURCE/tests/data/keys/minisign.pub"
run 0 "$MAISON_PACK" keygen -p ours.pub -s ours.sec < <(printf 'mot de passe\nmot de passe\n')
is stderr ''
run 0 minisign -S -s ours.sec -m a.pack -t "$comment" <<<'mot de passe'
run 0 "$MAISON_PACK" verify -p ours.pub a.pack

# Refused: another key, the old kind, no comment of ours, a changed pack, another pack, no signature.
refused 'which is not trusted here' "$MAISON_PACK" verify -p key.pub a.pack
run 0 minisign -S -l -s key.sec -m a.pack -t "$comment"
refused "minisign's old kind" "$MAISON_PACK" verify -p key.pub a.pack
run 0 minisign -S -s key.sec -m a.pack
refused 'does not say which pack it is for' "$MAISON_PACK" verify -p key.pub a.pack
run 0 "$MAISON_PACK" sign -s key.sec a.pack
cp a.pack.minisig kept
printf 'x' | dd of=a.pack bs=1 seek=9000 conv=notrunc status=none
refused 'is not what was signed' "$MAISON_PACK" verify -p key.pub a.pack
make_pack b.pack 2
cp kept b.pack.minisig
refused 'is not what was signed' "$MAISON_PACK" verify -p key.pub b.pack
run 0 minisign -S -s key.sec -m b.pack -t "$comment"
refused 'says of itself something else than its signature says' "$MAISON_PACK" verify -p key.pub b.pack
head -c 9000 b.pack >short.pack
cp b.pack.minisig short.pack.minisig
refused 'has fewer bytes than were signed' "$MAISON_PACK" verify -p key.pub short.pack
rm short.pack.minisig
run 3 "$MAISON_PACK" verify -p key.pub short.pack
has stderr 'short.pack.minisig'

# What can't be signed, and what is no key.
run 3 "$MAISON_PACK" sign -s key.sec short.pack
has stderr 'short.pack: is cut short'
make_pack spaces.pack 3 tiny "$(date -u -d '+1 year' '+%F %T')Z"
run 3 "$MAISON_PACK" sign -s key.sec spaces.pack
has stderr 'has the expires "'
has stderr '", which can'\''t be signed'
run 3 "$MAISON_PACK" sign -s key.pub b.pack
is stderr "maison-pack: key.pub: is no secret key; name the file that 'maison-pack keygen' or minisign has made"
run 3 "$MAISON_PACK" sign -s nowhere.sec b.pack
run 3 "$MAISON_PACK" verify -p key.sec b.pack
has stderr 'key.sec:2: "'
run 2 "$MAISON_PACK" sign b.pack
is stderr 'maison-pack: sign needs -s SEC'
