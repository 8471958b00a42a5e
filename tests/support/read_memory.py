"""Runs the kiosk through a script and reads its memory from outside while it waits: what was typed must be there before
the visit ends, and nowhere after. Usage: read_memory.py FOLDER MAISON OPTION…; FOLDER becomes its home and its place for
temporary files, and is searched too. The kiosk waits because each picture goes to a pipe that nobody reads yet."""
import os, subprocess, sys, time

NEEDLE = "qzvkwpxj"  # stands in no text; typed key by key, so that the script does not hold it either
folder, command = sys.argv[1], sys.argv[2:]
forms = [NEEDLE.encode(encoding) for encoding in ("utf-8", "utf-16-le", "utf-32-le")]


def script(end):
    keys = "".join(f"tap #key/{letter}\n" for letter in NEEDLE)
    return f"tap #lang/en\ntap #search\n{keys}shot {folder}/typed\n{end}\nshot {folder}/ended\n"


def mappings(pid):
    for line in open(f"/proc/{pid}/maps"):
        ends, rights, *_ = line.split()
        start, end = (int(number, 16) for number in ends.split("-"))
        if rights[1] != "w" or end - start > 1 << 27:  # a sanitizer's shadow is larger, and holds no texts
            continue
        if "[stack]" in line:  # below the stack pointer lies what calls have left behind; the next ones overwrite it
            start = int(open(f"/proc/{pid}/syscall").read().split()[-2], 16)
        yield start, end, line.strip()


def found_in_memory(pid):
    found = []
    with open(f"/proc/{pid}/mem", "rb", 0) as memory:
        for start, end, line in mappings(pid):
            try:
                memory.seek(start)
                content = memory.read(end - start)
            except OSError:  # a guard page
                continue
            found += [f"{form!r} in {line}" for form in forms if form in content]
    return found


def found_in_files():
    for path, _, names in os.walk(folder):
        for name in names:
            full = os.path.join(path, name)
            if os.path.isfile(full) and any(form in open(full, "rb").read() for form in forms):
                yield full


def asleep(pid):
    """In the open of the pipe, which nobody reads."""
    return open(f"/proc/{pid}/stat").read().rsplit(")", 1)[1].split()[0] == "S"


def pause(process, name):
    """What is in memory when the kiosk has come to the picture `name`; then it goes on."""
    time.sleep(0.1)
    calm = 0
    while calm < 5:  # it may sleep for a moment on its way, while it waits for a file or a lock
        assert process.poll() is None, "the kiosk has ended early"
        calm = calm + 1 if asleep(process.pid) else 0
        time.sleep(0.1)
    found = found_in_memory(process.pid)
    with open(f"{folder}/{name}", "rb") as pipe:
        while pipe.read(1 << 16):
            pass
    return found


def visit(end):
    for name in ("typed", "ended"):
        os.mkfifo(f"{folder}/{name}")
    environment = os.environ | {"HOME": folder, "TMPDIR": folder}
    process = subprocess.Popen(command + ["--script", "-"], stdin=subprocess.PIPE, env=environment)
    process.stdin.write(script(end).encode())
    process.stdin.close()
    assert pause(process, "typed"), "what was typed is not seen in memory: the test looks in the wrong place"
    left = pause(process, "ended")
    assert process.wait(60) == 0
    left += list(found_in_files())
    for name in ("typed", "ended"):
        os.unlink(f"{folder}/{name}")
    assert not left, f"after {end!r}: " + "\n".join(left)


for end in ("tap #topic/women\ntap #hide", "wait 130"):
    visit(end)
