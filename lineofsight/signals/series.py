"""The readings of one line of a chart, put in order and checked to belong together."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Sequence
from datetime import timedelta

from lineofsight.calendar import Period, PeriodKind, label, period_containing
from lineofsight.readings import Measure, MeasureType, Reading, State
from lineofsight.signals.chart import Chart, Point

# Kinds whose periods follow each other without a break, so that one that is not there is a gap.
_UNBROKEN = (
    PeriodKind.WEEK,
    PeriodKind.MONTH,
    PeriodKind.QUARTER,
    PeriodKind.FINANCIAL_YEAR,
    PeriodKind.CALENDAR_YEAR,
    PeriodKind.ACADEMIC_YEAR,
    PeriodKind.WORKFORCE_YEAR,
)


class NotOneLineError(ValueError):
    """The readings cannot share a chart line: two indicators, period kinds or groups, or a period that comes twice."""


def points_of(measure: Measure, readings: Sequence[Reading]) -> tuple[Point, ...]:
    """The points of a line in the order of their periods, with a gap for each period that has no reading.

    Raises NotOneLineError where the readings are not of this measure, of one period kind and of one group, or where
    two are of one period.
    """
    _check(measure, readings)
    points: list[Point] = []
    for reading in sorted(readings, key=lambda each: each.period_end):
        if points:
            points += _gaps(points[-1], reading)
        points.append(_point(measure, reading))
    return tuple(points)


def judged(point: Point) -> float | None:
    """The value that limits may be made of and rules may read: that of a complete reading, else None."""
    return point.value if point.state is State.COMPLETE else None


def latest_complete(chart: Chart) -> Point | None:
    """The latest point that can be relied on to stay as it is; one without cases is complete too."""
    return next((point for point in reversed(chart.points) if point.state is State.COMPLETE), None)


def _check(measure: Measure, readings: Sequence[Reading]) -> None:
    strangers = sorted({each.indicator for each in readings} - {measure.id})
    if strangers:
        raise NotOneLineError(f"A chart of {measure.id} was given readings of {', '.join(strangers)}.")
    _same(measure, readings, "period kind", lambda each: each.period_kind)
    _same(measure, readings, "group", lambda each: (each.breakdown, each.group))
    ends = [each.period_end for each in readings]
    twice = next((each for each in readings if ends.count(each.period_end) > 1), None)
    if twice is not None:
        period = Period(PeriodKind(twice.period_kind), twice.period_start, twice.period_end)
        raise NotOneLineError(f"A chart of {measure.id} was given two readings of {label(period)}.")


def _same(
    measure: Measure, readings: Sequence[Reading], what: str, part: Callable[[Reading], Hashable]
) -> None:
    found = len({part(each) for each in readings})
    if found > 1:
        raise NotOneLineError(
            f"A chart of {measure.id} was given readings of {found} {what}s. One line shows one {what}; ask for one."
        )


def _gaps(last: Point, following: Reading) -> Iterator[Point]:
    kind = PeriodKind(following.period_kind)
    if kind not in _UNBROKEN:
        return
    day = last.period_end + timedelta(days=1)
    while day < following.period_start:
        period = period_containing(kind, day)
        yield Point(
            period_start=period.start,
            period_end=period.end,
            numerator=None,
            denominator=None,
            value=None,
            unknown=0,
            open=0,
            state=State.NOT_AVAILABLE,
        )
        day = period.end + timedelta(days=1)


def _point(measure: Measure, reading: Reading) -> Point:
    return Point(
        period_start=reading.period_start,
        period_end=reading.period_end,
        numerator=reading.numerator,
        denominator=reading.denominator,
        value=_value(measure, reading),
        unknown=reading.unknown,
        open=reading.open,
        state=reading.state,
    )


def _value(measure: Measure, reading: Reading) -> float | None:
    """The reading's value; a share is worked out again, so that it and its limits come from the same two numbers."""
    if reading.state is State.NOT_AVAILABLE:
        return None
    if measure.measure_type is not MeasureType.PROPORTION or reading.numerator is None:
        return reading.value
    return 100 * reading.numerator / reading.denominator if reading.denominator else None
