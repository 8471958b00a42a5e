. "$SOURCE/tests/cli/maison_lib.bash"

# Installed, the kiosk finds its catalogues under the prefix and keeps to them among those of other programs.
cmake --install "$BUILD" --prefix "$PWD/prefix" >/dev/null
mkdir -p prefix/share/locale/{de,en_GB,pt_BR}/LC_MESSAGES

run 0 prefix/bin/maison --pack grenoble.pack --lang fr --script - <<'END'
expect "Urgence"
END
is stderr ''

run 0 prefix/bin/maison --script - <<'END'
expect-screen problem
expect "Cette borne ne marche pas"
text
END
[ "$(grep -c 'This kiosk is not working' stdout)" = 1 ] || { cat stdout; exit 1; }

run 0 prefix/bin/maison-pack check tiny
