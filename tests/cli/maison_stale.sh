. "${SOURCE:?}/tests/cli/pack_lib.bash"

# look WORD ID…: what a visitor who reads English sees there is, or is not ("lacks"), marked as older than the original.
sentence='The original text has changed since this was translated.'
look() {
    local word=$1
    shift
    { printf 'tap %s\n' "$@"; printf '%s "%s"\n' "$word" "$sentence"; } >visit.script
    run 0 "$MAISON" --pack tiny.pack --now 2026-11-24T14:05:00+01:00 --size 1920x1080 --lang en --script visit.script
}
health='#topic/health'
clinic='#service/50e4db1d-fbc4-58b8-91ef-ce8ea1d01da6'
page='#page/seeing-a-doctor'

run 0 "$MAISON_PACK" build tiny -o tiny.pack
look expect-not "$health" "$clinic"
look expect-not "$health" "$page"

# Somebody changes the originals and brings the catalogues up to date: the kiosk says so on both screens.
sed -i 's/On y voit un médecin, sans assurance/On y voit un médecin ou une infirmière, sans assurance/' tiny/hsds/services.csv
sed -i 's/Dites votre nom/Dites votre nom de famille/' tiny/guide/health/seeing-a-doctor.md
run 0 "$MAISON_PACK" catalogue tiny
has stdout 'en: 38 of 40 translated (95 %), 2 changed, 0 missing, checked by a speaker'
run 0 "$MAISON_PACK" check tiny
has stdout 'po/en.po: warning: 2 of 40 texts are translated from an older source text: services/50e4db1d-fbc4-58b8-91ef-ce8ea1d01da6/description, guide/seeing-a-doctor/body.'
run 0 "$MAISON_PACK" build tiny -o tiny.pack
look expect "$health" "$clinic"
look expect "$health" "$page"

# A translator looks at one of them, and takes the fuzzy mark away as Poedit and Weblate do: the catalogue stays as they wrote it.
python3 - <<'END'
path = "tiny/po/en.po"
entries = open(path, encoding="utf-8").read().split("\n\n")
for i, entry in enumerate(entries):
    if 'msgctxt "guide/seeing-a-doctor/body"' in entry and "#, fuzzy" in entry:
        lines = [line for line in entry.split("\n") if not line.startswith(("#,", "#|"))]
        entries[i] = "# Reviewed with the desk.\n" + "\n".join(lines)
made = '"POT-Creation-Date: 2026-11-01 00:00+0000\\n"'
assert made in entries[0]
entries[0] = entries[0].replace(made, made + '\n"PO-Revision-Date: 2026-11-20 09:00+0100\\n"\n"Last-Translator: A Person\\n"')
entries[0] += '\n"X-Generator: Poedit 3.2.2\\n"'
open(path, "w", encoding="utf-8").write("\n\n".join(entries))
END
cp tiny/po/en.po as-saved.po
run 0 "$MAISON_PACK" catalogue tiny
has stdout 'en: 39 of 40 translated (97 %), 1 changed, 0 missing, checked by a speaker'
diff as-saved.po tiny/po/en.po || exit 1
run 0 "$MAISON_PACK" build tiny -o tiny.pack
look expect "$health" "$clinic"
look expect-not "$health" "$page"
