"""The table of what a council has only as a figure, that somebody else has counted."""

from __future__ import annotations

from lineofsight.returns.columns import Date, Number, Table, Text


class Observations(Table):
    """One row for each figure of one period: supplied, and not to be worked out again from anything here."""

    title = "Figures supplied by others"
    key = ("figure", "period_start", "period_end")

    figure: Text  # the indicator's id
    period_start: Date
    period_end: Date
    numerator: Number
    denominator: Number
    supplied_by: Text
    received: Date
    note: Text


observations = Observations()

TABLES: tuple[Table, ...] = (observations,)
