"""`make bench-collector`: measures `dotchi survey serve` and writes the tables results/bench/collector.md.

Votes come one a request over 64 connections of wrk, which runs on the same cores. A vote counts where it was acknowledged; at
the end those in study.sqlite are counted. Beside it, in turn (A B A B ...), a plain collector of Flask and
sqlite3; and what bounds both: bare GETs of the same server, and fdatasync of the same disk.
"""

import argparse
import datetime
import http.client
import json
import os
import platform
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from pathlib import Path

FOLDER = Path(__file__).parent
sys.path.insert(0, str(FOLDER.parent / "PageKit"))

import pictures  # noqa: E402
import studies  # noqa: E402

CONNECTIONS, TRIALS, SEATS = 64, 40, 640
PORT, PEER_PORT = 18480, 18481
# To be reached: votes a second, the 99th percentile in ms; and ODK Central's own soak test, 50 submissions/s for 30 s.
RATE, SLOWEST, ODK_RATE, ODK_SECONDS = 10_000, 25, 50, 30
# From this heading on the tables' file is written by hand, and kept.
KEPT = "## What bounds it"


class Full:
    rounds, seconds, votes, people = 3, 20, 1_000_000, 300


class Quick:
    rounds, seconds, votes, people = 1, 3, 20_000, 20


def say(text):
    print(text, file=sys.stderr, flush=True)


def memory(process):
    """Resident memory of a process in MB."""
    lines = Path(f"/proc/{process.pid}/status").read_text().splitlines()
    return int(next(line for line in lines if line.startswith("VmRSS")).split()[1]) / 1024


def ask(connection, method, path, body=None, secret=None):
    """The status and the body of a reply."""
    headers = {"Authorization": f"Bearer {secret}"} if secret else {}
    connection.request(method, path, body, headers)
    reply = connection.getresponse()
    return reply.status, reply.read()


def wait_for(port):
    for _ in range(600):
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            ask(connection, "GET", "/healthz")
            return
        except OSError:
            time.sleep(0.05)
    raise SystemExit(f"bench-collector: nothing answers on port {port}")


def wrk(port, seconds, environment=None, path="/"):
    """What wrk says: with an environment the votes of votes.lua, else bare GETs of `path`."""
    command = ["wrk", "-t2", f"-c{CONNECTIONS}", f"-d{seconds}s", "--latency", "--timeout", "10s"]
    if environment:
        command += ["-s", str(FOLDER / "votes.lua")]
    command.append(f"http://127.0.0.1:{port}{path}")
    out = subprocess.run(
        command, capture_output=True, text=True, check=True, env=os.environ | (environment or {})).stdout
    if not environment:
        return float(next(line for line in out.splitlines() if line.startswith("Requests/sec")).split()[1])
    for line in out.splitlines():
        if line.startswith("FIRST"):
            say(f"  {line}")
    result = json.loads(next(line for line in out.splitlines() if line.startswith("RESULT"))[7:])
    result["rate"] = (result["requests"] - result["failed"]) / result["seconds"]
    return result


