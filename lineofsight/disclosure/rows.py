"""A table's rows before anything is hidden, and the pieces (groups, or stretches of time) that each row covers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from lineofsight.readings import Measure, MeasureType, Reading, State

Span = frozenset[int]

ADDS_UP_OVER_TIME = {
    MeasureType.PROPORTION,
    MeasureType.COUNT,
    MeasureType.RATE,
}  # stocks of two days have no sum


@dataclass(frozen=True, kw_only=True)
class Row:
    """One reading's figures; None where there is none. ``people`` is how many workers an average speaks of."""

    reading: Reading
    numerator: float | None
    denominator: float | None
    unknown: float | None
    open: float | None
    people: float | None = None

    def figure(self, name: str) -> float | None:
        """Return the printed figure of that name; None for one that no table prints."""
        return {
            "numerator": self.numerator,
            "denominator": self.denominator,
            "unknown": self.unknown,
            "open": self.open,
        }.get(name)


def row_of(reading: Reading, people: int | None = None) -> Row:
    """Return a reading as a row. What is not available has no figures, and its noughts mean nothing."""
    is_there = reading.state is not State.NOT_AVAILABLE
    return Row(
        reading=reading,
        numerator=reading.numerator if is_there else None,
        denominator=reading.denominator if is_there else None,
        unknown=reading.unknown if is_there else None,
        open=reading.open if is_there else None,
        people=people,
    )


def spans_of_groups(groups: int, *, has_rest: bool) -> tuple[list[Span], list[Span]]:
    """Return the spans of so many groups and their total, and the unprinted one of what no group holds."""
    rest = [frozenset({groups})] if has_rest else []
    everything = frozenset(range(groups)).union(*rest)
    return [*(frozenset({g}) for g in range(groups)), everything], rest


def spans_of_periods(measure: Measure, readings: Sequence[Reading]) -> tuple[list[Span], list[Span]]:
    """Return the spans of a series' periods, and the unprinted ones that subtraction could reach.

    Periods that overlap share pieces: a year to date less the month before's is a month. Stocks share none. Of
    rolling years no one row holds another, so that no month stands between two of them; the rows are still tied.
    """
    apart: list[Span] = [frozenset({i}) for i in range(len(readings))]
    if measure.measure_type not in ADDS_UP_OVER_TIME:
        return apart, []
    cuts = sorted({r.period_start for r in readings} | {_after(r) for r in readings})
    spans = [frozenset(range(cuts.index(r.period_start), cuts.index(_after(r)))) for r in readings]
    if sum(map(len, spans)) == len(frozenset().union(*spans)):
        return apart, []
    between = {longer - shorter for longer in spans for shorter in spans if shorter < longer}
    return spans, sorted(between - set(spans), key=sorted)


def _after(reading: Reading) -> date:
    return reading.period_end + timedelta(days=1)
