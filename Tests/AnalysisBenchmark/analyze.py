"""`make bench-analyze`: simulates studies whose truth is known, and writes the tables results/bench/analyze.md."""

import argparse
import datetime
import json
import os
import platform
import re
import subprocess
import sys
from pathlib import Path

# Simulated studies of each kind that is looked at after every person; the others take five times as many.
STUDIES = 4000
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


# --- The tables


def table(headings, rows):
    lines = ["| " + " | ".join(headings) + " |", "| --- |" + " ---: |" * (len(headings) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def processor():
    model = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())[1]
    return f"{model}, {os.cpu_count()} cores"


def main():
    parser = argparse.ArgumentParser(description="Measures dotchi's analysis.")
    parser.add_argument("--benchmark", required=True, help="the program AnalysisBenchmark")
    parser.add_argument("--quick", action="store_true", help="a tenth of the simulated studies")
    parser.add_argument("--out", type=Path, required=True, help="the tables' file")
    arguments = parser.parse_args()
    text = f"""# Analysis: what its figures are worth

`make bench-analyze` wrote these tables. {processor()}; {platform.system()} {platform.release()}; \
{datetime.date.today()}. Bold is what was not reached.
"""
    text += simulation_tables(simulated(arguments))
    if arguments.out.exists() and KEPT in (before := arguments.out.read_text()):
        text += "\n" + before[before.index(KEPT):]
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(text)
    print(text)


main()
