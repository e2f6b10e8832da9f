"""The periods of a run: what ends in its months."""

from __future__ import annotations

from datetime import date

from lineofsight.calendar.date_words import date_in_words
from lineofsight.calendar.periods import (
    YEAR_BEGINS,
    YEAR_OF_TO_DATE,
    Period,
    PeriodKind,
    first_of_month,
    last_of_month,
    period_containing,
)

RUN_KINDS = (
    PeriodKind.MONTH,
    PeriodKind.QUARTER,
    PeriodKind.ROLLING_12_MONTHS,
    *YEAR_BEGINS,
    *YEAR_OF_TO_DATE,
)


def months_ending(last: date, count: int) -> tuple[Period, ...]:
    """The ``count`` months up to the one that ``last`` lies in, in order. Raises ValueError for a negative count."""
    if count < 0:
        raise ValueError(f"A number of months is 0 or more, not {count}.")
    firsts = (first_of_month(last, later=later) for later in range(1 - count, 1))
    return tuple(period_containing(PeriodKind.MONTH, first) for first in firsts)


def run_periods(last_month_end: date, months: int) -> tuple[Period, ...]:
    """Every period that ends in the ``months`` months up to ``last_month_end``, by kind and in order.

    A rolling 12 months or a year that ends in those months begins before them. A to-date form ends at each month's
    end. 60 months give 400 periods wherever they end: 60 months, 20 quarters, 60 rolling 12 months, 5 of each of the
    four years and 60 of each of their to-date forms. Raises ValueError where ``last_month_end`` is not the last day of
    its month, or there is no month.
    """
    if last_month_end != last_of_month(last_month_end):
        raise ValueError(
            f"A run ends with a month: {date_in_words(last_month_end)} is not the last day of its month."
        )
    if months < 1:
        raise ValueError(f"A run has at least 1 month, not {months}.")
    ends = [month.end for month in months_ending(last_month_end, months)]
    return tuple(
        period for kind in RUN_KINDS for end in ends if (period := period_containing(kind, end)).end == end
    )
