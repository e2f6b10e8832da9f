"""One event, one row: of the same event in several loads, the newest; and of an older load, only what lies before.

Yearly files overlap: a case that is open over the year's end stands in both. Within its own period the newer file is
complete, so what it no longer holds is gone and what it corrects is corrected; an older load supplies only rows that
lie wholly before the newer one's period. The record says which load is newer and from which day; this says it in rows.
"""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import PROVENANCE, WORKDAY, Rows, Table
from lineofsight.returns.derived import FAR
from lineofsight.returns.tables import working_days

RANK, SUPPLIES_BEFORE = "rank_", "supplies_before_"
NEVER = ibis.date("0001-01-01")  # what the record says of a load that a newer one replaces entirely


def raw_name(table: Table) -> str:
    """The name under which an engine holds every row of every current load."""
    return f"raw_{table.name}"


def raw(table: Table) -> Rows:
    """Every row of every current load, with the load's rank and the day before which it may supply."""
    schema = {**table.columns, **PROVENANCE, RANK: "int64", SUPPLIES_BEFORE: "date"}
    return ibis.table(schema, name=raw_name(table))


def current(table: Table) -> Rows:
    """The rows that count, with the working-day number beside each clocked date."""
    rows = raw(table)
    if table.span is not None:
        until = rows[table.span.until] if table.span.until else rows[table.span.since]
        lies_before = ibis.coalesce(until, FAR) < rows[SUPPLIES_BEFORE]
        rows = rows.filter(rows[SUPPLIES_BEFORE].isnull() | lies_before)
        rows = _of_the_newest_load(rows, table)
    else:
        # People and things have no day of their own; only a file that is complete from the beginning unsays them.
        rows = rows.filter(rows[SUPPLIES_BEFORE].isnull() | (rows[SUPPLIES_BEFORE] > NEVER))
        rows = _newest(rows, table)
    for column in table.clocked:
        rows = _numbered(rows, column)
    return rows.select(*table.schema())


def _of_the_newest_load(rows: Rows, table: Table) -> Rows:
    """Rows of the newest load that has the event; two events of one key in the same file are two."""
    newest = ibis.window(group_by=list(table.key))
    return rows.mutate(newest_=_[RANK].max().over(newest)).filter(_[RANK] == _.newest_)


def _newest(rows: Rows, table: Table) -> Rows:
    """One row for each person or thing: the last that the newest load has."""
    order = ibis.window(group_by=list(table.key), order_by=[_[RANK].desc(), _.file.desc(), _.row.desc()])
    return rows.mutate(place_=ibis.row_number().over(order)).filter(_.place_ == 0)


def _numbered(rows: Rows, column: str) -> Rows:
    """The same rows with the working-day number of a date; null outside the known calendar."""
    days = working_days.rows.select(day_="day", **{f"{column}{WORKDAY}": "number"})
    return rows.left_join(days, rows[column] == days.day_).drop("day_")
