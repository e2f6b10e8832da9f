"""One period by group, with its total: what one row hides, the others must not give back."""

from __future__ import annotations

import pytest

from lineofsight.disclosure import DisclosureError, Hidden, protect, rule_for
from lineofsight.readings import State
from tests.unit.disclosure.disclosure_sample import (
    COUNT,
    MEAN,
    RATE,
    SHARE,
    denominators,
    groups_and_total,
    numerators,
    printed,
    reading,
    values,
)

STRICTEST = rule_for("children in need")


def test_the_total_comes_last() -> None:
    groups, total = groups_and_total((20, None), (30, None))
    assert [row.reading for row in protect(groups, COUNT, STRICTEST, total=total)] == [*groups, total]


def test_where_no_count_is_small_nothing_is_hidden() -> None:
    groups, total = groups_and_total((20, 40), (0, 30), (30, 30), (0, 0))
    out = protect(groups, SHARE, STRICTEST, total=total)
    assert (numerators(out), denominators(out)) == ("20 0 30 0 50", "40 30 30 0 100")
    assert values(out) == "50 0 100 z 50"


def test_one_hidden_group_is_covered_by_the_least_of_the_others() -> None:
    groups, total = groups_and_total((12, None), (3, None), (9, None), (0, None))
    out = protect(groups, COUNT, STRICTEST, total=total)
    assert numerators(out) == "12 c c 0 24"
    assert (out[1].numerator, out[2].numerator) == (Hidden("small"), Hidden("subtraction"))


def test_two_hidden_groups_cover_each_other() -> None:
    groups, total = groups_and_total((12, None), (3, None), (4, None))
    assert numerators(protect(groups, COUNT, STRICTEST, total=total)) == "12 c c 19"


def test_two_hidden_ones_are_seen_through_by_a_reader_who_knows_that_noughts_are_shown() -> None:
    groups, total = groups_and_total((12, None), (1, None), (1, None))
    assert numerators(protect(groups, COUNT, STRICTEST, total=total)) == "c c c 14"


def test_a_nought_is_no_cover_and_the_total_goes_where_nothing_less_helps() -> None:
    groups, total = groups_and_total((3, None), (0, None), (0, None))
    assert numerators(protect([*groups], COUNT, STRICTEST, total=total)) == "c c c c"
    two, both = groups_and_total((3, 20), (0, 30))
    assert numerators(protect(two, SHARE, STRICTEST, total=both)) == "c 0 c"
    one, rest = groups_and_total((12, 50), (0, 30), (2, 40))
    assert numerators(protect(one, SHARE, STRICTEST, total=rest)) == "c 0 c 14"


def test_what_no_group_holds_is_not_left_to_be_subtracted() -> None:
    whole, part = reading(27), reading(25, group="all but one village")
    assert numerators(protect([part], COUNT, STRICTEST, total=whole)) == "c 27"


def test_a_missing_group_is_not_given_away_by_its_total() -> None:
    groups = [reading(20, group="a"), reading(None, group="b", state=State.NOT_AVAILABLE)]
    assert numerators(protect(groups, COUNT, STRICTEST, total=reading(23))) == "c x 23"
    assert numerators(protect(groups, COUNT, STRICTEST, total=reading(26))) == "20 x 26"


def test_a_few_children_all_in_one_group_are_not_told_apart() -> None:
    groups, total = groups_and_total((9, None), (0, None), (0, None))
    assert numerators(protect(groups, COUNT, STRICTEST, total=total)) == "c c c 9"


def test_ten_in_one_group_are_shown() -> None:
    groups, total = groups_and_total((10, None), (0, None), (0, None))
    assert numerators(protect(groups, COUNT, STRICTEST, total=total)) == "10 0 0 10"


def test_a_small_denominator_is_covered_in_its_own_column() -> None:
    groups, total = groups_and_total((1, 3), (20, 40), (25, 60))
    out = protect(groups, SHARE, STRICTEST, total=total)
    assert (numerators(out), denominators(out)) == ("c c 25 46", "c c 60 103")
    assert values(out) == "c c 42 45"


def test_cover_that_proves_needless_is_taken_back() -> None:
    groups, total = groups_and_total((0, 3), (20, 40), (25, 60))
    out = protect(groups, SHARE, STRICTEST, total=total)
    assert (numerators(out), denominators(out)) == ("c 20 25 45", "c c 60 103")


