"""`make bench-survey`: measures the survey's page in Chromium, the planning of seats and the import of answer files,
and writes the tables results/bench/survey.md.

The page is measured beside one made with jsPsych, each in a browser process of its own, in turn: A B A B ... Both are
watched by one script: a pair is in view in the first frame after both of its images are decoded and visible. Images are
noise-like, the same in each run. Commands are measured from start to end.
"""

import argparse
import datetime
import gzip
import json
import math
import os
import platform
import random
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent / "PageKit"))

import pictures  # noqa: E402
import studies  # noqa: E402
from chromium import Chromium  # noqa: E402

DOTCHI, PEER = "dotchi", "jsPsych"
# For how long trial.js marks a choice before it goes on, in milliseconds.
MARK = 300
# To be reached: milliseconds from the mark to the next pair, bytes of code and style as a server sends them.
NEXT, WEIGHT = 100, 28_000
WINDOW = (1280, 800)
# For how long a pair is looked at, in seconds; on a slow network as long as people do.
LOOK, LOOK_SLOW = 0.25, 2
SLOW = {"offline": False, "latency": 100, "downloadThroughput": 250_000, "uploadThroughput": 250_000}
# From this heading on the tables' file is written by hand, and kept.
KEPT = "## What bounds it"


class Full:
    """How much is measured: images of each method, pairs of a session, pairs after which memory is read, ..."""

    images, trials, memory, rounds = 201, 40, (20, 200), 20
    slow = {128: (3, 30), 512: (1, 10)}
    seats, files = (40, 1_000, 10_000), (100, 1_000, 10_000)


class Quick:
    images, trials, memory, rounds = 21, 10, (5, 20), 3
    slow = {128: (1, 3)}
    seats, files = (10, 40, 100), (10, 40, 100)


def say(text):
    print(text, file=sys.stderr, flush=True)


# --- Pages in a browser

# Notes when pairs came into view and keys were pressed, and presses what stands before the first pair at once.
WATCH = """
performance.setResourceTimingBufferSize(10000)
window.watch = { shown: [], keys: [] }
addEventListener("keydown", event => event.isTrusted && watch.keys.push(event.timeStamp), true)
{
  const pressed = new Set()
  const press = (name, act) => pressed.has(name) || (pressed.add(name), act())
  let last = ""
  const look = () => {
    for (const id of ["agree", "start"]) {
      const button = document.getElementById(id)
      if (button?.checkVisibility()) press(id, () => button.click())
    }
    const intro = document.querySelector(".intro")
    if (intro !== null) {
      press(intro.textContent, () => {
        for (const kind of ["keydown", "keyup"]) {
          intro.dispatchEvent(new KeyboardEvent(kind, { key: " ", code: "Space", bubbles: true }))
        }
      })
    }
    const images = [...document.images].filter(image => image.complete && image.naturalWidth > 0
      && image.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && image.clientWidth > 0)
    const now = images.length === 2 ? images.map(image => image.src).join() : ""
    if (now !== "" && now !== last) {
      Promise.all(images.map(image => image.decode()))
        .then(() => requestAnimationFrame(() => watch.shown.push(performance.now())))
    }
    last = now
    requestAnimationFrame(look)
  }
  requestAnimationFrame(look)
}
"""
LOADED = """
(until => {
  const all = [...performance.getEntriesByType("navigation"), ...performance.getEntriesByType("resource")]
    .filter(entry => entry.responseEnd <= until && entry.name.startsWith("http"))
  return { bytes: all.reduce((sum, entry) => sum + entry.encodedBodySize, 0), requests: all.length }
})
"""


