"""The attacker and the judge."""

from __future__ import annotations

from dataclasses import replace
from math import inf

import pytest

from lineofsight.disclosure import (
    ContradictionError,
    DisclosureError,
    Extremes,
    Hidden,
    Knowledge,
    Known,
    Shown,
    at_least,
    attack,
    audit,
    left_open,
    printed,
    printed_percentage,
    protect,
    rule_for,
)
from lineofsight.disclosure.audit import Table
from lineofsight.disclosure.cover import covered
from lineofsight.disclosure.figures import Column, Figure, Figures, Place
from tests.unit.disclosure.disclosure_sample import COUNT, SHARE, groups_and_total, month, reading

STRICTEST = rule_for("children in need")


def _knowledge(parts: int, *known: Known) -> Knowledge:
    return Knowledge(whole=(True,) * parts, known=known)


def _bounds(knowledge: Knowledge, *target: int) -> tuple[float, float]:
    (ends,) = attack(knowledge, [target])
    return ends.least, ends.greatest


def test_of_what_nothing_is_known_anything_is_possible() -> None:
    assert _bounds(_knowledge(1), 0) == (0, inf)


def test_one_hole_in_a_sum_is_found_by_subtraction() -> None:
    assert _bounds(_knowledge(3, printed((0, 1, 2), 20), printed((0,), 9), printed((1,), 8)), 2) == (3, 3)


def test_two_holes_share_what_is_left() -> None:
    known = _knowledge(3, printed((0, 1, 2), 20), printed((0,), 9))
    assert _bounds(known, 1) == (0, 11)
    assert _bounds(known, 1, 2) == (11, 11)
    assert _bounds(known, 0, 1) == (9, 20)


def test_holes_that_are_known_to_be_filled_leave_less_open() -> None:
    known = _knowledge(2, printed((0, 1), 2), at_least((0,), 1), at_least((1,), 1))
    assert _bounds(known, 0) == (1, 1)


def test_a_least_total_bounds_its_whole_and_no_part() -> None:
    known = _knowledge(2, at_least((0, 1), 1))
    assert _bounds(known, 0) == (0, inf)
    assert _bounds(known, 0, 1) == (1, inf)


def test_rows_and_columns_together_bound_more_than_either() -> None:
    # 0 1 | 3        two rows and two columns with their sums
    # 2 3 | 10
    known = _knowledge(4, printed((0, 1), 3), printed((2, 3), 10), printed((0, 2), 4), printed((1, 3), 9))
    assert _bounds(known, 0) == (0, 3)
    assert _bounds(known, 3) == (6, 9)


def test_a_part_that_nothing_bounds_from_above_stays_unbounded_in_a_programme() -> None:
    known = _knowledge(3, at_least((0, 1), 4), at_least((1, 2), 2))
    assert _bounds(known, 1) == (0, inf)
    assert _bounds(known, 0, 1, 2) == (4, inf)


def test_whole_numbers_are_asked_for_where_the_sums_alone_would_allow_halves() -> None:
    known = _knowledge(3, printed((0, 1), 1), printed((1, 2), 1), printed((0, 2), 2))
    assert _bounds(known, 0, 1, 2) == (2, 2)
    triangle = _knowledge(
        3, *(Known(weights=((a, 1.0), (b, 1.0)), least=0, greatest=1) for a, b in ((0, 1), (1, 2), (0, 2)))
    )
    assert _bounds(triangle, 0, 1, 2) == (0, 1)


def test_amounts_that_are_no_whole_numbers_are_bounded_as_they_are() -> None:
    known = Knowledge(whole=(False, False), known=(printed((0, 1), 4.5),))
    assert _bounds(known, 0) == (0, 4.5)


@pytest.mark.parametrize(
    "known",
    [
        (printed((0,), 3), printed((0,), 4)),
        (printed((0, 1), 3), printed((0,), 4)),
        (printed((0, 1), 3), printed((0, 2), 5), printed((0, 1, 2), 2)),
        (printed((0, 1), 3), at_least((0,), 2), at_least((1,), 2)),
    ],
)
def test_knowledge_that_contradicts_itself_is_refused(known: tuple[Known, ...]) -> None:
    with pytest.raises(ContradictionError, match="check that its parts add up"):
        attack(_knowledge(3, *known), [(0,), (1,)])


