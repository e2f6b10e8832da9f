"""Which days a SEN2 return speaks for: the calendar year that ends before its census day, and the days up to that."""

from __future__ import annotations

from datetime import date

JANUARY = 1
LATEST_CENSUS_DAY = 21  # the census is taken on the third Thursday of January


def first_of_return(census_day: date) -> date:
    """The first day that a SEN2 return with this reference date speaks for.

    The census is taken in January, and the return tells of the calendar year before it. One that a council runs on any
    other day tells of the year so far.

    >>> first_of_return(date(2025, 1, 16))
    datetime.date(2024, 1, 1)
    >>> first_of_return(date(2025, 9, 30))
    datetime.date(2025, 1, 1)
    """
    is_census = census_day.month == JANUARY and census_day.day <= LATEST_CENSUS_DAY
    return date(census_day.year - is_census, 1, 1)
