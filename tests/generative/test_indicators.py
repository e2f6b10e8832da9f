"""Every figure of every indicator, on small random rows, equals what the slow plain oracle counts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import ibis
import pytest
from hypothesis import HealthCheck, given, note, settings
from hypothesis import strategies as st

from lineofsight.calendar import Period, PeriodKind
from lineofsight.engines.duckdb import DuckDB
from lineofsight.indicators.catalogue import BY_ID, INDICATORS
from lineofsight.indicators.lineage import tables_read
from lineofsight.indicators.shapes import Each
from lineofsight.indicators.tally import SUMS
from lineofsight.returns.columns import Table
from lineofsight.returns.tables import HELD
from tests.generative.drawn_rows import periods, worlds
from tests.generative.oracle import Row, World, figures, rows_that_count, value
from tests.generative.oracle_catalogue import DEFINITIONS

IDS = [indicator.id for indicator in INDICATORS]
Cell = tuple[Period, str | None]
councils = st.fixed_dictionaries(
    {"first_working_day": st.sampled_from([0, 1]), "ehc_days": st.sampled_from([139, 140])}
)

# Compiling is what takes long, so a question is compiled once and asked of every example. A red run can be repeated.
few = settings(
    max_examples=10,
    deadline=None,
    database=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
many = settings(few, max_examples=200)


class Asked:
    """An engine of which the same questions are asked again and again, of other rows."""

    def __init__(self) -> None:
        self.engine = DuckDB()
        self.compiled: dict[tuple[str, ...], str] = {}
        for table in HELD:
            self.engine.supply_rows(table, [])

    def supply(self, raw: Mapping[Table, Sequence[Row]], wanted: Sequence[Period], council: Row) -> None:
        self.engine.supply_settings(council)
        self.engine.supply_periods(wanted)
        for table, rows in raw.items():
            self.engine.supply_rows(table, rows)

    def by(self, id_: str, *names: str) -> list[Row]:
        return self._ask(("by", id_, *names), lambda: BY_ID[id_].by(*names))

    def rows(self, id_: str, *names: str) -> list[Row]:
        return self._ask(("rows", id_, *names), lambda: BY_ID[id_].rows(*names))

    def _ask(self, question: tuple[str, ...], expression: Any) -> list[Row]:
        if question not in self.compiled:
            self.compiled[question] = str(ibis.to_sql(expression(), dialect="duckdb"))
        return list(self.engine._db.raw_sql(self.compiled[question]).to_arrow_table().to_pylist())


@pytest.fixture(scope="session")
def asked() -> Asked:
    return Asked()


def cell_of(row: Row, by: str | None) -> Cell:
    return Period(PeriodKind(row["period_kind"]), row["period_start"], row["period_end"]), row[
        by
    ] if by else None


def number(amount: Any) -> float | None:
    return None if amount is None else round(float(amount), 9)


def sums_of(row: Row) -> tuple[float | None, float | None, int, int]:
    return number(row["numerator"]), number(row["denominator"]), row["unknown"], row["open"]


def drawn(raw: Mapping[Table, Sequence[Row]]) -> Iterator[str]:
    """What was drawn, a line a row, without what was left empty."""
    for table, rows in raw.items():
        for row in rows:
            yield f"{table.name}: {', '.join(f'{c} {v}' for c, v in row.items() if v not in (None, ''))}"


def drawn_world(data: st.DataObject, id_: str, asked: Asked) -> tuple[World, Sequence[Period]]:
    """Rows, periods and settings for an indicator, supplied to the engine; and the same for the oracle."""
    raw = data.draw(worlds(DEFINITIONS[id_].tables))
    wanted = data.draw(periods())
    council = data.draw(councils)
    asked.supply(raw, wanted, council)
    note("\n".join(drawn(raw)))
    counted = {table.name: rows_that_count(table, rows) for table, rows in raw.items()}
    return World(tables=counted, **council), wanted


def equals_the_oracle(id_: str, asked: Asked, data: st.DataObject) -> None:
    counted = DEFINITIONS[id_]
    world, wanted = drawn_world(data, id_, asked)
    for by in (None, *counted.groupings):
        note(f"by {by}")
        expected = figures(counted, world, wanted, by)
        got = asked.by(id_, *([by] if by else []))
        assert {cell_of(row, by): sums_of(row) for row in got} == expected
        assert {cell_of(row, by): number(row["value"]) for row in got} == {
            cell: number(value(counted, sums)) for cell, sums in expected.items()
        }
        assert len(got) == len(expected)


def added_up(rows: Sequence[Row], by: str | None) -> dict[Cell, tuple[float | None, ...]]:
    """The four sums of rows, by cell; a side that no row has is missing."""
    cells: dict[Cell, list[Row]] = defaultdict(list)
    for row in rows:
        cells[cell_of(row, by)].append(row)
    return {cell: tuple(total(row[name] for row in those) for name in SUMS) for cell, those in cells.items()}


def total(amounts: Iterable[Any]) -> float | None:
    given = [amount for amount in amounts if amount is not None]
    return number(sum(given)) if given else None


def that_decide(rows: Sequence[Row]) -> list[Row]:
    """The rows of the workers who count: with cases, and with a full-time share; the rest are outside or unknown."""
    of_worker: dict[object, list[Row]] = defaultdict(list)
    for row in rows:
        of_worker[cell_of(row, None), row["worker_id"]].append(row)
    return [row for those in of_worker.values() if _counts(those) for row in those]


def _counts(rows: Sequence[Row]) -> bool:
    over, under = total(r["numerator"] for r in rows), total(r["denominator"] for r in rows)
    return bool(over and under) and not any(row["unknown"] for row in rows)


def adds_up(id_: str, asked: Asked, data: st.DataObject) -> None:
    drawn_world(data, id_, asked)
    names = list(DEFINITIONS[id_].groupings)
    whole = {cell_of(row, None): sums_of(row) for row in asked.by(id_)}
    rows = asked.rows(id_, *names)
    assert all(row["load"] and row["file"] and row["row"] for row in rows)
    for by in names:
        split = asked.by(id_, by)
        assert added_up(split, None) == whole
        if not isinstance(BY_ID[id_], Each):
            assert added_up(rows, by) == {cell_of(row, by): sums_of(row) for row in split}
    if isinstance(BY_ID[id_], Each):
        sides = {cell: sums[:2] for cell, sums in whole.items() if sums[0]}
        assert {cell: sums[:2] for cell, sums in added_up(that_decide(rows), None).items()} == sides
    else:
        assert added_up(rows, None) == whole


@pytest.mark.parametrize("id_", IDS)
@few
@given(data=st.data())
def test_an_indicator_is_what_its_definition_says(id_: str, asked: Asked, data: st.DataObject) -> None:
    equals_the_oracle(id_, asked, data)


@pytest.mark.parametrize("id_", IDS)
@few
@given(data=st.data())
def test_the_rows_and_the_groups_of_a_figure_add_up_to_it(
    id_: str, asked: Asked, data: st.DataObject
) -> None:
    adds_up(id_, asked, data)


@pytest.mark.slow
@pytest.mark.parametrize("id_", IDS)
@many
@given(data=st.data())
def test_an_indicator_is_what_its_definition_says_of_many_rows(
    id_: str, asked: Asked, data: st.DataObject
) -> None:
    equals_the_oracle(id_, asked, data)


@pytest.mark.slow
@pytest.mark.parametrize("id_", IDS)
@many
@given(data=st.data())
def test_many_rows_and_the_groups_of_a_figure_add_up_to_it(
    id_: str, asked: Asked, data: st.DataObject
) -> None:
    adds_up(id_, asked, data)


def test_the_oracle_counts_every_indicator_from_the_tables_that_it_reads() -> None:
    assert set(DEFINITIONS) == set(IDS)
    for indicator in INDICATORS:
        counted = DEFINITIONS[indicator.id]
        assert set(counted.groupings) == {b.name for b in indicator.breakdowns}
        assert tables_read(indicator.facts(*counted.groupings)) == {table.name for table in counted.tables}