def syncs(folder, seconds=3):
    """How often a second 4 kB are written at the end of a file and brought to disk."""
    file = os.open(folder / "syncs", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    (end, count) = (time.monotonic() + seconds, 0)
    while time.monotonic() < end:
        os.write(file, b"\0" * 4096)
        os.fdatasync(file)
        count += 1
    os.close(file)
    return count / seconds


class Collector:
    """dotchi's collector on a study of its own."""

    def __init__(self, dotchi, folder, images, seats):
        self.study = studies.make(
            dotchi, folder / "study", {"submit": "collector", "trials": TRIALS, "languages": ["en"]}, images)
        self.dotchi = dotchi
        studies.plan(dotchi, self.study, seats)
        self.start()

    def start(self):
        self.process = subprocess.Popen(
            [self.dotchi, "survey", "serve", "--port", str(PORT), "--sessions-per-minute", "1000000", "--study",
             str(self.study)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        wait_for(PORT)
        self.plan = sqlite3.connect(f"file:{self.study}/study.sqlite?mode=ro", uri=True).execute(
            "SELECT hash FROM plan WHERE frozenAt IS NOT NULL").fetchone()[0]

    def open_sessions(self, count, file):
        connection = http.client.HTTPConnection("127.0.0.1", PORT)
        with open(file, "w") as lines:
            for _ in range(count):
                status, body = ask(connection, "POST", "/v1/sessions", json.dumps({"plan": self.plan}))
                if status not in (200, 201):
                    raise SystemExit(f"bench-collector: no session: {status} {body.decode()}")
                begun = json.loads(body)
                lines.write(f"{begun['session']} {begun['secret']} {begun['seat']}\n")

    def environment(self, file, start):
        return {"SESSIONS": str(file), "STUDY": "study", "PLAN": self.plan, "TRIALS": str(TRIALS), "START": str(start)}

    @property
    def votes(self):
        store = sqlite3.connect(f"file:{self.study}/study.sqlite?mode=ro", uri=True)
        return store.execute("SELECT count(*) FROM event WHERE kind = 'vote'").fetchone()[0]

    def stop(self):
        self.process.terminate()
        self.process.wait()


def person(collector, failures, waits):
    """One person of a lecture hall: the page, its files, a session, 40 pairs with their images, and the end."""
    def must(method, path, body=None, secret=None):
        began = time.monotonic()
        status, reply = ask(connection, method, path, body, secret)
        waits.append(1000 * (time.monotonic() - began))
        if status not in (200, 201):
            failures.append(f"{method} {path}: {status} {reply[:120]}")
        return reply

    try:
        connection = http.client.HTTPConnection("127.0.0.1", PORT, timeout=60)
        page = must("GET", "/").decode()
        for file in sorted(set(part.split('"')[0] for part in page.split('src="')[1:] + page.split('href="')[1:])):
            if file.endswith((".js", ".css")):
                must("GET", f"/{file}")
        begun = json.loads(must("POST", "/v1/sessions", json.dumps({"plan": collector.plan})))
        header = json.dumps({
            "format": "dotchi-answers-1", "study": "study", "plan_hash": collector.plan, "seat": begun["seat"],
            "session": begun["session"], "source": "link", "language": "en", "started_at": "2026-01-05T10:00:00Z",
            "front": "page", "user_agent_class": "desktop", "screen": "1280x800@1"})

        def send(milliseconds, **event):
            line = json.dumps({"id": str(uuid.uuid4()), "t_ms": milliseconds, **event})
            reply = json.loads(must("POST", "/v1/answers", f"{header}\n{line}\n", begun["secret"]))
            if reply.get("refused") != []:
                failures.append(str(reply))

        send(0, kind="consent")
        for number, names in enumerate(begun["trials"], 1):
            for name in names[:2]:
                must("GET", f"/{collector.images}/{name}.png")
            send(2000 * number, kind="shown", trial=number)
            send(2000 * number + 900, kind="vote", trial=number, choice="left", response_ms=900, render="img", shown_px=256)
        send(2000 * TRIALS + 5000, kind="finish")
        left = json.loads(must("POST", "/v1/finish", json.dumps({"session": begun["session"]}), begun["secret"]))
        if left.get("outcome") != "finished":
            failures.append(f"left as {left}")
    except (OSError, ValueError, KeyError) as error:
        failures.append(repr(error))


def hall(dotchi, folder, images, people):
    """So many people at once; what was refused, and how long replies took."""
    collector = Collector(dotchi, folder, images, people)
    try:
        page = ask(http.client.HTTPConnection("127.0.0.1", PORT), "GET", "/")[1].decode()
        data = next(part.split('"')[0] for part in page.split('src="') if part.startswith("data-"))
        text = ask(http.client.HTTPConnection("127.0.0.1", PORT), "GET", f"/{data}")[1].decode()
        collector.images = json.JSONDecoder().raw_decode(text, text.index("{"))[0]["plan"]["folders"]["images"]
        (failures, waits) = ([], [])
        threads = [threading.Thread(target=person, args=(collector, failures, waits)) for _ in range(people)]
        began = time.monotonic()
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        seconds = time.monotonic() - began
        return {"failures": failures, "requests": len(waits), "seconds": seconds, "votes": collector.votes,
                "quantiles": quantiles(waits)}
    finally:
        collector.stop()


def quantiles(values):
    values = sorted(values)
    return [values[min(len(values) - 1, int(share * len(values)))] for share in (0.5, 0.95, 0.99)]


def table(head, rows):
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(map(str, line))} |\n" for line in lines)


def memory_rows(memory):
    """The first row, the last, and about five between them."""
    step = max(1, len(memory) // 6)
    chosen = memory[::step] + ([memory[-1]] if (len(memory) - 1) % step else [])
    return [[f"{votes:,}", "" if rate is None else f"{rate:,.0f}", f"{size:.0f}"] for votes, size, rate in chosen]


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--dotchi", type=Path, required=True)
    parser.add_argument("--peer", type=Path, help="a Python with flask and gunicorn; without, no peer is measured")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--quick", action="store_true", help="little of everything, to see that it runs")
    arguments = parser.parse_args()
    size = Quick if arguments.quick else Full
    dotchi = arguments.dotchi.resolve()
    with tempfile.TemporaryDirectory(dir=arguments.out.resolve().parent, prefix="collector-") as name:
        folder = Path(name)
        images = {method: drawn(folder / method, seed) for seed, method in enumerate("AB", 1)}
        result = measure(dotchi, arguments.peer, folder, images, size)
        say(f"a lecture hall of {size.people}")
        (folder / "hall").mkdir()
        result["hall"] = hall(dotchi, folder / "hall", images, size.people)
    write(arguments.out, result, size)


def drawn(folder, seed):
    """A folder of images."""
    folder.mkdir()
    for number in range(60):
        (folder / f"{seed}-{number}.png").write_bytes(pictures.detailed(128, 1000 * seed + number))
    return folder


def measure(dotchi, peer, folder, images, size):
    collector = Collector(dotchi, folder, images, SEATS)
    sessions = folder / "sessions"
    collector.open_sessions(SEATS, sessions)
    result = {"dotchi": [], "peer": [], "get": [], "sync": [], "memory": [(0, memory(collector.process), None)]}
    other = None
    if peer:
        other = subprocess.Popen(
            [peer, "-m", "gunicorn", "--chdir", FOLDER, "--workers", "2", "--threads", "4", "--bind",
             f"127.0.0.1:{PEER_PORT}", "--log-level", "error", "peer:app"],
            env=os.environ | {"PEER_DATABASE": str(folder / "peer.sqlite")})
        wait_for(PEER_PORT)
    start, acknowledged = 0, 0
    try:
        for turn in range(size.rounds):
            for kind in ("dotchi", "peer"):
                if kind == "peer" and other is None:
                    continue
                start += 10_000_000 // size.rounds
                one = wrk(PORT if kind == "dotchi" else PEER_PORT, size.seconds, collector.environment(sessions, start))
                say(f"{kind}: {one}")
                result[kind].append(one)
                if kind == "dotchi":
                    acknowledged += one["requests"] - one["failed"]
            result["get"].append(wrk(PORT, 3, path="/healthz"))
            result["sync"].append(syncs(folder))
        result["memory"].append((acknowledged, memory(collector.process), result["dotchi"][-1]["rate"]))
        while acknowledged < size.votes:
            start += 10_000_000
            one = wrk(PORT, size.seconds, collector.environment(sessions, start))
            acknowledged += one["requests"] - one["failed"]
            result["memory"].append((acknowledged, memory(collector.process), one["rate"]))
            say(f"{acknowledged} votes, {result['memory'][-1][1]:.0f} MB")
        # What is asked for and not answered when wrk stops is there too.
        result["there"], result["acknowledged"] = collector.votes, acknowledged
    finally:
        collector.stop()
        if other:
            other.terminate()
            other.wait()
    return result


def write(out, result, size):
    def middle(values):
        return statistics.median(values)

    def row(label, runs):
        return [label, f"{middle([run['rate'] for run in runs]):,.0f}",
                *[f"{middle([run[share] for run in runs]):.1f}" for share in ("p50", "p95", "p99")],
                sum(run["failed"] + run["errors"] for run in runs)]

    rows = [row(f"dotchi (to be reached: {RATE:,}/s, 99 % under {SLOWEST} ms)", result["dotchi"])]
    if result["peer"]:
        rows.append(row("Flask and sqlite3", result["peer"]))
    rate = middle([run["rate"] for run in result["dotchi"]])
    ratio = f"{rate / middle([run['rate'] for run in result['peer']]):.1f} times the peer's" if result["peer"] else "no peer"
    hall = result["hall"]
    text = f"""# The collector

`make bench-collector`, {datetime.date.today().isoformat()}, {os.cpu_count()} cores ({platform.machine()}), {size.rounds} rounds of \
{size.seconds} s in turn, medians.

## Votes

One vote a request over {CONNECTIONS} connections, {SEATS} sessions; wrk runs on the same cores. A vote is acknowledged when it is on \
the disk. The peer is Flask under gunicorn (2 workers of 4 threads) with sqlite3, one transaction a vote (WAL, synchronous = FULL); it \
checks nothing.

{table(["", "votes/s", "50 % [ms]", "95 % [ms]", "99 % [ms]", "not taken"], rows)}
{ratio[0].upper() + ratio[1:]}. In the same run: {middle(result["get"]):,.0f} bare GETs/s of the same server, \
{middle(result["sync"]):,.0f} fdatasync/s of 4 kB on the same disk.

Acknowledged were {result["acknowledged"]:,} votes, in study.sqlite are {result["there"]:,}, with those whose reply wrk did not wait \
for. (Counted, not compared by id: that is what the test does that kills the collector.)

ODK Central's own soak test has {ODK_RATE} submissions/s for {ODK_SECONDS} s; the rate above is {rate / ODK_RATE:,.0f} times that.

## Memory

{table(["votes taken", "votes/s", "resident [MB]"], memory_rows(result["memory"]))}
## A lecture hall

{size.people} people at once load the page, see {TRIALS} pairs and finish, each event sent by itself and without pauses; the people run \
on the same cores.

{table(["requests", "refused or failed", "votes there", "whole [s]", "50 % [ms]", "95 % [ms]", "99 % [ms]"],
       [[f"{hall['requests']:,}", len(hall["failures"]), f"{hall['votes']:,}", f"{hall['seconds']:.1f}",
         *[f"{value:.0f}" for value in hall["quantiles"]]]])}"""
    for failure in hall["failures"][:5]:
        say(f"  {failure}")
    if out.exists() and KEPT in (before := out.read_text()):
        text += "\n" + before[before.index(KEPT):]
    out.write_text(text)


main()