@pytest.mark.parametrize(
    ("percentage", "decimals", "expected"),
    [(67, 0, (2, 2)), (66.7, 1, (2, 2)), (33, 0, (1, 1)), (0, 0, (0, 0))],
)
def test_a_percentage_of_a_known_few_gives_back_its_count(
    percentage: float, decimals: int, expected: tuple[float, float]
) -> None:
    known = _knowledge(2, printed((0, 1), 3), *printed_percentage((0,), (0, 1), percentage, decimals))
    assert _bounds(known, 0) == expected


def test_a_percentage_is_rounded_half_up() -> None:
    def of_two_hundred(percentage: float) -> tuple[float, float]:
        known = _knowledge(2, printed((0, 1), 200), *printed_percentage((0,), (0, 1), percentage, 0))
        return _bounds(known, 0)

    assert of_two_hundred(1) == (1, 2)  # 0.5 is printed as 1, 1.5 as 2
    assert of_two_hundred(2) == (3, 4)


def test_a_table_protected_by_hand_with_one_hole_fails_the_audit() -> None:
    groups, total = groups_and_total((12, None), (3, None))
    whole = protect(groups, COUNT, rule_for("exclusions", "dfe"), total=total)
    pierced = (whole[0], replace(whole[1], numerator=Hidden("small"), value=Hidden("small")), whole[2])
    (exposure,) = audit(pierced, COUNT, STRICTEST, has_total=True)
    assert exposure.figure.place == Place(row=1, column=Column.NUMERATOR)
    assert exposure.bounds == Extremes(least=3, greatest=3)


def test_a_small_count_left_standing_fails_the_audit() -> None:
    shown = protect([reading(3)], COUNT, rule_for("exclusions", "dfe"))
    assert shown[0].numerator == Shown(3)
    assert len(audit(shown, COUNT, STRICTEST)) == 1


def test_a_hidden_count_that_lies_between_one_and_five_for_certain_fails_the_audit() -> None:
    groups, total = groups_and_total((3, 5), (19, 20))  # 22 in all, of whom the second group holds 20 at most
    shown = protect(groups, SHARE, rule_for("exclusions", "dfe"), total=total)
    c = Hidden("small")
    by_hand = (*(replace(row, numerator=c, value=c) for row in shown[:2]), shown[2])
    seen = {
        exposure.figure.place: exposure.bounds
        for exposure in audit(by_hand, SHARE, STRICTEST, has_total=True)
    }
    assert seen[Place(row=0, column=Column.NUMERATOR)] == Extremes(least=2, greatest=5)


def test_what_is_protected_passes_the_audit_and_leaves_more_than_one_to_five_open() -> None:
    groups, total = groups_and_total((12, None), (3, None), (9, None))
    published = protect(groups, COUNT, STRICTEST, total=total)
    assert audit(published, COUNT, STRICTEST, has_total=True) == ()
    assert left_open(published, COUNT, STRICTEST, has_total=True) == {
        Place(row=1, column=Column.NUMERATOR): Extremes(least=0, greatest=12),
        Place(row=2, column=Column.NUMERATOR): Extremes(least=0, greatest=12),
    }


def test_a_table_that_hiding_cannot_protect_is_refused() -> None:
    small = Figure(place=Place(row=0, column=Column.NUMERATOR), parts=(0,), is_printed=True, value=3)
    elsewhere = Figure(place=Place(row=0, column=Column.OPEN), parts=(0,), is_printed=True, value=3)
    table = Table(
        figures=Figures(all=(small, elsewhere), whole=(True,)),
        rule=STRICTEST,
        first={small.place: "small"},
        private=frozenset(),
        may_be_nought=frozenset(),
        unprotected=frozenset({Column.OPEN}),
    )
    with pytest.raises(DisclosureError, match="cannot be protected by hiding figures in it; leave it out"):
        covered(table)


def test_months_that_share_no_day_are_not_tied() -> None:
    published = protect([reading(n, period=month(i)) for i, n in enumerate((3, 20))], COUNT, STRICTEST)
    assert left_open(published, COUNT, STRICTEST) == {
        Place(row=0, column=Column.NUMERATOR): Extremes(least=0, greatest=inf)
    }
