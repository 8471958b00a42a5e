. "${SOURCE:?}/tests/cli/store_lib.bash"

signed_pack tiny-1.pack 1
signed_pack tiny-2.pack 2
run 0 "$MAISON_PACK" install tiny-1.pack --store store -p key.pub
key=$(tail -n 1 key.pub)
printf 'trust = %s\naudience = tiny\n' "$key" >hall.conf

show() {
    local wanted=$1
    shift
    run "$wanted" "$MAISON" --offscreen --size 1366x768 --lang en --script - "$@"
}

# Signed, it is no preview; without keys, or for another audience, it does not show.
show 0 --store store --config hall.conf <<'END'
expect-screen home
tap #finish
expect-not "ne sont pas signées"
END
is stderr ''
show 0 --pack tiny-1.pack <<'END'
tap #finish
expect "ne sont pas signées"
END
show 0 --store store <<<'expect-screen problem'
is stderr 'maison: a store needs the settings trust (a public key) and audience; see --config'
printf 'trust = %s\naudience = other\n' "$key" >other.conf
show 0 --store store --config other.conf <<<'expect-screen problem'
is stderr 'maison: store/packs/tiny-1/city.pack: is meant for "tiny", and this kiosk is for "other"'
run 0 minisign -G -W -p theirs.pub -s theirs.sec
printf 'trust = %s\naudience = tiny\n' "$(tail -n 1 theirs.pub)" >theirs.conf
show 0 --store store --config theirs.conf <<<'expect-screen problem'
has stderr 'which is not trusted here'
printf 'trust = %s, %s\naudience = tiny\nstore = store\n' "$(tail -n 1 theirs.pub)" "$key" >both.conf
show 0 --config both.conf <<<'expect-screen home'
show 0 --store nowhere --config hall.conf <<<'expect-screen problem'
is stderr "maison: nowhere: can't be opened: No such file or directory"

# What is typed wins over the settings; the settings may name a pack behind the store.
run 2 "$MAISON" --pack tiny-1.pack --store store
is stderr 'maison: give either --pack or --store'
show 0 --pack tiny-2.pack --config both.conf <<'END'
tap #finish
expect "ne sont pas signées"
END
printf 'trust = %s\naudience = tiny\nstore = store\npack = tiny-2.pack\n' "$key" >behind.conf
printf x | dd of=store/current/city.pack bs=1 seek=9000 conv=notrunc status=none
show 0 --config behind.conf <<<'expect-screen home'
is stderr 'maison: the built-in pack tiny-2.pack is shown: store/packs/tiny-1/city.pack: is not what was signed: it was changed or damaged on its way; get it again'
for setting in 'trust = RWabc' 'trust = ' 'audience = ../x' 'store = '; do
    printf '%s\n' "$setting" >wrong.conf
    show 0 --config wrong.conf <<<'expect-screen problem'
    has stderr "wrong.conf:1: ${setting%% *} can't be"
done
