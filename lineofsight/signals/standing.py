"""What may be claimed of the latest complete point: rarer than the signals that mark the points of a chart.

The four rules together mark one steady month in 25 once the limits are frozen, most of them by seven in a row. A paper
may claim a change in fewer than one steady month in 50, so a run has to show as well that it lies far enough from the
centre, and three points of two in three have all to lie after the baseline.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt

from lineofsight.readings import State
from lineofsight.signals.chart import Point, Run, Signal
from lineofsight.signals.limits import Limits
from lineofsight.signals.profile import Profile
from lineofsight.signals.rules import near, outside, sides, two_in_three

STANDARD_ERRORS = 3.0  # as far as the limits of a single point


@dataclass(frozen=True, kw_only=True)
class Judged:
    """A stretch as the rules read it: its points, their values (None where not complete), limits and baseline."""

    points: Sequence[Point]
    values: Sequence[float | None]
    limits: Limits
    baseline: Sequence[int]
    weights: Sequence[float]  # cases for a share, 1 for a count

    @property
    def latest(self) -> int | None:
        """The latest complete point, if it has cases and lies after the baseline."""
        complete = [at for at, point in enumerate(self.points) if point.state is State.COMPLETE]
        at = complete[-1]
        return at if self.values[at] is not None and at > self.baseline[-1] else None


def run_to(judged: Judged, profile: Profile) -> Run | None:
    """The run on one side of the centre that the latest complete point ends; None where it lies on the centre."""
    at = judged.latest
    if at is None:
        return None
    side = sides(judged.values, judged.limits.centre)
    first = at
    while first > 0 and side[first - 1] == side[at]:
        first -= 1
    if not side[at]:
        return None
    positions = range(first, at + 1)
    return Run(
        high=side[at] == 1,
        points=len(positions),
        since=judged.points[first].period_start,
        lasting=len(positions) >= profile.shift and _distance(judged, positions) > STANDARD_ERRORS,
    )


def claim_of(judged: Judged, run: Run | None, profile: Profile) -> Signal | None:
    """The signal of the latest complete point that may head a paper. A trend alone never does."""
    at = judged.latest
    if at is None:
        return None
    outer = outside(judged.values, judged.limits)[at]
    if outer:
        return Signal.ABOVE if outer > 0 else Signal.BELOW
    if _near_after_baseline(judged, at, profile):
        return Signal.NEAR_HIGH if (judged.values[at] or 0) > judged.limits.centre else Signal.NEAR_LOW
    if run is not None and run.lasting:
        return Signal.RUN_HIGH if run.high else Signal.RUN_LOW
    return None


def _near_after_baseline(judged: Judged, at: int, profile: Profile) -> bool:
    window = slice(max(at - 2, judged.baseline[-1] + 1), at + 1)
    close = near(judged.values, judged.limits, beyond_too=profile.beyond_counts_as_near)[window]
    found = two_in_three(close, sides(judged.values, judged.limits.centre)[window])
    return found[-1] and close[-1]


def _distance(judged: Judged, run: range) -> float:
    """How far the run, taken as one long point, lies from the centre, in standard errors of the two together."""
    weight = sum(judged.weights[at] for at in run)
    mean = sum((judged.values[at] or 0) * judged.weights[at] for at in run) / weight
    width = judged.limits.widths[run[-1]] or 0
    sigma = width / 3 * sqrt(judged.weights[run[-1]])  # of a point of weight 1
    made_of = sum(judged.weights[at] for at in judged.baseline)
    return abs(mean - judged.limits.centre) / (sigma * sqrt(1 / weight + 1 / made_of))
