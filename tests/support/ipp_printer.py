"""A printer for the tests that speaks IPP (RFC 8010, RFC 8011) on the loopback: takes PWG raster pages, or complains.
Usage: ipp_printer.py FOLDER; writes its port to FOLDER/port. While FOLDER/reason exists its words are the printer's
state reasons and pages stay in the queue. Each page is kept as FOLDER/page-N, each operation is a line of FOLDER/log.
Ends by itself after two minutes."""
import http.server, os, struct, sys, threading

folder = sys.argv[1]
jobs = {}
COMPLETED, CANCELLED, HELD = 9, 7, 6
OPERATIONS = {0x0002: "print", 0x0008: "cancel", 0x0009: "job", 0x000B: "printer"}


def value(tag, name, data):
    name = name.encode()
    return bytes([tag]) + struct.pack(">H", len(name)) + name + struct.pack(">H", len(data)) + data


def number(tag, name, n):
    return value(tag, name, struct.pack(">i", n))


def reason():
    try:
        return open(f"{folder}/reason").read().strip()
    except FileNotFoundError:
        return None


def split(body):
    """The attributes end with tag 3; what follows is the page."""
    at, found, name = 8, {}, ""
    while body[at] != 3:
        if body[at] < 0x10:
            at += 1
            continue
        n = struct.unpack(">H", body[at + 1:at + 3])[0]
        name = body[at + 3:at + 3 + n].decode() or name
        size = struct.unpack(">H", body[at + 3 + n:at + 5 + n])[0]
        found[name] = body[at + 5 + n:at + 5 + n + size]
        at += 5 + n + size
    return found, body[at + 1:]


class Printer(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass

    def read_body(self):
        if self.headers.get("Transfer-Encoding") != "chunked":
            return self.rfile.read(int(self.headers["Content-Length"]))
        body = b""
        while size := int(self.rfile.readline(), 16):
            body += self.rfile.read(size)
            self.rfile.readline()
        self.rfile.readline()
        return body

    def answer_of(self, operation, attributes, page):
        job = struct.unpack(">i", attributes["job-id"])[0] if "job-id" in attributes else 0
        if operation == "printer":
            return b"\x04" + number(0x23, "printer-state", 3) + \
                value(0x44, "printer-state-reasons", (reason() or "none").encode()) + \
                value(0x22, "printer-is-accepting-jobs", b"\x01")
        if operation == "print":
            job = len(jobs) + 1
            jobs[job] = HELD if os.path.exists(f"{folder}/hold") else COMPLETED
            open(f"{folder}/page-{job}", "wb").write(page)
        if operation == "cancel":
            jobs[job] = CANCELLED
        if os.path.exists(f"{folder}/complain"):  # between the page and the next question
            os.rename(f"{folder}/complain", f"{folder}/reason")
        return b"\x02" + number(0x21, "job-id", job) + number(0x23, "job-state", jobs[job])

    def do_POST(self):
        if self.headers.get("Expect") == "100-continue":
            self.send_response_only(100)
            self.end_headers()
        body = self.read_body()
        operation = OPERATIONS[struct.unpack(">H", body[2:4])[0]]
        attributes, page = split(body)
        with open(f"{folder}/log", "a") as log:
            word = "purge" if "purge-job" in attributes else operation
            print(word, attributes.get("document-format", b"").decode(), file=log)
        answer = body[:2] + b"\x00\x00" + body[4:8] + b"\x01" + value(0x47, "attributes-charset", b"utf-8") + \
            value(0x48, "attributes-natural-language", b"en") + self.answer_of(operation, attributes, page) + b"\x03"
        self.send_response(200)
        self.send_header("Content-Type", "application/ipp")
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Printer)
threading.Timer(120, lambda: os._exit(0)).start()
open(f"{folder}/port.new", "w").write(str(server.server_port))
os.rename(f"{folder}/port.new", f"{folder}/port")
server.serve_forever()
