"""`make bench-analyze`: simulates studies whose truth is known, measures the analysis, and writes the tables
results/bench/analyze.md.

All contestants of a computation run at the same time, warm, and only one works: A B C A B C ... The others wait for
their pipe. A turn repeats the computation for a fifth of a second; the figures are medians over the rounds, and a ratio
is the median over the rounds of the ratio within a round, so that what slows the machine down for a while slows both
sides. Commands are measured from start to end, in turn too.
"""

import argparse
import datetime
import json
import os
import platform
import re
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

# Simulated studies of each kind that is looked at after every person; the others take five times as many.
STUDIES = 4000
FOLDER = Path(__file__).parent
DOTCHI = "dotchi"
# Peers by contest: those of peer.py, and then whether peer.R has one. The first that dotchi is to outdo by a target, and
# the target, stand in TARGETS.
PEERS = {
    "bootstrap": (["numpy, Newton, numpy.linalg.solve", "numpy, Newton, elimination side by side", "numpy, MM"], None),
    "fit": (["evalica.bradley_terry", "evalica's compiled core alone", "choix.ilsr_pairwise", "choix.mm_pairwise"],
            "BradleyTerry2::BTm"),
    "mixed": ([], "lme4::glmer, nAGQ = 25"),
}
TITLES = {
    "bootstrap": "Bradley and Terry's model over resamples of people",
    "fit": "One fit of Bradley and Terry's model",
    "mixed": "One fit with a random intercept for each person",
}
EXPLAINED = {
    "bootstrap": "2,000 resamples of 40 people with 22,000 votes on 8 methods: error and percentile interval of each "
                 "strength. The peers count each person's wins once, draw all resamples' weights at once, multiply, and "
                 "fit all resamples at once, each from the fit of all votes and as exactly as dotchi does. Their draws "
                 "are others: the figures differ as those of two bootstraps do.",
    "fit": "9,000 votes of 90 people on 59 methods: the strengths; dotchi also gives their covariance and the deviance. "
           "evalica stops at its own tolerance of 1e-6. Its compiled core is measured without its checks and the "
           "numbering of methods, which no user can leave out.",
    "mixed": "10,000 votes of 500 people on 2 methods: log-odds and their standard deviation over people, by maximum "
             "likelihood with adaptive Gauss-Hermite quadrature of 25 nodes. Python has no peer: what statsmodels has is "
             "Bayesian, with priors.",
}
# How many times faster than which peers dotchi is to be; "numpy" means the fastest of them.
TARGETS = {"bootstrap": ("numpy", 5), "fit": ("evalica.bradley_terry", 1)}
# Votes of the commands: people, votes of each, methods; seconds and megabytes that are allowed.
MILLION = {"people": 20000, "each": 50, "methods": 4, "seconds": 3, "megabytes": 500}
REPORT = {"people": 2000, "each": 50, "methods": 4, "seconds": 5}
# From this heading on the tables' file is written by hand, and kept.
KEPT = "## What bounds it"


def say(text):
    print(text, file=sys.stderr, flush=True)


# --- Simulations


def simulated(arguments):
    """What the simulations gave."""
    say("simulations")
    studies = STUDIES // 10 if arguments.quick else STUDIES
    return json.loads(subprocess.run([arguments.benchmark, "simulate", str(studies)], check=True,
                                     capture_output=True).stdout)


def percent(share, low=0.0, high=1.0):
    """In bold where it is not in low ... high."""
    text = f"{100 * share:.1f}"
    return text if low <= share <= high else f"**{text}**"


def simulation_tables(found):
    text = f"""
## Coverage

Studies of 22 people with 10 votes each; votes of one person correlate (beta-binomial), by .1. How often the interval of \
95 % holds the true rate, in % of {found['coverage'][0]['studies']:,} studies a line; to be reached: 93.5 to 96.5.

"""
    text += table(["true rate", "dotchi's default: people as clusters, CR2, t", "Wilson, votes as independent"],
                  [[f"{row['rate']:g}", percent(row["clustered"], 0.935, 0.965), percent(row["wilson"])]
                   for row in found["coverage"]])
    text += f"""
## False alarms of a side bias

The same studies, of people who have no side in common: how often a bias is told (p < .05), in % of \
{found['sides'][0]['studies']:,} studies a line; to be reached: at most 6.

"""
    text += table(["correlation of a person's votes", "people as clusters", "votes as independent"],
                  [[f"{row['correlation']:g}", percent(row["clustered"], 0, 0.06), percent(row["naive"])]
                   for row in found["sides"]])
    watching = found["watching"]
    text += f"""
## Looking after every person

Up to 200 people with 10 votes each, and a look after every person: the share of {watching[0]['studies']:,} studies a \
line in which the e-value has reached 20 after so many people. At a rate of .5 these are false alarms, to be at most \
5 %. Beside it the e-value of a Beta(1, 1) mixture over single votes (`naive_log_e`), which has no such promise, and how \
often the confidence sequence of 95 % held the true rate at all looks at once.

"""
    looks = [look["people"] for look in watching[0]["clearBy"]]
    rows = []
    for row in watching:
        most = 0.05 if row["rate"] == 0.5 else 1
        rows.append([f"{row['rate']:g}", f"{row['correlation']:g}"]
                    + [percent(look["share"], 0, most) for look in row["clearBy"]]
                    + [str(row.get("median") or "–"), percent(row["naive"]), percent(row["covered"], 0.95)])
    return text + table(["true rate", "correlation"] + [f"by {people} people [%]" for people in looks]
                        + ["half are clear by", "votes as independent [%]", "sequence holds [%]"], rows)


