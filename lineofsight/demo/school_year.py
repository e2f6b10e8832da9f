"""When the synthetic council's schools are closed: one calendar for all of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

from lineofsight.calendar import easter_monday
from lineofsight.demo.days import plus

FRIDAY = 4


@dataclass(frozen=True, kw_only=True, slots=True)
class Closure:
    """Days on which no school of the council is open."""

    first: date
    last: date
    why: str


@cache
def closures_of(year: int) -> tuple[Closure, ...]:
    """The holidays that begin in a calendar year."""
    easter = easter_monday(year)
    return (
        Closure(first=_monday(date(year, 2, 14)), last=plus(_monday(date(year, 2, 14)), 4), why="half term"),
        Closure(first=plus(easter, -10), last=plus(easter, 4), why="Easter holidays"),
        Closure(first=_monday(date(year, 5, 26)), last=plus(_monday(date(year, 5, 26)), 4), why="half term"),
        Closure(first=date(year, 7, 23), last=date(year, 9, 1), why="summer holidays"),
        Closure(
            first=_monday(date(year, 10, 27)), last=plus(_monday(date(year, 10, 27)), 4), why="half term"
        ),
        Closure(first=date(year, 12, 20), last=date(year + 1, 1, 3), why="Christmas holidays"),
    )


def _monday(day: date) -> date:
    return day - timedelta(days=day.weekday())


def is_school_day(day: date) -> bool:
    """Whether the council's schools hold sessions on a day; bank holidays outside the holidays are not looked at."""
    around = (*closures_of(day.year - 1), *closures_of(day.year))
    return day.weekday() <= FRIDAY and not any(c.first <= day <= c.last for c in around)


def school_day(first: date, number: int) -> date:
    """The so-many-th school day from a day on, which counts if it is one."""
    day = plus(first, -1)
    while number:
        day = plus(day, 1)
        number -= is_school_day(day)
    return day
