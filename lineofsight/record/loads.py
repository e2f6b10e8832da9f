"""A load: the files that came in together under one return and key, and what was kept of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from pathlib import Path
from typing import NamedTuple


@dataclass(frozen=True, kw_only=True)
class StoredFile:
    """An original as it came: its name inside the load, its SHA-256 in hexadecimal, its size."""

    name: str
    sha256: str
    bytes: int


@dataclass(frozen=True, kw_only=True)
class TableCount:
    """How many rows of one table came in, were kept, and were held back: in = kept + held."""

    table: str
    rows_in: int
    rows_kept: int
    rows_held: int


class Place(NamedTuple):
    """Where a row stands in its load: the file, its sheet (in XML the element path), the row (in XML the line)."""

    file: str
    sheet: str
    row: int


class HeldPlace(NamedTuple):
    """The place of a row that was held back, and the table that it was meant for. No value of it is stored."""

    table: str
    file: str
    sheet: str
    row: int


@dataclass(frozen=True, kw_only=True)
class Original:
    """The stored original that a row came from, and the row's place in it."""

    path: Path
    load: str
    file: str
    sheet: str
    row: int
    sha256: str


@dataclass(frozen=True, kw_only=True)
class Load:
    """One load. ``rows`` names every table that it fills, those without a row too.

    ``covers_since`` None: its files are complete from the beginning. Times are in UTC. ``current`` is as seen at the
    moment that was asked about: the newest load of a return and key that has not been removed.
    """

    id: str
    return_name: str
    key: str
    covers_since: date | None
    covers_until: date
    files: tuple[StoredFile, ...]
    rows: tuple[TableCount, ...]
    loaded_at: datetime
    loaded_by: str
    removed_at: datetime | None = None
    removed_by: str | None = None
    current: bool = False

    @property
    def fills(self) -> frozenset[str]:
        """The tables that this load is complete for within the days it covers."""
        return frozenset(count.table for count in self.rows)

    @property
    def rows_kept(self) -> int:
        """How many rows of all its tables were kept when it was loaded."""
        return sum(count.rows_kept for count in self.rows)


def seen_at(loads: Iterable[Load], as_at: datetime | None = None) -> tuple[Load, ...]:
    """The loads known at ``as_at`` (inclusive; None: now), in the order of loading, with ``current`` set.

    A load that was removed is current in no view, of whatever date: its rows are gone.
    """
    known = [load for load in loads if as_at is None or load.loaded_at <= as_at]
    known.sort(key=lambda load: (load.loaded_at, load.id))
    newest = {(load.return_name, load.key): load.id for load in known if load.removed_at is None}
    current = set(newest.values())
    return tuple(replace(load, current=load.id in current) for load in known)


def gone_since(loads: Iterable[Load], as_at: datetime) -> tuple[Load, ...]:
    """The loads that were current at ``as_at`` (inclusive) and have been removed after it.

    While there are any, the record cannot be read as it was known then. A load that was removed by that moment was
    known to be gone.
    """
    known = [load for load in loads if load.loaded_at <= as_at and not _removed_by(load, as_at)]
    known.sort(key=lambda load: (load.loaded_at, load.id))
    newest = {(load.return_name, load.key): load for load in known}
    return tuple(load for load in newest.values() if load.removed_at is not None)


def _removed_by(load: Load, moment: datetime) -> bool:
    return load.removed_at is not None and load.removed_at <= moment