# --- Computations, in turn with peers


class Contestant:
    """A warm process that answers orders."""

    def __init__(self, label, command):
        self.label = label
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        self.facts = self.answer()

    def answer(self):
        line = self.process.stdout.readline()
        if not line:
            sys.exit(f"{self.label} ended early; what it said stands above.")
        return json.loads(line)

    def order(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()
        return self.answer()

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def contest(name, arguments, folder):
    """What each contestant took, in seconds by label and round, what it is, and how far its figures are from dotchi's."""
    say(name)
    votes = Path(folder) / f"{name}.csv"
    all = [Contestant(DOTCHI, [arguments.benchmark, "contest", name])]
    all[0].order(f"save {votes}")
    python, r = PEERS[name]
    all += [Contestant(peer, [sys.executable, FOLDER / "peer.py", name, peer, votes]) for peer in python]
    if r and shutil.which("Rscript"):
        all.append(Contestant(r, ["Rscript", FOLDER / "peer.R", name, votes]))
    figures = {one.label: one.order("figures") for one in all}
    # The first run warms up; the second tells how many make a turn.
    often = {one.label: max(1, round(0.2 / one.order("run 2")[1])) for one in all}
    seconds = {one.label: [] for one in all}
    for turn in range(arguments.rounds):
        for one in all:
            time.sleep(0.02)
            seconds[one.label].append(statistics.median(one.order(f"run {often[one.label]}")))
        say(f"  round {turn + 1}: " + ", ".join(f"{label} {1000 * took[-1]:.2f} ms" for label, took in seconds.items()))
    for one in all:
        one.end()
    mine = figures[DOTCHI]
    apart = {label: max(abs(a - b) / (abs(a) if name == "bootstrap" else 1) for a, b in zip(mine, theirs, strict=True))
             for label, theirs in figures.items()}
    return {"seconds": seconds, "apart": apart, "versions": {one.label: one.facts.get("version", "") for one in all}}


def contest_table(name, found):
    seconds = found["seconds"]
    aim, target = TARGETS.get(name, (None, None))
    ratios = {label: statistics.median(theirs / mine for mine, theirs in zip(seconds[DOTCHI], took))
              for label, took in seconds.items() if label != DOTCHI}
    aimed = [label for label in ratios if aim and label.startswith(aim)]
    aimed = min(aimed, key=ratios.get) if aimed else None
    rows = []
    for label, took in seconds.items():
        if label == DOTCHI:
            ratio = ""
        elif label == aimed:
            ratio = judged(f"{ratios[label]:.1f}", ratios[label] >= target, f"{target:g}")
        else:
            ratio = f"{ratios[label]:.1f}"
        version = f" ({found['versions'][label]})" if found["versions"][label] else ""
        apart = found["apart"][label]
        rows.append([label + version, f"{1000 * statistics.median(took):.2f}", ratio,
                     "" if label == DOTCHI else f"{100 * apart:.1f} %" if name == "bootstrap" else f"{apart:.0e}"])
    return f"""
## {TITLES[name]}

{EXPLAINED[name]}

""" + table(["", "ms", "times dotchi's", "largest difference of a figure"], rows)


# --- Whole commands


def measured(command, cores=None, out=subprocess.DEVNULL):
    """Seconds, seconds of all cores together, and the most megabytes of main memory, from start to end."""
    bind = (lambda: os.sched_setaffinity(0, sorted(os.sched_getaffinity(0))[:cores])) if cores else None
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=out, preexec_fn=bind)
    _, status, usage = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    if status != 0:
        sys.exit(f"{' '.join(map(str, command))} ended with {os.waitstatus_to_exitcode(status)}.")
    return seconds, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


def votes(arguments, folder, size, columns):
    file = Path(folder) / f"{size['people']}-{columns}.csv"
    subprocess.run([arguments.benchmark, "votes", *(str(size[key]) for key in ("people", "each", "methods")), columns,
                    file], check=True)
    return file


