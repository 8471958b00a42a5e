# The Debian package: what it holds, what it needs, and that what it holds runs.
. "$SOURCE/tests/cli/maison_lib.bash"

run 0 cpack -G DEB --config "$BUILD/CPackConfig.cmake" -B "$PWD/out"
package=$(echo out/maison_*.deb)
run 0 dpkg-deb --contents "$package"
for file in usr/bin/maison usr/bin/maison-pack usr/share/maison/grenoble.pack usr/share/locale/ar/LC_MESSAGES/maison.mo \
    usr/share/doc/maison/examples/maison.conf usr/share/doc/maison/copyright; do
    has stdout " ./$file"
done
# Nothing else: no tests, no tools of the build, nothing outside /usr, nothing that others may write.
if grep -vE ' \./(usr/(bin/(maison|maison-pack)?|share/((maison|locale|doc)(/.*)?)?)?)?$' stdout; then exit 1; fi
if grep -E '^.{8}w' stdout; then exit 1; fi
run 0 dpkg-deb --field "$package" Depends
for name in fonts-noto-core fonts-noto-cjk fonts-material-design-icons-iconfont xkb-data libsdl2-2.0-0 libicu libsqlite3-0; do
    has stdout "$name"
done

run 0 dpkg-deb --extract "$package" root
run 0 root/usr/bin/maison-pack --version
run 0 root/usr/bin/maison --pack root/usr/share/maison/grenoble.pack --lang fr --script - <<'END'
expect "Urgence"
END
