"""What every engine is given: the calendar, the periods asked for, and rows by hand, as Arrow tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from typing import Any

import pyarrow as pa

from lineofsight.calendar import Period, working_day_numbers
from lineofsight.returns.tables import working_days

ARROW = {
    "string": pa.string(),
    "date": pa.date32(),
    "int64": pa.int64(),
    "float64": pa.float64(),
    "boolean": pa.bool_(),
}


@cache
def every_day() -> pa.Table:
    """The table of working days, made once: every engine holds it, and there are thousands of days."""
    kinds = pa.schema([(name, ARROW[kind]) for name, kind in working_days.schema().items()])
    columns = [
        pa.array(column, kind) for column, kind in zip(zip(*_days(), strict=True), kinds.types, strict=True)
    ]
    return pa.Table.from_arrays(columns, schema=kinds)


def rows_of_periods(wanted: Iterable[Period]) -> list[dict[str, Any]]:
    """The periods as rows of their table, each with the number of its last day."""
    numbers = {day: number for day, number, _ in _days()}
    return [
        {
            "period_kind": str(period.kind),
            "period_start": period.start,
            "period_end": period.end,
            "period_end_workday": numbers.get(period.end),
        }
        for period in wanted
    ]


def arrow(schema: Mapping[str, str], rows: Sequence[Mapping[str, Any]]) -> pa.Table:
    """Rows as an Arrow table; a column that a row does not give is null."""
    kinds = pa.schema([(name, ARROW[kind]) for name, kind in schema.items()])
    return pa.Table.from_pylist([{name: row.get(name) for name in schema} for row in rows], schema=kinds)


def _days() -> list[tuple[date, int, bool]]:
    return list(working_day_numbers())
