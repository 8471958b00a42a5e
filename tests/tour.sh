#!/usr/bin/env bash
# Every screen, in each language of the default pack and both orientations, as PNG, with an index page.
# Usage: tour.sh OUT (after ./dev has built the program and the default pack)
set -euo pipefail
cd "$(dirname "$0")/.."

out=$(realpath -m "$1")
maison=build/dev/maison pack=build/grenoble.pack
now=2026-11-24T10:05:00+01:00
languages=(fr en ar es fa uk ti zh-Hans)
sizes=(1920x1080 1080x1920)
# What the pictures show: a topic, a page and services with and without hours.
topics=(health housing language papers daily women children work transport participate)
page=page/care-without-insurance
declare -A words=([fr]=medecin [en]=doctor [ar]=طبيب [es]=medico [fa]=پزشک [uk]=лікар [ti]=ሓኪም [zh-Hans]=医生)

rm -rf "$out"
mkdir -p "$out"

# The names of a topic's services, as the program tells them.
services_of() {
    printf 'tap #lang/fr\ntap #topic/%s\ntargets\n' "$1" |
        "$maison" --pack "$pack" --now "$now" --size 1920x1080 --script - |
        python3 -c 'import json, sys
for line in sys.stdin:
    id = json.loads(line)["id"]
    if id.startswith("service/"):
        print(id)'
}

mapfile -t health < <(services_of health)
mapfile -t language < <(services_of language)

tour_of() {
    local lang=$1 size=$2 prefix="$out/$1-$2" topic
    echo "shot $prefix-01-languages.png"
    echo "tap #lang/$lang"
    echo "shot $prefix-02-home.png"
    for topic in "${topics[@]}"; do
        echo "tap #topic/$topic"
        echo "shot $prefix-03-topic-$topic.png"
        echo "tap #back"
    done
    echo "tap #topic/health"
    [ -n "$(printf '%s\n' "${health[@]}")" ] && echo "tap #facet/free" && echo "shot $prefix-03-topic-narrowed.png" && echo "tap #facet/free"
    echo "tap #$page"
    echo "shot $prefix-04-page.png"
    echo "tap #scroll-down"
    echo "shot $prefix-04-page-lower.png"
    echo "tap #back"
    echo "tap #${health[0]}"
    echo "shot $prefix-05-service-health.png"
    echo "tap #wrong"
    echo "shot $prefix-14-wrong.png"
    echo "tap #wrong/hours"
    echo "shot $prefix-14-wrong-noted.png"
    echo "tap #back"
    echo "tap #home"
    echo "tap #topic/language"
    echo "tap #${language[0]}"
    echo "shot $prefix-05-service-language.png"
    echo "tap #emergency"
    echo "shot $prefix-06-emergency.png"
    echo "tap #back"
    echo "tap #home"
    echo "tap #first-days"
    echo "tap #step/emergency-number"
    echo "shot $prefix-11-first-days.png"
    echo "tap #home"
    echo "tap #phrases"
    echo "shot $prefix-12-phrases.png"
    echo "tap #phrase/i-am-pregnant"
    echo "tap #answer/wait-here"
    echo "shot $prefix-12-phrase.png"
    # Who reads the local language needs no interpreter.
    [ "$lang" = fr ] || printf 'tap #phrase/interpreter\nshot %s-12-phrase-interpreter.png\n' "$prefix"
    echo "tap #home"
    echo "tap #search"
    echo "shot $prefix-13-search.png"
    echo "type \"${words[$lang]}\""
    echo "shot $prefix-13-search-found.png"
    echo "tap #home"
    echo "tap #about"
    echo "shot $prefix-07-about.png"
    echo "tap #language"
    echo "shot $prefix-08-languages-within.png"
    echo "tap #back"
    echo "wait 95"
    echo "shot $prefix-09-still-there.png"
    echo "tap #more-time"
    echo "tap #home"
    echo "tap #topic/health"
    echo "tap #hide"
    echo "shot $prefix-10-hidden.png"
}

# The same few screens in each way to show things.
declare -A taps=([largest]="size/largest" [dark]="contrast/dark" [black-yellow]="contrast/black-yellow" [low-reach]="low-reach"
    [largest-dark-low]="size/largest contrast/dark low-reach")
