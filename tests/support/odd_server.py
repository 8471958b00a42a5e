"""A web server on the loopback that serves a folder, and misbehaves where it is asked to. Usage: odd_server.py FOLDER PORT-FILE

/plain/NAME    the file                     /endless/NAME   the file, then more and more of it
/moved/NAME    a redirection to /plain      /round/NAME     a redirection to itself
/away/NAME     a redirection to a file:     /broken/NAME    half of the file, then the connection ends
/silent/NAME   nothing at all

The signature and the index are always given as they are, so that the pack itself is what goes wrong. It ends by itself after
two minutes."""
import http.server, os, sys, threading, time

folder, port_file = sys.argv[1:]


class Handler(http.server.BaseHTTPRequestHandler):
    def log_message(self, *_):
        pass

    def redirect(self, to):
        self.send_response(302)
        self.send_header("Location", to)
        self.end_headers()

    def do_GET(self):
        _, how, name = self.path.split("/", 2)
        path = os.path.join(folder, os.path.basename(name))
        if not os.path.isfile(path):
            self.send_error(404)
            return
        if not name.endswith(".pack"):
            how = "plain"
        body = open(path, "rb").read()
        if how == "moved":
            self.redirect("/plain/" + name)
        elif how == "round":
            self.redirect(self.path)
        elif how == "away":
            self.redirect("file://" + os.path.abspath(path))
        elif how == "silent":
            time.sleep(60)
        else:
            self.send_response(200)
            if how != "endless":
                self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body[: len(body) // 2] if how == "broken" else body)
            while how == "endless":
                self.wfile.write(body)


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
with open(port_file + ".new", "w") as file:
    file.write(str(server.server_address[1]))
os.rename(port_file + ".new", port_file)
threading.Timer(120, lambda: os._exit(0)).start()
server.serve_forever()