class Person:
    """Somebody who goes through a page in a fresh browser profile."""

    def __init__(self, browser, address, is_slow=False):
        self.page = browser.page()
        self.page.size(*WINDOW)
        self.page.call("Page.addScriptToEvaluateOnNewDocument", source=WATCH)
        if is_slow:
            self.page.call("Network.enable")
            self.page.call("Network.emulateNetworkConditions", **SLOW)
        self.seen = 0
        self.page.go(address)

    def first(self):
        """Milliseconds from navigation to the first pair."""
        self.page.wait("window.watch", 60)
        return self.shown()[0]

    def shown(self):
        """When the next pair came into view, and when the last key was pressed."""
        self.seen += 1
        return self.page.run(
            f"new Promise(done => {{ const look = () => watch.shown.length < {self.seen} ? requestAnimationFrame(look)"
            f" : done([watch.shown[{self.seen - 1}], watch.keys.at(-1)]); look() }})", 600)

    def next(self, look=LOOK):
        """Milliseconds from a key to the next pair; waits before until answers are taken."""
        time.sleep(look)
        self.page.run("new Promise(done => { const look = () => document.getElementById('left')?.disabled"
                      " ? requestAnimationFrame(look) : done(); look() })")
        self.page.key("f", "KeyF", 70)
        shown, pressed = self.shown()
        return shown - pressed

    def loaded(self, until="Infinity"):
        return self.page.run(f"{LOADED}({until})")

    def heap(self):
        """Megabytes of the JavaScript heap that are in use when what is not has been collected."""
        for method in ("HeapProfiler.enable", "HeapProfiler.collectGarbage", "HeapProfiler.collectGarbage",
                       "Performance.enable"):
            self.page.call(method)
        metrics = {metric["name"]: metric["value"] for metric in self.page.call("Performance.getMetrics")["metrics"]}
        return metrics["JSHeapUsedSize"] / 1e6

    def close(self):
        self.page.close()


