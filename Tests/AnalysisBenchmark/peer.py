"""A peer's side of `make bench-analyze`: one computation, warm, that takes orders as AnalysisBenchmark does.

    python peer.py CONTEST PEER FILE

FILE: the votes that AnalysisBenchmark saved. As there, every run starts from single votes in memory, in the form that
the peer takes.
"""

import csv
import json
import sys
import time
from importlib import metadata

import numpy as np

RESAMPLES = 2000


class Votes:
    """The votes, a row each."""

    def __init__(self, file):
        with open(file, newline="") as table:
            rows = list(csv.DictReader(table))

        def numbers(column, prefix):
            return np.array([int(row[column].removeprefix(prefix)) for row in rows])

        self.person = numbers("participant", "person-")
        self.left, self.right = numbers("left", "M"), numbers("right", "M")
        self.chooses_left = np.array([row["choice"] == "left" for row in rows])
        self.people, self.methods = self.person.max() + 1, max(self.left.max(), self.right.max()) + 1


# --- Bradley and Terry over resamples of people, by numpy: all resamples at once


def person_wins(votes):
    """How often each person chose the first of each pair, and the second: two arrays, people x pairs."""
    pairs = np.triu_indices(votes.methods, 1)
    number = np.zeros((votes.methods, votes.methods), int)
    number[pairs] = np.arange(len(pairs[0]))
    pair = number[np.minimum(votes.left, votes.right), np.maximum(votes.left, votes.right)]
    first = (votes.left < votes.right) == votes.chooses_left
    shape = votes.people, len(pairs[0])
    place = votes.person * shape[1] + pair
    return (np.bincount(place[first], minlength=shape[0] * shape[1]).reshape(shape).astype(float),
            np.bincount(place[~first], minlength=shape[0] * shape[1]).reshape(shape).astype(float))


def solved_by_lapack(matrices, vectors):
    return np.linalg.solve(matrices, vectors[..., None])[..., 0]


def solved_by_elimination(matrices, vectors):
    """Gauss's elimination of all systems side by side; the matrices are positive definite, so nothing is exchanged."""
    a, x = np.ascontiguousarray(matrices.transpose(1, 2, 0)), np.ascontiguousarray(vectors.T)
    for k in range(len(x) - 1):
        factor = a[k + 1:, k] / a[k, k]
        a[k + 1:, k + 1:] -= factor[:, None] * a[k, None, k + 1:]
        x[k + 1:] -= factor * x[k]
    for k in reversed(range(len(x))):
        x[k] = (x[k] - (a[k, k + 1:] * x[k + 1:]).sum(0)) / a[k, k]
    return x.T


def newton(methods, first_wins, second_wins, start, solve):
    """Log-worths, relative to the last method, of many sets of counts; resamples x pairs. The gradient is taken as 0
    where the step that it asks for is below 1e-4, as dotchi does."""
    pairs = np.triu_indices(methods, 1)
    design = (np.eye(methods)[pairs[0]] - np.eye(methods)[pairs[1]])[:, :-1]
    products = (design[:, :, None] * design[:, None, :]).reshape(len(design), -1)
    counts, strengths = first_wins + second_wins, start
    while True:
        probability = 1 / (1 + np.exp(-(strengths @ design.T)))
        expected = counts * probability
        information = ((expected * (1 - probability)) @ products).reshape(-1, methods - 1, methods - 1)
        step = solve(information, (first_wins - expected) @ design)
        strengths = strengths + step
        if np.abs(step).max() < 1e-4:
            return strengths


def iterated(methods, first_wins, second_wins, start):
    """The same by Hunter's MM algorithm (2004), until no worth changes by more than 1e-10 of itself."""
    pairs = np.triu_indices(methods, 1)
    first, second = np.eye(methods)[pairs[0]], np.eye(methods)[pairs[1]]
    counts, wins = first_wins + second_wins, first_wins @ first + second_wins @ second
    worths = np.exp(np.column_stack([start, np.zeros(len(start))]))
    while True:
        new = wins / ((counts / (worths[:, pairs[0]] + worths[:, pairs[1]])) @ (first + second))
        new /= np.exp(np.log(new).mean(1, keepdims=True))
        change = np.abs(new / worths - 1).max()
        worths = new
        if change < 1e-10:
            return np.log(worths[:, :-1] / worths[:, -1:])


