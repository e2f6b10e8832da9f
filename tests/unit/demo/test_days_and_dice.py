"""Days and chance, on which everything in the synthetic council rests."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from lineofsight.calendar import add_working_days
from lineofsight.demo.days import (
    age_on,
    birthday,
    financial_years,
    months_before,
    working_days_after,
)
from lineofsight.demo.dice import Dice, Shares, arrivals


@pytest.mark.parametrize(
    ("day", "count"),
    [(date(2025, 4, 11), 15), (date(2024, 12, 20), 15), (date(2026, 8, 29), 1), (date(2026, 8, 28), 20)],
)
def test_working_days_are_those_of_the_calendar(day: date, count: int) -> None:
    assert working_days_after(day, count) == add_working_days(day, count)


@pytest.mark.parametrize("day", [date(2014, 12, 31), date(2028, 12, 28)])
def test_beyond_the_known_years_five_working_days_take_a_week(day: date) -> None:
    assert (working_days_after(day, 5) - day).days == 7


def test_the_first_known_year_has_its_bank_holidays() -> None:
    assert working_days_after(date(2015, 1, 1), 1) == date(2015, 1, 2)


def test_someone_born_on_29_february_comes_of_age_on_the_28th() -> None:
    assert birthday(date(2008, 2, 29), 18) == date(2026, 2, 28)
    assert birthday(date(2008, 2, 29), 16) == date(2024, 2, 29)


def test_age_changes_on_the_birthday() -> None:
    assert age_on(date(2010, 6, 5), date(2026, 6, 4)) == 15
    assert age_on(date(2010, 6, 5), date(2026, 6, 5)) == 16


def test_months_are_counted_back_over_the_new_year() -> None:
    assert months_before(date(2026, 1, 15), 1) == date(2025, 12, 1)
    assert months_before(date(2026, 9, 30), 0) == date(2026, 9, 1)


@pytest.mark.parametrize(
    ("since", "until", "labels"),
    [
        (date(2024, 4, 1), date(2025, 3, 31), ["2024-25"]),
        (date(2024, 3, 31), date(2025, 4, 1), ["2023-24", "2024-25", "2025-26"]),
        (date(1999, 4, 1), date(1999, 4, 2), ["1999-00"]),
    ],
)
def test_a_financial_year_begins_on_1_april(since: date, until: date, labels: list[str]) -> None:
    windows = financial_years(since, until)
    assert [window.label for window in windows] == labels
    assert windows[-1].until == until


def test_what_is_typed_in_late_is_missing_from_the_year_so_far() -> None:
    window = financial_years(date(2026, 4, 1), date(2026, 9, 30))[0]
    assert window.holds(date(2026, 9, 29), 1)
    assert not window.holds(date(2026, 9, 29), 2)
    assert not window.holds(date(2026, 10, 1), 0)


def test_a_share_of_nought_never_happens_and_of_one_always() -> None:
    dice = Dice(1, "x")
    assert not any(dice.happens(0) for _ in range(100))
    assert all(dice.happens(1) for _ in range(100))


def test_a_number_between_is_within_both_ends() -> None:
    dice = Dice(1, "x")
    assert {dice.between(2, 4) for _ in range(200)} == {2, 3, 4}
    assert dice.between(5, 3) == 5


def test_values_come_as_often_as_their_share() -> None:
    dice = Dice(1, "x")
    shares = Shares.of({"a": 3, "b": 1, "never": 0})
    drawn = [dice.pick(shares) for _ in range(4_000)]
    assert drawn.count("a") == pytest.approx(3_000, rel=0.06)
    assert "never" not in drawn


def test_each_part_has_its_own_chance() -> None:
    throws = {part: [Dice(1, part).between(0, 99) for _ in range(1)] for part in ("a", "b", "c")}
    assert len({tuple(throw) for throw in throws.values()}) == 3
    assert Dice(1, "a").shuffled(9) == Dice(1, "a").shuffled(9)


def test_arrivals_come_in_order_and_about_as_many_as_expected() -> None:
    found = list(arrivals(Dice(1, "x"), since=date(2020, 1, 1), until=date(2023, 12, 31), per_year=500))
    assert len(found) == pytest.approx(2_000, rel=0.08)
    assert all(before <= after for before, after in pairwise(found))


def test_fewer_arrive_in_august() -> None:
    found = list(arrivals(Dice(1, "x"), since=date(2020, 1, 1), until=date(2023, 12, 31), per_year=2_000))
    by_month = [sum(day.month == month for day in found) for month in range(1, 13)]
    assert min(by_month[7], by_month[11]) == min(by_month)
