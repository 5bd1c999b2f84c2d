"""Studies to look at and to measure, made with the command, and a server for their pages."""

import functools
import http.server
import json
import re
import subprocess
import threading


class Refused(Exception):
    """What dotchi said when it failed."""


def call(dotchi, *arguments):
    """What dotchi prints."""
    command = [str(dotchi), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True)
    if done.returncode != 0:
        raise Refused(f"{' '.join(command)} ended with {done.returncode}:\n{done.stderr}")
    return done.stdout


def make(dotchi, folder, survey, images, items=None):
    """A study of two methods in `folder`: `images` has a folder for each, `survey` the values of that block by key."""
    folder.mkdir(parents=True)
    lines = "".join(f"  {key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in survey.items())
    (folder / "study.yaml").write_text(
        f"study: {{id: {folder.name}, title: Which is better?}}\nmethods:\n  A: {{label: A}}\n  B: {{label: B}}\n"
        f"conditions:\n  main: {{methods: [A, B]}}\nsurvey:\n{lines}")
    for method, each in images.items():
        call(dotchi, "pool", "import", method, each, "--study", folder, *(["--items", items] if items else []))
    return folder


def plan(dotchi, folder, seats):
    call(dotchi, "survey", "plan", "--seats", seats, "--seed", 1, "--study", folder)


def build(dotchi, folder):
    """The page of a planned study, in its folder `page`."""
    call(dotchi, "survey", "build", folder / "page", "--study", folder)
    return folder / "page"


def page_data(page):
    """What the page's scripts are given: the plan and the texts."""
    text = next(page.glob("data-*.js")).read_text()
    return json.JSONDecoder().raw_decode(text, text.index("{"))[0]


def seat_file(page, seat=1):
    return page / page_data(page)["plan"]["folders"]["seats"] / f"{seat}.js"


def pairs(page, seat=1):
    """The image files of each pair of a seat."""
    text = seat_file(page, seat).read_text()
    images = page / page_data(page)["plan"]["folders"]["images"]
    names = json.loads(re.search(r"\] = (\[\[.*?\]\])", text, re.S)[1])
    return [[images / f"{name}.png" for name in pair] for pair in names]


class Handler(http.server.SimpleHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        """A page that is closed breaks connections off."""


class Site:
    """A folder on a port of this machine."""

    def __init__(self, folder):
        self.server = Server(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        self.address = f"http://127.0.0.1:{self.server.server_address[1]}/"

    def close(self):
        self.server.shutdown()
        self.server.server_close()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()
