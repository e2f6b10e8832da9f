"""The days that the synthetic council counts in: working days, birthdays, and the windows of its returns."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from lineofsight.calendar.working_days import FIRST_KNOWN, LAST_KNOWN, is_working_day

THURSDAY = 3  # as Python counts weekdays


@cache
def _working_days() -> tuple[date, ...]:
    days = (FIRST_KNOWN + timedelta(days=n) for n in range((LAST_KNOWN - FIRST_KNOWN).days + 1))
    return tuple(day for day in days if is_working_day(day))


def working_days_after(day: date, count: int) -> date:
    """The working day that comes ``count`` working days after a day, which itself is day 0.

    Before 2015 and beyond 2028 no bank holiday is known; the invented past of a long-standing case there takes five
    working days for a week, since no deadline is judged by it.
    """
    known = _working_days()
    place = bisect_right(known, day) + count - 1
    if day < FIRST_KNOWN or place >= len(known) or count < 1:
        return day + timedelta(days=count * 7 // 5)
    return known[place]


def plus(day: date, days: int) -> date:
    """The day so many calendar days later."""
    return day + timedelta(days=days)


def third_thursday(year: int) -> date:
    """The day of a January on which the school census and SEN2 are taken."""
    first = date(year, 1, 1)
    return plus(first, (THURSDAY - first.weekday()) % 7 + 14)


def birthday(born: date, age: int) -> date:
    """The day on which that age is reached; someone born on 29 February reaches it on 28 February."""
    try:
        return born.replace(year=born.year + age)
    except ValueError:
        return born.replace(year=born.year + age, day=28)


def age_on(born: date, day: date) -> int:
    """Completed years; negative before birth."""
    return day.year - born.year - ((day.month, day.day) < (born.month, born.day))


def months_before(day: date, months: int) -> date:
    """The first day of the month that lies so many months before the day's own month."""
    count = day.year * 12 + day.month - 1 - months
    return date(count // 12, count % 12 + 1, 1)


@dataclass(frozen=True, kw_only=True, slots=True)
class Window:
    """The days that one return covers, and the day until which something had to be recorded to be in it."""

    label: str  # "2024-25"
    since: date
    until: date
    recorded_by: date

    def holds(self, happened: date, lag: int) -> bool:
        """Whether what happened on a day, and was recorded ``lag`` days later, can be in the return."""
        return happened <= self.until and happened + timedelta(days=lag) <= self.recorded_by

    @property
    def letters_for_sex(self) -> bool:
        """From 2024/25 both national returns write M, F and U instead of numbers."""
        return self.since.year >= 2024


RETURN_MADE_AFTER = 75  # days after 31 March: a yearly return is made by mid-June


def financial_years(since: date, until: date) -> list[Window]:
    """One window for each financial year that the days touch; the last one ends on ``until``."""
    windows = []
    year = since.year - (since.month < 4)
    while date(year, 4, 1) <= until:
        last = min(date(year + 1, 3, 31), until)
        recorded = min(plus(last, RETURN_MADE_AFTER), until)
        label = f"{year}-{(year + 1) % 100:02}"
        windows.append(Window(label=label, since=date(year, 4, 1), until=last, recorded_by=recorded))
        year += 1
    return windows
