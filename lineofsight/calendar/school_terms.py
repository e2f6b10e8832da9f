"""The terms of a school year as the school census counts them: by Easter, not by any one school's holidays."""

from __future__ import annotations

from datetime import date, timedelta
from enum import StrEnum


class Term(StrEnum):
    """A term, and a census of schools, which is named after the term that it is taken in."""

    AUTUMN = "autumn"
    SPRING = "spring"
    SUMMER = "summer"


def easter_monday(year: int) -> date:
    """The Monday after Easter Sunday, by the Gregorian rule as Butcher wrote it down in 1876.

    >>> easter_monday(2024)
    datetime.date(2024, 4, 1)
    """
    golden, century, in_century = year % 19, year // 100, year % 100
    moons = (century - (century + 8) // 25 + 1) // 3
    epact = (19 * golden + century - century // 4 - moons + 15) % 30
    weekday = (32 + 2 * (century % 4) + 2 * (in_century // 4) - epact - in_century % 4) % 7
    late = (golden + 11 * epact + 22 * weekday) // 451
    month, day = divmod(epact + weekday - 7 * late + 114, 31)
    return date(year, month, day + 1) + timedelta(days=1)


def term_days(term: Term, year: int) -> tuple[date, date]:
    """The first and the last day of a term that lies in a calendar year.

    The autumn term is 1 September to 31 December, the spring term 1 January to Easter Sunday, the summer term Easter
    Monday to 31 July. Source: the Department for Education's school census guide, termly attendance; it begins the autumn
    term on 1 August, which is here the day on which the academic year begins.
    """
    match term:
        case Term.AUTUMN:
            return date(year, 9, 1), date(year, 12, 31)
        case Term.SPRING:
            return date(year, 1, 1), easter_monday(year) - timedelta(days=1)
        case Term.SUMMER:
            return easter_monday(year), date(year, 7, 31)


def term_before(term: Term, year: int) -> tuple[Term, int]:
    """The term whose attendance a census collects: the one before the term in which it is taken."""
    match term:
        case Term.AUTUMN:
            return Term.SUMMER, year
        case Term.SPRING:
            return Term.AUTUMN, year - 1
        case Term.SUMMER:
            return Term.SPRING, year
