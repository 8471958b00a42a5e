# Sourced by the scripts of signing and installing: `run`, `is` and `has`, the packs tiny-1.pack to tiny-3.pack with these
# sequences, made yesterday and good for a year, a key pair in key.pub and key.sec, and `make_pack`.
. "${SOURCE:?}/tests/cli/pack_lib.bash"

# make_pack FILE SEQUENCE [AUDIENCE [EXPIRES]]: builds tiny/ under these.
make_pack() {
    python3 - "$2" "${3:-tiny}" "${4:-$(date -u -d '+1 year' +%F)}" "$(date -u -d '-2 years' +%F)" <<'END'
import json, sys
path = "tiny/datapackage.json"
package = json.load(open(path, encoding="utf-8"))
maison = package["maison"]
maison["sequence"], maison["audience"], maison["expires"] = int(sys.argv[1]), sys.argv[2], sys.argv[3]
maison["created"] = sys.argv[4]
json.dump(package, open(path, "w", encoding="utf-8"), ensure_ascii=False)
END
    run 0 "$MAISON_PACK" build tiny -o "$1"
}

# signed_pack FILE SEQUENCE [AUDIENCE [EXPIRES]]
signed_pack() {
    make_pack "$@"
    run 0 "$MAISON_PACK" sign -s key.sec "$1"
}

# What lies in the store besides its two packs.
store_holds() {
    (cd "$1" && find . ! -path './packs/*' | sort | tr '\n' ' ') >there
    [ "$(cat there)" = "$2" ] && return
    echo "the store holds $(cat there)"
    exit 1
}

# refused MESSAGE COMMAND…: status 1, with this in stderr.
refused() {
    local message=$1
    shift
    run 1 "$@"
    has stderr "$message"
    is stdout ''
}

run 0 "$MAISON_PACK" keygen -W -p key.pub -s key.sec
