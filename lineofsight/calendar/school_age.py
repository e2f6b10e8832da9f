"""Between which days a child is of compulsory school age in England."""

from __future__ import annotations

from datetime import date, timedelta

FRIDAY = 4
PRESCRIBED = (
    (3, 31),
    (8, 31),
    (12, 31),
)  # Education (Start of Compulsory School Age) Order 1998 (SI 1998/1607)


def compulsory_school_age_begins(born: date) -> date:
    """The first day of compulsory school age: the prescribed day on or after the fifth birthday.

    >>> compulsory_school_age_begins(date(2019, 4, 1))
    datetime.date(2024, 8, 31)
    """
    month, day = next((m, d) for m, d in PRESCRIBED if born.month <= m)
    return date(born.year + 5, month, day)


def school_leaving_date(born: date) -> date:
    """The last day of compulsory school age: the last Friday in June of the school year in which the child is 16.

    Source: Education Act 1996, section 8; Education (School Leaving Date) Order 1997 (SI 1997/1970).

    >>> school_leaving_date(date(2008, 8, 31))
    datetime.date(2024, 6, 28)
    """
    return last_friday_in_june(born.year + 16 + (born.month > 8))


def last_friday_in_june(year: int) -> date:
    """The day on which pupils of that school year may leave school."""
    end = date(year, 6, 30)
    return end - timedelta(days=(end.weekday() - FRIDAY) % 7)


def is_of_compulsory_school_age(born: date, day: date) -> bool:
    """Whether a child is of compulsory school age on a day."""
    return compulsory_school_age_begins(born) <= day <= school_leaving_date(born)