PEER_PAGE = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Which is better?</title>
<link rel="icon" href="data:,"><link rel="stylesheet" href="jspsych.css">
<script type="importmap">{"imports": {"jspsych": "./jspsych.js"}}</script></head><body>
<script type="module">
import { initJsPsych } from "jspsych"
import preload from "./plugins/preload.js"
import keyboard from "./plugins/html-keyboard-response.js"
const pairs = PAIRS
const said = text => ({ type: keyboard, stimulus: `<p class="intro">${text}</p>`, choices: [" "] })
const image = name => `<img src="${name}" alt="" style="width: SIDEpx; height: SIDEpx; margin: 0 20px">`
initJsPsych().run([
  said("You agree to take part."),
  { type: preload, images: pairs.flat() },
  said("Choose the image that answers the question better: F or J."),
  ...pairs.map(([left, right]) => ({
    type: keyboard, choices: ["f", "j"],
    stimulus: `<p>Which image looks better?</p><div>${image(left)}${image(right)}</div>`,
  })),
])
</script></body></html>
"""


def peer_source(folder):
    """The folder with jspsych.js under `folder`, or None."""
    found = sorted(folder.rglob("jspsych.js")) if folder else []
    return found[-1].parent if found else None


def peer_page(source, folder, images, side, count):
    """A page made with jsPsych, of `count` pairs of the files that the study was made of."""
    folder.mkdir()
    for name in ("jspsych.js", "jspsych.css"):
        shutil.copy(source / name, folder)
    shutil.copytree(source / "plugins", folder / "plugins")
    for method in images:
        (folder / method).symlink_to(images[method])
    pairs = [[f"{method}/{number:04}.png" for method in images] for number in range(count)]
    shown = side * 3 if side < 256 else side
    page = PEER_PAGE.replace("PAIRS", json.dumps(pairs)).replace("SIDE", str(shown))
    (folder / "index.html").write_text(page)
    return folder


class Bench:
    """What is measured with: programs, how much, a folder, browsers, and pages by side of the images."""

    def __init__(self, arguments, folder, mine, theirs):
        self.dotchi, self.much, self.folder = arguments.dotchi, Quick if arguments.quick else Full, folder
        self.browsers = {DOTCHI: mine, PEER: theirs}
        self.peer = peer_source(arguments.jspsych)
        self.sides = [128, 512]
        self.made = {}

    def images(self, side):
        folders = {method: self.folder / f"images-{side}" / method for method in "AB"}
        for method, each in folders.items():
            if each.exists():
                continue
            each.mkdir(parents=True)
            for number in range(self.much.images):
                (each / f"{number:04}.png").write_bytes(pictures.detailed(side, f"{method}{number}"))
        return folders

    def pages(self, side):
        """By contestant, the folders of a page of a usual session and of one that is long enough to read memory."""
        if side not in self.made:
            say(f"pages of {side}-px images")
            images, much = self.images(side), self.much
            survey = {"languages": ["en"], "question": {"en": "Which image looks better?"}, "trials": much.trials,
                      "pairing": "item"}
            study = studies.make(self.dotchi, self.folder / f"study-{side}", survey, images)
            shutil.copytree(study, self.folder / f"unplanned-{side}")
            studies.plan(self.dotchi, study, 40)
            found = {DOTCHI: [shutil.move(studies.build(self.dotchi, study), self.folder / f"page-{side}")]}
            settings = study / "study.yaml"
            settings.write_text(settings.read_text().replace(f"trials: {much.trials}", f"trials: {much.images}"))
            studies.plan(self.dotchi, study, 1)
            found[DOTCHI].append(studies.build(self.dotchi, study))
            if self.peer:
                found[PEER] = [peer_page(self.peer, self.folder / f"peer-{side}-{count}", images, side, count)
                               for count in (much.trials, much.images)]
            self.made[side] = {label: [Path(page) for page in pages] for label, pages in found.items()}
        return self.made[side]


def opened(bench, pages, rounds, is_slow=False):
    """By contestant, milliseconds to the first pair in each round, and what was loaded until then; in turn."""
    took, loaded = {label: [] for label in pages}, {}
    sites = {label: studies.Site(page) for label, page in pages.items()}
    # The first round warms up; a slow network takes much longer than what is warm or not.
    for turn in range(0 if is_slow else -1, rounds):
        for label, site in sites.items():
            person = Person(bench.browsers[label.split(",")[0]], site.address + "index.html?seat=1", is_slow)
            first = person.first()
            if turn >= 0:
                took[label].append(first)
            loaded[label] = person.loaded(first)
            person.close()
    for site in sites.values():
        site.close()
    return took, loaded


def spread(figures):
    """Median and 95th percentile, and how many there are."""
    return [statistics.median(figures), sorted(figures)[math.ceil(0.95 * len(figures)) - 1], len(figures)]


def first_table(bench):
    rows = []
    for is_slow in (False, True):
        for side in bench.sides:
            rounds = bench.much.slow.get(side, (0, 0))[0] if is_slow else bench.much.rounds
            if rounds == 0:
                continue
            pages = {label: each[0] for label, each in bench.pages(side).items()}
            took, loaded = opened(bench, pages, rounds, is_slow)
            for label, figures in took.items():
                middle, most, count = spread(figures)
                rows.append([f"{side} px", "2 Mbit/s, 100 ms" if is_slow else "this machine", label, f"{middle:,.0f}",
                             f"{most:,.0f}", str(count), f"{loaded[label]['bytes'] / 1000:,.0f}",
                             str(loaded[label]["requests"])])
                say("first pair: " + ", ".join(rows[-1]))
    return f"""
## From the link to the first pair

From navigation, with an empty cache, to both images of the first of {bench.much.trials} pairs decoded and in view; \
consent and Start are pressed as soon as they are there. Pages come from Python's http.server, which compresses \
nothing. jsPsych loads all images before the first pair, as its documentation says, dotchi those of the pairs that come next.

