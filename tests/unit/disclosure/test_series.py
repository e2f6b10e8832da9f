"""One indicator over time: every period stands for itself, unless periods overlap."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lineofsight.disclosure import Hidden, Missing, protect, rule_for
from lineofsight.readings import MeasureType, State
from tests.unit.disclosure.disclosure_sample import (
    COUNT,
    RATE,
    SHARE,
    STOCK,
    denominators,
    measure,
    month,
    numerators,
    printed,
    reading,
    values,
    year_to,
)

STRICTEST = rule_for("children in need")


def test_counts_of_one_to_five_are_hidden_and_nought_and_six_are_shown() -> None:
    months = [reading(n, period=month(i)) for i, n in enumerate((0, 1, 5, 6))]
    out = protect(months, COUNT, STRICTEST)
    assert numerators(out) == "0 c c 6"
    assert values(out) == "0 c c 6"
    assert denominators(out) == "z z z z"


def test_a_series_keeps_its_order_and_says_which_row_is_which() -> None:
    months = [reading(n, period=month(i)) for i, n in enumerate((6, 1))]
    assert [row.reading for row in protect(months, COUNT, STRICTEST)] == months


def test_an_empty_series_is_an_empty_table() -> None:
    assert protect([], COUNT, STRICTEST) == ()


@pytest.mark.parametrize(
    ("numerator", "denominator", "expected"),
    [
        (0, 0, "0 0 z 0 0"),  # nothing to take a share of
        (0, 5, "c c c 0 0"),  # five did not meet it
        (0, 9, "c 9 c 0 0"),  # no one of nine: it would tell of all nine
        (9, 9, "c 9 c 0 0"),
        (0, 10, "0 10 0 0 0"),
        (10, 10, "10 10 100 0 0"),
        (5, 20, "c 20 c 0 0"),
        (6, 20, "6 20 30 0 0"),
        (14, 20, "14 20 70 0 0"),
        (15, 20, "c 20 c 0 0"),  # five did not
        (5, 5, "c c c 0 0"),
    ],
)
def test_a_share_is_shown_with_all_its_counts_or_hidden(
    numerator: int, denominator: int, expected: str
) -> None:
    (row,) = protect([reading(numerator, denominator)], SHARE, STRICTEST)
    assert printed(row) == expected


def test_the_desk_is_told_why_each_figure_is_hidden() -> None:
    small, complement, group = protect(
        [reading(n, d, period=month(i)) for i, (n, d) in enumerate([(3, 20), (18, 20), (8, 8)])],
        SHARE,
        STRICTEST,
    )
    assert (small.numerator, small.value) == (Hidden("small"), Hidden("percentage"))
    assert complement.numerator == Hidden("complement")
    assert group.numerator == Hidden("group")


@pytest.mark.parametrize(("count", "expected"), [(0, "0"), (1, "c"), (5, "c"), (6, "6")])
def test_unknown_and_open_are_counts_of_children_too(count: int, expected: str) -> None:
    (row,) = protect([reading(20, 60, unknown=count, still_open=count)], SHARE, STRICTEST)
    assert printed(row) == f"20 60 33 {expected} {expected}"


def test_those_known_not_to_meet_it_are_not_left_to_be_subtracted() -> None:
    (row,) = protect([reading(30, 40, unknown=8)], SHARE, STRICTEST)  # 40 less 30 less 8 is 2
    assert printed(row) == "30 40 75 c 0"


def test_a_rate_keeps_its_population_and_hides_with_its_count() -> None:
    out = protect([reading(n, 99_800, period=month(i)) for i, n in enumerate((5, 6))], RATE, STRICTEST)
    assert [printed(row) for row in out] == ["c 99,800 c 0 0", "6 99,800 0 0 0"]


def test_a_rate_without_its_population_says_that_it_is_not_available() -> None:
    (row,) = protect([replace(reading(60), value=None)], RATE, STRICTEST)
    assert printed(row) == "60 x x 0 0"


def test_what_is_not_available_is_missing_and_never_nought() -> None:
    (row,) = protect([reading(0, 0, state=State.NOT_AVAILABLE)], SHARE, STRICTEST)
    assert set(row.cells) == {Missing()}


def test_a_year_to_date_does_not_give_away_the_month_by_subtraction() -> None:
    to_date = [reading(n, period=year_to(i)) for i, n in enumerate((12, 13, 30))]
    assert numerators(protect(to_date, COUNT, STRICTEST)) == "c 13 30"


def test_a_month_without_events_or_with_six_may_be_subtracted() -> None:
    to_date = [reading(n, period=year_to(i)) for i, n in enumerate((12, 12, 18))]
    assert numerators(protect(to_date, COUNT, STRICTEST)) == "12 12 18"


def test_the_share_to_date_is_protected_in_every_count_that_it_is_made_of() -> None:
    to_date = [reading(n, d, period=year_to(i)) for i, (n, d) in enumerate([(12, 30), (22, 43)])]
    out = protect(to_date, SHARE, STRICTEST)  # 13 more, of whom 3 did not
    assert (numerators(out), denominators(out)) == ("c 22", "30 43")


def test_stocks_on_two_days_have_no_difference_to_hide() -> None:
    days = [reading(n, period=year_to(i)) for i, n in enumerate((12, 13))]
    assert numerators(protect(days, STOCK, STRICTEST)) == "12 13"


def test_periods_that_overlap_and_do_not_add_up_are_not_tied() -> None:
    revised = [reading(n, period=year_to(i)) for i, n in enumerate((14, 13))]
    assert numerators(protect(revised, COUNT, STRICTEST)) == "14 13"


def test_a_rolling_year_is_shown_when_its_counts_are_large() -> None:
    rolling = [reading(40 + i % 3, period=(month(i)[0], month(i + 11)[1])) for i in range(24)]
    assert "c" not in numerators(protect(rolling, COUNT, STRICTEST))


def test_a_figure_that_came_without_its_counts_cannot_be_judged_and_is_hidden() -> None:
    (row,) = protect([replace(reading(None, state=State.SUPPLIED), value=35.0)], SHARE, STRICTEST)
    assert row.value == Hidden("percentage")


@pytest.mark.parametrize("family", ["exclusions", "education, health and care plans"])
def test_dfes_rule_for_a_family_that_it_does_not_protect_shows_everything(family: str) -> None:
    kind = measure(MeasureType.PROPORTION, family)
    (row,) = protect([reading(1, 3, unknown=1, still_open=2)], kind, rule_for(family, "dfe"))
    assert printed(row) == "1 3 33 1 2"


def test_dfes_rule_for_children_in_need_hides_small_counts_and_shows_small_groups() -> None:
    months = [reading(n, d, period=month(i)) for i, (n, d) in enumerate([(0, 8), (8, 8), (3, 20), (17, 20)])]
    assert numerators(protect(months, SHARE, rule_for("children in need", "dfe"))) == "0 8 c c"


def test_dfes_rule_for_looked_after_children_shows_how_many_are_not_recorded() -> None:
    (row,) = protect(
        [reading(20, 60, unknown=3, still_open=3)], SHARE, rule_for("looked-after children", "dfe")
    )
    assert printed(row) == "20 60 33 3 c"
