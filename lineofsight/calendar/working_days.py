"""Working days in England: Monday to Friday without bank holidays, numbered once and then subtracted."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache

from lineofsight.calendar.bank_holidays import bank_holidays
from lineofsight.calendar.date_words import date_in_words

FIRST_KNOWN = date(bank_holidays()[0].day.year, 1, 1)
LAST_KNOWN = date(bank_holidays()[-1].day.year, 12, 31)

# Whether the day on which a clock starts counts. 0: it is day 0, and the next working day is day 1. No text says so
# of conferences; it follows from DfE's "Children in need" table C4, whose bands of working days begin with 0-10 where
# the assessments' table C2 has "same day" apart. So it is a setting, and this is its default.
FIRST_WORKING_DAY = 0

_SATURDAY = 5


class OutsideCalendarError(ValueError):
    """A working day was asked for in a year whose bank holidays are not known."""

    def __init__(self, day: date) -> None:
        super().__init__(day)
        self.day = day

    def __str__(self) -> str:
        return (
            f"{date_in_words(self.day)} is outside the calendar: England's bank holidays are known from "
            f"{FIRST_KNOWN.year} to {LAST_KNOWN.year}. {_remedy(self.day)}"
        )


def _remedy(day: date) -> str:
    if day < FIRST_KNOWN:
        return f"Give a date from {date_in_words(FIRST_KNOWN)} on."
    return (
        "Update Line of Sight when the later years have been announced; until then count these days by hand."
    )


def is_known(day: date) -> bool:
    """Whether the bank holidays of the day's year are known."""
    return FIRST_KNOWN <= day <= LAST_KNOWN


def is_working_day(day: date) -> bool:
    """Whether a day is Monday to Friday and no bank holiday. Raises OutsideCalendarError beyond the known years."""
    if not is_known(day):
        raise OutsideCalendarError(day)
    return day.weekday() < _SATURDAY and day not in _holidays()


def working_day_numbers() -> Iterator[tuple[date, int, bool]]:
    """Every known day with its number, and whether it is a working day.

    The number is how many working days there have been since ``FIRST_KNOWN``, that day included, so that a
    subtraction counts working days: a Saturday has the number of the Friday before it.
    """
    number = 0
    for ordinal in range(FIRST_KNOWN.toordinal(), LAST_KNOWN.toordinal() + 1):
        day = date.fromordinal(ordinal)
        working = is_working_day(day)
        number += working
        yield day, number, working


def working_days_between(start: date, end: date, *, first_working_day: int = FIRST_WORKING_DAY) -> int | None:
    """How many working days it took from ``start`` to ``end``.

    With ``first_working_day=0`` the start is day 0; with 1 it is day 1. None, which is unknown and never a guess,
    where the end lies before the start (a recording fault) or either date outside the known years.

    >>> working_days_between(date(2024, 9, 2), date(2024, 9, 23))
    15
    """
    if end < start or not (is_known(start) and is_known(end)):
        return None
    return working_day_number(end) - working_day_number(start) + first_working_day


def add_working_days(day: date, count: int, *, first_working_day: int = FIRST_WORKING_DAY) -> date:
    """The working day on which ``count`` working days are up, so the last one in time.

    A count that the start uses up itself gives the start. Raises OutsideCalendarError where the start or the deadline
    is beyond the known years, and ValueError for a count smaller than ``first_working_day``.

    >>> add_working_days(date(2025, 4, 11), 15)
    datetime.date(2025, 5, 7)
    """
    if count < first_working_day:
        raise ValueError(f"A deadline is {first_working_day} or more working days on, not {count}.")
    number = working_day_number(day)
    if count == first_working_day:
        return day
    return working_day_numbered(number + count - first_working_day)


def working_day_number(day: date) -> int:
    """How many working days there have been since ``FIRST_KNOWN``, the day included.

    Raises OutsideCalendarError beyond the known years.
    """
    if not is_known(day):
        raise OutsideCalendarError(day)
    return _numbers()[day.toordinal() - FIRST_KNOWN.toordinal()]


def working_day_numbered(number: int) -> date:
    """The working day that has this number. Raises OutsideCalendarError where it is beyond the known years."""
    if number < 1:
        raise OutsideCalendarError(FIRST_KNOWN - timedelta(days=1))
    place = bisect_left(_numbers(), number)
    if place == len(_numbers()):
        raise OutsideCalendarError(LAST_KNOWN + timedelta(days=1))
    return FIRST_KNOWN + timedelta(days=place)


@cache
def _holidays() -> frozenset[date]:
    return frozenset(holiday.day for holiday in bank_holidays())


@cache
def _numbers() -> tuple[int, ...]:
    return tuple(number for _, number, _ in working_day_numbers())
