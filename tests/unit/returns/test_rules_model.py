"""A rule as data: what it may not be, when it is in force, and what it reads."""

from __future__ import annotations

from datetime import date

import ibis
import pytest
from ibis import _

from lineofsight.engines.duckdb import DuckDB
from lineofsight.returns.columns import Column, Table
from lineofsight.returns.problems import Severity
from lineofsight.returns.rules import LAST_DAY, Beside, Rule, broken_rows, every_rule
from lineofsight.returns.tables import children, episodes, referrals

OF_CHILD = {"child_id": "child_id"}


def made(broken: Column, *, table: Table = episodes, column: str = "started", **of: object) -> Rule:
    words = {"message": "The row is wrong.", "remedy": "Mend it."}
    return Rule(id="made", table=table, broken=broken, column=column, **words, **of)  # type: ignore[arg-type]


def found(rule: Rule, **rows: list[dict[str, object]]) -> list[int]:
    engine = DuckDB()
    tables = {"episodes": episodes, "referrals": referrals}
    for name, table in tables.items():
        engine.supply_rows(table, rows.get(name, []))
    numbers: list[int] = engine.table(broken_rows(rule.table, [rule]))["row"].to_pylist()
    return numbers


def test_every_rule_says_what_is_wrong_and_what_to_do() -> None:
    for rule in every_rule():
        assert rule.column in rule.table.columns, rule.id
        for text in (rule.message, rule.remedy):
            assert text.endswith("."), rule.id
            assert text[0].isupper(), rule.id


def test_an_id_is_one_rule_of_a_table() -> None:
    ids = [(rule.id, rule.table, rule.column) for rule in every_rule()]
    assert len(ids) == len(set(ids))


def test_a_rule_that_holds_rows_holds_and_another_warns() -> None:
    assert made(episodes.ended.isnull(), holds=True).severity is Severity.HELD
    assert made(episodes.ended.isnull()).severity is Severity.WARNING


def test_a_rule_that_looks_beside_holds_no_row_since_what_is_beside_may_come_later() -> None:
    other = Beside(of=referrals.rows, by=OF_CHILD)
    with pytest.raises(ValueError, match="made cannot hold rows"):
        made(other.lacks(episodes), beside=(other,), holds=True)


def test_a_rule_for_some_years_needs_a_table_that_says_when() -> None:
    with pytest.raises(ValueError, match="children does not say when"):
        made(children.upn.isnull(), table=children, column="upn", since=date(2024, 4, 1))


def test_a_rule_is_in_force_from_its_first_day_to_its_last() -> None:
    days = [date(2024, 3, 31), date(2024, 4, 1), date(2025, 3, 31), date(2025, 4, 1)]
    rows: list[dict[str, object]] = [{"child_id": str(n), "started": day} for n, day in enumerate(days)]
    always = episodes.placement.isnull()
    since, until = date(2024, 4, 1), date(2025, 3, 31)
    assert found(made(always), episodes=rows) == [2, 3, 4, 5]
    assert found(made(always, since=since), episodes=rows) == [3, 4, 5]
    assert found(made(always, until=until), episodes=rows) == [2, 3, 4]
    assert found(made(always, since=since, until=until), episodes=rows) == [3, 4]


def test_a_rule_that_asks_for_the_last_day_says_so() -> None:
    assert made(episodes.started > LAST_DAY).asks_last_day
    assert not made(episodes.started > episodes.ended).asks_last_day


def test_the_last_day_may_be_each_rows_own() -> None:
    engine = DuckDB()
    rows = [{"child_id": c, "started": date(2024, 5, 2), "load": c} for c in ("a", "b")]
    engine.supply_rows(episodes, rows)
    days = ibis.cases((episodes.rows.load == "a", ibis.literal(date(2024, 5, 1))), else_=ibis.null("date"))
    asked = broken_rows(episodes, [made(episodes.started > LAST_DAY)], days)
    assert engine.table(asked)["load"].to_pylist() == ["a"]


def test_what_stands_beside_is_one_row_a_key_and_doubles_no_row() -> None:
    other = Beside(of=referrals.rows, by=OF_CHILD, facts={"last": _.referral_date.max()})
    rule = made(episodes.started < other["last"], beside=(other,))
    twice: list[dict[str, object]] = [
        {"child_id": "a", "referral_date": date(2024, 5, day)} for day in (2, 3)
    ]
    spells: list[dict[str, object]] = [{"child_id": "a", "started": date(2024, 5, 2)}]
    assert found(rule, episodes=spells, referrals=twice) == [2]


def test_a_row_without_the_key_is_beside_nothing_and_breaks_no_rule() -> None:
    other = Beside(of=referrals.rows, by=OF_CHILD)
    spells: list[dict[str, object]] = [{"child_id": c, "started": date(2024, 5, 2)} for c in (None, "a")]
    nameless: list[dict[str, object]] = [{"child_id": None, "referral_date": date(2024, 5, 2)}]
    assert found(made(other.lacks(episodes), beside=(other,)), episodes=spells, referrals=nameless) == [3]


def test_a_rule_names_the_tables_that_it_reads_beside_its_own() -> None:
    other = Beside(of=referrals.rows, by=OF_CHILD)
    own = Beside(of=episodes.rows, by=OF_CHILD)
    assert made(other.lacks(episodes), beside=(other,)).reads_beside == {"referrals"}
    assert made(own["known"] > 1, beside=(own,)).reads_beside == frozenset()
