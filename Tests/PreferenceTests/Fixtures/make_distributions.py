"""Writes distributions.json: reference values, computed at 60 digits. Needs mpmath 1.4.1; nothing else.

Each comes by a way that the Swift code does not take: hypergeometric series or, for whole parameters, exact sums for beta;
numerical integration for Student's t of many degrees; erfc for the normal; exact fractions for the tests."""

import json
from fractions import Fraction
from math import comb

from mpmath import betainc, erfc, exp, findroot, inf, log, loggamma, mp, mpf, pi, quad, sqrt

mp.dps = 60


def beta_tail(a, b, x):
    if a + b > 2000:  # whole parameters: the probability of at least a successes in a + b - 1 trials
        n, x = a + b - 1, mpf(x)
        term = exp(loggamma(mpf(n + 1)) - loggamma(mpf(a + 1)) - loggamma(mpf(n - a + 1)) + a * log(x) + (n - a) * log(1 - x))
        total, i = mpf(0), a
        while i <= n and (term > total * mpf(10) ** -40 or i < n * x):
            total += term
            term *= mpf(n - i) / (i + 1) * x / (1 - x)
            i += 1
        return total
    return betainc(mpf(a), mpf(b), 0, mpf(x), regularized=True)


def student_tail(df, t):
    df, t = mpf(df), mpf(t)
    if df > 1000:
        factor = exp(loggamma((df + 1) / 2) - loggamma(df / 2)) / sqrt(df * pi)
        return quad(lambda u: factor * exp(-(df + 1) / 2 * log(1 + u * u / df)), [t, t + 2, t + 6, t + 20, inf])
    return beta_tail(df / 2, mpf(1) / 2, df / (df + t * t)) / 2


def normal_tail(x):
    return erfc(mpf(x) / sqrt(mpf(2))) / 2


def quantile(tail, q, guess):
    return findroot(lambda x: tail(x) - mpf(q), mpf(guess))


def binomial_p(k, n, p):
    """The method of small p-values in exact fractions, with R's tolerance of one part in 10^7."""
    p = Fraction(p)
    terms = [comb(n, i) * p**i * (1 - p) ** (n - i) for i in range(n + 1)]
    limit = terms[k] * (1 + Fraction(1, 10**7))
    return float(sum(t for t in terms if t <= limit))


def fisher_p(k1, n1, k2, n2):
    k = k1 + k2
    terms = {x: comb(n1, x) * comb(n2, k - x) for x in range(max(0, k - n2), min(n1, k) + 1)}
    limit = terms[k1] * (1 + Fraction(1, 10**7))
    return float(Fraction(sum(t for t in terms.values() if t <= limit), comb(n1 + n2, k)))


def main():
    values = {"beta": [], "student": [], "student_quantile": [], "normal": [], "normal_quantile": []}
    for a, b, x in [
        (0.5, 0.5, 0.25), (0.5, 95.5, 0.01), (2, 3, 0.5), (11, 12, 0.28), (1, 1, 0.125), (0.03125, 7, 1e-6),
        (1000, 2, 0.995), (500, 501, 0.47), (40, 0.5, 0.99), (5012, 4989, 0.5), (125500, 124501, 0.5),
        (125500, 124501, 0.498), (2, 1000000, 1e-6),
    ]:
        values["beta"].append({"a": a, "b": b, "x": x, "tail": float(beta_tail(a, b, x))})
    for df, t in [(1, 0.5), (1, 12.7), (1.5, 3), (2.75, 1), (21, 2.08), (191, 6.55620934), (191, 0.01), (1e6, 2), (9.5, 40)]:
        values["student"].append({"df": df, "t": t, "tail": float(student_tail(df, t))})
    for df, q, guess in [
        (1, 0.025, 12.7), (1.25, 0.025, 8), (2, 0.005, 9.9), (3.7, 0.05, 2.2), (21, 0.025, 2.08), (191, 0.025, 1.97),
        (191, 0.4, 0.25), (1e6, 0.025, 1.96), (30, 1e-9, 8.5),
    ]:
        values["student_quantile"].append({"df": df, "q": q, "t": float(quantile(lambda t: student_tail(df, t), q, guess))})
    for x in [0.0, 0.1, 1.0, 1.959964, 5.0, 12.0, 37.0, -1.5]:
        values["normal"].append({"x": x, "tail": float(normal_tail(x))})
    for q, guess in [(0.5, 0.0), (0.499, 0.0025), (0.3, 0.5), (0.05, 1.6), (0.025, 1.96), (0.005, 2.6), (1e-6, 4.75),
                     (1e-15, 7.9), (1e-60, 16.4), (0.9, -1.28)]:
        values["normal_quantile"].append({"q": q, "x": float(quantile(normal_tail, q, guess))})
    values["binomial_test"] = [
        {"k": k, "n": n, "null": p, "p": binomial_p(k, n, p)}
        for k, n, p in [(0, 10, 0.5), (3, 10, 0.25), (9, 10, 0.25), (0, 7, 0.125), (7, 7, 0.875), (1, 30, 0.25),
                        (100, 240, 0.375), (2, 3, 0.6875), (400, 700, 0.5), (5, 5, 0.0625), (2, 8, 0.25), (0, 5, 0.0),
                        (1, 5, 0.0), (5, 5, 1.0)]
    ]
    values["fisher"] = [
        {"first": [k1, n1], "second": [k2, n2], "p": fisher_p(k1, n1, k2, n2)}
        for k1, n1, k2, n2 in [(11, 22, 5, 22), (1, 10, 11, 14), (0, 5, 5, 5), (0, 3, 0, 4), (3, 3, 4, 4), (7, 12, 5, 30),
                               (1, 1, 0, 900), (250, 500, 310, 520), (2, 9, 2, 9), (120, 900, 3, 11), (10, 20, 10, 20)]
    ]
    with open("distributions.json", "w") as file:
        json.dump(values, file, indent=1)
        file.write("\n")


main()
