"""Measures and series of readings, made in a line."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

import pytest

from lineofsight.calendar import Period, PeriodKind, period_containing
from lineofsight.readings import Measure, MeasureType, Polarity, Reading, State, Unit

SHARE = Measure(
    id="icpc_15wd_pct",
    title="Initial child protection conferences held within 15 working days",
    unit=Unit.PERCENT,
    polarity=Polarity.HIGHER_IS_BETTER,
    measure_type=MeasureType.PROPORTION,
    counts="conferences",
    family="children in need",
    read_with="icpc_overdue_open",
)
COUNT = replace(
    SHARE, id="pex_confirmed_count", unit=Unit.NUMBER, measure_type=MeasureType.COUNT, counts="exclusions"
)

# One figure: a numerator and a denominator; a count alone; or None, a period without a reading.
Figure = tuple[float, float] | float | None


@pytest.fixture
def share() -> Measure:
    return SHARE


@pytest.fixture
def count() -> Measure:
    return COUNT


@pytest.fixture
def stock() -> Measure:
    return replace(COUNT, id="cla_ifa_count", measure_type=MeasureType.STOCK, counts="children")


@pytest.fixture
def rate() -> Measure:
    return replace(
        COUNT, id="cla_rate", unit=Unit.PER_10_000, measure_type=MeasureType.STOCK_RATE, counts="children"
    )


@pytest.fixture
def caseload() -> Measure:
    return replace(
        COUNT, id="sw_caseload_avg", unit=Unit.CASES_PER_FTE, measure_type=MeasureType.MEAN, counts="cases"
    )


def reading_of(measure: Measure, figure: Figure, period: Period) -> Reading:
    met, cases = figure if isinstance(figure, tuple) else (figure, None)
    scale = {Unit.PERCENT: 100, Unit.PER_10_000: 10_000}.get(measure.unit, 1)
    value = met if cases is None else None if cases == 0 or met is None else scale * met / cases
    return Reading(
        indicator=measure.id,
        period_kind=period.kind,
        period_start=period.start,
        period_end=period.end,
        numerator=met,
        denominator=cases,
        value=value,
        unknown=0,
        open=0,
        state=State.COMPLETE if met is not None else State.NOT_AVAILABLE,
        run="r1",
    )


def periods(kind: PeriodKind, count: int, last: date) -> list[Period]:
    """So many periods of a kind, one after the other, the last containing a day; overlapping kinds end each month."""
    found = [period_containing(kind, last)]
    while len(found) < count:
        step = PeriodKind.MONTH if kind.endswith("_to_date") or kind.startswith("rolling") else kind
        day = period_containing(step, found[0].end).start
        found.insert(0, period_containing(kind, date.fromordinal(day.toordinal() - 1)))
    return found


@pytest.fixture
def series() -> Callable[..., list[Reading]]:
    """Readings of a measure, one period after the other, ending with August 2024 unless told; None leaves one out."""

    def made(
        measure: Measure,
        figures: Sequence[Figure],
        *,
        kind: PeriodKind = PeriodKind.MONTH,
        last: date = date(2024, 8, 31),
    ) -> list[Reading]:
        along = periods(kind, len(figures), last)
        return [
            reading_of(measure, figure, period)
            for figure, period in zip(figures, along, strict=True)
            if figure is not None
        ]

    return made
