"""The chart of individual values and their moving ranges."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from itertools import pairwise
from math import fsum

from lineofsight.signals.limits import Limits, NoLimitsError, Reason
from lineofsight.signals.profile import MDC, Profile


def xmr(
    values: Sequence[float | None],
    *,
    profile: Profile = MDC,
    baseline: Collection[int] | None = None,
    ghosts: Collection[int] = (),
    least: float | None = None,
) -> Limits:
    """Limits around the mean of the baseline's points, from the mean of their moving ranges.

    ``baseline`` holds the positions of the points that make the limits; None takes them all. A gap (None) breaks the
    ranges on both of its sides. A ghost is shown but left out of the sums, and its neighbours then stand side by side.
    Raises NoLimitsError where the baseline is too short, or where the limits would be undefined or have no width.
    """
    if baseline is not None and len(baseline) < profile.fewest_in_baseline:
        raise NoLimitsError(Reason.TOO_FEW_POINTS)
    used = _made_of(values, baseline=baseline, ghosts=ghosts)
    known = [value for value in used if value is not None]
    ranges = moving_ranges(used)
    if not ranges:
        raise NoLimitsError(Reason.UNDEFINED)
    width = profile.range_multiplier * mean_range(ranges, profile=profile)
    if width <= 0:
        raise NoLimitsError(Reason.NO_WIDTH)
    return Limits(centre=_mean(known), widths=(width,) * len(values), least=least)


def moving_ranges(values: Sequence[float | None]) -> list[float]:
    """How far each value lies from the one before it; none across a gap."""
    return [
        abs(this - before) for before, this in pairwise(values) if before is not None and this is not None
    ]


def mean_range(ranges: Sequence[float], *, profile: Profile) -> float:
    """The mean of the ranges, once those are left out that the profile's screening finds too wide.

    Raises NoLimitsError where that leaves none.
    """
    mean = _mean(ranges)
    if profile.screening is None:
        return mean
    kept = [width for width in ranges if width < profile.screening * mean]
    if not kept:
        # Every range is nought, so none lies below a multiple of their mean.
        raise NoLimitsError(Reason.UNDEFINED)
    return _mean(kept)


def _made_of(
    values: Sequence[float | None], *, baseline: Collection[int] | None, ghosts: Collection[int]
) -> list[float | None]:
    return [
        value if baseline is None or at in baseline else None
        for at, value in enumerate(values)
        if at not in ghosts
    ]


def _mean(values: Sequence[float]) -> float:
    return fsum(values) / len(values)
