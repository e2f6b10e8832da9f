"""Which chart a measure gets, and when it gets none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lineofsight.calendar import PeriodKind
from lineofsight.council import BaselineChange
from lineofsight.readings import Measure, MeasureType, Reading
from lineofsight.signals.assurance import assurance
from lineofsight.signals.baselines import stretches
from lineofsight.signals.chart import Assurance, Chart, ChartKind, Point, Target
from lineofsight.signals.drawing import FEWEST_EVENTS, Drawn, draw, events
from lineofsight.signals.limits import NoLimitsError, Reason
from lineofsight.signals.profile import MDC, Profile
from lineofsight.signals.series import judged, points_of
from lineofsight.signals.standing import claim_of, run_to
from lineofsight.signals.wording import refusal_sentence, sentence

FEWEST_CASES = 20  # in most periods, for a share to have limits
LINES = (Reason.STOCK, Reason.ROLLING, Reason.TO_DATE)


def chart_for(
    measure: Measure,
    readings: Sequence[Reading],
    *,
    target: Target | None = None,
    rebaselines: Sequence[BaselineChange] = (),
    profile: Profile = MDC,
) -> Chart:
    """The chart of one measure, period kind and group, with its sentence; or its points, and why it has no limits.

    Only complete readings make limits and carry signals, and only those after the baseline carry them; a reading that
    is not complete yet is shown. A target counts from its own day on. Raises NotOneLineError where the readings are not
    of one line.
    """
    points = points_of(measure, readings)
    chart = Chart(
        measure=measure,
        kind=ChartKind.DOTS,
        period_kind=readings[0].period_kind if readings else PeriodKind.MONTH,
        points=points,
        target=target if target and points and target.since <= points[-1].period_end else None,
        profile=profile.name,
    )
    reason = _reason(chart, profile)
    chart = _refused(chart, reason, profile) if reason else _with_limits(chart, rebaselines, profile)
    return replace(chart, sentence=sentence(chart))


def _reason(chart: Chart, profile: Profile) -> Reason | None:
    """Why this kind of figure, or figures so few, can have no limits at all."""
    if not chart.points:
        return Reason.NO_FIGURES
    if chart.measure.measure_type.is_stock:
        return Reason.STOCK
    if chart.period_kind == PeriodKind.ROLLING_12_MONTHS:
        return Reason.ROLLING
    if chart.period_kind.endswith("_to_date"):
        return Reason.TO_DATE
    complete = [point for point in chart.points if judged(point) is not None]
    if len(complete) < profile.fewest_points:
        return Reason.TOO_FEW_POINTS
    if chart.measure.measure_type is MeasureType.PROPORTION:
        return _too_few_cases(complete)
    return _too_few_events([events(chart.measure, point) for point in complete])


def _too_few_cases(complete: Sequence[Point]) -> Reason | None:
    enough = sum((point.denominator or 0) >= FEWEST_CASES for point in complete)
    return None if 2 * enough > len(complete) else Reason.TOO_FEW_CASES


def _too_few_events(counts: Sequence[float]) -> Reason | None:
    if 2 * sum(count == 0 for count in counts) > len(counts):
        return Reason.MOSTLY_ZERO
    return Reason.TOO_FEW_EVENTS if sum(counts) < FEWEST_EVENTS * len(counts) else None


def _with_limits(chart: Chart, changes: Sequence[BaselineChange], profile: Profile) -> Chart:
    """The chart with the limits of each of its stretches. What is said of it follows from the newest alone."""
    drawn: list[Drawn | Reason] = []
    points: list[Point] = []
    for stretch in stretches(chart.points, changes, profile):
        try:
            part = draw(chart.measure, chart.points, stretch, profile)
        except NoLimitsError as refusal:
            too_new = refusal.reason is Reason.TOO_FEW_POINTS and stretch.change is not None
            drawn.append(Reason.NEW_BASELINE_TOO_SHORT if too_new else refusal.reason)
            points += [chart.points[at] for at in stretch.points]
        else:
            drawn.append(part)
            points += part.points
    *earlier, newest = drawn
    chart = replace(
        chart,
        kind=_kind(chart) if any(isinstance(part, Drawn) for part in drawn) else chart.kind,
        points=tuple(points),
        earlier_baselines=tuple(part.baseline for part in earlier if isinstance(part, Drawn)),
    )
    return _read(chart, newest, profile) if isinstance(newest, Drawn) else _refused(chart, newest, profile)


def _read(chart: Chart, newest: Drawn, profile: Profile) -> Chart:
    run = run_to(newest.judged, profile)
    return replace(
        chart,
        baseline=newest.baseline,
        run=run,
        claim=claim_of(newest.judged, run, profile),
        assurance=_assurance(chart, newest, profile),
    )


def _assurance(chart: Chart, newest: Drawn, profile: Profile) -> Assurance | None:
    at = newest.judged.latest
    if chart.target is None or at is None:
        return None
    return assurance(chart.target, newest.judged.limits, at, polarity=chart.measure.polarity, profile=profile)


def _refused(chart: Chart, reason: Reason, profile: Profile) -> Chart:
    return replace(
        chart,
        kind=ChartKind.LINE if reason in LINES else chart.kind,
        refusal=refusal_sentence(chart, reason, needed=profile.fewest_points),
    )


def _kind(chart: Chart) -> ChartKind:
    return ChartKind.P_PRIME if chart.measure.measure_type is MeasureType.PROPORTION else ChartKind.XMR
