. "$SOURCE/tests/cli/maison_lib.bash"

# What a visitor typed is nowhere in the memory of the kiosk, nor in any file, when the visit has ended; neither in what it
# holds nor in what it has given back. With a sanitizer, its allocator overwrites that.
mkdir home local
echo "local_dir = $PWD/local" >maison.conf
export ASAN_OPTIONS=max_free_fill_size=1073741824:quarantine_size_mb=1
python3 "$SOURCE/tests/support/read_memory.py" "$PWD/home" "$MAISON" --pack grenoble.pack --config maison.conf \
    --now 2026-11-24T14:05:00+01:00 --size 1280x720 || exit 1
grep -rqE "qzvkwpxj" local && { echo "local_dir holds what was typed"; exit 1; }
exit 0
