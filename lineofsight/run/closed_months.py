"""Protecting a series in some of whose months nothing can happen: every reader knows that those hold nought."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lineofsight.disclosure import Missing, Published, Rule, protect
from lineofsight.indicators.shapes import Indicator
from lineofsight.readings import MeasureType, Reading, State

WITHOUT_DENOMINATOR = (MeasureType.COUNT, MeasureType.STOCK)


def protect_series(indicator: Indicator, readings: Sequence[Reading], rule: Rule) -> tuple[Published, ...]:
    """The periods of a series as they may be printed.

    A month in which schools are closed is printed as a gap, and yet no secret: hidden behind it, a small count of
    another month would still be the year less the other months. So it is protected as the nought that it is.
    """
    measure = indicator.measure
    known = [_as_nought(r, measure.measure_type) if _is_closed(indicator, r) else r for r in readings]
    rows = protect(known, measure, rule)
    return tuple(
        _as_gap(row, original) if _is_closed(indicator, original) else row
        for row, original in zip(rows, readings, strict=True)
    )


def _is_closed(indicator: Indicator, reading: Reading) -> bool:
    in_month = reading.period_kind == "month" and reading.period_start.month in indicator.closed_months
    return in_month and reading.state is State.NOT_AVAILABLE


def _as_nought(reading: Reading, kind: MeasureType) -> Reading:
    denominator = None if kind in WITHOUT_DENOMINATOR else 0.0
    return replace(
        reading, state=State.COMPLETE, numerator=0.0, denominator=denominator, value=None, unknown=0, open=0
    )


def _as_gap(row: Published, original: Reading) -> Published:
    gap = Missing()
    return replace(row, reading=original, numerator=gap, denominator=gap, value=gap, unknown=gap, open=gap)
