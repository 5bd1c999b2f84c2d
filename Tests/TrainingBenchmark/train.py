"""`make bench-train`: measures training and the making of pools, and writes the table results/bench/train.md.

All contestants of a network run at the same time, warm, and only one works: A B C A B C ... The others wait for their
pipe. A turn is a few training steps; the figures are medians over the rounds, and a ratio is the median over the rounds
of the ratio within a round, so that what slows the machine down for a while slows both sides.
"""

import argparse
import datetime
import json
import os
import platform
import re
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FOLDER = Path(__file__).parent
BATCH = 64
# Training steps in a turn: about one to four seconds on two cores.
STEPS = {"dcgan-64": 2, "dcgan-128": 1, "stage-2": 1, "srcnn": 1}
TITLES = {"dcgan-64": "DCGAN 64x64", "dcgan-128": "DCGAN 128x128", "stage-2": "stage II, 64x64 to 128x128",
          "srcnn": "SRCNN 9-1-5, 128x128"}
# What is to be reached: times (a), times (b).
TARGETS = {"dcgan-64": (1.8, 1.2), "dcgan-128": (1.5, 1.15), "stage-2": (1.5, 1.15), "srcnn": (1.5, 1.0)}
POOL_TARGET = 0.85
POOL_CHAINS = {"DCGAN 64x64": ("small", ["dcgan-64"]), "method A: two stages to 128x128": ("A", ["stage-2"]),
               "method B: DCGAN 64x64, SRCNN to 128x128": ("B", ["dcgan-64", "srcnn"])}
# From this heading on the table's file is written by hand, and kept.
KEPT = "## What bounds it"


class Contestant:
    """A warm process that answers orders."""

    def __init__(self, label, command, environment=None):
        self.label = label
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        env=os.environ | (environment or {}))
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

    def peak(self):
        """The most main memory it ever held, in MiB."""
        status = Path(f"/proc/{self.process.pid}/status").read_text()
        return int(re.search(r"VmHWM:\s+(\d+) kB", status)[1]) / 1024

    def end(self):
        self.process.stdin.close()
        self.process.wait()


def say(text):
    print(text, file=sys.stderr, flush=True)


def settle():
    """Waits until the threads of who worked last are asleep."""
    time.sleep(0.05)


def benchmark(network, engine, arguments):
    """dotchi's side with this engine, which gives it its label: "dotchi, libtorch 1.13.0"."""
    contestant = Contestant("dotchi", [arguments.benchmark, network, str(BATCH), str(arguments.threads)],
                            {"DOTCHI_ENGINE": str(engine.resolve())})
    contestant.label = "dotchi, " + contestant.facts["engine"].split(",")[0]
    return contestant


def contestants(network, arguments, start):
    """PyTorch's three and dotchi's, by label; dotchi's first one saves the weights all start from."""
    dotchi = [benchmark(network, engine, arguments) for engine in arguments.engine]
    dotchi[0].order(f"save {start}")
    modes = ["default", "best"] + ([] if arguments.quick else ["compiled"])
    peers = [Contestant(mode, [sys.executable, FOLDER / "peer.py", network, str(arguments.threads), mode, start])
             for mode in modes]
    return peers + dotchi


def measure(network, arguments, folder):
    """What each contestant did on one network."""
    say(f"{TITLES[network]}: starting")
    all = contestants(network, arguments, Path(folder) / f"{network}.safetensors")
    # Two steps warm everything up; from the same weights, photographs and inputs they give the same losses.
    losses = [contestant.order("steps 2")["losses"] for contestant in all]
    apart = [max(abs(found - expected) / abs(expected) for other in losses[1:]
                 for expected, found in zip(losses[0][step], other[step])) for step in range(2)]
    rates = {contestant.label: [] for contestant in all}
    for turn in range(arguments.rounds):
        for contestant in all:
            settle()
            seconds = contestant.order(f"steps {STEPS[network]}")["seconds"]
            rates[contestant.label].append(BATCH * len(seconds) / sum(seconds))
        say(f"  round {turn + 1}: " + ", ".join(f"{label} {rate[-1]:.1f}" for label, rate in rates.items()))
    result = {"rates": rates, "peaks": {contestant.label: contestant.peak() for contestant in all},
              "facts": {contestant.label: contestant.facts for contestant in all},
              "parameters": all[0].facts["parameters"], "apart": apart}
    for contestant in all:
        contestant.end()
    return result


