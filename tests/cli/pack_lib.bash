# Sourced by the scripts of maison-pack: a copy of the fixture in a folder of its own, and `expect`.
set -u
work=$(mktemp -d)
trap 'rm -r "$work"' EXIT
cp -r "$SOURCE/tests/data/packs/tiny" "$work/tiny"
cd "$work" || exit 1

# run STATUS COMMAND…: runs it with stdout and stderr into files of that name, and wants that exit status.
run() {
    local wanted=$1 status=0
    shift
    "$@" >stdout 2>stderr || status=$?
    [ "$status" = "$wanted" ] && return
    echo "exit status $status instead of $wanted: $*"
    cat stdout stderr
    exit 1
}

# is FILE TEXT: the file holds exactly this text (and a line end, if any text).
is() {
    if [ -n "$2" ]; then printf '%s\n' "$2" >wanted; else : >wanted; fi
    diff -u wanted "$1" || exit 1
}

# has FILE TEXT: one of its lines contains the text.
has() {
    grep -qF -- "$2" "$1" && return
    echo "$1 lacks: $2"
    cat "$1"
    exit 1
}
