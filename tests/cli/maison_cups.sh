. "$SOURCE/tests/cli/maison_lib.bash"

# A page on a printer that CUPS' authors play (ippeveprinter), through a queue of a CUPS of our own where cups-daemon and
# cups-client are installed, else straight. All of it on the loopback and in this folder, and it ends with this script.
command -v ippeveprinter >/dev/null || { echo "ippeveprinter is not there; install cups-ipp-utils"; exit 1; }
started=()
trap 'kill "${started[@]}" 2>/dev/null; wait; rm -r "$work"' EXIT
chmod 711 . # started by root, CUPS sends pages as another user
free_port() { python3 -c 'import socket; s = socket.socket(); s.bind(("127.0.0.1", 0)); print(s.getsockname()[1])'; }
await() { for _ in $(seq 100); do "$@" >/dev/null 2>&1 && return; sleep 0.1; done; echo "never: $*"; cat log 2>/dev/null; exit 1; }

# It announces itself to Avahi over the system bus: ours is a short-lived one without Avahi.
timeout 120 dbus-daemon --session --address="unix:path=$PWD/bus" --nofork --nopidfile 2>bus.log &
started+=($!)
await test -S bus
export DBUS_SYSTEM_BUS_ADDRESS=unix:path=$PWD/bus

# What it prints is kept, and it says what stands in the file "says" while it holds the page in its hands.
cat >command <<END
#!/bin/sh
cp "\$1" "$PWD/printed"
[ ! -f "$PWD/says" ] || { cat "$PWD/says" >&2; sleep 20; }
END
chmod +x command
mkdir printer
port=$(free_port)
timeout 120 ippeveprinter -p "$port" -r off -n localhost -d "$PWD/printer" -f image/pwg-raster -c "$PWD/command" -v Desk \
    >log 2>&1 &
started+=($!)
await grep -q printer-uri-supported log
where=ipp://localhost:$port/ipp/print

if command -v cupsd >/dev/null && command -v lpadmin >/dev/null; then
    mkdir -p cups/root cups/cache cups/spool cups/state
    cups_port=$(free_port)
    cat >cups/root/cups-files.conf <<END
ServerRoot $PWD/cups/root
CacheDir $PWD/cups/cache
RequestRoot $PWD/cups/spool
StateDir $PWD/cups/state
TempDir $PWD/cups/spool
ServerBin /usr/lib/cups
DataDir /usr/share/cups
AccessLog $PWD/cups/access_log
ErrorLog $PWD/cups/error_log
PageLog $PWD/cups/page_log
END
    cat >cups/root/cupsd.conf <<END
Listen 127.0.0.1:$cups_port
Browsing Off
DefaultAuthType None
WebInterface No
<Location />
Order allow,deny
Allow localhost
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
END
    timeout 120 cupsd -f -c "$PWD/cups/root/cupsd.conf" -s "$PWD/cups/root/cups-files.conf" >cups/out 2>&1 &
    started+=($!)
    export CUPS_SERVER=127.0.0.1:$cups_port
    await lpstat -r
    lpadmin -p desk -E -v "$where" -m everywhere || { cat cups/out cups/error_log; exit 1; }
    where=cups:desk
fi

# print_visit SENTENCE
echo "printer = $where" >maison.conf
print_visit() {
    visit 0 --config maison.conf --lang ar <<END
tap #topic/health
tap "Hôpital Couple-Enfant"
tap #print
expect "$1"
tap #finish
END
}

# Jobs and their pages, as CUPS names them in its spool.
nothing_is_kept() {
    [ "$where" = cups:desk ] || return 0
    local kept
    kept=$(find cups/spool -name '[cd]0*')
    [ -z "$kept" ] || { echo "the spool keeps $kept"; exit 1; }
}

print_visit "تمت الطباعة"
python3 - printed <<'END' || exit 1
import struct, sys
page = open(sys.argv[1], "rb").read()
header = page[4:4 + 1796]
assert page[:4] == b"RaS2" and struct.unpack(">2I", header[372:380]) == (2480, 3508), page[:16]
END
nothing_is_kept

# The cover comes open while the page is on its way: it is said, the printer is told to let go, and nothing is kept.
echo "STATE: +cover-open" >says
print_visit "الطابعة لا تعمل"
has stderr "the printer is open"
has log "Cancel-Job successful-ok"
nothing_is_kept