""" + table(["images", "network", "page", "median [ms]", "95 % [ms]", "times", "loaded until then [kB]", "requests"],
            rows, 3)


def next_table(bench):
    rows, heaps = [], []
    for side in bench.sides:
        pages = {label: found[1] for label, found in bench.pages(side).items()}
        sites = {label: studies.Site(page) for label, page in pages.items()}
        people = {label: Person(bench.browsers[label], site.address + "index.html?seat=1")
                  for label, site in sites.items()}
        took, heap = {label: [] for label in people}, {label: [] for label in people}
        for person in people.values():
            person.first()
        for number in range(1, bench.much.memory[1]):
            for label, person in people.items():
                took[label].append(person.next())
                if number + 1 in bench.much.memory:
                    heap[label].append(person.heap())
        for label, person in people.items():
            rows.append([f"{side} px", "this machine", label] + beyond(label, took[label]))
            heaps.append([f"{side} px", label] + [f"{figure:.2f}" for figure in heap[label]])
            say("next pair: " + ", ".join(rows[-1]) + "; heap: " + ", ".join(heaps[-1]))
            person.close()
            sites[label].close()
    for side, (_, count) in bench.much.slow.items():
        for label, found in bench.pages(side).items():
            with studies.Site(found[0]) as site:
                person = Person(bench.browsers[label], site.address + "index.html?seat=1", is_slow=True)
                person.first()
                figures = [person.next(LOOK_SLOW) for _ in range(min(count, bench.much.trials - 1))]
                rows.append([f"{side} px", "2 Mbit/s, 100 ms", label] + beyond(label, figures))
                say("next pair: " + ", ".join(rows[-1]))
                person.close()
    few, many = bench.much.memory
    return f"""
## From the key to the next pair

From the key that answers to both images of the next pair decoded and in view. dotchi marks the choice for {MARK} ms \
before it goes on, jsPsych goes on at once: beside the whole time stands what is left without the mark, to be at most \
{NEXT} ms. Each pair is looked at for {LOOK * 1000:.0f} ms, on the slow network for {LOOK_SLOW} s.

""" + table(["images", "network", "page", "median [ms]", "95 % [ms]", "without the mark: median [ms]", "95 % [ms]",
             "pairs"], rows, 3) + """
## Memory

JavaScript heap in use after a collection, in the same sessions.

""" + table(["images", "page", f"after {few} pairs [MB]", f"after {many} pairs [MB]"], heaps, 2)


def beyond(label, figures):
    middle, most, count = spread(figures)
    mark = MARK if label == DOTCHI else 0
    without = [bold(f"{figure - mark:,.0f}", label == PEER or figure - mark <= NEXT) for figure in (middle, most)]
    return [f"{middle:,.0f}", f"{most:,.0f}", *without, str(count)]


def weight_table(bench):
    page = bench.pages(128)[DOTCHI][0]

    def sizes(files):
        return [sum(file.stat().st_size for file in files),
                sum(len(gzip.compress(file.read_bytes(), 9, mtime=0)) for file in files)]

    def line(title, files, most=None):
        raw, packed = sizes(files)
        packed_text = f"{packed / 1000:,.1f}"
        return [title, f"{raw / 1000:,.1f}",
                packed_text if most is None else judged(packed_text, packed <= most, f"{most / 1000:g}")]

    style, script = list(page.glob("survey-*.css")), list(page.glob("survey-*.js"))
    rows = [
        line("index.html", [page / "index.html"]), line("style", style), line("script", script),
        line("style and script", style + script, WEIGHT), line("data: the plan and the texts of one language",
                                                               list(page.glob("data-*.js"))),
        line("pairs of one seat", [studies.seat_file(page)]), line("one image", studies.pairs(page)[0][:1]),
    ]
    if bench.peer:
        rows.append(line(f"{PEER}: its style, script and both plugins", [
            bench.peer / name for name in ("jspsych.css", "jspsych.js", "plugins/preload.js",
                                           "plugins/html-keyboard-response.js")]))
    with studies.Site(page) as site:
        person = Person(bench.browsers[DOTCHI], site.address + "index.html?seat=1")
        first = person.loaded(person.first())
        for _ in range(bench.much.trials - 1):
            person.next(0)
        whole = person.loaded()
        person.close()
    return f"""
## What the page weighs

A study of two folders of 128-px images, {bench.much.trials} pairs a person. dotchi stores all images in files of one \
length, so that none tells its method; jsPsych shows the files as they are ({source_size(bench) / 1000:.0f} kB on \
average). In brackets what is allowed.

