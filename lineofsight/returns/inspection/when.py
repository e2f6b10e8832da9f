"""How far back the lists of Annex A look."""

from __future__ import annotations

from datetime import date

from lineofsight.calendar import months_earlier


def six_months_before(day: date) -> date:
    """The first day of the six months that end with a day."""
    return months_earlier(day, 6)


def twelve_months_before(day: date) -> date:
    """The first day of the twelve months that end with a day."""
    return months_earlier(day, 12)
