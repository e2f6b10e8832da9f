"""Copies of a whole home at one moment, each with a list of its files by which it is checked, and a last day.

A backup holds what has been erased since it was made. So every backup says on which day it expires, and a restore does
again what the disposal logs say, the newest of those that can be found: that of the home that is replaced, and those of
the other backups beside this one.
"""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path
from tempfile import mkdtemp

import pyarrow.parquet as pq

from lineofsight.record.catalogue import stamp
from lineofsight.record.chain import Chain
from lineofsight.record.durable import replace, sync_folder, sync_tree
from lineofsight.record.errors import BackupError
from lineofsight.record.originals import sha256_of
from lineofsight.record.record import Record

MANIFEST, HOME = "manifest.json", "home"
LOGS = ("disposals.jsonl", "access-log.jsonl")
# Locks, what is still being written, and what is worked out again when it is asked for.
_LEFT_OUT = ("record/staging/", "record/counts/", "record/writing.", "access-log-lock/", "runs/writing-")
_BESIDE_SQLITE = ("-wal", "-shm", "-journal")


@dataclass(frozen=True, kw_only=True)
class Backup:
    """One backup: its folder, when it was made, its last day, the SHA-256 of each file, the rows of all loads."""

    folder: Path
    made_at: datetime
    expires_on: date
    files: Mapping[str, str]
    rows: int


def back_up(record: Record, into: Path, *, keep_days: int, now: datetime) -> Backup:
    """Copy the home into a new folder of ``into``, read it back, and only then give it its name.

    Nobody writes to the record meanwhile. The backup expires ``keep_days`` after the day on which it is made. Raises
    BackupError if ``into`` lies in the home, or if what was read back is not what was written.
    """
    if into.resolve().is_relative_to(record.home.resolve()):
        raise BackupError(f"{into} lies in the home that it would be a copy of. Name a folder outside it.")
    into.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = Path(mkdtemp(prefix=".writing-", dir=into))
    try:
        with record.lock.held("a backup"):
            files = {name: _copied(record.home / name, draft / HOME / name) for name in _names(record.home)}
        backup = Backup(
            folder=into / f"backup-{now:%Y%m%dT%H%M%S}",
            made_at=now,
            expires_on=now.date() + timedelta(days=keep_days),
            files=files,
            rows=rows_stored(draft / HOME),
        )
        (draft / MANIFEST).write_text(_manifest(backup), encoding="utf-8")
        sync_tree(draft)
        if backup.folder.exists():
            raise BackupError(f"{backup.folder} is there already. Try again in a second.")
        draft.rename(backup.folder)
        sync_folder(into)
    finally:
        shutil.rmtree(draft, ignore_errors=True)
    check(backup)
    return backup


def backups_in(folder: Path) -> tuple[Backup, ...]:
    """The backups in a folder, or the one that the folder is, oldest first. Raises BackupError where one is damaged."""
    found = [folder] if (folder / MANIFEST).exists() else sorted(folder.glob("backup-*"))
    return tuple(_read(each) for each in found)


def check(backup: Backup) -> None:
    """Read every file of a backup. Raises BackupError, naming the first that is missing, changed or not of it."""
    home = backup.folder / HOME
    there = {path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()}
    for name in sorted(there | set(backup.files)):
        if name not in there:
            raise _damaged(backup, f"{name} is missing")
        if name not in backup.files:
            raise _damaged(backup, f"{name} is not one of its files")
        if sha256_of(home / name) != backup.files[name]:
            raise _damaged(backup, f"{name} is not as it was written")


def expired(folder: Path, today: date) -> tuple[Backup, ...]:
    """The backups in a folder whose last day is over."""
    return tuple(backup for backup in backups_in(folder) if backup.expires_on < today)


