"""England's bank holidays, against an independent list."""

from __future__ import annotations

from collections import Counter
from datetime import date

import holidays
import pytest

from lineofsight.calendar import FIRST_KNOWN, LAST_KNOWN, bank_holidays

DAYS = {holiday.day for holiday in bank_holidays()}
SATURDAY = 5


@pytest.mark.parametrize("year", range(FIRST_KNOWN.year, LAST_KNOWN.year + 1))
def test_every_known_year_agrees_with_an_independent_list(year):
    independent = holidays.country_holidays("GB", subdiv="ENG", years=year)
    assert {day for day in DAYS if day.year == year} == {
        day for day in independent if day.weekday() < SATURDAY
    }


def test_the_known_years_are_2015_to_2028():
    assert date(2015, 1, 1) == FIRST_KNOWN
    assert date(2028, 12, 31) == LAST_KNOWN


def test_every_known_year_is_whole():
    by_year = Counter(day.year for day in DAYS)
    assert sorted(by_year) == list(range(FIRST_KNOWN.year, LAST_KNOWN.year + 1))
    assert min(by_year.values()) == 8


def test_bank_holidays_are_in_order_and_none_is_named_twice():
    listed = [holiday.day for holiday in bank_holidays()]
    assert listed == sorted(DAYS)


def test_a_bank_holiday_is_a_weekday_with_a_title_and_a_source():
    for holiday in bank_holidays():
        assert holiday.day.weekday() < SATURDAY
        assert holiday.title
        assert holiday.source


def test_the_early_may_bank_holiday_of_2020_is_on_friday_the_eighth():
    assert date(2020, 5, 8) in DAYS
    assert date(2020, 5, 4) not in DAYS


@pytest.mark.parametrize("day", [date(2022, 6, 2), date(2022, 6, 3), date(2022, 9, 19), date(2023, 5, 8)])
def test_the_bank_holidays_that_came_once_are_there(day):
    assert day in DAYS


def test_the_spring_bank_holiday_of_2022_is_not_on_its_usual_monday():
    assert date(2022, 5, 30) not in DAYS
