"""What a chart calls its periods: short below the axis, in full in a sentence, and how many there are."""

from __future__ import annotations

from lineofsight.calendar import Period, PeriodKind, label, month_in_words, short_label
from lineofsight.signals.chart import Point

_ENDS_IN_A_MONTH = (PeriodKind.QUARTER, PeriodKind.ROLLING_12_MONTHS)
_COUNTED = {
    PeriodKind.DAY: "day",
    PeriodKind.WEEK: "week",
    PeriodKind.MONTH: "month",
    PeriodKind.QUARTER: "quarter",
    PeriodKind.TERM: "term",
}


def short_name(point: Point, period_kind: str) -> str:
    """Return a period's name for an axis: ``Aug 2026``. The year has four digits, since Sep 22, Sep 23 read as days."""
    kind = PeriodKind(period_kind)
    month, year = month_in_words(point.period_end).split()
    if kind is PeriodKind.MONTH:
        return f"{month[:3]} {year}"
    if kind in _ENDS_IN_A_MONTH:
        return f"to {month[:3]} {year}"
    return short_label(_period(point, kind))


def full_name(point: Point, period_kind: str) -> str:
    """Return a period's name for a sentence: ``August 2026``, ``quarter to 30 September 2026``."""
    return label(_period(point, PeriodKind(period_kind)))


def _period(point: Point, kind: PeriodKind) -> Period:
    return Period(kind, point.period_start, point.period_end)


def counted(number: int, period_kind: str) -> str:
    """Return ``1 month``, ``3 quarters``, ``5 financial years``; to-date and rolling periods are counted as periods."""
    kind = PeriodKind(period_kind)
    one = _COUNTED.get(kind, kind.in_words if kind.value.endswith("year") else "period")
    return f"{number} {one}{'' if number == 1 else 's'}"


def grain(period_kind: str) -> str:
    """Return what the axis of periods steps by: ``month``, ``rolling 12 months``."""
    return PeriodKind(period_kind).in_words
