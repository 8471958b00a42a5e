# Sourced by the scripts of maison: `run`, `is` and `has`, the default pack as grenoble.pack, and `visit`.
. "$SOURCE/tests/cli/pack_lib.bash"
"$MAISON_PACK" build "$SOURCE/data/grenoble" -o grenoble.pack || exit 1

# visit STATUS OPTIONS…: runs the script on stdin on the default pack, on a Tuesday afternoon, and wants that exit status.
visit() {
    local wanted=$1
    shift
    run "$wanted" "$MAISON" --pack grenoble.pack --size 1920x1080 --now 2026-11-24T14:05:00+01:00 --script - "$@"
}

# lacks FILE TEXT: none of its lines contains the text.
lacks() {
    grep -qF -- "$2" "$1" || return 0
    echo "$1 should not have: $2"
    cat "$1"
    exit 1
}

# fails TEXT LINE…: a script of these lines ends with status 1 and this message.
fails() { refused 1 "$@"; }
refused() {
    local status=$1 message=$2
    shift 2
    visit "$status" --lang en < <(printf '%s\n' "$@")
    has stderr "$message"
}
