"""An engine that is filled by hand, and what it finds."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import pytest

from lineofsight.calendar import Period
from lineofsight.engines.duckdb import DuckDB
from lineofsight.indicators.shapes import Indicator
from lineofsight.returns.columns import Rows, Table
from lineofsight.returns.tables import HELD
from tests.spec.conftest import SEPTEMBER, SETTINGS
from tests.spec.drawn import drawn, typed

Sums = tuple[float | None, float | None, int, int]  # numerator, denominator, unknown, open


class Held:
    """Tables that are empty until they are drawn; each drawn table is one file of that name, of one load."""

    def __init__(self) -> None:
        self.engine = DuckDB()
        self.engine.supply_settings(SETTINGS)

    def draw(self, given: Mapping[Table, str], periods: Sequence[Period] = SEPTEMBER) -> None:
        self.engine.supply_periods(periods)
        for table in HELD:
            rows = typed(drawn(given[table]), table.columns) if table in given else []
            where = {"load": "load-1", "file": f"{table.name}.csv", "sheet": "First"}
            self.engine.supply_rows(table, [{**row, **where} for row in rows])

    def found(self, rows: Rows) -> list[dict[str, Any]]:
        return list(self.engine.table(rows).to_pylist())

    def sums(self, indicator: Indicator, by: str | None = None) -> dict[str | None, Sums]:
        """The four sums of each group, or of the total under no name; one period is supposed."""
        rows = self.found(indicator.by(*([by] if by else [])))
        return {row[by] if by else None: _sums(row) for row in rows}

    def value(self, indicator: Indicator) -> float | None:
        [row] = self.found(indicator.by())
        value: float | None = row["value"]
        return value

    def places(self, rows: Rows) -> list[tuple[str, int]]:
        """The file and row of each of the rows, in order."""
        return sorted((row["file"], row["row"]) for row in self.found(rows))


def _sums(row: Mapping[str, Any]) -> Sums:
    over, under = (None if row[c] is None else float(row[c]) for c in ("numerator", "denominator"))
    return over, under, row["unknown"], row["open"]


@pytest.fixture(scope="module")
def held() -> Held:
    return Held()
