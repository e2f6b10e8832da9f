"""The catalogue of loads: a small SQLite file of its own, outside the site's database.

It holds no row of a return and no value about a child: names, days, counts, hashes, who and when.
"""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from pathlib import Path

from lineofsight.record.errors import RecordTooNewError
from lineofsight.record.loads import Load, StoredFile, TableCount

VERSION = 1
_SCHEMA = """
CREATE TABLE loads (
    id TEXT PRIMARY KEY,
    return_name TEXT NOT NULL,
    key TEXT NOT NULL,
    covers_since TEXT,
    covers_until TEXT NOT NULL,
    loaded_at TEXT NOT NULL,
    loaded_by TEXT NOT NULL,
    removed_at TEXT,
    removed_by TEXT,
    CHECK ((removed_at IS NULL) = (removed_by IS NULL)),
    CHECK (covers_since IS NULL OR covers_since <= covers_until)
);
CREATE TABLE files (
    load TEXT NOT NULL REFERENCES loads (id),
    name TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    bytes INTEGER NOT NULL CHECK (bytes >= 0),
    PRIMARY KEY (load, name)
);
CREATE TABLE counts (
    load TEXT NOT NULL REFERENCES loads (id),
    table_name TEXT NOT NULL,
    rows_in INTEGER NOT NULL,
    rows_kept INTEGER NOT NULL CHECK (rows_kept >= 0),
    rows_held INTEGER NOT NULL CHECK (rows_held >= 0),
    PRIMARY KEY (load, table_name),
    CHECK (rows_in = rows_kept + rows_held)
);
"""


@dataclass(frozen=True, kw_only=True)
class Catalogue:
    """The loads that there are, and were. Every change is one transaction; readers are never blocked by it."""

    path: Path

    def version(self) -> int:
        """The version of the schema on the disk; 0 where there is none yet."""
        if not self.path.exists():
            return 0
        with self._connected() as db:
            (version,) = db.execute("PRAGMA user_version").fetchone()
            return int(version)

    def create(self) -> None:
        """Make the catalogue where it is missing. The caller holds the writer's lock."""
        if self.version() == 0:
            with self._connected() as db:
                # In this mode a reader sees the last committed state while a writer is at work.
                db.execute("PRAGMA journal_mode = WAL")
                db.executescript(f"BEGIN IMMEDIATE; {_SCHEMA} PRAGMA user_version = {VERSION}; COMMIT;")

    def check_version(self) -> None:
        """Raise RecordTooNewError if a later version of the program wrote this catalogue."""
        if (found := self.version()) > VERSION:
            raise RecordTooNewError(
                f"This record has version {found}, and this program reads version {VERSION}. "
                "Install the newer lineofsight that wrote it."
            )

    def add(self, load: Load) -> None:
        """Enter a load with its files and counts: all of it, or none."""
        with self._writing() as db:
            db.execute(
                "INSERT INTO loads VALUES (?, ?, ?, ?, ?, ?, ?, NULL, NULL)",
                (
                    *(load.id, load.return_name, load.key),
                    *(load.covers_since and load.covers_since.isoformat(), load.covers_until.isoformat()),
                    *(stamp(load.loaded_at), load.loaded_by),
                ),
            )
            db.executemany(
                "INSERT INTO files VALUES (?, ?, ?, ?)",
                [(load.id, file.name, file.sha256, file.bytes) for file in load.files],
            )
            db.executemany(
                "INSERT INTO counts VALUES (?, ?, ?, ?, ?)",
                [(load.id, c.table, c.rows_in, c.rows_kept, c.rows_held) for c in load.rows],
            )

    def mark_removed(self, load_id: str, *, by: str, now: datetime) -> None:
        """Note that a load's rows and originals are gone. Its counts and hashes stay."""
        with self._writing() as db:
            db.execute(
                "UPDATE loads SET removed_at = ?, removed_by = ? WHERE id = ? AND removed_at IS NULL",
                (stamp(now), by, load_id),
            )

    def loads(self) -> tuple[Load, ...]:
        """Every load that there ever was, by id, removed ones too; ``current`` is not set here."""
        with self._connected() as db:
            db.execute("BEGIN")  # one moment for all three tables
            rows = db.execute("SELECT * FROM loads ORDER BY id").fetchall()
            files = _by_load(db.execute("SELECT * FROM files ORDER BY load, name"))
            counts = _by_load(db.execute("SELECT * FROM counts ORDER BY load, table_name"))
        return tuple(_load(row, files[row["id"]], counts[row["id"]]) for row in rows)

    def kept_ids(self) -> frozenset[str]:
        """The ids of loads whose folders belong in the record."""
        with self._connected() as db:
            return frozenset(row["id"] for row in db.execute("SELECT id FROM loads WHERE removed_at IS NULL"))

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._connected() as db:
            db.execute("BEGIN IMMEDIATE")
            try:
                yield db
            except BaseException:
                db.execute("ROLLBACK")
                raise
            db.execute("COMMIT")

    @contextmanager
    def _connected(self) -> Iterator[sqlite3.Connection]:
        # isolation_level None: transactions begin and end where the code says so.
        with closing(sqlite3.connect(self.path, timeout=30, isolation_level=None)) as db:
            db.row_factory = sqlite3.Row
            db.execute("PRAGMA foreign_keys = ON")
            db.execute("PRAGMA synchronous = FULL")  # a committed load survives a power cut
            yield db


def stamp(moment: datetime) -> str:
    """A moment as text in UTC that sorts as time does. A time without a zone is refused: its moment is unknown."""
    if moment.tzinfo is None:
        raise ValueError("A moment needs its time zone, for example datetime.now(UTC).")
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _by_load(rows: Iterable[sqlite3.Row]) -> defaultdict[str, list[sqlite3.Row]]:
    grouped: defaultdict[str, list[sqlite3.Row]] = defaultdict(list)
    for row in rows:
        grouped[row["load"]].append(row)
    return grouped


def _load(row: sqlite3.Row, files: list[sqlite3.Row], counts: list[sqlite3.Row]) -> Load:
    return Load(
        id=row["id"],
        return_name=row["return_name"],
        key=row["key"],
        covers_since=row["covers_since"] and date.fromisoformat(row["covers_since"]),
        covers_until=date.fromisoformat(row["covers_until"]),
        files=tuple(StoredFile(name=f["name"], sha256=f["sha256"], bytes=f["bytes"]) for f in files),
        rows=tuple(_count(c) for c in counts),
        loaded_at=datetime.fromisoformat(row["loaded_at"]),
        loaded_by=row["loaded_by"],
        removed_at=row["removed_at"] and datetime.fromisoformat(row["removed_at"]),
        removed_by=row["removed_by"],
    )


def _count(row: sqlite3.Row) -> TableCount:
    return TableCount(
        table=row["table_name"],
        rows_in=row["rows_in"],
        rows_kept=row["rows_kept"],
        rows_held=row["rows_held"],
    )