def bootstrap(votes, fit):
    """Errors of the strengths of mean 0; the percentile intervals are computed too. Every resample starts from the fit
    of all votes."""
    random = np.random.default_rng(1)

    def run():
        first, second = person_wins(votes)
        start = newton(votes.methods, first.sum(0, keepdims=True), second.sum(0, keepdims=True),
                       np.zeros((1, votes.methods - 1)), solved_by_lapack)
        drawn = random.multinomial(votes.people, np.full(votes.people, 1 / votes.people), size=RESAMPLES).astype(float)
        strengths = fit(votes.methods, drawn @ first, drawn @ second, np.repeat(start, RESAMPLES, 0))
        strengths = np.column_stack([strengths, np.zeros(RESAMPLES)])
        strengths -= strengths.mean(1, keepdims=True)
        np.quantile(strengths, [0.025, 0.975], axis=0)
        return strengths.std(0, ddof=1)

    return run, f"numpy {np.__version__}"


# --- One fit


def centred(log_worths):
    log_worths = np.asarray(log_worths)
    return log_worths - log_worths.mean()


def evalica_fit(votes, core=False):
    import evalica

    left, right = votes.left.tolist(), votes.right.tolist()
    winners = [evalica.Winner.X if left else evalica.Winner.Y for left in votes.chooses_left]
    label = f"evalica {evalica.__version__}"
    if core:
        xs, ys, index = evalica.indexing(left, right)
        weights = evalica._wrap_weights(None, len(xs))
        order = np.argsort(np.asarray(index))

        def run():
            worths, _ = evalica._brzo.bradley_terry(
                xs=xs, ys=ys, winners=winners, weights=weights, total=len(index), win_weight=1.0, tie_weight=0.5,
                tolerance=1e-6, limit=100)
            return centred(np.log(worths))[order]
    else:
        def run():
            return centred(np.log(evalica.bradley_terry(left, right, winners).scores).sort_index())

    return run, label


def choix_fit(votes, method):
    import choix

    winner = np.where(votes.chooses_left, votes.left, votes.right).tolist()
    loser = np.where(votes.chooses_left, votes.right, votes.left).tolist()
    data = list(zip(winner, loser))
    return lambda: centred(getattr(choix, method)(int(votes.methods), data)), f"choix {metadata.version('choix')}"


CONTESTS = {
    "bootstrap": {
        "numpy, Newton, numpy.linalg.solve": lambda votes: bootstrap(
            votes, lambda *of: newton(*of, solved_by_lapack)),
        "numpy, Newton, elimination side by side": lambda votes: bootstrap(
            votes, lambda *of: newton(*of, solved_by_elimination)),
        "numpy, MM": lambda votes: bootstrap(votes, iterated),
    },
    "fit": {
        "evalica.bradley_terry": evalica_fit,
        "evalica's compiled core alone": lambda votes: evalica_fit(votes, core=True),
        "choix.ilsr_pairwise": lambda votes: choix_fit(votes, "ilsr_pairwise"),
        "choix.mm_pairwise": lambda votes: choix_fit(votes, "mm_pairwise"),
    },
}


def main():
    contest, peer, file = sys.argv[1:]
    run, label = CONTESTS[contest][peer](Votes(file))

    def answer(value):
        print(json.dumps(value), flush=True)

    answer({"version": label})
    for line in sys.stdin:
        order, *count = line.split()
        if order == "run":
            seconds = []
            for _ in range(int(count[0])):
                start = time.perf_counter()
                run()
                seconds.append(time.perf_counter() - start)
            answer(seconds)
        else:
            answer([float(figure) for figure in run()])


main()
