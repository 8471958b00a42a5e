#!/usr/bin/env bash
# Exports against the official HSDS 3.2 descriptor and JSON schemas, with ajv. The schemas are CC BY-SA and not part of Maison: they are
# read from the folder `shared` beside the checkout, or from MAISON_SHARED. Exit status 77: skipped, with the reason.
. "${SOURCE:?}/tests/cli/pack_lib.bash"

shared=${MAISON_SHARED:-$SOURCE/../shared}/hsds
skip() {
    echo "skipped: $*"
    exit 77
}
[ -d "$shared/json-3.1-dev" ] || skip "the official schemas are not at $shared"
command -v node >/dev/null && command -v npm >/dev/null || skip "there is no node or npm"

npm=$BUILD/npm
mkdir -p "$npm"
cp "$SOURCE"/tests/npm/{package.json,package-lock.json,hsds_schemas.mjs} "$npm"
if ! cmp -s "$npm/package-lock.json" "$npm/node_modules/installed"; then
    (cd "$npm" && timeout 60 npm ci --no-audit --no-fund --ignore-scripts >log 2>&1) || skip "npm ci could not get ajv: $(tail -n 1 "$npm/log")"
    cp "$npm/package-lock.json" "$npm/node_modules/installed"
fi

for pack in "$SOURCE/data/grenoble" "$SOURCE/tests/data/packs/tiny"; do
    name=$(basename "$pack")
    for all in "" --all; do
        run 0 "$MAISON_PACK" export "$pack" --format hsds-csv -o "$name$all.csv" $all
        run 0 "$MAISON_PACK" export "$pack" --format hsds-json -o "$name$all.json" $all
        node "$npm/hsds_schemas.mjs" "$shared" "$name$all.csv" "$name$all.json" || exit 1
    done
    run 0 "$MAISON_PACK" build "$pack" -o "$name.pack"
    run 0 "$MAISON_PACK" export "$name.pack" --format hsds-csv -o "$name.pack.csv"
    run 0 "$MAISON_PACK" export "$name.pack" --format hsds-json -o "$name.pack.json"
    node "$npm/hsds_schemas.mjs" "$shared" "$name.pack.csv" "$name.pack.json" || exit 1
done

# It would notice.
sed 's/"status":"active",//' tiny.json >spoilt.json
cp -r tiny.csv spoilt.csv
sed -i 's/,active,/,open,/' spoilt.csv/services.csv
node "$npm/hsds_schemas.mjs" "$shared" tiny.csv spoilt.json >said && { echo "a service without status is valid?"; exit 1; }
has said "must have required property 'status'"
node "$npm/hsds_schemas.mjs" "$shared" spoilt.csv tiny.json >said && { echo "a service that is open is valid?"; exit 1; }
has said 'services.csv:2: /status'
exit 0
