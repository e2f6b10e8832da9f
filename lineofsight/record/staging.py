"""A load in the making: its rows and originals, in a folder that nobody reads until it is committed."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from pathlib import Path

import pyarrow as pa

from lineofsight.record.durable import sync_tree
from lineofsight.record.loads import Load, Place, StoredFile, TableCount
from lineofsight.record.originals import copy_original, name_inside_load
from lineofsight.record.parquet import HeldWriter, TableWriter, file_name, take_out
from lineofsight.returns.model import Row
from lineofsight.returns.tables import BY_NAME


class Staging:
    """One load being written. Made by ``Record.staging``; gone at the end of its ``with`` unless committed."""

    def __init__(
        self, *, load_id: str, folder: Path, enter: Callable[[Load], Load], return_name: str, key: str | None
    ) -> None:
        self.id = load_id
        self.folder = folder
        self.return_name = return_name
        self.key = key
        self.covers_since: date | None = None
        self.covers_until: date | None = None
        self._enter = enter
        self._file = ""
        self._originals: dict[str, StoredFile] = {}
        self._used: set[str] = set()
        self._writers: dict[str, TableWriter] = {}
        self._kept: dict[str, int] = {}
        self._days: dict[str, Mapping[date, Collection[str]]] = {}
        self._flushed = False
        (folder / "originals").mkdir(parents=True)
        self._held = HeldWriter(folder / "held.parquet")

    def covers(self, *, since: date | None, until: date) -> None:
        """Say which days the load's files are complete for, where a file tells it only while it is read."""
        if since is not None and since > until:
            raise ValueError("A load covers days from since to until: since is after until.")
        self.covers_since, self.covers_until = since, until

    def add_original(self, path: Path, name: str | None = None) -> str:
        """Copy a file as it came, and give the name that it has in this load: the name that its rows must carry.

        ``name`` may have sub-folders (the path inside the folder that was loaded); they are kept. A name that is
        taken, or that Windows does not accept, is changed.
        """
        inside = name_inside_load(name or path.name, self._originals)
        self._originals[inside] = copy_original(path, self.folder / "originals", inside)
        return inside

    def path_of_original(self, name: str) -> Path:
        """Where the copy of an original lies until the load is committed."""
        return self.folder / "originals" / name

    def file(self, name: str, *, fills: Iterable[str] = ()) -> None:
        """The rows that follow come from this original, which is complete for the tables named, even if empty."""
        self._file = name
        self._used.add(name)
        for table in fills:
            self._writer(table)

    def keep(self, row: Row) -> None:
        """Store the row. Its ``values`` must not be changed afterwards: they are written later, many at once."""
        writer = self._writers.get(row.table) or self._writer(row.table)
        writer.add(row, self._file)

    def keep_many(self, table: str, batch: pa.RecordBatch) -> None:
        """Store rows that came as columns: the table's own, and ``row``, their row in the file."""
        self._writer(table).add_many(batch, self._file)

    def days(self, table: str) -> Mapping[date, Collection[str]]:
        """The schools of each day that has been kept so far, of a table by day."""
        return self._days.get(table, {})

    def hold(self, row: Row) -> None:
        """Count the row as held back, and note its place; none of its values is stored."""
        self._writer(row.table)
        self._held.add(row.table, Place(self._file, row.sheet, row.row))

    def flush(self) -> dict[str, Path]:
        """Close the tables' files and say where they are, so that rules can be run over them. No row can follow."""
        for table, writer in self._writers.items():
            writer.close()
            self._kept[table] = writer.count
            self._days[table] = writer.days()
        self._writers = {}
        self._flushed = True
        return {table: self._path(table) for table in sorted(self._kept)}

    def drop(self, table: str, numbers: Collection[int]) -> list[Place]:
        """Move rows that a rule found untrustworthy from kept to held; gives the place of each.

        ``numbers`` count the rows of the table's file from 0. Their places would not do: in an XML file that is one long
        line, every row of a table has the same.
        """
        path = self.flush()[table]
        taken = take_out(path, numbers) if numbers else []
        self._kept[table] -= len(taken)
        for place in taken:
            self._held.add(table, place)
        return taken

    def commit(self, *, by: str, now: datetime) -> Load:
        """Make this load part of the record, all of it or none; ``now`` has its time zone.

        Raises ValueError if its key or its days were never given, or a row's file is none of its originals.
        """
        if not self.folder.exists():
            raise ValueError(f"{self.id} is already committed.")
        self.flush()
        load = self._load(by=by, now=now)
        self._held.close()
        sync_tree(self.folder)
        return self._enter(load)

    def abandon(self) -> None:
        """Close every file, so that the folder can be removed; what waits is not written."""
        for writer in self._writers.values():
            writer.abandon()
        self._held.abandon()

    def _path(self, table: str) -> Path:
        return self.folder / file_name(table)

    def _writer(self, table: str) -> TableWriter:
        if table in self._writers:
            return self._writers[table]
        if self._flushed:
            raise ValueError("The load's tables are closed: no row can follow flush().")
        if not self._file:
            raise ValueError("Say with file() which original the rows come from, before the first of them.")
        if table not in BY_NAME:
            raise ValueError(f"There is no table {table}. Tables: {', '.join(BY_NAME)}.")
        return self._writers.setdefault(table, TableWriter(self._path(table), table, self.id))

    def _load(self, *, by: str, now: datetime) -> Load:
        if self.key is None or self.covers_until is None:
            raise ValueError("A load needs its key and the days that it covers before it is committed.")
        if strange := self._used - self._originals.keys():
            raise ValueError(
                f"Rows come from {', '.join(sorted(strange))}, which was not added as an original."
            )
        return Load(
            id=self.id,
            return_name=self.return_name,
            key=self.key,
            covers_since=self.covers_since,
            covers_until=self.covers_until,
            files=tuple(self._originals[name] for name in sorted(self._originals)),
            rows=tuple(self._count(table) for table in sorted(self._kept)),
            loaded_at=now,
            loaded_by=by,
        )

    def _count(self, table: str) -> TableCount:
        kept, held = self._kept[table], self._held.counts.get(table, 0)
        return TableCount(table=table, rows_in=kept + held, rows_kept=kept, rows_held=held)
