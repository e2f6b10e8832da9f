"""Values as COLLECT writes them: dates with the month in letters, numbers with a decimal point."""

from __future__ import annotations

import re
from datetime import date

from lineofsight.returns.values import UnreadableError, day_first_date, trimmed, whole

MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_COLLECT = re.compile(r"(\d{4})-([a-z]{3})-(\d\d)(?: \d\d:\d\d:\d\d)?", re.ASCII | re.IGNORECASE)


def collect_date(text: str) -> date:
    """A date as COLLECT writes it, ``2025-Feb-14 00:00:00``; dd/mm/yyyy and yyyy-mm-dd are read too.

    >>> collect_date("2025-Feb-14 00:00:00")
    datetime.date(2025, 2, 14)
    """
    found = _COLLECT.fullmatch(trimmed(text))
    if found and found[2].lower() in MONTHS:
        return day_first_date(f"{found[3]}/{MONTHS.index(found[2].lower()) + 1:02}/{found[1]}")
    return day_first_date(text)


def record_id(text: str) -> str:
    """COLLECT's own identifier of a record, as it stands: ``12e45678`` is hexadecimal, not a number that lost digits."""
    return trimmed(text)


def sessions(text: str) -> int:
    """A number of half-day sessions, from 0 up; ``10.0`` is one."""
    number = whole(text)
    if number < 0:
        raise UnreadableError("number_negative", "The number is below nought.", "Give 0 or more.")
    return number