STUDY = """
study: {id: pools}
dataset: {source: procedural, count: 64, holdout: 0}
networks:
  faces64: {kind: dcgan, size: 64, epochs: 1}
  faces128: {kind: multistage, sizes: [64, 128], epochs: 1}
  enlarge: {kind: srcnn, size: 128, factor: 2, epochs: 1}
methods:
  small: {chain: [faces64]}
  again: {chain: [faces64]}
  A: {chain: [faces128]}
  B: {chain: [faces64, enlarge]}
conditions:
  small: {methods: [small, again]}
  large: {methods: [A, B]}
"""


def pools(arguments, folder):
    """Images/s of `pool refresh` and of the bare forward pass, chain by chain, with the first engine."""
    study = Path(folder) / "study"
    study.mkdir()
    (study / "study.yaml").write_text(STUDY)
    engine = {"DOTCHI_ENGINE": str(arguments.engine[0].resolve())}

    def dotchi(*words):
        run = subprocess.run([arguments.dotchi, *words, "--study", study], env=os.environ | engine, text=True,
                             capture_output=True)
        if run.returncode != 0:
            sys.exit(f"dotchi {' '.join(words)}: {run.stderr}")
        return run.stderr

    say("pools: preparing")
    threads = ["--threads", str(arguments.threads)]
    dotchi("dataset", "add", "procedural")
    dotchi("train", *threads)
    results = {}
    for title, (method, networks) in POOL_CHAINS.items():
        bare = [benchmark(network, arguments.engine[0], arguments) for network in networks]
        for one in bare:
            one.order("forward 2")
        rates, refreshed = [], []
        for turn in range(arguments.rounds):
            settle()
            blocks = 4
            seconds = sum(sum(one.order(f"forward {blocks}")["seconds"]) for one in bare)
            rates.append(64 * blocks / seconds)
            # About ten seconds of it, so that how it begins counts for as little as in a pool of usual size.
            images = 64 * max(4, round(10 * rates[0] / 64))
            told = dotchi("pool", "refresh", "--method", method, "--images", str(images), "--seed", str(turn + 1))
            refreshed.append(float(re.search(r"([0-9.]+) images/s", told)[1]))
        for one in bare:
            one.end()
        results[title] = (rates, refreshed)
        say(f"pools: {title}: bare {statistics.median(rates):.1f}, refresh {statistics.median(refreshed):.1f} images/s")
    return results


# --- The table


def ratio(above, below):
    """The median over the rounds of one rate by another."""
    return statistics.median(one / other for one, other in zip(above, below))


def judged(value, target):
    return f"{value:.2f} ({target:g})" if value >= target else f"**{value:.2f}** ({target:g})"


def table(headings, rows):
    lines = ["| " + " | ".join(headings) + " |", "| --- |" + " ---: |" * (len(headings) - 1)]
    return "\n".join(lines + ["| " + " | ".join(row) + " |" for row in rows]) + "\n"


def processor():
    text = Path("/proc/cpuinfo").read_text()
    model = re.search(r"model name\s*: (.*)", text)[1]
    flags = set(re.search(r"flags\s*: (.*)", text)[1].split())
    widest = next((name for flag, name in (("avx512f", "AVX-512"), ("avx2", "AVX2")) if flag in flags), "no AVX2")
    return f"{model}, {widest}, {os.cpu_count()} cores"


