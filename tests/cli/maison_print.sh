. "$SOURCE/tests/cli/maison_lib.bash"

# A printer of our own on the loopback, which ends with this script.
mkdir ipp pages
python3 "$SOURCE/tests/support/ipp_printer.py" "$PWD/ipp" &
printer=$!
trap 'kill $printer 2>/dev/null' EXIT
for _ in $(seq 100); do [ -f ipp/port ] && break; sleep 0.1; done

print_visit() { # CONFIG-LINE SENTENCE
    echo "$1" >maison.conf
    visit 0 --config maison.conf --lang fr <<END
tap #topic/health
tap "Hôpital Couple-Enfant"
expect-id #qr
tap #print
expect "$2"
expect-screen service
END
}

# Pages and first days as pictures; without a printer there is no button.
print_visit "printer = file:$PWD/pages" "C’est imprimé"
[ -s pages/page-1.png ] || exit 1
visit 1 --lang fr <<'END'
tap #topic/health
tap "Hôpital Couple-Enfant"
expect-id #print
END
has stderr "#print"

# What the printer does is said by itself, to who listens.
visit 0 --config maison.conf --lang fr <<'END'
key F23
key-until F14 "Mes premiers jours"
key F17
tap #print
expect-spoken "fr	C’est imprimé. Prenez votre page"
END

# What the printer said goes with the place that it was about.
visit 0 --config maison.conf --lang fr <<'END'
tap #first-days
tap #print
expect "C’est imprimé"
tap #back
expect-not "C’est imprimé"
END

# IPP: the page arrives whole, as PWG raster of A4 at 300 dots an inch, 8 bits of grey.
ipp="printer = ipp://127.0.0.1:$(cat ipp/port)/ipp/print"
print_visit "$ipp" "C’est imprimé"
has ipp/log "print image/pwg-raster"
python3 - ipp/page-1 <<'END' || exit 1
import struct, sys
page = open(sys.argv[1], "rb").read()
header = page[4:4 + 1796]
assert page[:4] == b"RaS2" and header[:9] == b"PwgRaster", page[:16]
assert struct.unpack(">2I", header[276:284]) == (300, 300), "HWResolution"
assert struct.unpack(">2I", header[372:380]) == (2480, 3508), "cupsWidth, cupsHeight"
assert struct.unpack(">3I", header[384:396]) == (8, 8, 2480), "bits and bytes a line"
END

# Out of paper before and while a page waits; jammed. Nothing stays in the queue.
echo media-empty-error >ipp/reason
print_visit "$ipp" "n’a plus de papier"
[ ! -f ipp/page-2 ] || exit 1
rm ipp/reason
touch ipp/hold
echo media-jam-error >ipp/complain
print_visit "$ipp" "est coincé"
[ -f ipp/page-2 ] || exit 1
has ipp/log "cancel"
rm ipp/reason ipp/hold

# A queue of CUPS keeps what was printed unless it is asked to forget it, and repeats old complaints: a page that comes
# out in time belies them.
CUPS_SERVER=127.0.0.1:$(cat ipp/port)
export CUPS_SERVER
lacks ipp/log "purge"
echo media-empty-error >ipp/reason
print_visit "printer = cups:desk" "C’est imprimé"
[ "$(tail -n 1 ipp/log)" = "purge " ] || exit 1
rm ipp/reason
unset CUPS_SERVER

# No printer where the settings say there is one, and settings that mean none.
print_visit "printer = ipp://127.0.0.1:9/ipp/print" "ne fonctionne pas"
has stderr "maison: printer: 127.0.0.1:9 does not answer"
echo "printer = /dev/usb/lp0" >maison.conf
visit 0 --config maison.conf --lang fr <<'END'
expect-screen home
END
has stderr "is no printer; write cups:QUEUE"
