"""How old somebody is on a day, as an expression."""

from __future__ import annotations

from lineofsight.returns.columns import Column


def age_on(born: Column, day: Column) -> Column:
    """Birthdays had by a day; below nought for a child who is not born yet. Born on 29 February: 1 March otherwise."""
    to_come = (day.month() < born.month()) | ((day.month() == born.month()) & (day.day() < born.day()))
    return day.year() - born.year() - to_come.cast("int64")
