. "${SOURCE:?}/tests/cli/store_lib.bash"

for n in 1 2 3; do signed_pack "tiny-$n.pack" $n; done
signed_pack other.pack 7 other
signed_pack old.pack 8 tiny "$(date -u -d yesterday +%F)"
mkdir stick

run 3 "$MAISON_PACK" install stick --store store -p key.pub
is stderr 'maison-pack: stick: holds no pack; copy the .pack file and its .pack.minisig there'

# The newest that may come in, whatever else lies there.
cp tiny-1.pack* tiny-2.pack* stick
echo 'shopping list' >stick/list.txt
cp tiny-3.pack stick/unsigned.pack
run 0 "$MAISON_PACK" install stick --store store -p key.pub
is stdout 'tiny sequence 2 installed'
run 0 "$MAISON_PACK" install stick --store store
is stdout 'tiny sequence 2 is installed already'
cp other.pack* old.pack* stick
run 0 "$MAISON_PACK" install stick --store store
is stdout 'tiny sequence 2 is installed already'
run 0 "$MAISON_PACK" install stick --store fresh -p key.pub --audience other
is stdout 'other sequence 7 installed'
refused 'stick: holds packs for "other" and "tiny"; say which with --audience' \
    "$MAISON_PACK" install stick --store third -p key.pub

# When none may come in, the reason is that of the newest.
rm stick/tiny-* stick/other*
refused 'stick/old.pack: has expired' "$MAISON_PACK" install stick --store store
rm stick/old*
refused 'stick/unsigned.pack: has no signature beside it (unsigned.pack.minisig); copy both files' \
    "$MAISON_PACK" install stick --store store

# Nothing is followed, nothing but files is opened, nothing is written but in the store: links to a good pack, pipes,
# devices, folders, and names that lead out or can't be shown.
rm stick/*
mkdir elsewhere
cp tiny-3.pack* elsewhere
ln -s ../elsewhere/tiny-3.pack stick/a.pack
cp tiny-3.pack.minisig stick/a.pack.minisig
cp tiny-3.pack stick/b.pack
ln -s ../elsewhere/tiny-3.pack.minisig stick/b.pack.minisig
mkfifo stick/c.pack
cp tiny-3.pack.minisig stick/c.pack.minisig
cp tiny-3.pack stick/d.pack
mkfifo stick/d.pack.minisig
mkdir stick/e.pack stick/e.pack.minisig
ln -s /dev/zero stick/f.pack
cp tiny-3.pack.minisig stick/f.pack.minisig
mknod stick/g.pack c 1 5 2>/dev/null || ln -s /dev/zero stick/g.pack
cp tiny-3.pack.minisig stick/g.pack.minisig
cp tiny-3.pack $'stick/\x1b[2J.pack'
cp tiny-3.pack.minisig $'stick/\x1b[2J.pack.minisig'
cp tiny-3.pack $'stick/\xff\xfe.pack'
cp tiny-3.pack.minisig $'stick/\xff\xfe.pack.minisig'
long=$(printf 'x%.0s' {1..250})
: >"stick/$long.pack" # its signature's name would be too long for any disk
cp tiny-3.pack stick/.hidden.pack
cp tiny-3.pack.minisig stick/.hidden.pack.minisig
head -c 1000000 /dev/zero >stick/h.pack.minisig
: >stick/h.pack
files() { find . -path ./store -prune -o -path './std*' -o -name before -o -type f -printf '%p %s %T@\n' | sort; }
files >before
run 1 timeout 20 "$MAISON_PACK" install stick --store store
grep -q $'\x1b' stderr && exit 1
files | cmp before - || exit 1
[ "$(readlink store/current)" = packs/tiny-2 ] || exit 1
[ ! -e store/staging ] || exit 1
run 1 timeout 20 "$MAISON_PACK" install stick/c.pack --store store
is stderr 'maison-pack: stick/c.pack: is neither a file nor a folder'
run 1 timeout 20 "$MAISON_PACK" install /dev/zero --store store

# A good one among all that is found.
cp tiny-3.pack* stick
run 0 timeout 20 "$MAISON_PACK" install stick --store store
is stdout 'tiny sequence 3 installed'
[ ! -e store/staging ] || exit 1
