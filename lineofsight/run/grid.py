"""Readings for every period and group that was asked for, not only for those in which something was counted."""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from lineofsight.indicators.shapes import Indicator
from lineofsight.indicators.tally import PERIOD
from lineofsight.readings import MeasureType, State
from lineofsight.returns.columns import Column, Date, Rows, Table, Text


class PeriodStates(Table):
    """The state of each period for the indicator at hand."""

    has_provenance = False

    period_kind: Text
    period_start: Date
    period_end: Date
    state: Text


states_table = PeriodStates()


def readings_of(indicator: Indicator, facts: Rows) -> Rows:
    """The total and each single breakdown of an indicator, as rows of the readings' table."""
    every = [_readings(indicator, facts, names) for names in ((), *((b.name,) for b in indicator.breakdowns))]
    return ibis.union(*every) if len(every) > 1 else every[0]


def _readings(indicator: Indicator, facts: Rows, names: Sequence[str]) -> Rows:
    filled = _filled(indicator.summed(facts, names), _grid(facts, names), names)
    if indicator.closed_months:
        filled = filled.mutate(state=_open_months_only(indicator, filled))
    if indicator.only_if_all_known:
        in_doubt = filled.unknown.fill_null(0) > 0
        filled = filled.mutate(state=ibis.ifelse(in_doubt, State.NOT_AVAILABLE.value, filled.state))
    filled = filled.mutate(is_known=filled.state != State.NOT_AVAILABLE.value)
    return filled.select(
        indicator=ibis.literal(indicator.id),
        **{c: filled[c] for c in PERIOD},
        breakdown=_texts([ibis.literal(n) for n in names]),
        group=_texts([filled[n] for n in names]),
        **{name: _if_known(filled, number) for name, number in _numbers(indicator, filled).items()},
        unknown=filled.unknown.fill_null(0).cast("int64"),
        open=filled.open.fill_null(0).cast("int64"),
        state=filled.state,
    )


def _open_months_only(indicator: Indicator, filled: Rows) -> Column:
    """The state, a month in which nothing can happen and nothing did being not available."""
    is_closed = (filled.period_kind == "month") & filled.period_start.month().isin(indicator.closed_months)
    nothing = (filled.numerator.fill_null(0) == 0) & (filled.open.fill_null(0) == 0)
    return ibis.ifelse(is_closed & nothing, State.NOT_AVAILABLE.value, filled.state)


def _numbers(indicator: Indicator, filled: Rows) -> dict[str, Column]:
    """Numerator, denominator and value, with nought where a loaded table has nothing to count.

    A count has no denominator. A rate without a population has none either, and so no value.
    """
    numerator = filled.numerator.cast("float64").fill_null(0.0)
    kind = indicator.measure.measure_type
    if kind in (MeasureType.COUNT, MeasureType.STOCK):
        return {"numerator": numerator, "denominator": ibis.null("float64"), "value": numerator}
    denominator = filled.denominator.cast("float64")
    if kind not in (MeasureType.RATE, MeasureType.STOCK_RATE):
        denominator = denominator.fill_null(0.0)
    value = numerator * indicator.per / denominator.nullif(0.0)
    return {"numerator": numerator, "denominator": denominator, "value": value}


def _if_known(filled: Rows, number: Column) -> Column:
    return ibis.ifelse(filled.is_known, number, ibis.null("float64"))


def _texts(parts: Sequence[Column]) -> Column:
    if not parts:
        return ibis.literal([], type="array<string>")
    return ibis.array([part.cast("string") for part in parts])


def _grid(facts: Rows, names: Sequence[str]) -> Rows:
    """Every period with its state, times every group that the facts know."""
    if not names:
        return states_table.rows
    groups = facts.select(*names).distinct()
    return states_table.rows.cross_join(groups)


def _filled(sums: Rows, grid: Rows, names: Sequence[str]) -> Rows:
    """The grid with the sums where there are any. Groups that were not recorded (null) meet as equals."""
    keys = [*PERIOD, *names]
    renamed = sums.rename({f"{k}_": k for k in keys})
    same = [
        grid[k].identical_to(renamed[f"{k}_"]) if k in names else grid[k] == renamed[f"{k}_"] for k in keys
    ]
    return grid.left_join(renamed, same).drop(*[f"{k}_" for k in keys])
