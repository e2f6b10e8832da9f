"""The terms of the school census: by Easter, and each census with the attendance of the term before."""

from __future__ import annotations

from datetime import date

import pytest

from lineofsight.calendar import Term, bank_holidays, easter_monday, term_before, term_days


def test_easter_monday_is_the_bank_holiday_of_every_known_year() -> None:
    holidays = {h.day for h in bank_holidays() if "Easter" in h.title}
    assert len(holidays) > 5
    assert {easter_monday(day.year) for day in holidays} == holidays


@pytest.mark.parametrize(
    ("year", "day"), [(2008, date(2008, 3, 24)), (2038, date(2038, 4, 26)), (2000, date(2000, 4, 24))]
)
def test_the_earliest_and_the_latest_easters_are_right(year: int, day: date) -> None:
    assert easter_monday(year) == day


def test_the_three_terms_follow_one_another_without_a_gap_from_september_to_july() -> None:
    autumn, spring, summer = (
        term_days(*term) for term in [(Term.AUTUMN, 2023), (Term.SPRING, 2024), (Term.SUMMER, 2024)]
    )
    assert autumn == (date(2023, 9, 1), date(2023, 12, 31))
    assert spring == (date(2024, 1, 1), date(2024, 3, 31))
    assert summer == (date(2024, 4, 1), date(2024, 7, 31))


@pytest.mark.parametrize(
    ("census", "attended"),
    [
        ((Term.AUTUMN, 2024), (Term.SUMMER, 2024)),
        ((Term.SPRING, 2025), (Term.AUTUMN, 2024)),
        ((Term.SUMMER, 2025), (Term.SPRING, 2025)),
    ],
)
def test_a_census_collects_the_term_before(census: tuple[Term, int], attended: tuple[Term, int]) -> None:
    assert term_before(*census) == attended
