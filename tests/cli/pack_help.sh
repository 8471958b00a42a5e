. "${SOURCE:?}/tests/cli/pack_lib.bash"

run 0 "$MAISON_PACK" --version
has stdout 'maison-pack 0'
is stderr ''

run 0 "$MAISON_PACK" --help
for command in new check import catalogue build diff export hours search keygen sign verify publish install rollback status pin; do
    has stdout "maison-pack $command"
    run 0 "$MAISON_PACK" "$command" --help
    has stdout "maison-pack $command"
    is stderr ''
    run 0 "$MAISON_PACK" --help
done

run 2 "$MAISON_PACK"
is stdout ''
is stderr 'maison-pack: no command given; see maison-pack --help'

run 2 "$MAISON_PACK" chek tiny
is stderr 'maison-pack: there is no command chek; did you mean check?'
run 2 "$MAISON_PACK" juggle
is stderr 'maison-pack: there is no command juggle; see maison-pack --help'
run 2 "$MAISON_PACK" --verson
is stderr 'maison-pack: there is no option --verson; did you mean --version?'
run 2 "$MAISON_PACK" check tiny --jsn
is stderr 'maison-pack: there is no option --jsn; did you mean --json?'
run 2 "$MAISON_PACK" check
is stderr 'maison-pack: check takes DIR; see maison-pack check --help'
run 2 "$MAISON_PACK" check tiny tiny
is stderr 'maison-pack: check takes DIR; see maison-pack check --help'
run 2 "$MAISON_PACK" build tiny
is stderr 'maison-pack: build needs -o FILE.pack'
run 2 "$MAISON_PACK" build tiny -o
is stderr 'maison-pack: -o needs FILE.pack behind it'