""" + table(["", "kB", "gzip -9 [kB]"], rows) + f"""
Until the first pair a person loads {first['bytes'] / 1000:,.0f} kB in {first['requests']} requests, in all \
{whole['bytes'] / 1000:,.0f} kB in {whole['requests']}; nothing compressed.
"""


def source_size(bench):
    return statistics.mean(file.stat().st_size for folder in bench.images(128).values() for file in folder.iterdir())


# --- Commands


def measured(command):
    """Seconds, seconds of all cores together, and the most megabytes of main memory, from start to end."""
    start = time.perf_counter()
    process = subprocess.Popen([str(part) for part in command], stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {os.waitstatus_to_exitcode(status)}.")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


def planned(bench, seats):
    """A study with so many planned seats, and what planning took."""
    study = bench.folder / f"planned-{seats}"
    if study.exists():
        return study, None
    bench.pages(128)
    shutil.copytree(bench.folder / "unplanned-128", study)
    return study, measured([bench.dotchi, "survey", "plan", "--seats", seats, "--seed", 1, "--study", study])


def plan_tables(bench):
    rows, pages = [], {}
    for seats in bench.much.seats:
        study, took = planned(bench, seats)
        built = measured([bench.dotchi, "survey", "build", study / "page", "--study", study])
        pages[f"{DOTCHI}, {seats:,} seats"] = study / "page"
        rows.append([f"{seats:,}"] + [f"{figure:.2f}" for figure in took[:2]] + [f"{took[2]:.0f}"]
                    + [f"{figure:.2f}" for figure in built[:2]] + [f"{built[2]:.0f}"])
        say("planning: " + ", ".join(rows[-1]))
    few, *_, many = pages
    took, loaded = opened(bench, {label: pages[label] for label in (few, many)}, bench.much.rounds)
    opening = []
    for label, figures in took.items():
        middle, most, count = spread(figures)
        opening.append([label.split(", ", 1)[1], f"{middle:,.0f}", f"{most:,.0f}", str(count),
                        f"{loaded[label]['bytes'] / 1000:,.1f}", str(loaded[label]["requests"])])
    return f"""
## Planning

`survey plan` and `survey build` of seats with {bench.much.trials} pairs each, of two pools of {bench.much.images} \
images.

""" + table(["seats", "plan [s]", "of all cores [s]", "MB", "build [s]", "of all cores [s]", "MB"], rows) + """
How the page of seat 1 then opens, in turn:

""" + table(["", "first pair: median [ms]", "95 % [ms]", "times", "loaded until then [kB]", "requests"], opening)


def answer_file(plan, seat, trials, number):
    """The answers of a person to all pairs, as the page writes them."""
    numbers = random.Random(number)

    def identifier():
        return str(uuid.UUID(int=numbers.getrandbits(128), version=4))

    begun = datetime.datetime.now(datetime.timezone.utc)
    lines = [{
        "format": "dotchi-answers-2", "study": plan["study"], "plan_hash": plan["hash"], "seat": seat,
        "participant": f"person-{number:05}", "session": identifier(), "source": "link", "language": "en",
        "started_at": begun.strftime("%Y-%m-%dT%H:%M:%SZ"), "front": "page", "user_agent_class": "desktop",
        "screen": "1280x800@1"}]
    at = 0

    def event(kind, after, **details):
        nonlocal at
        at += after
        lines.append({"id": identifier(), "t_ms": at, "kind": kind, **details})

    event("consent", 5000, value=plan["rules"]["consents"]["en"])
    event("scheme", 1, value="light")
    shown = {"render": "img", "shown_px": 384}
    for trial in range(1, trials + 1):
        event("shown", 400, trial=trial, **shown)
        if trial == 1:
            for question, value in (("view.layout", "side-by-side"), ("view.scale", 3), ("view.surround", 230)):
                event("answer", 1, question=question, value=value)
        took = numbers.randint(500, 4000)
        event("vote", took, trial=trial, choice=numbers.choice(["left", "right"]), response_ms=took, **shown)
    event("finish", 2000)
    return "".join(json.dumps(line, separators=(",", ":")) + "\n" for line in lines)


def import_table(bench):
    seats = bench.much.seats[-1]
    study, _ = planned(bench, seats)
    page = study / "page"
    if not page.exists():
        studies.build(bench.dotchi, study)
    plan = studies.page_data(page)["plan"]
    rows = []
    for count in bench.much.files:
        answers, taking = bench.folder / f"answers-{count}", bench.folder / f"taking-{count}"
        answers.mkdir()
        for number in range(count):
            text = answer_file(plan, number % seats + 1, bench.much.trials, number)
            (answers / f"{number:05}.jsonl").write_text(text)
        shutil.copytree(study, taking, ignore=shutil.ignore_patterns("page"))
        seconds, work, megabytes = measured([bench.dotchi, "votes", "import", answers, "--study", taking])
        votes = studies.call(bench.dotchi, "votes", "export", "--study", taking).count("\n") - 1
        if votes != count * bench.much.trials:
            sys.exit(f"Of {count} answer files {votes} votes were taken in, not {count * bench.much.trials}.")
        rows.append([f"{count:,}", f"{sum(file.stat().st_size for file in answers.iterdir()) / 1e6:.1f}",
                     f"{seconds:.2f}", f"{work:.2f}", f"{count / seconds:,.0f}", f"{megabytes:.0f}"])
        say("importing: " + ", ".join(rows[-1]))
        shutil.rmtree(answers)
        shutil.rmtree(taking)
    return f"""