def document(results, pool_results, arguments):
    some = next(iter(results.values()), None)
    text = f"""# Training: dotchi beside PyTorch

`make bench-train` wrote this table. {processor()}; {arguments.threads} threads on every side; \
{platform.system()} {platform.release()}; {datetime.date.today()}.

"""
    if some:
        labels = list(some["rates"])
        dotchis = [label for label in labels if label.startswith("dotchi")]
        best = [label for label in ("best", "compiled") if label in labels]
        headings = {"default": "(a) PyTorch, default", "best": "(b) PyTorch, best", "compiled": "(b) the same, compiled"}
        text += "\n".join(f"- {headings.get(label, label)}: {some['facts'][label]['engine']}" for label in labels) + "\n"
        text += f"""
## Images/s of a training step

Batch {BATCH}, width 64; the median of {arguments.rounds} rounds, in turn within one run. (a) is PyTorch as its users \
write it; (b) has channels-last tensors, fused Adam and no gradients by the discriminator's weights in the generator's \
step, without and with `torch.compile`. The ratios are those of dotchi's better engine, to (a) and to the better of (b); \
in brackets what is to be reached, and bold what is not.

"""
        rows = []
        for network, result in results.items():
            rates = result["rates"]
            mine = max((rates[label] for label in dotchis), key=statistics.median)
            peer = max((rates[label] for label in best), key=statistics.median)
            a, b = TARGETS[network]
            rows.append([TITLES[network]] + [f"{statistics.median(rates[label]):.1f}" for label in labels]
                        + [judged(ratio(mine, rates["default"]), a), judged(ratio(mine, peer), b)])
        text += table(["network"] + [headings.get(label, label) for label in labels] + ["to (a)", "to (b)"], rows)
        text += """
## Peak memory

MiB of main memory that the process ever held (VmHWM), photographs of the benchmark included; to be no more than \
PyTorch's least.

"""
        rows = []
        for network, result in results.items():
            peaks = result["peaks"]
            least = min(peak for label, peak in peaks.items() if label not in dotchis)
            rows.append([TITLES[network]] + [
                f"**{peak:.0f}**" if label in dotchis and peak > least else f"{peak:.0f}"
                for label, peak in peaks.items()])
        text += table(["network"] + [headings.get(label, label) for label in labels], rows)
        text += """
## The same work

All start from the same weights, which PyTorch takes by their names, and from the same photographs and latent vectors. \
The largest difference of a loss, of all contestants from PyTorch's default (Adam's first steps are as long for a \
gradient that is noise as for a large one, so what comes after them differs more):

"""
        text += table(["network", "parameters trained", "first step", "second step"],
                      [[TITLES[network], f"{result['parameters']:,}", *(f"{apart:.1e}" for apart in result["apart"])]
                       for network, result in results.items()])
    if pool_results:
        text += f"""
## Images/s of pools

`dotchi pool refresh` into SQLite, PNG encoding and insertion included, beside the bare forward pass of the same \
networks ({arguments.threads} threads, the first engine above): medians of {arguments.rounds} rounds.

"""
        text += table(["images of", "bare forward pass", "pool refresh", "ratio"], [
            [title, f"{statistics.median(bare):.1f}", f"{statistics.median(made):.1f}",
             judged(ratio(made, bare), POOL_TARGET)] for title, (bare, made) in pool_results.items()])
    return text


def main():
    parser = argparse.ArgumentParser(description="Measures dotchi's training beside PyTorch's.")
    parser.add_argument("--benchmark", required=True, help="the program TrainingBenchmark")
    parser.add_argument("--dotchi", required=True, help="the program dotchi")
    parser.add_argument("--engine", action="append", type=Path, required=True, help="a tensor engine; the first also makes pools")
    parser.add_argument("--threads", type=int, default=os.cpu_count())
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--only", nargs="*", default=[*STEPS, "pools"], choices=[*STEPS, "pools"])
    parser.add_argument("--quick", action="store_true", help="without torch.compile, which takes minutes to warm up")
    parser.add_argument("--out", type=Path, required=True, help="the table's file")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        results = {network: measure(network, arguments, folder) for network in STEPS if network in arguments.only}
        made = pools(arguments, folder) if "pools" in arguments.only else None
    text = document(results, made, arguments)
    if arguments.out.exists() and KEPT in (before := arguments.out.read_text()):
        text += "\n" + before[before.index(KEPT):]
    arguments.out.parent.mkdir(parents=True, exist_ok=True)
    arguments.out.write_text(text)
    print(text)


main()
