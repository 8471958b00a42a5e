. "${SOURCE:?}/tests/cli/pack_lib.bash"

run 0 "$MAISON_PACK" build tiny -o one.pack
is stdout ''
is stderr ''
[ "$(head -c 15 one.pack)" = 'SQLite format 3' ] || exit 1

# Elsewhere, later, in another order: the same bytes.
mkdir -p far/away
cp -r tiny far/away/copy
find far -exec touch -d 2001-02-03 {} +
run 0 "$MAISON_PACK" build far/away/copy -o far/two.pack
cmp one.pack far/two.pack || exit 1

# Errors leave the old pack alone.
cp one.pack kept.pack
sed -i 's/#B4341F/red/' tiny/topics.csv
run 1 "$MAISON_PACK" build tiny -o one.pack
is stderr 'maison-pack: topics.csv:3:colour: error: "red" is no colour. Write a colour as #1A73E8 [bad-colour]'
cmp one.pack kept.pack || exit 1
[ ! -e one.pack.new ] || exit 1

run 3 "$MAISON_PACK" build far/away/copy -o nowhere/three.pack
has stderr 'maison-pack: nowhere/three.pack'
run 3 "$MAISON_PACK" build nowhere -o three.pack

# Only a file may be replaced.
mkfifo pipe late.pack.new
run 3 "$MAISON_PACK" build far/away/copy -o pipe
is stderr 'maison-pack: pipe is not a regular file; name a file to write'
[ -p pipe ] || exit 1
[ ! -e pipe.new ] || exit 1
run 3 "$MAISON_PACK" build far/away/copy -o late.pack
is stderr 'maison-pack: late.pack.new is not a regular file; name a file to write'
[ -p late.pack.new ] || exit 1
run 3 "$MAISON_PACK" build far/away/copy -o far
is stderr 'maison-pack: far is not a regular file; name a file to write'
ln -s /dev/null null
run 3 "$MAISON_PACK" build far/away/copy -o null
[ -L null ] || exit 1
