"""The fixture of the definitions' worked examples: tables in, a figure out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta

import pytest

from lineofsight.calendar import Period, PeriodKind
from lineofsight.engines.duckdb import DuckDB
from lineofsight.indicators.shapes import Indicator
from lineofsight.returns.columns import Table
from lineofsight.returns.tables import HELD, periods
from tests.spec.drawn import drawn, typed

RESULT = {
    "period_end": "date",
    "numerator": "float64",
    "denominator": "float64",
    "unknown": "int64",
    "open": "int64",
    "value": "float64",
}
SETTINGS = {"first_working_day": 0, "ehc_days": 140}

Spec = Callable[..., None]


def month(year: int, number: int) -> Period:
    """That month, as a period."""
    first_of_next = date(year + number // 12, number % 12 + 1, 1)
    return Period(PeriodKind.MONTH, date(year, number, 1), first_of_next - timedelta(days=1))


SEPTEMBER = (month(2024, 9),)


class Bench:
    """An engine whose tables are empty but for those that the example at hand has drawn."""

    def __init__(self) -> None:
        self.engine = DuckDB()
        self.filled: set[Table] = set(HELD)

    def draw(self, given: Mapping[Table, object]) -> None:
        for table in [t for t in HELD if t in self.filled or t in given]:
            text = str(given.get(table, ""))
            self.engine.supply_rows(table, typed(drawn(text), table.columns) if text else [])
        self.filled = set(given) - {periods}


@pytest.fixture(scope="session")
def bench() -> Bench:
    return Bench()


@pytest.fixture
def spec(bench: Bench) -> Spec:
    """``spec(indicator, {periods: ..., table: drawn rows}, expect=drawn figures, by=(), settings=None)``.

    Where no figure is expected (``expect`` has no rows under its rule), the indicator must give none.
    """
    engine = bench.engine

    def check(
        indicator: Indicator,
        given: Mapping[Table, object],
        *,
        expect: str,
        by: Sequence[str] = (),
        settings: Mapping[str, int] | None = None,
    ) -> None:
        engine.supply_settings({**SETTINGS, **(settings or {})})
        engine.supply_periods(given[periods])  # type: ignore[arg-type]
        bench.draw(given)
        columns = [name.strip() for name in expect.strip().splitlines()[0].split("|")]
        wanted = typed(drawn(expect), {**RESULT, **dict.fromkeys(by, "string")})
        got = engine.table(indicator.by(*by)).to_pylist()
        shown = [{c: _rounded(row[c]) for c in columns if row[c] is not None} for row in got]
        assert sorted(shown, key=str) == sorted(wanted, key=str)

    return check


def _rounded(value: object) -> object:
    return round(value, 1) if isinstance(value, float) else value
