"""DuckDB: the engine that every machine has."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any

import ibis
import pyarrow as pa

from lineofsight.calendar import Period
from lineofsight.engines.current import RANK, SUPPLIES_BEFORE, current, raw_name
from lineofsight.engines.given import arrow, every_day, rows_of_periods
from lineofsight.record import TableSource
from lineofsight.returns.columns import PROVENANCE, Rows, Table
from lineofsight.returns.tables import HELD, periods, settings, working_days


class DuckDB:
    """Holds the rows that count, and computes expressions over the declared tables by their names.

    Everything lives in memory and only reads the record's files, so that any number of engines may run at once.
    """

    name = "duckdb"

    def __init__(self, *, threads: int | None = None) -> None:
        """``threads``: at most so many, each with memory of its own; None: one for each processor core."""
        self._db = ibis.duckdb.connect()
        if threads is not None:
            self._db.raw_sql(f"SET threads = {threads}")
        self._hold(working_days.name, every_day())

    def supply_settings(self, values: Mapping[str, int]) -> None:
        """The council's settings, as the one row of the settings table."""
        self.supply(settings, [dict(values)])

    def supply_periods(self, wanted: Iterable[Period]) -> None:
        """The periods that every definition is computed for."""
        self.supply(periods, rows_of_periods(wanted))

    def supply_sources(self, sources: Sequence[TableSource], only: Collection[str] | None = None) -> None:
        """The record's current loads: each declared table, or ``only`` those, then holds the rows that count."""
        parts = {s.table: s.parts for s in sources}
        for table in HELD if only is None else [t for t in HELD if t.name in only]:
            if table.by_day:  # its rows are counted, never looked at one by one: see supply_counts
                continue
            if table.name in parts:
                self._view_raw(table, parts[table.name])
                self._count(table)
            else:
                self.supply(table, [])

    def supply_counts(self, table: Table, paths: Sequence[Path]) -> None:
        """A table that is counted from another, from the files of its counts. They stay on the disk: there are millions."""
        if not paths:
            self.supply(table, [])
            return
        self._db.raw_sql(f"DROP TABLE IF EXISTS {table.name}")
        files = ", ".join(_text(path) for path in paths)
        columns = _names(table.schema())
        self._db.raw_sql(
            f"CREATE OR REPLACE TEMP VIEW {table.name} AS SELECT {columns} FROM read_parquet([{files}])"
        )

    def supply_rows(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Rows given by hand: the worked examples of the definitions."""
        held = {**table.columns, **PROVENANCE, RANK: "int64", SUPPLIES_BEFORE: "date"}
        given = [
            {"load": "example", "file": "example", "sheet": "", "row": i, RANK: 0, **row}
            for i, row in enumerate(rows, start=2)
        ]
        self._hold(raw_name(table), arrow(held, given))
        self._count(table)

    def supply_staged(self, table: Table, path: object) -> None:
        """Every row of a Parquet file that is being loaded, under its table's name, for the rules to look at.

        ``row`` is the row's number in that file, counted from 0: it alone tells the rows of a one-line XML file apart.
        """
        stored = [*table.columns, *PROVENANCE]
        workdays = [f"NULL::BIGINT AS {name}" for name in table.schema() if name not in stored]
        kept = _names(name for name in stored if name != "row")
        columns = ", ".join([kept, "file_row_number AS row", *workdays])
        source = f"read_parquet({_text(path)}, file_row_number = true)"
        self._db.raw_sql(f"CREATE OR REPLACE TEMP VIEW {table.name} AS SELECT {columns} FROM {source}")

    def forget_staged(self, table: Table) -> None:
        """Let go of a file that is being loaded, so that it can be rewritten or moved."""
        self._db.raw_sql(f"DROP VIEW IF EXISTS {table.name}")

    def keep(self, name: str, rows: Rows) -> Rows:
        """The rows, computed once and kept under a name."""
        return self._db.create_table(name, rows, temp=True, overwrite=True)

    def forget(self, name: str) -> None:
        """Let go of what was kept."""
        self._db.drop_table(name, force=True)

    def table(self, rows: Rows) -> pa.Table:
        """The rows as an Arrow table."""
        return self._db.to_pyarrow(rows)

    def close(self) -> None:
        """Let go of everything; nothing is asked of it afterwards."""
        self._db.disconnect()

    def supply(self, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
        """Rows of a table that is given, not returned: periods, settings, working days, states."""
        self._hold(table.name, arrow(table.schema(), rows))

    def _hold(self, name: str, rows: pa.Table) -> None:
        """Rows under a name. Ibis' own way to do so takes twenty times as long, and every example draws its tables."""
        self._db.con.register("given_", rows)
        self._db.raw_sql(f"CREATE OR REPLACE TEMP TABLE {name} AS SELECT * FROM given_")
        self._db.con.unregister("given_")

    def _count(self, table: Table) -> None:
        """Of every row of a table, those that count."""
        self._db.raw_sql(f"CREATE OR REPLACE TEMP TABLE {table.name} AS {_that_count(table)}")

    def _view_raw(self, table: Table, parts: Sequence[Any]) -> None:
        """Every row of the parts, as a view over their Parquet files."""
        columns = _names([*table.columns, *(name for name in PROVENANCE if name != "load")])
        selects = [
            f"SELECT {columns}, {_text(part.load)} AS load, {part.rank}::BIGINT AS {RANK}, "
            f"{_day(part.supplies_before)} AS {SUPPLIES_BEFORE} FROM read_parquet({_text(part.path)})"
            for part in parts
        ]
        self._db.raw_sql(f"CREATE OR REPLACE TEMP VIEW {raw_name(table)} AS {' UNION ALL '.join(selects)}")


@cache
def _that_count(table: Table) -> str:
    """The rows of a table that count, as DuckDB is asked for them."""
    return str(ibis.to_sql(current(table), dialect="duckdb"))


def _names(columns: Iterable[str]) -> str:
    """Columns in quotation marks: a column may be called ``left``, which is a word of SQL."""
    return ", ".join(f'"{name}"' for name in columns)


def _text(value: object) -> str:
    return "'" + str(value).replace("'", "''") + "'"


def _day(value: date | None) -> str:
    return "NULL::DATE" if value is None else f"DATE '{value.isoformat()}'"
