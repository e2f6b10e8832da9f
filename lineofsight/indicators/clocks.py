"""Elapsed time as expressions. An end before its start is a recording fault: null, so never in time."""

from __future__ import annotations

import ibis

from lineofsight.returns.columns import WORKDAY, Column
from lineofsight.returns.tables import settings
from lineofsight.returns.times import MINUTES_IN_A_DAY


def working_days_between(start: Column, end: Column) -> Column:
    """Working days from ``start`` to ``end``, both clocked columns; the start day is day 0 unless the council says 1.

    Null when either date is missing or outside the known calendar, or when the end lies before the start.
    Source of day 0: the Department for Education's bands of conferences begin at 0 (Children in need, table C4).
    """
    elapsed = _working_day(end) - _working_day(start) + settings.first_working_day
    return ibis.ifelse(end >= start, elapsed, ibis.null("int64"))


def days_between(start: Column, end: Column) -> Column:
    """Calendar days from ``start`` to ``end``; null when either is missing or the end lies before the start."""
    return ibis.ifelse(end >= start, end.delta(start, unit="day"), ibis.null("int64"))


def _working_day(column: Column) -> Column:
    """The working-day number that the engine has written beside a clocked date."""
    field = column.op()
    return field.rel.to_expr()[f"{field.name}{WORKDAY}"]


Moment = tuple[Column, Column]  # a date, and the minute of that day; null where it is not recorded


def within_hours(start: Moment, end: Moment, *, hours: int) -> Column:
    """Whether no more than so many hours of the clock lie between two moments: yes, no, or null where nobody can tell.

    Where a time of day is not recorded it may be any of its day: the answer is given if it is the same for all of them.
    Null also when a date is missing, or the end lies before the start.
    """
    days = end[0].delta(start[0], unit="day") * MINUTES_IN_A_DAY
    last = MINUTES_IN_A_DAY - 1
    most = days + end[1].fill_null(last) - start[1].fill_null(0)
    least = days + end[1].fill_null(0) - start[1].fill_null(last)
    limit = hours * 60
    return ibis.cases(
        (most < 0, None), (most <= limit, True), (least > limit, False), else_=ibis.null("boolean")
    )
