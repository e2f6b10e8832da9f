"""The SQL of every indicator, read as a tree: nothing slow, nothing that engines take differently, nothing inexact."""

from __future__ import annotations

from functools import cache

import ibis
import ibis.expr.operations as ops
import pytest

from lineofsight.engines.current import current
from lineofsight.indicators.catalogue import INDICATORS
from lineofsight.indicators.shapes import Indicator
from lineofsight.indicators.tally import SUMS, condensed
from lineofsight.indicators.workforce import cases_over_fte
from lineofsight.returns.columns import Rows, Table
from lineofsight.returns.tables import HELD
from lineofsight.run.grid import readings_of
from tests.unit.engines.sql_faults import FAULTS, faults

every_indicator = pytest.mark.parametrize("indicator", INDICATORS, ids=lambda indicator: indicator.id)


@cache
def kept_facts(indicator: Indicator) -> Rows:
    """The facts as a run keeps them: summed, with every breakdown."""
    names = [b.name for b in indicator.breakdowns]
    return condensed(indicator.facts(*names), names)


@cache
def readings(indicator: Indicator) -> Rows:
    """What a run makes of the facts that it kept."""
    return readings_of(indicator, ibis.table(kept_facts(indicator).schema(), name="kept"))


def compiled(rows: Rows) -> str:
    return str(ibis.to_sql(rows, dialect="duckdb"))


# Each fault with SQL that has it, and beside it SQL that comes near it and does not.
@pytest.mark.parametrize(
    ("fault", "has_it", "comes_near"),
    [
        (
            "OR ... IS NULL in a join",
            "SELECT * FROM t JOIN u ON t.a = u.a AND (u.b > t.b OR u.b IS NULL)",
            "SELECT * FROM t JOIN u ON t.a = u.a AND COALESCE(u.b, 9) > t.b WHERE t.c IS NULL OR t.c > 1",
        ),
        (
            "a join of the nearest",
            "SELECT * FROM t ASOF JOIN u ON t.a >= u.a",
            "SELECT * FROM t JOIN u USING (a)",
        ),
        ("a hash", "SELECT HASH(a) FROM t", "SELECT hash FROM t"),
        ("a hash", "SELECT MD5(a) FROM t", "SELECT LOWER(a) FROM t"),
        ("a hash", "SELECT SHA256(a) FROM t", "SELECT 'sha256' FROM t"),
        (
            "a division that nought can reach",
            "SELECT a / b FROM t",
            "SELECT a / NULLIF(CAST(b AS DOUBLE), 0) FROM t",
        ),
        (
            "a division that nought can reach",
            "SELECT a / NULLIF(b, 1) FROM t",
            "SELECT a / (NULLIF(b, 0)) FROM t",
        ),
        ("a division that nought can reach", "SELECT a // b FROM t", "SELECT a // 7 FROM t"),
        ("a division that nought can reach", "SELECT a % 0 FROM t", "SELECT a % 2 FROM t"),
        ("a division that nought can reach", "SELECT FDIV(a, b) FROM t", "SELECT a * b FROM t"),
        (
            "a division that nought can reach",
            "SELECT CASE WHEN c > 0 THEN a / b END FROM t",
            "SELECT CASE WHEN b > 0 THEN a / b END FROM t",
        ),
        (
            "a division that nought can reach",
            "SELECT CASE WHEN b > 0 THEN a ELSE a / b END FROM t",
            "SELECT CASE WHEN b > 0 THEN 1 + a / b ELSE a END FROM t",
        ),
        (
            "a length of time in months",
            "SELECT DATE_DIFF('month', a, b) FROM t",
            "SELECT DATE_DIFF('day', a, b) FROM t",
        ),
        (
            "a length of time in months",
            "SELECT DATE_SUB('month', a, b) FROM t",
            "SELECT EXTRACT(MONTH FROM a) FROM t",
        ),
        (
            "a length of time in months",
            "SELECT a - INTERVAL 3 MONTH FROM t",
            "SELECT a - INTERVAL 91 DAY FROM t",
        ),
        ("a length of time in months", "SELECT a + TO_MONTHS(3) FROM t", "SELECT a + 3 FROM t"),
        ("any of several rows", "SELECT FIRST(a ORDER BY b) FROM t", "SELECT MIN(a) FROM t"),
        (
            "any of several rows",
            "SELECT ROW_NUMBER() OVER (PARTITION BY a) FROM t",
            "SELECT ROW_NUMBER() OVER (PARTITION BY a ORDER BY b) FROM t",
        ),
    ],
)
def test_the_lint_finds_what_it_looks_for_and_nothing_beside_it(
    fault: str, has_it: str, comes_near: str
) -> None:
    assert fault in FAULTS
    assert faults(has_it) == {fault}
    assert faults(comes_near) == set()


@every_indicator
def test_the_facts_of_an_indicator_compile_without_a_fault(indicator: Indicator) -> None:
    assert faults(compiled(kept_facts(indicator))) == set()


# The rows of the other shapes are their facts.
@pytest.mark.parametrize("indicator", [i for i in INDICATORS if type(i).rows is not Indicator.rows])
def test_the_rows_behind_an_indicator_compile_without_a_fault(indicator: Indicator) -> None:
    assert faults(compiled(indicator.rows(*[b.name for b in indicator.breakdowns]))) == set()


@every_indicator
def test_the_readings_of_an_indicator_compile_without_a_fault(indicator: Indicator) -> None:
    assert faults(compiled(readings(indicator))) == set()


@pytest.mark.parametrize("table", HELD, ids=lambda table: table.name)
def test_the_rows_that_count_are_found_without_a_fault(table: Table) -> None:
    assert faults(compiled(current(table))) == set()


@every_indicator
def test_nothing_is_added_up_or_averaged_as_a_floating_number(indicator: Indicator) -> None:
    for rows in (kept_facts(indicator), readings(indicator), indicator.by()):
        assert [s for s in rows.op().find(ops.Sum) if s.arg.dtype.is_floating()] == []
        assert rows.op().find(ops.Mean) == []
    assert not any(kept_facts(indicator).schema()[name].is_floating() for name in SUMS)


def test_the_share_of_full_time_would_be_added_up_as_a_floating_number_if_it_stayed_one() -> None:
    sums = condensed(cases_over_fte.bottom.facts(), []).op().find(ops.Sum)
    assert [s.arg.dtype.is_floating() for s in sums].count(True) == 1
