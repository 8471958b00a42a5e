. "${SOURCE:?}/tests/cli/pack_lib.bash"

run 0 "$MAISON_PACK" build tiny -o tiny.pack
run 0 "$MAISON" --pack tiny.pack --check-fit
has stdout ' screens looked at; texts that do not fit: 0'
is stderr ''

# A word that no line has room for is told once for each language, whatever the screens and sizes.
sed -i 's/Maison de la place/Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft/' tiny/hsds/locations.csv
run 0 "$MAISON_PACK" build tiny -o long.pack
run 1 "$MAISON" --pack long.pack --check-fit
has stdout ': Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft is cut in two; use a shorter word'
has stdout 'service 50e4db1d-fbc4-58b8-91ef-ce8ea1d01da6 at '
has stdout ' screens looked at; texts that do not fit: 3'
[ "$(grep -c Donau stdout)" = 3 ] || { cat stdout; exit 1; }

run 2 "$MAISON" --check-fit
is stderr 'maison: --check-fit needs a pack; name one with --pack FILE'
run 3 "$MAISON" --check-fit --pack nowhere.pack
has stderr "maison: nowhere.pack: can't be opened"
is stdout ''
