"""The inspectors' workbook (Ofsted's ILACS Annex A) from the record, on any day, and what the record cannot fill of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
from xlsxwriter import Workbook

from lineofsight.council import Council
from lineofsight.engines.duckdb import DuckDB
from lineofsight.indicators.lineage import tables_read
from lineofsight.record import Record
from lineofsight.returns.inspection import LISTS, InspectionList
from lineofsight.returns.parts import Codes, ReadColumn
from lineofsight.returns.tables import BY_NAME
from lineofsight.run.measure import settings_of

FORMAT = "dd/mm/yyyy"


class NothingToExportError(Exception):
    """The record holds nothing that a list could be made from."""


@dataclass(frozen=True, kw_only=True)
class Gap:
    """A column of a list that is empty, or a whole list (``column`` empty), and why."""

    sheet: str
    column: str
    why: str


@dataclass(frozen=True, kw_only=True)
class Filled:
    """One list as it is to be written: its rows, and what is missing of it."""

    of: InspectionList
    rows: pa.Table | None
    gaps: tuple[Gap, ...]

    @property
    def count(self) -> int:
        """How many rows the list has."""
        return 0 if self.rows is None else self.rows.num_rows


def last_day(record: Record) -> date:
    """The last day that any load covers. Raises NothingToExportError where nothing is loaded."""
    days = [load.covers_until for load in record.current()]
    if not days:
        raise NothingToExportError("Nothing is loaded yet. Load files first: los load PATH.")
    return max(days)


def filled_lists(record: Record, council: Council, day: date) -> tuple[Filled, ...]:
    """Every list as at the end of a day, from the current loads."""
    made = {one.number: one.rows(day) for one in LISTS}
    needed = {name for rows in made.values() if rows is not None for name in tables_read(rows)}
    loaded = {name for load in record.current() for name in load.fills}
    engine = DuckDB()
    engine.supply_settings(settings_of(council))
    engine.supply_periods([])
    engine.supply_sources(record.sources(), only=needed)
    found = []
    for one in LISTS:
        rows = made[one.number]
        table = None if rows is None else engine.table(rows.order_by(_order(one, rows)))
        found.append(Filled(of=one, rows=table, gaps=tuple(_gaps(one, rows, table, loaded))))
    engine.close()
    return tuple(found)


def write_workbook(lists: Sequence[Filled], path: Path) -> None:
    """Writes the lists, a sheet each, with real dates and the words that stand for codes; a formula is only text."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with Workbook(path, options) as book:
        days, heading = book.add_format({"num_format": FORMAT}), book.add_format({"bold": True})
        for one in lists:
            page = book.add_worksheet(one.of.sheet)
            page.freeze_panes(1, 0)
            columns = one.of.part.columns
            page.write_row(0, 0, [column.header for column in columns], heading)
            for number, row in enumerate(_rows(one), start=1):
                for place, column in enumerate(columns):
                    _write(page, number, place, _told(column, row.get(column.to)), days)


def _write(page: Any, row: int, place: int, value: object, days: Any) -> None:
    if isinstance(value, date):
        page.write_datetime(row, place, value, days)
    elif isinstance(value, int | float):
        page.write_number(row, place, value)
    elif value:
        page.write_string(row, place, str(value))


def _rows(one: Filled) -> Iterator[dict[str, Any]]:
    if one.rows is not None:
        for batch in one.rows.to_batches(max_chunksize=5_000):
            yield from batch.to_pylist()


def _told(column: ReadColumn, value: object) -> object:
    """A code as its words, where it has any that are read back as that code."""
    if not isinstance(column.as_, Codes) or not isinstance(value, str):
        return value
    words = (way for way, code in column.as_.also if code == value and not way.isdigit())
    return next(words, value)


def _order(one: InspectionList, rows: Any) -> list[str]:
    """By child and then by day, so that the same record gives the same workbook."""
    keys = [name for name in one.part.table.key if name in rows.columns]
    return list(dict.fromkeys([*keys, *sorted(rows.columns)]))


def _gaps(one: InspectionList, rows: Any, table: pa.Table | None, loaded: set[str]) -> Iterator[Gap]:
    """What of a list cannot be filled: all of it, columns that nothing tells, and columns that are empty throughout."""
    if table is None or rows is None:
        yield Gap(sheet=one.sheet, column="", why="nothing of it is in the record")
        return
    if not table.num_rows:
        missing = sorted(BY_NAME[name].title.lower() for name in tables_read(rows) - loaded)
        why = f"not loaded ({', '.join(missing)})" if missing else "nothing happened in its time"
        yield Gap(sheet=one.sheet, column="", why=why)
    for column in one.part.columns:
        if column.to not in table.column_names:
            yield Gap(sheet=one.sheet, column=column.header, why="not in the record")
        elif table.num_rows and table.column(column.to).null_count == table.num_rows:
            yield Gap(sheet=one.sheet, column=column.header, why="in no row")
