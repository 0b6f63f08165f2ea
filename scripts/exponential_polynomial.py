#!/usr/bin/env python3
"""Prints the coefficients of engine.Elementary: e^r - 1 = r + C2 r^2 + ... + C12 r^12 for r from -ln 2 / 2, where the exponential needs
it, to 3 ln 2 / 4, where tanh does, with the least relative error.

Remez' exchange: the error is made equal in size and alternating in sign at as many points as there are unknowns, then the points are
moved to where it is largest, and so again. Plain Python, with 60 digits.
"""
from decimal import Decimal, getcontext

getcontext().prec = 60
TERMS = 11
STEP = Decimal(2).ln() / 8000
GRID = [STEP * i for i in range(-4000, 6001) if i]


def target(r):
    """What the polynomial C2 + C3 r + ... should be."""
    return (r.exp() - 1 - r) / (r * r)


def weight(r):
    """How much an error of it counts in that of e^r - 1."""
    return abs(r * r / (r.exp() - 1))


def value(coefficients, r):
    result = Decimal(0)
    for c in reversed(coefficients):
        result = result * r + c
    return result


def solve(rows):
    """Gauss, with the largest pivot; the last entry of a row is its right side."""
    n = len(rows)
    for i in range(n):
        pivot = max(range(i, n), key=lambda k: abs(rows[k][i]))
        rows[i], rows[pivot] = rows[pivot], rows[i]
        for k in range(n):
            if k != i:
                factor = rows[k][i] / rows[i][i]
                rows[k] = [a - factor * b for a, b in zip(rows[k], rows[i])]
    return [rows[i][n] / rows[i][i] for i in range(n)]


TARGET = [target(r) for r in GRID]
WEIGHT = [weight(r) for r in GRID]
# Spread as the zeros of a Chebyshev polynomial, and away from 0, where no error counts.
points = [len(GRID) * (2 * i + 1) // (2 * TERMS + 2) for i in range(TERMS + 1)]
points[TERMS // 2] += len(GRID) // 20
for _ in range(12):
    rows = [
        [GRID[p] ** k for k in range(TERMS)] + [Decimal((-1) ** i) / WEIGHT[p], TARGET[p]] for i, p in enumerate(points)
    ]
    coefficients = solve(rows)[:TERMS]
    errors = [w * (value(coefficients, r) - t) for r, t, w in zip(GRID, TARGET, WEIGHT)]
    extremes = [0]
    for i, error in enumerate(errors):
        if (error > 0) == (errors[extremes[-1]] > 0):
            if abs(error) > abs(errors[extremes[-1]]):
                extremes[-1] = i
        else:
            extremes.append(i)
    while len(extremes) > TERMS + 1:
        extremes.pop(0 if abs(errors[extremes[0]]) < abs(errors[extremes[-1]]) else -1)
    points = extremes

rounded = [Decimal(float(c)) for c in coefficients]
worst = max(abs(w * (value(rounded, r) - t)) for r, t, w in zip(GRID, TARGET, WEIGHT))
for i, c in enumerate(coefficients):
    print(f"C{i + 2} = {float(c)!r}")
print(f"largest relative error of e^r - 1: {worst:.2e}, {worst * 2 ** 53:.3f} of a unit in the last place of 1 - at most")
