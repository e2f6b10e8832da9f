"""What a return is: how it is recognised, what it fills, and how it is read as a stream."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pyarrow as pa

from lineofsight.returns.columns import Table
from lineofsight.returns.problems import Problem


@dataclass(frozen=True, slots=True)
class Row:
    """One row for one table. A held row is counted and listed, but not stored: its problems say why.

    ``given`` is how the file wrote the values that are held otherwise, by column: ``2`` for a sex that is ``F``. None
    where every text is held as it stood.
    """

    table: str
    values: dict[str, object]  # column -> value, of the table's own columns; a missing one is null
    sheet: str  # the sheet's name, "" in CSV, the element path in XML
    row: int  # as Excel counts; the line in XML
    held: bool = False
    given: Mapping[str, str] | None = None


@dataclass(frozen=True, kw_only=True)
class Covers:
    """The days for which a file says it is complete. ``since`` None: from the beginning."""

    since: date | None
    until: date


Item = Row | Problem | Covers
Read = Callable[[Path, str, str], Iterator[Item]]  # path, the part recognised, the file's name in problems


@dataclass(frozen=True, kw_only=True)
class Named:
    """What a file's name, or the key given for it, says where the file itself does not: its load's key, its days, and
    the values that every row of it shares, for those of its tables that have such a column.
    """

    key: str
    covers: Covers
    shared: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, kw_only=True)
class Return:
    """One kind of file, or one part of a set of files that belong together.

    ``recognises`` looks at a file's opening, never at its name, and gives the part's name or None.
    ``read`` yields rows and problems in the file's order, and raises FileRefusedError when nothing of the file can
    be used. A file that tells its own period yields one ``Covers``.
    """

    name: str  # "cin_census"; the same for every part of a set
    title: str
    tables: tuple[Table, ...]
    recognises: Callable[[Path], str | None]
    read: Read
    needs_key: bool = False  # its files do not tell their period: a yearly return without --key is refused
    tells_period: bool = False  # its files say which days they cover, before their first row
    filled_by: Callable[[str], tuple[Table, ...]] | None = (
        None  # what a part fills; None: every file fills all
    )
    begins: Callable[[date], date] | None = None  # of a key's last day, the first; None: 1 April

    # The same rows and problems sooner: rows that nothing is wrong with come as columns of the one table, with ``row``.
    read_many: Callable[[Path, str, str], Iterator[pa.RecordBatch | Item]] | None = None
    # For files whose lines name one another: given all of them, each with its part, how each is read.
    read_beside: Callable[[Iterable[tuple[Path, str]]], Read] | None = None
    as_at: str | None = (
        None  # the column that takes the last day of a load, in rows that say how things are on it
    )
    by_day: bool = False  # a newer file replaces the schools and days that it holds, and no others
    # Takes the key that was given, if any, and the file's name; raises FileRefusedError where neither tells the period.
    named: Callable[[str | None, str], Named] | None = None

    def fills(self, part: str) -> tuple[Table, ...]:
        """The tables that a file holding this part is complete for, be they without a row."""
        return self.tables if self.filled_by is None else self.filled_by(part)


@dataclass(frozen=True, kw_only=True)
class SetAside:
    """A file that is known but not used: named, and left alone."""

    file: str
    what: str
    why: str