def put_back(backup: Backup, home: Path, *, logs_of: Iterable[Path] = ()) -> None:
    """Put the copy where ``home`` is to be, with the newest logs: the home's own, or those of ``logs_of``, copies of it.

    What is at ``home`` goes only when the copy is there whole. The record is not opened: opening it does again what
    the disposal log says. Raises BackupError if the backup is damaged, or if two logs do not continue one another.
    """
    check(backup)
    home.parent.mkdir(parents=True, exist_ok=True)
    draft = Path(mkdtemp(prefix=f".{home.name}-restoring-", dir=home.parent))
    try:
        shutil.copytree(backup.folder / HOME, draft, dirs_exist_ok=True)
        if rows_stored(draft) != backup.rows:
            raise _damaged(backup, "it does not hold the rows that it says")
        for name in LOGS:
            if newest := newest_log(name, [draft, home, _replaced(home), *logs_of]):
                replace(draft / name, newest)
        sync_tree(draft)
        _take_the_place(draft, home)
    finally:
        shutil.rmtree(draft, ignore_errors=True)


def newest_log(name: str, homes: Iterable[Path]) -> bytes:
    """The longest of the logs of this name, of which every other one is a beginning; empty where there is none.

    Raises BackupError where a log has a broken chain, or where two have gone different ways.
    """
    longest = b""
    for path in (home / name for home in homes):
        if not path.exists():
            continue
        if not Chain(path=path).verify().ok:
            raise BackupError(f"The chain of {path} is broken. Look into it before anything is restored.")
        # Half a line is of an entry that was never made.
        log = path.read_bytes()
        shorter, longer = sorted((longest, log[: log.rfind(b"\n") + 1]), key=len)
        if not longer.startswith(shorter):
            raise BackupError(
                f"{path} and another {name} have gone different ways, so it is not known what has been disposed of. "
                "Move backups that are not of this home elsewhere."
            )
        longest = longer
    return longest


def rows_stored(home: Path) -> int:
    """How many rows all Parquet files of the loads of a home hold, held-back rows' places among them."""
    files = (home / "record" / "loads").rglob("*.parquet")
    return sum(pq.read_metadata(path).num_rows for path in files if "originals" not in path.parts)


def _names(home: Path) -> Iterator[str]:
    """The files of a home that a backup holds."""
    for path in sorted(home.rglob("*")):
        name = path.relative_to(home).as_posix()
        if path.is_file() and not name.startswith(_LEFT_OUT) and not name.endswith(_BESIDE_SQLITE):
            yield name


def _copied(source: Path, target: Path) -> str:
    """Copy a file, a database as one moment shows it; gives the SHA-256 of what was written."""
    target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    if source.suffix == ".sqlite":
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(target)) as new:
            old.backup(new)
    else:
        shutil.copyfile(source, target)
    return sha256_of(target)


def _take_the_place(draft: Path, home: Path) -> None:
    if home.exists():
        shutil.rmtree(_replaced(home), ignore_errors=True)
        home.rename(_replaced(home))
    draft.rename(home)
    sync_folder(home.parent)
    shutil.rmtree(_replaced(home), ignore_errors=True)


def _replaced(home: Path) -> Path:
    """Where a home waits until another is in its place; it is still there only if a restore was cut short between."""
    return home.with_name(f".{home.name}-replaced")


def _manifest(backup: Backup) -> str:
    about = {
        "made_at": stamp(backup.made_at),
        "expires_on": backup.expires_on.isoformat(),
        "rows": backup.rows,
        "files": backup.files,
    }
    return json.dumps(about, indent=2, ensure_ascii=False) + "\n"


def _read(folder: Path) -> Backup:
    try:
        about = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))
        return Backup(
            folder=folder,
            made_at=datetime.fromisoformat(about["made_at"]),
            expires_on=date.fromisoformat(about["expires_on"]),
            files=dict(about["files"]),
            rows=int(about["rows"]),
        )
    except (OSError, ValueError, KeyError, TypeError):
        raise BackupError(f"{folder / MANIFEST} is missing or damaged: this is no backup.") from None


def _damaged(backup: Backup, what: str) -> BackupError:
    return BackupError(f"The backup {backup.folder} is damaged: {what}. Restore another one.")
