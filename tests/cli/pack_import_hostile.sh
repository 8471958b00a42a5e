# Files as they really come, and files that mean no good: each is read, or refused with the row that is to blame.
. "${SOURCE:?}/tests/cli/pack_lib.bash"
cp -r tiny fresh
mkdir feed
printf 'id,name\no1,Kitchen\n' >feed/organizations.csv

# What an import of services.csv says and leaves: reset, then run STATUS, with the services file's bytes from stdin.
services() {
    rm -rf tiny && cp -r fresh tiny
    cat >feed/services.csv
    run "$1" "$MAISON_PACK" import feed --into tiny
}

printf '\xEF\xBB\xBFid,organization_id,name,description\r\ns1,o1,Soupe,"Chaude\r\net bonne"\r\n' | services 0
has stdout 'services.csv: 1 row read, 1 taken, 0 refused'
grep -q '"Chaude$' tiny/hsds/services.csv || exit 1
printf 'id;organization_id;name;description\ns1;o1;Soupe \xE9t\xE9 \x80;a,b\n' | services 0
has stdout 'services.csv: 1 row read, 1 taken, 0 refused (Windows-1252, semicolons between the cells)'
grep -q 'Soupe été €,"a,b"' tiny/hsds/services.csv || exit 1
printf 'id\torganization_id\tname\ns1\to1\tتجربة\n' | iconv -f UTF-8 -t UTF-16 | services 0
has stdout '(UTF-16, tabs between the cells)'
grep -q 'تجربة' tiny/hsds/services.csv || exit 1
printf 'id,organization_id,name,name\ns1,o1,Soup,Broth\n' | services 0
has stdout 'services.csv:2:name: "Broth" is left out: the column stands twice, with "Soup" first'
printf 'id,organization_id,name,email\ns1,o1,=cmd|x,"=""0476"""\n' | services 0
has stdout 'services.csv:2:name: "=cmd|x" looks like a formula; it is kept as text'
has stdout 'services.csv:2:email: "="0476"" is a formula around a text, and taken as that text'
printf 'id,organization_id,name\ns1,o1,Soup\ns2,"o1,Bread\ns3,o1,Cake\n' | services 0
has stdout 'services.csv:3: has a quotation mark that nothing closes'
has stdout 'Nothing was taken out, because refused rows may be records that are there still.'
printf 'id,organization_id,name\ns1,o1,So\0up\ns2,o1,Bread\n' | services 0
has stdout 'services.csv:2: has a zero byte in a cell'
has stdout 'services.csv: 2 rows read, 1 taken, 1 refused'
head -c 100000 /dev/urandom | services 1
printf '' | services 1
printf 'id,organization_id,name' | services 0
has stdout 'services.csv: 0 rows read, 0 taken, 0 refused'

# A hundred megabytes, one cell of them as large, in bounded memory: also with the sanitizers' own share, when they do
# not keep what was freed.
{ printf 'id,organization_id,name\ns1,o1,Soup\ns2,o1,"'; head -c 104857600 /dev/zero | tr '\0' x; printf '"\ns3,o1,Bread\n'; } >feed/services.csv
rm -rf tiny && cp -r fresh tiny
ASAN_OPTIONS=quarantine_size_mb=1 python3 - "$MAISON_PACK" >stdout <<'END' || exit 1
import resource, subprocess, sys
subprocess.run([sys.argv[1], "import", "feed", "--into", "tiny"], check=True)
peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss
if peak > 256 * 1024:
    sys.exit("an import took %d KiB" % peak)
END
has stdout 'services.csv:3: is longer than a row can be; a quotation mark may be missing'
has stdout 'services.csv: 3 rows read, 2 taken, 1 refused'
rm feed/services.csv

# Zips that lead elsewhere, are links, or grow without end.
python3 - <<'END'
import zipfile, stat
def make(name, *members):
    with zipfile.ZipFile(name, "w", zipfile.ZIP_DEFLATED) as out:
        for member, text in members:
            out.writestr(member, text)
good = ("services.csv", "id,organization_id,name\ns1,o1,Soup\n")
organizations = ("data/organizations.csv", "id,name\no1,Kitchen\n")
make("good.zip", ("data/services.csv", good[1]), organizations, ("__MACOSX/data/._services.csv", "x"))
make("up.zip", good, ("../../evil.csv", "x"))
make("deep.zip", good, ("a/../../evil.csv", "x"))
make("windows.zip", good, ("..\\evil.csv", "x"))
make("absolute.zip", good, ("/etc/evil.csv", "x"))
link = zipfile.ZipInfo("services.csv")
link.create_system, link.external_attr = 3, (stat.S_IFLNK | 0o777) << 16
make("link.zip", (link, "/etc/passwd"))
make("many.zip", *[("%d.csv" % i, "") for i in range(5000)])
with zipfile.ZipFile("bomb.zip", "w", zipfile.ZIP_DEFLATED) as out:
    with out.open("services.csv", "w") as member:
        member.write(b"id,organization_id,name\n")
        for i in range(64):
            member.write(b"x" * (1 << 20))
with open("good.zip", "rb") as whole, open("cut.zip", "wb") as cut:
    cut.write(whole.read()[:-60])
END
rm -rf tiny && cp -r fresh tiny
run 0 "$MAISON_PACK" import good.zip --into tiny --dry-run
has stdout 'data/services.csv: 1 row read, 1 taken, 0 refused'
refused() {
    run 1 "$MAISON_PACK" import "$1" --into tiny
    has stderr "$2"
    diff -r fresh tiny || exit 1
    [ ! -e evil.csv ] && [ ! -e ../evil.csv ] && [ ! -e /etc/evil.csv ] || exit 1
}
refused up.zip 'up.zip: holds the name "../../evil.csv", which leads out of it: do not trust it'
refused deep.zip 'leads out of it'
refused windows.zip 'leads out of it'
refused absolute.zip 'leads out of it'
refused link.zip 'link.zip: holds "services.csv", which is no file but a link: do not trust it'
refused many.zip 'many.zip: holds more than 4096 files'
refused bomb.zip 'grows more than 200 times when it is unpacked (services.csv): do not trust it'
refused cut.zip 'cut.zip: '

# A folder with a link and a pipe: neither is followed, and nothing waits.
ln -s /etc/passwd feed/services.csv
mkfifo feed/locations.csv
rm -rf tiny && cp -r fresh tiny
run 0 timeout 20 "$MAISON_PACK" import feed --into tiny
has stdout 'hsds/organizations.csv: 1 added'
! grep -q 'services.csv' stdout || exit 1
run 1 timeout 20 "$MAISON_PACK" import feed/locations.csv --into tiny
has stderr 'is neither a file nor a folder'
