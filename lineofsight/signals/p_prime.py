"""Laney's p' chart: shares of uneven numbers of cases, that vary more than chance alone would make them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from math import sqrt

from lineofsight.signals.limits import Limits, NoLimitsError, Reason
from lineofsight.signals.profile import MDC, Profile
from lineofsight.signals.xmr import mean_range, moving_ranges

Pair = tuple[float, float]  # how many met, of how many cases

RANGE_TO_SIGMA = 1.128  # the mean range of two values of a normal distribution, in its standard deviations


def p_prime(
    numerators: Sequence[float | None],
    denominators: Sequence[float | None],
    *,
    profile: Profile = MDC,
    baseline: Collection[int] | None = None,
    ghosts: Collection[int] = (),
) -> Limits:
    """Limits, as shares of 1, around the baseline's pooled share, clipped to 0 and 1.

    The binomial's sigma at each point is multiplied by sigma z, which is measured on the baseline and, by the profile's
    floor, never taken below 1: figures steadier than chance do not earn a narrower range. A point without cases is a
    gap. ``baseline`` and ``ghosts`` are those of ``xmr``. Raises NoLimitsError where all cases of the baseline are alike.
    """
    if baseline is not None and len(baseline) < profile.fewest_in_baseline:
        raise NoLimitsError(Reason.TOO_FEW_POINTS)
    pairs = _made_of(numerators, denominators, baseline=baseline, ghosts=ghosts)
    centre = _pooled(pairs)
    if not 0 < centre < 1:
        raise NoLimitsError(Reason.NO_WIDTH)
    sigma_z = max(profile.sigma_z_floor, _sigma_z(pairs, centre=centre, profile=profile))
    if sigma_z <= 0:
        raise NoLimitsError(Reason.NO_WIDTH)
    return p_limits(centre, denominators, sigma_z=sigma_z)


def p_limits(centre: float, denominators: Sequence[float | None], *, sigma_z: float = 1.0) -> Limits:
    """Three-sigma limits for shares of these numbers of cases; with sigma z at 1 they are the plain p chart's."""
    return Limits(
        centre=centre,
        widths=tuple(3 * sigma_z * _sigma(centre, cases) if cases else None for cases in denominators),
        least=0.0,
        most=1.0,
        sigma_z=sigma_z,
    )


def _made_of(
    numerators: Sequence[float | None],
    denominators: Sequence[float | None],
    *,
    baseline: Collection[int] | None,
    ghosts: Collection[int],
) -> list[Pair | None]:
    pairs: list[Pair | None] = []
    for at, (met, cases) in enumerate(zip(numerators, denominators, strict=True)):
        if at in ghosts:
            continue
        inside = baseline is None or at in baseline
        pairs.append((met, cases) if inside and met is not None and cases else None)
    return pairs


def _pooled(pairs: Sequence[Pair | None]) -> float:
    known = [pair for pair in pairs if pair is not None]
    if not known:
        raise NoLimitsError(Reason.UNDEFINED)
    return sum(met for met, _ in known) / sum(cases for _, cases in known)


def _sigma_z(pairs: Sequence[Pair | None], *, centre: float, profile: Profile) -> float:
    scores = [
        None if pair is None else (pair[0] / pair[1] - centre) / _sigma(centre, pair[1]) for pair in pairs
    ]
    ranges = moving_ranges(scores)
    if not ranges:
        raise NoLimitsError(Reason.UNDEFINED)
    return mean_range(ranges, profile=profile) / RANGE_TO_SIGMA


def _sigma(centre: float, cases: float) -> float:
    return sqrt(centre * (1 - centre) / cases)
