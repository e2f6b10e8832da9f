"""No small count can be worked out of a protected table: tried by an attacker that shares no code with the product."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from itertools import product
from typing import NamedTuple

import numpy as np
import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog

from lineofsight.disclosure import (
    Hidden,
    Knowledge,
    Published,
    Shown,
    attack,
    audit,
    printed,
    protect,
    rule_for,
)
from tests.unit.disclosure.disclosure_sample import COUNT, MEAN, SHARE, month, reading, year_to

STRICTEST = rule_for("children in need")
SMALL = range(1, 6)


class Cases(NamedTuple):
    """What one group truly holds."""

    met: int
    not_met: int
    unknown: int
    still_open: int


few = st.sampled_from((0, 0, 1, 1, 2, 3, 5, 6, 7, 9, 12, 20))
cases = st.builds(Cases, few, few, st.sampled_from((0, 0, 0, 1, 2, 6, 8)), st.sampled_from((0, 0, 1, 4, 9)))
KINDS = ("numerator", "complement", "denominator", "unknown", "not met", "open")
HELD = {  # which of met, not met, unknown, open each figure adds up
    "numerator": (1, 0, 0, 0),
    "complement": (0, 1, 1, 0),
    "denominator": (1, 1, 1, 0),
    "unknown": (0, 0, 1, 0),
    "not met": (0, 1, 0, 0),
    "open": (0, 0, 0, 1),
}


def _reading(of: Sequence[Cases], group: str | None = None, period: tuple[date, date] = month(0)):
    met, not_met, unknown, still_open = (sum(column) for column in zip(*of, strict=True))
    return reading(
        met, met + not_met + unknown, unknown=unknown, still_open=still_open, group=group, period=period
    )


def _cells(row: Published) -> Iterator[tuple[str, object]]:
    yield from (("numerator", row.numerator), ("denominator", row.denominator))
    yield from (("unknown", row.unknown), ("open", row.open))


def _line(pieces: Sequence[int], kind: str, size: int) -> np.ndarray:
    line = np.zeros((size, 4))
    line[list(pieces)] = HELD[kind]
    return line.ravel()


def _shown(published: Sequence[Published], spans: Sequence[Sequence[int]], size: int) -> tuple[list, list]:
    """Every printed figure as an equation over what each piece truly holds; a share is one more."""
    lines, values = [], []
    for row, span in zip(published, spans, strict=True):
        for kind, cell in _cells(row):
            if isinstance(cell, Shown):
                lines.append(_line(span, kind, size))
                values.append(cell.value)
        if isinstance(row.value, Shown):
            lines.append(
                _line(span, "numerator", size) - row.value.value / 100 * _line(span, "denominator", size)
            )
            values.append(0)
    return lines, values


def _ends(line: np.ndarray, lines: list, values: list) -> tuple[float, float]:
    known = {"A_eq": np.array(lines), "b_eq": values} if lines else {}
    least = linprog(line, **known, bounds=(0, 10_000), method="highs")
    greatest = linprog(-line, **known, bounds=(0, 10_000), method="highs")
    return float(np.ceil(least.fun - 1e-6)), float(np.floor(-greatest.fun + 1e-6))


def _assert_nothing_small_is_seen(published, spans, stretches, truth: Sequence[Cases]) -> None:
    lines, values = _shown(published, spans, len(truth))
    for pieces, kind in product(stretches, KINDS):
        line = _line(pieces, kind, len(truth))
        if line @ np.array(truth).ravel() in SMALL:
            least, greatest = _ends(line, lines, values)
            assert least < 1 or greatest > 5, f"{kind} of {pieces} lies within {least} to {greatest}"


@settings(max_examples=30, deadline=None)
@given(st.lists(cases, min_size=1, max_size=5))
def test_no_small_count_of_a_breakdown_can_be_worked_out(truth: list[Cases]) -> None:
    groups = [_reading([one], group=str(i)) for i, one in enumerate(truth)]
    out = protect(groups, SHARE, STRICTEST, total=_reading(truth))
    spans = [*([i] for i in range(len(truth))), list(range(len(truth)))]
    _assert_nothing_small_is_seen(out, spans, spans, truth)
    assert audit(out, SHARE, STRICTEST, has_total=True) == ()


@settings(max_examples=25, deadline=None)
@given(st.lists(cases, min_size=1, max_size=5))
def test_no_small_count_of_a_year_to_date_or_of_a_stretch_of_it_can_be_worked_out(truth: list[Cases]) -> None:
    rows = [_reading(truth[: i + 1], period=year_to(i)) for i in range(len(truth))]
    out = protect(rows, SHARE, STRICTEST)
    spans = [list(range(i + 1)) for i in range(len(truth))]
    stretches = [list(range(i, j)) for i in range(len(truth)) for j in range(i + 1, len(truth) + 1)]
    _assert_nothing_small_is_seen(out, spans, stretches, truth)


@settings(max_examples=30, deadline=None)
@given(st.lists(cases, min_size=1, max_size=6))
def test_no_small_count_of_a_series_of_months_can_be_worked_out(truth: list[Cases]) -> None:
    out = protect([_reading([one], period=month(i)) for i, one in enumerate(truth)], SHARE, STRICTEST)
    spans = [[i] for i in range(len(truth))]
    _assert_nothing_small_is_seen(out, spans, spans, truth)


@settings(max_examples=50, deadline=None)
@given(st.lists(st.sampled_from((0, 0, 1, 1, 2, 3, 4, 6, 8)), min_size=2, max_size=4))
def test_a_reader_who_knows_that_noughts_are_shown_finds_no_count_by_trying_all(counts: list[int]) -> None:
    groups = [reading(n, group=str(i)) for i, n in enumerate(counts)]
    out = protect(groups, COUNT, STRICTEST, total=reading(sum(counts)))
    if any(cell == Hidden("group") for cell in (row.numerator for row in out)):
        assert max(counts) == sum(counts) < 10
        return
    total = out[-1].numerator
    fits = [
        guess
        for guess in product(*(_possible(row) for row in out[:-1]))
        if not isinstance(total, Shown) or sum(guess) == total.value
    ]
    for i, count in enumerate(counts):
        if count in SMALL:
            assert len({guess[i] for guess in fits}) > 1


def _possible(row: Published) -> Sequence[int]:
    return [int(row.numerator.value)] if isinstance(row.numerator, Shown) else range(1, 20)


large = st.sampled_from((0, 10, 11, 25, 60))


@settings(max_examples=30, deadline=None)
@given(st.lists(st.builds(Cases, large, large, large, large), min_size=1, max_size=6))
def test_nothing_is_hidden_where_every_count_is_nought_or_large(truth: list[Cases]) -> None:
    groups = [_reading([one], group=str(i)) for i, one in enumerate(truth)]
    months = [_reading([one], period=month(i)) for i, one in enumerate(truth)]
    for out in (protect(groups, SHARE, STRICTEST, total=_reading(truth)), protect(months, SHARE, STRICTEST)):
        assert not any(isinstance(cell, Hidden) for row in out for cell in row.cells)


@settings(max_examples=30, deadline=None)
@given(st.lists(cases, min_size=1, max_size=5))
def test_what_is_shown_is_true_and_noughts_of_large_groups_stay(truth: list[Cases]) -> None:
    groups = [_reading([one], group=str(i)) for i, one in enumerate(truth)]
    for row in protect(groups, SHARE, STRICTEST, total=_reading(truth)):
        held = row.reading
        for kind, cell in _cells(row):
            assert not isinstance(cell, Shown) or cell.value == getattr(held, kind)
        if held.numerator == 0 and held.denominator and held.denominator >= 10:
            assert row.numerator == Shown(0)


@settings(max_examples=30, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 8), st.sampled_from((0.4, 0.5, 1.0))), min_size=1, max_size=6))
def test_no_small_teams_full_time_equivalents_can_be_worked_out(teams: list[tuple[int, float]]) -> None:
    people = [n for n, _ in teams]
    fte = [n * share for n, share in teams]
    groups = [reading(17 * n, f, group=str(i)) for i, (n, f) in enumerate(zip(people, fte, strict=True))]
    total = reading(17 * sum(people), sum(fte))
    known = dict(zip([*groups, total], [*people, sum(people)], strict=True))
    out = protect(groups, MEAN, rule_for("workforce"), total=total, people=known)
    hidden = [i for i, row in enumerate(out[:-1]) if isinstance(row.denominator, Hidden)]
    assert all(i in hidden for i, n in enumerate(people) if 0 < n < 6)
    if isinstance(out[-1].denominator, Shown) and any(0 < n < 6 for n in people):
        assert len(hidden) > 1


@settings(max_examples=50, deadline=None)
@given(
    st.lists(st.integers(0, 4), min_size=2, max_size=4),
    st.lists(st.sets(st.integers(0, 3), min_size=1), min_size=1, max_size=4),
    st.sets(st.integers(0, 3), min_size=1),
)
def test_the_attackers_bounds_are_those_found_by_trying_all(
    truth: list[int], sums: list[set[int]], wanted: set[int]
) -> None:
    size = len(truth)
    known = [sorted(i for i in one if i < size) for one in [*sums, set(range(size))]]
    target = sorted(i for i in wanted if i < size)
    assume(target)
    said = [(parts, sum(truth[i] for i in parts)) for parts in known if parts]
    fits = [
        guess
        for guess in product(range(sum(truth) + 1), repeat=size)
        if all(sum(guess[i] for i in parts) == value for parts, value in said)
    ]
    found = [sum(guess[i] for i in target) for guess in fits]
    knowledge = Knowledge(whole=(True,) * size, known=tuple(printed(parts, value) for parts, value in said))
    (ends,) = attack(knowledge, [target])
    assert (ends.least, ends.greatest) == (min(found), max(found))


@pytest.mark.parametrize(
    ("leaky", "first"),
    [
        ("numerator", Cases(3, 20, 0, 0)),
        ("unknown", Cases(20, 20, 3, 0)),
        ("open", Cases(20, 20, 0, 3)),
        ("denominator", Cases(3, 0, 0, 0)),
    ],
)
def test_this_attacker_finds_a_count_that_is_left_to_be_subtracted(leaky: str, first: Cases) -> None:
    truth = [first, Cases(20, 20, 10, 9)]
    spans = [[0], [1], [0, 1]]
    groups = [_reading([one], group=str(i)) for i, one in enumerate(truth)]
    shown = protect(groups, SHARE, rule_for("exclusions", "dfe"), total=_reading(truth))
    c = Hidden("small")
    pierced = [replace(shown[0], **{"numerator": c, "value": c, leaky: c}), *shown[1:]]
    with pytest.raises(AssertionError, match=r"lies within 3\.0 to 3\.0"):
        _assert_nothing_small_is_seen(pierced, spans, spans, truth)
