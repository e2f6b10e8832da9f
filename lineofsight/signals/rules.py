"""The four rules that tell change from noise, as NHS England's Making Data Count teaches them.

They run over one stretch of a chart with one baseline, so that no run, trend or pair crosses a change of baseline.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from lineofsight.signals.chart import Signal
from lineofsight.signals.limits import NEAR, Limits
from lineofsight.signals.profile import Profile


def signals(values: Sequence[float | None], limits: Limits, profile: Profile) -> tuple[Signal | None, ...]:
    """What names each point: outside the limits first, then a trend, 2 of 3, and a run on one side."""
    side = sides(values, limits.centre)
    outer = outside(values, limits)
    trend = whole(trend_ends(values, profile.trend), profile.trend)
    close = near(values, limits, beyond_too=profile.beyond_counts_as_near)
    pairs = two_in_three(close, side)
    run = whole(run_ends(side, profile.shift), profile.shift)
    return tuple(
        _named(outer[at], Signal.ABOVE, Signal.BELOW)
        or _named(trend[at], Signal.TREND_UP, Signal.TREND_DOWN)
        or _named((side[at] or 0) if pairs[at] and close[at] else 0, Signal.NEAR_HIGH, Signal.NEAR_LOW)
        or _named(run[at], Signal.RUN_HIGH, Signal.RUN_LOW)
        for at in range(len(values))
    )


def sides(values: Sequence[float | None], centre: float) -> list[int | None]:
    """1 above the centre, -1 below, 0 on it, None at a gap."""
    return [None if value is None else _sign(value - centre) for value in values]


def outside(values: Sequence[float | None], limits: Limits) -> list[int]:
    """1 strictly above the upper limit, -1 strictly below the lower, else 0."""
    return [_beyond(value, limits.lower(at), limits.upper(at)) for at, value in enumerate(values)]


def near(values: Sequence[float | None], limits: Limits, *, beyond_too: bool) -> list[bool]:
    """Whether each point lies past two of the three sigma; past all three counts only with ``beyond_too``."""
    inner = [
        _beyond(value, limits.lower(at, sigmas=NEAR), limits.upper(at, sigmas=NEAR))
        for at, value in enumerate(values)
    ]
    outer = outside(values, limits)
    return [bool(close) and (beyond_too or not far) for close, far in zip(inner, outer, strict=True)]


def two_in_three(close: Sequence[bool | int], side: Sequence[int | None]) -> list[bool]:
    """Whether each point is one of three in a row on one side of the centre, of which two or more are near a limit."""
    found = [False] * len(close)
    for first in range(len(close) - 2):
        window = range(first, first + 3)
        if _all_alike([side[at] for at in window]) and sum(bool(close[at]) for at in window) >= 2:
            for at in window:
                found[at] = True
    return found


def run_ends(side: Sequence[int | None], length: int) -> list[int]:
    """The side, at each point that completes a run of that length on one side of the centre; else 0."""
    return [_all_alike(side[at - length + 1 : at + 1]) if at >= length - 1 else 0 for at in range(len(side))]


def trend_ends(values: Sequence[float | None], length: int) -> list[int]:
    """1 or -1 at each point that completes a rise or a fall of that many points; a tie breaks it."""
    steps: list[int | None] = [None]
    for before, this in pairwise(values):
        steps.append(None if before is None or this is None else _sign(this - before))
    return run_ends(steps[: len(values)], length - 1)


def whole(ends: Sequence[int], length: int) -> list[int]:
    """Every point of a run, from where runs end; a point of two runs takes the later one."""
    marked = [0] * len(ends)
    for at, end in enumerate(ends):
        if end:
            first = max(0, at - length + 1)
            marked[first : at + 1] = [end] * (at + 1 - first)
    return marked


def _all_alike(steps: Sequence[int | None]) -> int:
    first = steps[0] if steps else None
    return first if first and all(step == first for step in steps) else 0


def _beyond(value: float | None, lower: float | None, upper: float | None) -> int:
    if value is None or lower is None or upper is None:
        return 0
    return (value > upper) - (value < lower)


def _sign(number: float) -> int:
    return (number > 0) - (number < 0)


def _named(side: int, high: Signal, low: Signal) -> Signal | None:
    if not side:
        return None
    return high if side > 0 else low
