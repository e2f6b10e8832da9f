"""Periods of every kind, and the one of a kind that a day lies in."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from lineofsight.calendar.date_words import date_in_words


class PeriodKind(StrEnum):
    """What a period is. Two kinds never share a chart line, or a sentence that does not name both."""

    MONTH = "month"
    QUARTER = "quarter"
    ROLLING_12_MONTHS = "rolling_12_months"
    FINANCIAL_YEAR = "financial_year"
    CALENDAR_YEAR = "calendar_year"
    ACADEMIC_YEAR = "academic_year"
    WORKFORCE_YEAR = "workforce_year"
    FINANCIAL_YEAR_TO_DATE = "financial_year_to_date"
    CALENDAR_YEAR_TO_DATE = "calendar_year_to_date"
    ACADEMIC_YEAR_TO_DATE = "academic_year_to_date"
    WORKFORCE_YEAR_TO_DATE = "workforce_year_to_date"
    MUNICIPAL_YEAR = "municipal_year"
    DAY = "day"
    WEEK = "week"
    TERM = "term"

    @property
    def in_words(self) -> str:
        """The kind as people say it: ``financial year to date``."""
        return self.value.replace("_", " ")


# The month in which each year begins: 1 April to 31 March for children in need, looked-after children and care
# leavers; 1 January for education, health and care plans; 1 September for schools; 1 October to 30 September for
# the social work workforce.
YEAR_BEGINS = {
    PeriodKind.FINANCIAL_YEAR: 4,
    PeriodKind.CALENDAR_YEAR: 1,
    PeriodKind.ACADEMIC_YEAR: 9,
    PeriodKind.WORKFORCE_YEAR: 10,
}
YEAR_OF_TO_DATE = {
    PeriodKind.FINANCIAL_YEAR_TO_DATE: PeriodKind.FINANCIAL_YEAR,
    PeriodKind.CALENDAR_YEAR_TO_DATE: PeriodKind.CALENDAR_YEAR,
    PeriodKind.ACADEMIC_YEAR_TO_DATE: PeriodKind.ACADEMIC_YEAR,
    PeriodKind.WORKFORCE_YEAR_TO_DATE: PeriodKind.WORKFORCE_YEAR,
}
DATED_BY_THE_COUNCIL = (PeriodKind.MUNICIPAL_YEAR, PeriodKind.TERM)


@dataclass(frozen=True, order=True)
class Period:
    """One period: its kind, its first and its last day, both inside it. In order of kind, then of time.

    Raises ValueError where the days are not those of a period of that kind, so that no label can say what is not so.
    """

    kind: PeriodKind
    start: date
    end: date

    def __post_init__(self) -> None:
        if self.end < self.start:
            raise ValueError(f"{self._as_said()} ends before it begins.")
        if self.kind in DATED_BY_THE_COUNCIL:
            return
        if self.kind in YEAR_OF_TO_DATE:
            fits = self.start == _year(YEAR_OF_TO_DATE[self.kind], self.end)[0]
        else:
            fits = (self.start, self.end) == _days(self.kind, self.end)
        if not fits:
            raise ValueError(f"{self._as_said()} does not begin and end as a {self.kind.in_words} does.")

    def __contains__(self, day: date) -> bool:
        return self.start <= day <= self.end

    def _as_said(self) -> str:
        return f"The {self.kind.in_words} from {date_in_words(self.start)} to {date_in_words(self.end)}"


def period_containing(kind: PeriodKind, day: date) -> Period:
    """The period of a kind that a day lies in.

    A rolling 12 months and a year to date are those that end with the day's own month. Raises ValueError for municipal
    years and terms, whose dates are the council's own: see ``municipal_year_containing`` and ``term_containing``.
    """
    if kind in DATED_BY_THE_COUNCIL:
        raise ValueError(
            f"The dates of a {kind.in_words} are the council's own. Use {kind}_containing and give it the dates."
        )
    return Period(kind, *_days(kind, day))


def municipal_year_containing(day: date, annual_meetings: Sequence[date]) -> Period:
    """The municipal year that a day lies in: from one annual meeting to the eve of the next.

    The dates of the annual meetings are the council's own and are given, never guessed. Raises ValueError where
    the day lies before the first of them, or the meeting that ends its year is not among them.
    """
    begun = [meeting for meeting in annual_meetings if meeting <= day]
    to_come = [meeting for meeting in annual_meetings if meeting > day]
    if not begun or not to_come:
        raise ValueError(
            f"The municipal year of {date_in_words(day)} needs the dates of the annual meetings before and after it."
        )
    return Period(PeriodKind.MUNICIPAL_YEAR, max(begun), min(to_come) - timedelta(days=1))


def term_containing(day: date, terms: Sequence[Period]) -> Period | None:
    """The term that a day lies in, of the terms that the council gives; None in the holidays or beyond them."""
    return next((term for term in terms if day in term), None)


def first_of_month(day: date, *, later: int = 0) -> date:
    """The first day of the day's month, or of the month that many months later."""
    year, month = divmod(day.year * 12 + day.month - 1 + later, 12)
    return date(year, month + 1, 1)


def last_of_month(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=monthrange(day.year, day.month)[1])


def _days(kind: PeriodKind, day: date) -> tuple[date, date]:
    if kind in YEAR_BEGINS:
        return _year(kind, day)
    if kind in YEAR_OF_TO_DATE:
        return _year(YEAR_OF_TO_DATE[kind], day)[0], last_of_month(day)
    match kind:
        case PeriodKind.DAY:
            return day, day
        case PeriodKind.WEEK:
            monday = day - timedelta(days=day.weekday())
            return monday, monday + timedelta(days=6)
        case PeriodKind.QUARTER:
            return _months(day, later=-((day.month - 1) % 3), count=3)
        case PeriodKind.ROLLING_12_MONTHS:
            return _months(day, later=-11, count=12)
        case _:
            return _months(day, later=0, count=1)


def _year(kind: PeriodKind, day: date) -> tuple[date, date]:
    return _months(day, later=-((day.month - YEAR_BEGINS[kind]) % 12), count=12)


def _months(day: date, *, later: int, count: int) -> tuple[date, date]:
    return first_of_month(day, later=later), last_of_month(first_of_month(day, later=later + count - 1))