display_tour_of() {
    local lang=$1 size=$2 mode=$3 prefix="$out/display-$3-$1-$2" id
    echo "tap #display"
    for id in ${taps[$mode]}; do echo "tap #$id"; done
    echo "shot $prefix-15-display.png"
    echo "tap #back"
    echo "shot $prefix-01-languages.png"
    echo "tap #lang/$lang"
    echo "shot $prefix-02-home.png"
    echo "tap #topic/health"
    echo "shot $prefix-03-topic.png"
    echo "tap #$page"
    echo "shot $prefix-04-page.png"
    echo "tap #back"
    echo "tap #${health[0]}"
    echo "shot $prefix-05-service.png"
    echo "tap #emergency"
    echo "shot $prefix-06-emergency.png"
    echo "tap #back"
    echo "tap #home"
    echo "tap #first-days"
    echo "shot $prefix-11-first-days.png"
    echo "tap #home"
    echo "tap #phrases"
    echo "tap #phrase/i-am-pregnant"
    echo "shot $prefix-12-phrase.png"
    echo "tap #home"
    echo "tap #search"
    echo "type \"${words[$lang]}\""
    echo "shot $prefix-13-search-found.png"
    echo "wait 95"
    echo "shot $prefix-09-still-there.png"
}

# A folder for notes, so that a visitor may say what is wrong.
local=$(mktemp -d)
trap 'rm -rf "$local"' EXIT
echo "local_dir = $local/notes" >"$local/maison.conf"

for lang in "${languages[@]}"; do
    for size in "${sizes[@]}"; do
        tour_of "$lang" "$size" | "$maison" --config "$local/maison.conf" --pack "$pack" --now "$now" --size "$size" --script -
    done
done
for lang in fr ar ti zh-Hans; do
    for size in "${sizes[@]}"; do
        for mode in "${!taps[@]}"; do
            display_tour_of "$lang" "$size" "$mode" | "$maison" --config "$local/maison.conf" --pack "$pack" --now "$now" --size "$size" --script -
        done
    done
done

# The staff screen, with a store and a stick that has the same pack.
mkdir -p "$local/sticks/usb0"
cp "$pack" "$local/sticks/usb0/grenoble.pack"
maison_pack=${maison}-pack
"$maison_pack" keygen -W -p "$local/key.pub" -s "$local/key.sec" >"$local/log"
"$maison_pack" sign -s "$local/key.sec" "$local/sticks/usb0/grenoble.pack" >"$local/log"
"$maison_pack" install "$local/sticks/usb0" --store "$local/store" -p "$local/key.pub" >"$local/log"
{
    # The PIN 2468, hashed at the least cost.
    echo 'staff_pin_hash = $argon2id$v=19$m=8,t=1,p=1$P8EujkIETbarnMMm0OtYoQ$IhtaYkMpv0mYs2VfswRuEPDHGyknQ8aBx3HSOwMsElY'
    printf 'store = %s\ntrust = %s\naudience = grenoble\n' "$local/store" "$(tail -n 1 "$local/key.pub")"
    printf 'sticks = %s\nlocal_dir = %s\nclock_command = /bin/true\n' "$local/sticks" "$local/notes"
} >"$local/staff.conf"

staff_tour_of() {
    local prefix="$out/staff-$1-$2" part
    printf '%s\n' 'tap #staff' 'tap #language' "tap #lang/$1" 'tap #key/2' "shot $prefix-16-pin.png" \
        'tap #key/4' 'tap #key/6' 'tap #key/8' 'tap #staff/open' "shot $prefix-16-staff.png"
    for part in install copy clock; do
        printf '%s\n' "tap #staff/$part" "shot $prefix-16-staff-$part.png" 'tap #back'
    done
    printf '%s\n' 'tap #staff/install' 'tap #stick/usb0' "shot $prefix-16-staff-taken.png"
}
for lang in "${languages[@]}"; do
    for size in "${sizes[@]}"; do
        staff_tour_of "$lang" "$size" | "$maison" --config "$local/staff.conf" --now "$now" --size "$size" --script -
    done
done

for size in "${sizes[@]}"; do
    echo "shot $out/problem-$size.png" | "$maison" --size "$size" --script - 2>/dev/null
done

{
    echo '<!doctype html><meta charset="utf-8"><title>Maison: the tour</title>'
    echo '<style>body{font-family:sans-serif;background:#eee;margin:2em}figure{display:inline-block;margin:8px}img{max-width:460px;max-height:460px;border:1px solid #999}</style>'
    for picture in "$out"/*.png; do
        name=$(basename "$picture")
        echo "<figure><a href=\"$name\"><img loading=\"lazy\" src=\"$name\" alt=\"${name%.png}\"></a><figcaption>${name%.png}</figcaption></figure>"
    done
} >"$out/index.html"
echo "$(find "$out" -name '*.png' | wc -l) pictures: $out/index.html"
