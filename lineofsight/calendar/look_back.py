"""The same day of an earlier month."""

from __future__ import annotations

from datetime import date

from lineofsight.calendar.periods import first_of_month, last_of_month


def months_earlier(day: date, months: int) -> date:
    """The same day so many months earlier, or that month's last day where it has no such day.

    >>> months_earlier(date(2026, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    first = first_of_month(day, later=-months)
    return first.replace(day=min(day.day, last_of_month(first).day))
