"""One event, one row: which loads supply which rows of a table.

Yearly files overlap: the same plan stands in the file of the year it began, and in the next one. Each event is
counted once, by its table's natural key, and this is the rule for which load it is taken from:

* The current loads of one return are ranked by the last day that they cover, then by the first (none given comes
  first: such a file is complete from the beginning), then by when they were loaded. So the rank is the same in
  whichever order the files arrive.
* Within the days that it covers, the newer file is complete: what it no longer holds is gone, and what it corrects
  is corrected. An older load supplies only what lies wholly before the first day of every newer load.
* That holds table by table, for the tables that a load fills. A newer set of files without its reviews says
  nothing of reviews; one with an empty file of reviews says that there are none.

For example, of three loads of the children in need census:

    load         covers                       supplies rows that lie wholly before
    load-000001  1 April 2023 - 31 March 2024 1 April 2024, the earliest first day of the two newer ones
    load-000003  1 April 2024 - 31 March 2025 1 April 2025
    load-000002  1 April 2025 - 31 March 2026 no limit: it is the newest

A plan from 10 March 2024 to 5 May 2024 stands in the first two files. It does not lie wholly before 1 April 2024,
so it is taken from load-000003 alone. Were it missing from there, it would have been deleted since, and is gone.

This module gives paths, ranks and days; the engine compares the rows with them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from lineofsight.record.loads import Load


@dataclass(frozen=True, kw_only=True)
class Part:
    """One load's rows of one table.

    ``rank`` orders all current loads, 0 the oldest; it is the same for every table of a load. Rows are supplied if
    they lie wholly before ``supplies_before``. None: all are, the part being the newest; date.min: none is, a newer
    load being complete from the beginning.
    """

    load: str
    path: Path
    rank: int
    supplies_before: date | None


@dataclass(frozen=True, kw_only=True)
class TableSource:
    """The parts of one table, from the oldest to the newest."""

    table: str
    parts: tuple[Part, ...]


def ranked(loads: Iterable[Load]) -> tuple[Load, ...]:
    """Loads from the oldest to the newest, by what they cover."""
    return tuple(
        sorted(loads, key=lambda x: (x.covers_until, x.covers_since or date.min, x.loaded_at, x.id)),
    )


def table_sources(loads: Iterable[Load], path_of: Callable[[str, str], Path]) -> tuple[TableSource, ...]:
    """For each table that the loads fill, in the order of their names, its parts. ``path_of`` takes load and table."""
    order = ranked(loads)
    tables = sorted({table for load in order for table in load.fills})
    return tuple(TableSource(table=table, parts=_parts(order, table, path_of)) for table in tables)


def _parts(order: tuple[Load, ...], table: str, path_of: Callable[[str, str], Path]) -> tuple[Part, ...]:
    return tuple(
        Part(
            load=load.id,
            path=path_of(load.id, table),
            rank=rank,
            supplies_before=_supplies_before(load, order[rank + 1 :], table),
        )
        for rank, load in enumerate(order)
        if table in load.fills
    )


def _supplies_before(load: Load, newer: tuple[Load, ...], table: str) -> date | None:
    starts = [
        other.covers_since or date.min
        for other in newer
        if other.return_name == load.return_name and table in other.fills
    ]
    return min(starts, default=None)
