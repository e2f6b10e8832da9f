"""Every rule finds the rows that break it, and none at its edge."""

from __future__ import annotations

import ibis
import pytest

from lineofsight.returns.columns import Table
from lineofsight.returns.rules import Rule, broken_rows, every_rule
from tests.spec.conftest import Bench
from tests.spec.drawn import drawn, typed
from tests.spec.rules.example import BREAKS, LAST_DAY, Example
from tests.spec.rules.examples import EXAMPLES

IDS = tuple(dict.fromkeys(rule.id for rule in every_rule()))


def judged(example: Example) -> Table:
    (table,) = [table for table, text in example.items() if BREAKS in text.strip().splitlines()[0]]
    return table


def rule_of(id_: str, table: Table) -> Rule:
    return next(rule for rule in every_rule() if (rule.id, rule.table) == (id_, table))


@pytest.mark.parametrize("id_", IDS)
def test_a_rule_finds_the_rows_that_break_it_and_none_at_its_edge(id_: str, bench: Bench) -> None:
    example = EXAMPLES[id_]
    table = judged(example)
    rows = typed(drawn(example[table]), {**table.columns, BREAKS: "boolean"})
    expected = [number for number, row in enumerate(rows, start=2) if row[BREAKS]]
    assert 0 < len(expected) < len(rows)
    bench.draw({other: text for other, text in example.items() if other is not table})
    bench.engine.supply_rows(table, rows)
    bench.filled.add(table)
    found = bench.engine.table(broken_rows(table, [rule_of(id_, table)], ibis.literal(LAST_DAY)))
    assert found["row"].to_pylist() == expected


def test_every_example_is_of_a_rule_that_there_is() -> None:
    assert set(EXAMPLES) == set(IDS)
