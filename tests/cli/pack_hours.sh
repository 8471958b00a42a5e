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
run 0 "$MAISON_PACK" hours tiny.pack $clinic --at 2027-07-05T07:30:00Z
has stdout 'open until 2027-07-05T12:00:00+02:00'
run 0 "$MAISON_PACK" hours tiny.pack $clinic --at 2026-11-03T10:00:00+01:00
has stdout 'closed, next open 2026-11-09T09:00:00+01:00'

run 0 "$MAISON_PACK" hours tiny.pack $clinic --at 2026-11-23T10:00:00+01:00 --json
has stdout '"state": "open"'
has stdout '"closes_soon": false'
has stdout '"until": "2026-11-23T12:00:00+01:00"'
has stdout '"next_open": null'
has stdout '"opens_at": "14:00"'


# A clock from before the pack was made is wrong.
run 0 "$MAISON_PACK" hours tiny.pack $clinic --at 2026-10-30T10:00:00+01:00
is stdout unknown

# Days that differ from the week: works, a rule by the month, an opening on a holiday, a row that can't be.
cp -r "$SOURCE/tests/data/packs/tiny" monthly
sed -e '1s/$/,opens_at,closes_at/' -e '2,$s/$/,,/' "$SOURCE/tests/data/packs/tiny/closures.csv" >monthly/closures.csv
echo 'noel2,Noël,--12-25,,50e4db1d-fbc4-58b8-91ef-ce8ea1d01da6,10:00,16:00' >>monthly/closures.csv
sed -i 's/WEEKLY,MO,,14:00/MONTHLY,2MO,,14:00/' monthly/hsds/schedules.csv
run 0 "$MAISON_PACK" build monthly -o monthly.pack
run 0 "$MAISON_PACK" hours monthly.pack $clinic --at 2026-11-03T10:00:00+01:00
is stdout 'closed, next open 2026-11-09T09:00:00+01:00
MO 09:00-12:00
TU 09:00-12:00
WE -
TH -
FR 09:00-12:00
SA -
SU -
2026-11-03 -
2026-11-06 -
2026-11-09 09:00-12:00 14:00-17:00'
run 0 "$MAISON_PACK" hours monthly.pack $clinic --at 2026-11-03T10:00:00+01:00 --json
has stdout '"date": "2026-11-06"'
run 0 "$MAISON_PACK" hours monthly.pack $clinic --at 2027-12-25T10:30:00+01:00
has stdout 'open until 2027-12-25T16:00:00+01:00'
sed -i 's/2MO,,14:00/32MO,,14:00/' monthly/hsds/schedules.csv
run 0 "$MAISON_PACK" check monthly
has stdout 'hsds/schedules.csv:3:byday: warning: '
run 0 "$MAISON_PACK" build monthly -o monthly.pack
run 0 "$MAISON_PACK" hours monthly.pack $clinic --at 2026-11-09T10:00:00+01:00
is stdout unknown

# The night when clocks go back shows 02:30 twice: a door that closes then does so the first time.
sed -i 's/32MO,,14:00,17:00:00/-1SA,,22:00,02:30/' monthly/hsds/schedules.csv
run 0 "$MAISON_PACK" build monthly -o monthly.pack
run 0 "$MAISON_PACK" hours monthly.pack $clinic --at 2027-10-31T02:15:00+02:00
has stdout 'open until 2027-10-31T02:30:00+02:00, closes soon'
run 0 "$MAISON_PACK" hours monthly.pack $clinic --at 2027-10-31T02:15:00+01:00
has stdout 'closed, next open 2027-11-01T09:00:00+01:00'
# And when they go forward there is no 02:30.
run 0 "$MAISON_PACK" hours monthly.pack $clinic --at 2027-03-28T01:45:00+01:00
has stdout 'open until 2027-03-28T03:00:00+02:00, closes soon'

run 2 "$MAISON_PACK" hours tiny.pack $clinic --at yesterday
is stdout ''
has stderr 'maison-pack: --at yesterday is no RFC 3339 time'
run 2 "$MAISON_PACK" hours tiny.pack $clinic
is stderr 'maison-pack: hours needs --at RFC3339'
run 3 "$MAISON_PACK" hours tiny.pack nobody --at 2026-11-23T10:00:00+01:00
run 3 "$MAISON_PACK" hours nowhere.pack $clinic --at 2026-11-23T10:00:00+01:00
