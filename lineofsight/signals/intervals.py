"""How far a figure from few cases could lie from the truth by chance alone."""

from __future__ import annotations

from math import sqrt
from statistics import NormalDist


def wilson(met: float, cases: float, *, confidence: float = 0.95) -> tuple[float, float]:
    """Wilson's score interval for a share, as shares of 1: 12 of 20 is 0.39 to 0.78.

    It stays inside 0 to 1, and works at none and at all. Raises ValueError without cases, or with more met than cases.
    """
    if cases <= 0 or not 0 <= met <= cases:
        raise ValueError(f"A share needs cases and no more met than cases; asked for {met:g} of {cases:g}.")
    z = NormalDist().inv_cdf((1 + confidence) / 2)
    middle = 2 * met + z * z
    spread = z * sqrt(z * z + 4 * met * (1 - met / cases))
    scale = 2 * (cases + z * z)
    lower = 0.0 if met == 0 else (middle - spread) / scale
    upper = 1.0 if met == cases else (middle + spread) / scale
    return lower, upper


def exact_poisson(events: float, *, confidence: float = 0.95) -> tuple[float, float]:
    """The exact interval for the mean of a count: 88 events are 71 to 108. Raises ValueError for a count under 0."""
    if events < 0:
        raise ValueError(f"A count is never under 0; asked for {events:g}.")
    from scipy.special import gammainccinv, gammaincinv  # slow to import, and few commands need it

    tail = (1 - confidence) / 2
    lower = 0.0 if events == 0 else float(gammaincinv(events, tail))
    return lower, float(gammainccinv(events + 1, tail))
