"""Disclosure control against reference bounds, percentages, display rules and leaks that others worked out."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from lineofsight.disclosure import (
    Hidden,
    Knowledge,
    Known,
    Shown,
    attack,
    printed,
    printed_percentage,
    protect,
    rule_for,
    text,
)
from lineofsight.disclosure.audit import Table, bounds_of, exposures
from lineofsight.disclosure.cover import covered
from lineofsight.disclosure.figures import Column, Figure, Figures, Place
from lineofsight.readings import MeasureType
from tests.unit.disclosure.disclosure_sample import COUNT, SHARE, measure, month, numerators, reading, year_to

STRICTEST = rule_for("children in need")

Vectors = dict[str, Any]


@pytest.fixture(scope="module")
def vectors(data: Path) -> Vectors:
    """Every file of vectors that holds tables with their bounds, percentages, displays and leaks, joined."""
    wanted = ("tables", "percentages", "display", "differencing")
    found: Vectors = {name: [] for name in wanted}
    for path in sorted((data / "vectors").glob("*.json")):
        held = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(held, dict) and any(name in held for name in wanted):
            for name in wanted:
                found[name] += held.get(name, [])
    assert all(found.values())
    return found


def _place(cell: str | list[int]) -> tuple[int, int]:
    row, column = json.loads(cell) if isinstance(cell, str) else cell
    return row, column


def _table(case: Vectors) -> tuple[Table, dict[tuple[int, int], Place]]:
    """A two-way table: its cells as numerators, its margins in another column, which goes only if nothing less helps."""
    cells = case["table"]
    wide = len(cells[0])
    places = {
        (i, j): Place(row=i * wide + j, column=Column.NUMERATOR)
        for i in range(len(cells))
        for j in range(wide)
    }
    figures = [
        Figure(place=p, parts=(p.row,), is_printed=True, value=cells[i][j]) for (i, j), p in places.items()
    ]
    margins = [([i * wide + j for j in range(wide)], sum(row)) for i, row in enumerate(cells)]
    margins += [
        ([i * wide + j for i in range(len(cells))], sum(row[j] for row in cells)) for j in range(wide)
    ]
    figures += [
        Figure(place=Place(row=n, column=Column.OPEN), parts=tuple(parts), is_printed=True, value=value)
        for n, (parts, value) in enumerate(margins)
    ]
    table = Table(
        figures=Figures(all=tuple(figures), whole=(True,) * len(places)),
        rule=STRICTEST,
        first={places[_place(cell)]: "small" for cell in case["primary"]},
        private=frozenset(),
        may_be_nought=frozenset(),
        unprotected=frozenset(),
    )
    return table, places


def _check_bounds(
    table: Table, places: dict[tuple[int, int], Place], extra: list[Any], expected: Vectors
) -> None:
    hidden = {*table.first, *(places[_place(cell)] for cell in extra)}
    wanted = [f for f in table.printed if f.place in table.first]
    found = bounds_of(table, hidden, wanted)
    assert {
        cell: [found[places[_place(cell)]].least, found[places[_place(cell)]].greatest] for cell in expected
    } == (expected)


def test_the_attacker_leaves_the_same_bounds_open_as_the_reference(vectors: Vectors) -> None:
    for case in vectors["tables"]:
        table, places = _table(case)
        _check_bounds(table, places, [], case["primary_only_bounds"])
        best = case["min_secondary_exact_protection"]
        if best:
            _check_bounds(table, places, best["example"], best["bounds_of_primary"])


def test_the_judge_finds_every_cell_that_the_reference_can_recover(vectors: Vectors) -> None:
    for case in vectors["tables"]:
        table, places = _table(case)
        seen = {exposure.figure.place for exposure in exposures(table, table.first)}
        assert seen >= {places[_place(cell)] for cell in case["recoverable_with_primary_only"]}, case["id"]


def test_no_primary_cell_of_a_covered_table_can_be_recovered(vectors: Vectors) -> None:
    for case in vectors["tables"]:
        table, _ = _table(case)
        hidden = covered(table)
        wanted = [f for f in table.printed if f.place in table.first]
        assert all(not ends.is_exact for ends in bounds_of(table, hidden, wanted).values()), case["id"]
        assert all(f.value for f in table.printed if f.place in hidden), case["id"]


def test_cover_takes_few_cells_more_than_the_least_that_is_possible(vectors: Vectors) -> None:
    over = []
    for case in vectors["tables"]:
        extra = covered(_table(case)[0]) - _table(case)[0].first.keys()
        best = case["min_secondary_exact_protection"]
        if best and not any(place.column is Column.OPEN for place in extra):
            over.append(len(extra) - best["n_extra"])
    assert len(over) > len(vectors["tables"]) / 2
    assert sum(over) <= len(over), over


def test_a_percentage_gives_back_the_counts_that_the_reference_found(vectors: Vectors) -> None:
    for case in vectors["percentages"]:
        for decimals in (0, 1):
            said = printed_percentage((0,), (0, 1), case[f"pct_{decimals}dp"], decimals)
            known = Knowledge(whole=(True, True), known=(printed((0, 1), case["n"]), *said))
            (ends,) = attack(known, [(0,)])
            feasible = case[f"feasible_k_given_n_{decimals}dp"]
            assert (ends.least, ends.greatest) == (min(feasible), max(feasible)), case


def test_a_percentage_that_would_give_back_a_small_count_is_hidden_and_others_are_not(
    vectors: Vectors,
) -> None:
    for case in vectors["percentages"]:
        k, n = case["k"], case["n"]
        (row,) = protect([reading(k, n)], SHARE, STRICTEST)
        is_safe = n >= 10 and k not in range(1, 6) and n - k not in range(1, 6)
        assert isinstance(row.value, Shown) is is_safe, case
        assert isinstance(row.numerator, Shown) is is_safe, case


def test_a_count_is_displayed_as_dfe_does_for_children_in_need(vectors: Vectors) -> None:
    for choice in ("strictest", "dfe"):
        rows = [reading(case["count"], period=month(i)) for i, case in enumerate(vectors["display"])]
        out = protect(rows, COUNT, rule_for("children in need", choice))
        shown = [text(row.numerator).replace(",", "") for row in out]
        assert shown == [case["dfe_cin_local_authority"] for case in vectors["display"]]


def test_dfes_rule_for_exclusions_displays_every_count(vectors: Vectors) -> None:
    exclusions = measure(MeasureType.COUNT, "exclusions")
    rows = [reading(case["count"], period=month(i)) for i, case in enumerate(vectors["display"])]
    out = protect(rows, exclusions, rule_for("exclusions", "dfe"))
    assert [row.numerator for row in out] == [Shown(case["count"]) for case in vectors["display"]]


def _having(vectors: Vectors, *fields: str) -> Iterator[Vectors]:
    found = [case for case in vectors["differencing"] if all(field in case for field in fields)]
    assert found, f"no leak has {fields}"
    yield from found


def test_a_year_to_date_does_not_leave_the_month_to_be_deduced(vectors: Vectors) -> None:
    for case in _having(vectors, "july", "august", "deduced"):
        for ward, difference in case["deduced"].items():
            counts = (case["july"][ward], case["august"][ward])
            out = protect([reading(n, period=year_to(i)) for i, n in enumerate(counts)], COUNT, STRICTEST)
            hides = any(isinstance(row.numerator, Hidden) for row in out)
            assert hides is (difference in range(1, 6))


def test_a_whole_less_its_part_is_not_left_to_be_deduced(vectors: Vectors) -> None:
    for case in _having(vectors, "whole", "part"):
        out = protect([reading(case["part"], group="part")], COUNT, STRICTEST, total=reading(case["whole"]))
        assert any(isinstance(row.numerator, Hidden) for row in out) is case["disclosive"]


def test_children_who_are_all_in_one_category_are_not_shown_to_be(vectors: Vectors) -> None:
    for case in _having(vectors, "row"):
        groups = [reading(n, group=str(i)) for i, n in enumerate(case["row"])]
        out = protect(groups, COUNT, STRICTEST, total=reading(sum(case["row"])))
        assert numerators(out[:-1]) == " ".join("c" for _ in groups)


def test_the_attacker_finds_what_two_tables_with_one_total_give_away(vectors: Vectors) -> None:
    for case in _having(vectors, "ward_total", "by_sex", "by_age"):
        sexes, ages = list(case["by_sex"]), list(case["by_age"])
        part = {(s, a): i for i, (s, a) in enumerate((s, a) for s in sexes for a in ages)}
        said = [printed([part[s, a] for s in sexes], case["by_age"][a]) for a in ages]
        said += [
            printed([part[s, a] for a in ages], n) for s, n in case["by_sex"].items() if isinstance(n, int)
        ]
        said.append(printed(list(part.values()), case["ward_total"]))
        for sex, deduced in case["deduced"].items():
            known = Knowledge(whole=(True,) * len(part), known=tuple(said))
            (ends,) = attack(known, [[part[sex, a] for a in ages]])
            assert (ends.least, ends.greatest) == (deduced, deduced)


def test_the_attacker_leaves_rounded_figures_as_open_as_they_are(vectors: Vectors) -> None:
    for case in _having(vectors, "whole_rounded", "part_rounded", "deduced_interval"):
        whole, part = case["whole_rounded"], case["part_rounded"]
        said = (
            Known(weights=((0, 1.0), (1, 1.0)), least=whole - 2, greatest=whole + 2),
            Known(weights=((0, 1.0),), least=part - 2, greatest=part + 2),
        )
        (ends,) = attack(Knowledge(whole=(True, True), known=said), [(1,)])
        assert [ends.least, ends.greatest] == case["deduced_interval"]


def test_a_percentage_of_three_is_hidden_with_its_count(vectors: Vectors) -> None:
    for case in _having(vectors, "deduced"):
        if isinstance(case["deduced"], int) and 0 < case["deduced"] <= 3 and "whole" not in case:
            (row,) = protect([reading(case["deduced"], 3)], SHARE, STRICTEST)
            assert {text(cell) for cell in (row.numerator, row.denominator, row.value)} == {"c"}
