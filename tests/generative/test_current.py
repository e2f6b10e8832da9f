"""One event, one row, whatever the loads: the newest of each key, and of older loads only what lies before."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, note, settings
from hypothesis import strategies as st

from lineofsight.engines.duckdb import DuckDB
from lineofsight.returns.columns import PROVENANCE, Table
from tests.generative.drawn_rows import COLUMNS, raw_rows
from tests.generative.oracle import Row, rows_that_count

few = settings(max_examples=15, deadline=None, database=None, derandomize=True)
TABLES = [pytest.param(table, id=table.name) for table in COLUMNS]


@pytest.fixture(scope="module")
def engine() -> DuckDB:
    return DuckDB()


def held(engine: DuckDB, table: Table, raw: Sequence[Row]) -> list[str]:
    """The rows that the engine counts, as comparable text."""
    engine.supply_rows(table, raw)
    return told(table, engine.table(table.rows).to_pylist())


def told(table: Table, rows: Sequence[Row]) -> list[str]:
    return sorted(str([row[column] for column in (*table.columns, *PROVENANCE)]) for row in rows)


@pytest.mark.parametrize("table", TABLES)
@few
@given(data=st.data())
def test_of_every_event_the_newest_load_speaks_and_the_order_of_the_rows_says_nothing(
    table: Table, engine: DuckDB, data: st.DataObject
) -> None:
    raw = data.draw(raw_rows(table, most=12))
    expected = told(table, rows_that_count(table, raw))
    note("\n".join(str(row) for row in raw))
    assert held(engine, table, raw) == expected
    assert held(engine, table, data.draw(st.permutations(raw))) == expected
