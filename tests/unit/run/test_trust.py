"""How far to trust a figure: the rules that look at its rows, how many rows break each, and what is told of it."""

from __future__ import annotations

from pathlib import Path

import pytest

from lineofsight.indicators.catalogue import indicator
from lineofsight.record import Record
from lineofsight.returns.rules import every_rule
from lineofsight.run.trust import Broken, Trust, in_words, trust_in
from tests.unit.run.drawn_files import case, census, child, episode, episodes, headers, plan
from tests.unit.run.loading import loaded

RULES = {rule.id: rule for rule in every_rule()}


def trust(*rows: tuple[str, int], wanting: frozenset[str] = frozenset()) -> Trust:
    return Trust(judged=tuple(Broken(rule=RULES[id_], rows=n) for id_, n in rows), wanting=wanting)


def counted(found: Trust) -> dict[str, int]:
    return {one.rule.id: one.rows for one in found.broken}


def test_only_rules_that_read_what_the_figure_reads_are_told_and_counted_over_the_rows_that_count(
    record: Record, tmp_path: Path
) -> None:
    late = plan("2023-06-20", "2023-08-20")  # of a case that was closed before
    census(tmp_path / "c.xml", "2024-03-31", child("a", case("2023-06-05", "2023-06-10", late)))
    census(tmp_path / "d.xml", "2025-03-31", child("b", case("2024-06-05", "2024-06-10")))
    headers(tmp_path / "header.csv", "a")
    episodes(tmp_path / "e.csv", episode("a", "01/05/2023"), episode("b", "01/05/2023"))
    loaded(record, tmp_path, key="2023-24")
    found = trust_in(record, record.current(), [indicator("cpp_rate"), indicator("cla_rate")])
    assert counted(found["cpp_rate"]) == {"plan_after_closure": 1}
    assert counted(found["cla_rate"])["episode_without_child"] == 1
    assert "plan_after_closure" not in counted(found["cla_rate"])


def test_a_rule_for_which_a_table_is_wanting_is_not_counted_as_kept(record: Record, tmp_path: Path) -> None:
    loaded(record, episodes(tmp_path / "e.csv", episode("a", "01/05/2023")), key="2023-24")
    found = trust_in(record, record.current(), [indicator("cla_rate")])["cla_rate"]
    assert "looked_after_children" in found.wanting
    assert "episode_without_child" not in {one.rule.id for one in found.judged}


def test_without_any_load_no_rule_is_judged(record: Record) -> None:
    assert trust_in(record, (), [indicator("cla_rate")])["cla_rate"].judged == ()


def test_a_figure_that_no_rule_looks_at_says_nothing_of_it() -> None:
    assert in_words(trust()) == ""


def test_rows_that_break_no_rule_are_said_to() -> None:
    assert in_words(trust(("plans_overlap", 0))) == "Looked at by 1 rule, and no row breaks them."


@pytest.mark.parametrize(("rows", "said"), [(5, "5 rows or fewer:"), (6, "6 rows:"), (1_200, "1,200 rows:")])
def test_a_few_rows_are_not_counted_out(rows: int, said: str) -> None:
    told = in_words(trust(("plans_overlap", rows), ("two_open_plans", 0)))
    assert told == f"Looked at by 2 rules; 1 is broken. {said} {RULES['plans_overlap'].message}"


def test_the_rules_that_most_rows_break_come_first_and_what_is_left_out_is_counted() -> None:
    ids = ("plans_overlap", "two_open_plans", "plan_of_one_day", "plan_after_closure")
    told = in_words(trust(*((id_, 10 + n) for n, id_ in enumerate(ids))))
    assert told.index("13 rows:") < told.index("12 rows:") < told.index("11 rows:")
    assert told.endswith("1 rule more: broken by as many rows or fewer.")


def test_what_is_not_loaded_is_named() -> None:
    told = in_words(trust(("plans_overlap", 0), wanting=frozenset({"workers", "allocations"})))
    assert told.endswith(
        "Not every rule could be looked at, since this is not loaded: allocations, social workers."
    )