def test_none_of_eight_is_hidden_even_where_none_of_forty_says_as_much() -> None:
    groups, total = groups_and_total((0, 8), (0, 32))
    out = protect(groups, SHARE, STRICTEST, total=total)
    assert (numerators(out), denominators(out)) == ("c 0 0", "8 32 40")
    groups, total = groups_and_total((8, 8), (32, 32))
    assert numerators(protect(groups, SHARE, STRICTEST, total=total)) == "c 32 40"


def test_none_of_eight_is_not_left_to_be_subtracted() -> None:
    groups, total = groups_and_total((0, 8), (20, 32), (30, 60))
    assert numerators(protect(groups, SHARE, STRICTEST, total=total)) == "c c 30 50"


def test_a_complement_is_protected_across_groups_too() -> None:
    groups, total = groups_and_total((38, 40), (20, 40), (22, 60))
    assert numerators(protect(groups, SHARE, STRICTEST, total=total)) == "c c 22 80"


def test_unknown_and_open_are_covered_as_counts_are() -> None:
    groups = [
        reading(20, 60, group="a", unknown=2, still_open=1),
        reading(20, 60, group="b", unknown=9, still_open=8),
        reading(20, 60, group="c", unknown=12, still_open=7),
    ]
    out = protect(groups, SHARE, STRICTEST, total=reading(60, 180, unknown=23, still_open=16))
    assert [printed(row) for row in out] == [
        "20 60 33 c c",
        "20 60 33 c 8",
        "20 60 33 12 c",
        "60 180 33 23 16",
    ]


def test_a_rate_is_covered_by_counts_and_its_populations_stay() -> None:
    groups, total = groups_and_total((3, 4000), (20, 5000), (30, 6000))
    out = protect(groups, RATE, STRICTEST, total=total)
    assert (numerators(out), denominators(out)) == ("c c 30 53", "4,000 5,000 6,000 15,000")


def test_populations_of_wards_that_do_not_make_the_council_do_no_harm() -> None:
    groups, _ = groups_and_total((20, 5000), (30, 6000))
    assert numerators(protect(groups, RATE, STRICTEST, total=reading(50, 10_990))) == "20 30 50"


def test_groups_that_are_more_than_their_total_are_refused_without_a_figure() -> None:
    groups, _ = groups_and_total((20, None), (31, None))
    with pytest.raises(
        DisclosureError, match=r"^sample: the groups of this table add up to more than their total\.$"
    ):
        protect(groups, COUNT, STRICTEST, total=reading(50))


WORKFORCE = rule_for("workforce")


@pytest.mark.parametrize(("people", "expected"), [(5, "c c c 0 0"), (6, "95 5 1,827 0 0")])
def test_a_team_of_five_is_hidden_and_one_of_six_is_shown(people: int, expected: str) -> None:
    team = reading(95, 5.2)
    (row,) = protect([team], MEAN, WORKFORCE, people={team: people})
    assert printed(row) == expected


@pytest.mark.parametrize(
    ("fte", "expected"), [(5.0, "c c c 0 0"), (5.5, "99 6 1,800 0 0"), (0.0, "99 0 z 0 0")]
)
def test_without_a_number_of_workers_full_time_equivalents_stand_for_them(fte: float, expected: str) -> None:
    (row,) = protect([reading(99, fte)], MEAN, WORKFORCE)
    assert printed(row) == expected


@pytest.mark.parametrize("choice", ["strictest", "dfe"])
def test_a_small_team_is_covered_by_another_and_not_found_by_subtraction(choice: str) -> None:
    groups, total = groups_and_total((60, 3.4), (150, 8.25), (190, 10.5))
    people = dict(zip(groups, (4, 9, 12), strict=True))
    out = protect(groups, MEAN, rule_for("workforce", choice), total=total, people=people)
    assert (numerators(out), denominators(out)) == ("c c 190 400", "c c 10 22")
    assert values(out)[:4] == "c c "


def test_few_cases_are_a_small_count_however_many_workers_hold_them() -> None:
    team = reading(4, 6.0)
    (row,) = protect([team], MEAN, WORKFORCE, people={team: 7})
    assert printed(row) == "c 6 c 0 0"


def test_dfes_rule_shows_every_count_of_a_breakdown() -> None:
    groups, total = groups_and_total((1, None), (20, None))
    assert numerators(protect(groups, COUNT, rule_for("exclusions", "dfe"), total=total)) == "1 20 21"
