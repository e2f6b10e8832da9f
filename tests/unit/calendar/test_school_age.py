"""Compulsory school age: its first and last day, and the days beside them."""

from __future__ import annotations

from datetime import date

import pytest

from lineofsight.calendar import (
    compulsory_school_age_begins,
    is_of_compulsory_school_age,
    last_friday_in_june,
    school_leaving_date,
)


@pytest.mark.parametrize(
    ("born", "begins"),
    [
        (date(2019, 1, 1), date(2024, 3, 31)),
        (date(2019, 3, 31), date(2024, 3, 31)),
        (date(2019, 4, 1), date(2024, 8, 31)),
        (date(2019, 8, 31), date(2024, 8, 31)),
        (date(2019, 9, 1), date(2024, 12, 31)),
        (date(2020, 2, 29), date(2025, 3, 31)),
    ],
)
def test_it_begins_on_the_prescribed_day_on_or_after_the_fifth_birthday(born: date, begins: date) -> None:
    assert compulsory_school_age_begins(born) == begins


@pytest.mark.parametrize(
    ("born", "leaves"),
    [(date(2008, 8, 31), date(2024, 6, 28)), (date(2008, 9, 1), date(2025, 6, 27))],
)
def test_it_ends_on_the_last_friday_in_june_of_the_school_year_of_the_sixteenth_birthday(
    born: date, leaves: date
) -> None:
    assert school_leaving_date(born) == leaves


def test_the_last_friday_in_june_may_be_its_last_day() -> None:
    assert last_friday_in_june(2023) == date(2023, 6, 30)
    assert last_friday_in_june(2024) == date(2024, 6, 28)


@pytest.mark.parametrize(
    ("day", "within"),
    [
        (date(2013, 8, 30), False),
        (date(2013, 8, 31), True),
        (date(2024, 6, 28), True),
        (date(2024, 6, 29), False),
    ],
)
def test_both_ends_belong_to_it(day: date, within: bool) -> None:
    assert is_of_compulsory_school_age(date(2008, 5, 1), day) is within
