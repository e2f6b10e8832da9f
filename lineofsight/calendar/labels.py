"""What a period is called: in a sentence, and on a chart's axis."""

from __future__ import annotations

from datetime import date

from lineofsight.calendar.date_words import (
    date_in_words,
    month_in_words,
    short_date,
    short_month,
    weekday_and_date_in_words,
)
from lineofsight.calendar.periods import YEAR_OF_TO_DATE, Period, PeriodKind, last_of_month


def label(period: Period) -> str:
    """The period in words, with its kind: ``financial year 2024/25 to 31 August 2024``."""
    end = date_in_words(period.end)
    if period.kind in YEAR_OF_TO_DATE:
        return f"{YEAR_OF_TO_DATE[period.kind].in_words} {_year_name(period)} to {end}"
    match period.kind:
        case PeriodKind.MONTH:
            return month_in_words(period.start)
        case PeriodKind.QUARTER:
            return f"quarter to {end}"
        case PeriodKind.ROLLING_12_MONTHS:
            return f"12 months to {end}"
        case PeriodKind.DAY:
            return weekday_and_date_in_words(period.start)
        case PeriodKind.WEEK:
            return f"week beginning {weekday_and_date_in_words(period.start)}"
        case PeriodKind.TERM:
            return f"term from {date_in_words(period.start)} to {end}"
        case _:
            return f"{period.kind.in_words} {_year_name(period)}"


def short_label(period: Period) -> str:
    """The period for a chart's axis, whose title names the kind: ``Aug 24``. No two periods of a kind share one."""
    if period.kind in YEAR_OF_TO_DATE:
        return f"to {_short_end(period.end)}"
    match period.kind:
        case PeriodKind.MONTH:
            return short_month(period.end)
        case PeriodKind.QUARTER | PeriodKind.ROLLING_12_MONTHS:
            return f"to {short_month(period.end)}"
        case PeriodKind.DAY | PeriodKind.WEEK | PeriodKind.TERM:
            return short_date(period.start)
        case _:
            return _year_name(period)


def _year_name(period: Period) -> str:
    if period.kind in (PeriodKind.CALENDAR_YEAR, PeriodKind.CALENDAR_YEAR_TO_DATE):
        return str(period.start.year)
    return f"{period.start.year}/{(period.start.year + 1) % 100:02d}"


def _short_end(end: date) -> str:
    return short_month(end) if end == last_of_month(end) else short_date(end)
