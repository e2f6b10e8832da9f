"""One stretch of a chart with its limits, its signals and its baseline."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lineofsight.readings import Measure, MeasureType
from lineofsight.signals.baselines import Stretch
from lineofsight.signals.chart import Baseline, Point, Signal
from lineofsight.signals.limits import Limits, NoLimitsError, Reason
from lineofsight.signals.p_prime import p_prime
from lineofsight.signals.profile import Profile
from lineofsight.signals.rules import signals
from lineofsight.signals.series import judged
from lineofsight.signals.standing import Judged
from lineofsight.signals.xmr import xmr

FEWEST_EVENTS = 5  # on average, for a count to have limits
# Under one case of the rarer answer in two periods, p' called three to five steady months in 100 a change (simulated).
FEWEST_OF_EITHER = 0.5
# Two of three near a limit is left out: in twenty steady points it is too common to doubt them.
UNSTEADY = frozenset(Signal) - {Signal.NEAR_HIGH, Signal.NEAR_LOW}


@dataclass(frozen=True, kw_only=True)
class Drawn:
    """A stretch as it is drawn: its points with limits and signals, its baseline, and what a claim is made of."""

    points: tuple[Point, ...]
    baseline: Baseline
    judged: Judged


def draw(measure: Measure, series: Sequence[Point], stretch: Stretch, profile: Profile) -> Drawn:
    """The stretch with its limits. Only points after the baseline carry signals: the limits are made of the others.

    Raises NoLimitsError where the baseline is too short, or cannot carry limits.
    """
    points = series[stretch.points.start : stretch.points.stop]
    limits = _limits(measure, points, stretch, profile)
    values = tuple(judged(point) for point in points)
    marks = signals(values, limits, profile)
    after = stretch.within[-1]
    return Drawn(
        points=tuple(
            replace(
                point,
                centre=limits.centre,
                lower=limits.lower(at),
                upper=limits.upper(at),
                signal=marks[at] if at > after else None,
            )
            for at, point in enumerate(points)
        ),
        baseline=_baseline(points, values, limits, stretch, profile),
        judged=Judged(
            points=points,
            values=values,
            limits=limits,
            baseline=stretch.within,
            weights=tuple(_weight(measure, point) for point in points),
        ),
    )


def _limits(measure: Measure, points: Sequence[Point], stretch: Stretch, profile: Profile) -> Limits:
    if len(stretch.baseline) < profile.fewest_in_baseline:
        raise NoLimitsError(Reason.TOO_FEW_POINTS)
    made_of = [points[at] for at in stretch.within]
    if measure.measure_type is not MeasureType.PROPORTION:
        if sum(events(measure, point) for point in made_of) < FEWEST_EVENTS * len(made_of):
            raise NoLimitsError(Reason.TOO_FEW_EVENTS)
        values = [judged(point) for point in points]
        return xmr(values, profile=profile, baseline=stretch.within, least=0.0)
    limits = p_prime(
        [point.numerator for point in points],
        [point.denominator for point in points],
        profile=profile,
        baseline=stretch.within,
    )
    met = sum(point.numerator or 0 for point in made_of)
    not_met = sum(point.denominator or 0 for point in made_of) - met
    if min(met, not_met) < FEWEST_OF_EITHER * len(made_of):
        raise NoLimitsError(Reason.ALMOST_ALL_ALIKE)
    return limits.scaled(100)


def _baseline(
    points: Sequence[Point],
    values: Sequence[float | None],
    limits: Limits,
    stretch: Stretch,
    profile: Profile,
) -> Baseline:
    own = [value if at in stretch.within else None for at, value in enumerate(values)]
    return Baseline(
        first=points[stretch.within[0]].period_end,
        last=points[stretch.within[-1]].period_end,
        points=len(stretch.within),
        centre=limits.centre,
        reason=stretch.change.reason if stretch.change else None,
        by=stretch.change.by if stretch.change else None,
        steady=not any(mark in UNSTEADY for mark in signals(own, limits, profile)),
        sigma_z=limits.sigma_z,
    )


def events(measure: Measure, point: Point) -> float:
    """How many things happened in the period: of a rate its numerator, of a count its value."""
    return (point.numerator if measure.measure_type is MeasureType.RATE else point.value) or 0


def _weight(measure: Measure, point: Point) -> float:
    return (point.denominator or 0) if measure.measure_type is MeasureType.PROPORTION else 1