def medians(runs):
    return [statistics.median(column) for column in zip(*runs)]


def contents(path):
    """Every file under a folder, or the one file, by name."""
    return {str(file.relative_to(path)): file.read_bytes()
            for file in ([path] if path.is_file() else sorted(path.rglob("*"))) if file.is_file()}


def commands(arguments, folder):
    """What the commands took, line by line."""
    lines = []
    rounds = 1 if arguments.quick else 5

    def line(title, command, peer, cores, limits, result):
        """In turn with the peer; then once on one core, with the same bytes or not."""
        mine, theirs = [], []
        for _ in range(rounds):
            theirs += [measured(peer)] if peer else []
            mine.append(command(None))
        before = contents(result)
        alone = command(1)
        lines.append({"title": title, "figures": medians(mine), "peer": medians(theirs) if peer else None,
                      "alone": alone[0], "same": contents(result) == before, "limits": limits})
        say(f"{title}: " + ", ".join(f"{figure:.2f}" for figure in lines[-1]["figures"]))

    for columns, title in (("needed", "the four columns needed"), ("all", "all columns of a study")):
        table, result = votes(arguments, folder, MILLION, columns), Path(folder) / "analysis.json"

        def analyze(cores):
            with open(result, "wb") as out:
                return measured([arguments.dotchi, "analyze", table, "--json"], cores, out)

        read = [sys.executable, "-c", "import sys, pandas; pandas.read_csv(sys.argv[1])", table]
        line(f"`analyze --json`, 1,000,000 votes, {title}, {table.stat().st_size / 1e6:.0f} MB", analyze, read, 1,
             (MILLION["seconds"], MILLION["megabytes"]), result)
    table, result = votes(arguments, folder, REPORT, "all"), Path(folder) / "report"

    def report(cores):
        shutil.rmtree(result, ignore_errors=True)
        return measured([arguments.dotchi, "report", table, "--out", result], cores)

    line("`report`, 100,000 votes, all columns of a study", report, None, 1, (REPORT["seconds"], None), result)
    return lines


def command_table(lines):
    rows = []
    for line in lines:
        (seconds, work, megabytes), (most, room) = line["figures"], line["limits"]
        rows.append([line["title"], judged(f"{seconds:.2f}", seconds <= most, f"{most:g}"), f"{work:.2f}",
                     judged(f"{megabytes:.0f}", megabytes <= room, f"{room:g}") if room else f"{megabytes:.0f}",
                     f"{line['peer'][0]:.2f}" if line["peer"] else "–", f"{line['alone']:.2f}",
                     "yes" if line["same"] else "**no**"])
    return f"""
## Whole commands

From start to end on all {os.cpu_count()} cores, as `dotchi` is installed, with 2,000 resamples; in brackets what is \
allowed. `pandas.read_csv` of the same table, with the start of Python, says how long reading alone takes elsewhere. Then \
once on one core, and whether every byte of the result is the same there.

""" + table(["", "seconds", "seconds of all cores", "MB", "pandas.read_csv [s]", "on one core [s]", "same bytes"], rows)


# --- The tables


def judged(text, reached, target):
    """What was measured beside what is to be reached."""
    return f"{text} ({target})" if reached else f"**{text}** ({target})"


def table(headings, rows):
    lines = ["| " + " | ".join(headings) + " |", "| --- |" + " ---: |" * (len(headings) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def processor():
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())[1]
    return f"{model}, {os.cpu_count()} cores"


SECTIONS = ["simulations", *PEERS, "commands"]


def main():
    parser = argparse.ArgumentParser(description="Measures dotchi's analysis.")
    parser.add_argument("--benchmark", required=True, help="the program AnalysisBenchmark")
    parser.add_argument("--dotchi", required=True, help="the program dotchi")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", nargs="*", default=SECTIONS, choices=SECTIONS)
    parser.add_argument("--quick", action="store_true", help="a tenth of the simulated studies, each command once")
    parser.add_argument("--out", type=Path, required=True, help="the tables' file")
    arguments = parser.parse_args()
    text = f"""# Analysis: what its figures are worth, and what they take

`make bench-analyze` wrote these tables. {processor()}; {platform.system()} {platform.release()}; Python \
{platform.python_version()}; {datetime.date.today()}. Bold is what was not reached.
"""
    if "simulations" in arguments.only:
        text += simulation_tables(simulated(arguments))
    with tempfile.TemporaryDirectory() as folder:
        for name in PEERS:
            if name in arguments.only:
                text += contest_table(name, contest(name, arguments, folder))
        if "commands" in arguments.only:
            text += command_table(commands(arguments, folder))
    if arguments.out.exists() and KEPT in (before := arguments.out.read_text()):
        text += "\n" + before[before.index(KEPT):]
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(text)
    print(text)


main()
