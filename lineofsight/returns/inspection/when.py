"""How far back the lists of Annex A look."""

from __future__ import annotations

import calendar
from datetime import date


def six_months_before(day: date) -> date:
    """The same day six months earlier, or that month's last day where it has no such day."""
    return _months_before(day, 6)


def twelve_months_before(day: date) -> date:
    """The same day a year earlier, or 28 February for 29."""
    return _months_before(day, 12)


def _months_before(day: date, months: int) -> date:
    """The date so many months earlier.

    >>> _months_before(date(2026, 8, 31), 6)
    datetime.date(2026, 2, 28)
    """
    place = day.year * 12 + day.month - 1 - months
    year, month = place // 12, place % 12 + 1
    return date(year, month, min(day.day, calendar.monthrange(year, month)[1]))