## Importing

One `votes import FOLDER` of answer files as the page writes them, one a person, {bench.much.trials} votes each, \
into a study with {seats:,} seats.

""" + table(["files", "MB of files", "seconds", "of all cores [s]", "files a second", "MB of memory"], rows)


# --- The tables


def bold(text, is_reached):
    return text if is_reached else f"**{text}**"


def judged(text, is_reached, target):
    """What was measured beside what is to be reached."""
    return f"{bold(text, is_reached)} ({target})"


def table(headings, rows, texts=1):
    """A table whose first columns are texts, the others figures."""
    lines = ["| " + " | ".join(headings) + " |", "|" + " --- |" * texts + " ---: |" * (len(headings) - texts)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def processor():
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())[1]
    return f"{model}, {os.cpu_count()} cores"


def peer_version(source):
    """What is said of jsPsych: its version by the manifest that comes with it."""
    if source is None:
        return f"{PEER} is not here, so dotchi stands alone"
    return f"{PEER} {source.name}"


SECTIONS = {"weight": weight_table, "first": first_table, "next": next_table, "plan": plan_tables,
            "import": import_table}


def main():
    parser = argparse.ArgumentParser(description="Measures the survey: its page, planning, importing.")
    parser.add_argument("--dotchi", required=True, help="the program dotchi")
    parser.add_argument("--chromium", default="chromium")
    parser.add_argument("--jspsych", type=Path, help="a folder that has jspsych.js, jspsych.css and plugins/")
    parser.add_argument("--only", nargs="*", default=list(SECTIONS), choices=list(SECTIONS))
    parser.add_argument("--quick", action="store_true", help="all of it small, in two minutes")
    parser.add_argument("--out", type=Path, required=True, help="the tables' file")
    arguments = parser.parse_args()
    program = arguments.chromium
    with tempfile.TemporaryDirectory() as name, Chromium(program) as mine, Chromium(program) as theirs:
        bench = Bench(arguments, Path(name), mine, theirs)
        if bench.peer is None:
            say(f"{PEER} is not here: the page is measured alone")
        version = studies.call(arguments.dotchi, "--version").strip()
        text = f"""# The survey: what its page weighs and takes, and what planning and importing take

`make bench-survey` wrote these tables{" (--quick: too few to rely on)" if arguments.quick else ""}. {processor()}; \
{platform.system()} {platform.release()}; dotchi {version}; {mine.version}; {peer_version(bench.peer)}; Python \
{platform.python_version()}; {datetime.date.today()}. Bold is what was not reached.
"""
        for section in arguments.only:
            text += SECTIONS[section](bench)
    if arguments.out.exists() and KEPT in (before := arguments.out.read_text()):
        text += "\n" + before[before.index(KEPT):]
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(text)
    print(text)


main()
