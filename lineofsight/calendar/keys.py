"""What the key of a load says: the days that its files cover."""

from __future__ import annotations

import re
from datetime import date

from lineofsight.calendar.date_words import month_in_words
from lineofsight.calendar.periods import Period, PeriodKind, period_containing

KEY_FORMS = (
    "A key is 2024-25 or 2024/25 for a financial year (1 April to 31 March), 2024-09 for a month, or 2024-03-31 for "
    "the financial year up to that date."
)
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_YEAR = re.compile(r"([0-9]{4})[-/]([0-9]{2})")
_MONTH = re.compile(r"([0-9]{4})-(0[1-9]|1[0-2])")


class KeyNotUnderstoodError(ValueError):
    """The key of a load is none of the forms that name a year, a month or a date."""


def covered_by_key(text: str) -> tuple[date, date]:
    """The first and the last day that a load with this key covers.

    ``2024-25`` and ``2024/25`` are the financial year, ``2024-09`` is the month, ``2024-03-31`` is the financial year
    up to that date. ``2011-12`` could be a year or a month and is refused: ``2011/12`` is the year. Raises
    KeyNotUnderstoodError, whose message lists the forms.

    >>> covered_by_key("2024-25")
    (datetime.date(2024, 4, 1), datetime.date(2025, 3, 31))
    """
    key = text.strip()
    try:
        meanings = [found for reading in (_year, _month, _to_date) if (found := reading(key))]
    except ValueError:  # the 30th of February, or a year that no date has
        meanings = []
    if not meanings:
        raise KeyNotUnderstoodError(f"The key '{key}' is not understood. {KEY_FORMS}")
    if len(meanings) > 1:
        month = month_in_words(meanings[1][0])
        year = key.replace("-", "/")
        raise KeyNotUnderstoodError(
            f"The key '{key}' could be a financial year or {month}. Write {year} for the year. {KEY_FORMS}"
        )
    return meanings[0]


def _year(key: str) -> tuple[date, date] | None:
    parts = _YEAR.fullmatch(key)
    if not parts or int(parts[2]) != (int(parts[1]) + 1) % 100:
        return None
    return _ends(period_containing(PeriodKind.FINANCIAL_YEAR, date(int(parts[1]), 4, 1)))


def _month(key: str) -> tuple[date, date] | None:
    parts = _MONTH.fullmatch(key)
    return (
        _ends(period_containing(PeriodKind.MONTH, date(int(parts[1]), int(parts[2]), 1))) if parts else None
    )


def _to_date(key: str) -> tuple[date, date] | None:
    if not _DATE.fullmatch(key):
        return None
    day = date.fromisoformat(key)
    return period_containing(PeriodKind.FINANCIAL_YEAR, day).start, day


def _ends(period: Period) -> tuple[date, date]:
    return period.start, period.end
