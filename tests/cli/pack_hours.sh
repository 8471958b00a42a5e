. "${SOURCE:?}/tests/cli/pack_lib.bash"

clinic=50e4db1d-fbc4-58b8-91ef-ce8ea1d01da6
run 0 "$MAISON_PACK" build tiny -o tiny.pack

run 0 "$MAISON_PACK" hours tiny.pack $clinic --at 2026-11-23T11:45:00+01:00
is stdout 'open until 2026-11-23T12:00:00+01:00, closes soon
MO 09:00-12:00 14:00-17:00
TU 09:00-12:00
WE -
TH -
FR 09:00-12:00
SA -
SU -'

run 0 "$MAISON_PACK" hours tiny.pack $clinic --at 2026-11-24T12:00:00+01:00
has stdout 'closed, next open 2026-11-27T09:00:00+01:00'

# In summer time, asked in UTC; and closed for works.
run 0 "$MAISON_PACK" hours tiny.pack $clinic --at 2026-07-06T07:30:00Z
has stdout 'open until 2026-07-06T12:00:00+02:00'
run 0 "$MAISON_PACK" hours tiny.pack $clinic --at 2026-11-03T10:00:00+01:00
has stdout 'closed, next open 2026-11-09T09:00:00+01:00'

run 0 "$MAISON_PACK" hours tiny.pack $clinic --at 2026-11-23T10:00:00+01:00 --json
has stdout '"state": "open"'
has stdout '"closes_soon": false'
has stdout '"until": "2026-11-23T12:00:00+01:00"'
has stdout '"next_open": null'
has stdout '"opens_at": "14:00"'

run 2 "$MAISON_PACK" hours tiny.pack $clinic --at yesterday
is stdout ''
has stderr 'maison-pack: --at yesterday is no RFC 3339 time'
run 2 "$MAISON_PACK" hours tiny.pack $clinic
is stderr 'maison-pack: hours needs --at RFC3339'
run 3 "$MAISON_PACK" hours tiny.pack nobody --at 2026-11-23T10:00:00+01:00
run 3 "$MAISON_PACK" hours nowhere.pack $clinic --at 2026-11-23T10:00:00+01:00
