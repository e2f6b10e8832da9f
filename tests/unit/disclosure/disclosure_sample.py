"""Readings of invented measures, and what a table of them prints."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from lineofsight.disclosure import Published, text
from lineofsight.readings import Measure, MeasureType, Polarity, Reading, State, Unit

AUGUST = (date(2024, 8, 1), date(2024, 8, 31))
UNITS = {MeasureType.STOCK_RATE: Unit.PER_10_000, MeasureType.MEAN: Unit.CASES_PER_FTE}


def measure(kind: MeasureType, family: str = "children in need") -> Measure:
    return Measure(
        id="sample",
        title="Sample",
        unit=UNITS.get(kind, Unit.PERCENT),
        polarity=Polarity.CONTEXT,
        measure_type=kind,
        counts="children",
        family=family,
    )


SHARE = measure(MeasureType.PROPORTION)
COUNT = measure(MeasureType.COUNT)
STOCK = measure(MeasureType.STOCK)
RATE = measure(MeasureType.STOCK_RATE)
MEAN = measure(MeasureType.MEAN, "workforce")


def reading(
    numerator: float | None,
    denominator: float | None = None,
    *,
    group: str | None = None,
    unknown: int = 0,
    still_open: int = 0,
    period: tuple[date, date] = AUGUST,
    state: State = State.COMPLETE,
) -> Reading:
    value = numerator if denominator is None or numerator is None else None
    if numerator is not None and denominator:
        value = 100 * numerator / denominator
    return Reading(
        indicator="sample",
        period_kind="month",
        period_start=period[0],
        period_end=period[1],
        breakdown=() if group is None else ("ward",),
        group=() if group is None else (group,),
        numerator=numerator,
        denominator=denominator,
        value=value,
        unknown=unknown,
        open=still_open,
        state=state,
        run="r1",
    )


def month(number: int) -> tuple[date, date]:
    """The month so many after April 2024."""
    first = date(2024 + (number + 3) // 12, (number + 3) % 12 + 1, 1)
    return first, (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)


def year_to(number: int) -> tuple[date, date]:
    """April 2024 to the end of the month so many after it."""
    return date(2024, 4, 1), month(number)[1]


def groups_and_total(*pairs: tuple[float, float | None]) -> tuple[list[Reading], Reading]:
    groups = [reading(n, d, group=str(i)) for i, (n, d) in enumerate(pairs)]
    bases = [d for _, d in pairs if d is not None]
    return groups, reading(sum(n for n, _ in pairs), sum(bases) if bases else None)


def numerators(published: Sequence[Published]) -> str:
    return " ".join(text(row.numerator) for row in published)


def denominators(published: Sequence[Published]) -> str:
    return " ".join(text(row.denominator) for row in published)


def values(published: Sequence[Published]) -> str:
    return " ".join(text(row.value) for row in published)


def printed(published: Published) -> str:
    return " ".join(text(cell) for cell in published.cells)
