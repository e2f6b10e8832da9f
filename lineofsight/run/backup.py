"""Backups by the council's schedule, and bringing a home back from one to where its disposal logs are."""

from __future__ import annotations

import json
import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

from lineofsight.council import Council
from lineofsight.record import (
    Backup,
    NoBackupError,
    Record,
    Verdict,
    back_up,
    backups_in,
    expired,
    put_back,
    rows_stored,
)
from lineofsight.record.durable import replace as put

MADE, TRIED = "made", "tried"


@dataclass(frozen=True, kw_only=True)
class Kept:
    """A backup that was made, those that went because their last day was over, and those that a hold keeps."""

    backup: Backup
    gone: tuple[str, ...]
    held: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Restored:
    """What came back: from which backup, its files, the rows that there are, those that went again, the log's chain."""

    backup: Backup
    rows: int
    gone_again: int
    log: Verdict


def keep(record: Record, council: Council, into: Path, *, by: str, now: datetime) -> Kept:
    """Make a backup, then let those in the same folder go whose last day is over, unless anything is on hold."""
    backup = back_up(record, into, keep_days=council.backup_days, now=now)
    _note(record.home, MADE, backup, now)
    over = expired(into, now.date())
    if council.retention.holds:
        return Kept(backup=backup, gone=(), held=tuple(each.folder.name for each in over))
    with record.lock.held("the end of a backup"):
        for each in over:
            record.disposals.backup_expired(each.folder.name, by=by, now=now)
            shutil.rmtree(each.folder)
    return Kept(backup=backup, gone=tuple(each.folder.name for each in over), held=())


def restore(folder: Path, home: Path, *, replace: bool, by: str, now: datetime) -> Restored:
    """Bring back the newest backup of a folder, or the backup that it is, and do again what was disposed of since.

    Raises BackupError where there is none or it is damaged, and, unless ``replace``, where the home holds a record.
    """
    backup = _newest(folder)
    if (home / "record").exists() and not replace:
        raise NoBackupError(
            f"{home} holds a record, and what was loaded since the backup would go. "
            "Name another home, or add --replace if that is meant."
        )
    if (home / "record").exists():
        with Record.open(home).lock.held("a restore"):
            pass  # nobody is writing
    return _restored(backup, home, home, by=by, now=now)


def drill(folder: Path, home: Path, *, by: str, now: datetime) -> Restored:
    """Restore into a folder beside the backup, of which nothing stays; the home lends its logs and is not touched."""
    backup = _newest(folder)
    trial = Path(mkdtemp(prefix=".drill-", dir=backup.folder.parent))
    try:
        tried = _restored(backup, trial / "home", home, by=by, now=now)
        if home.exists():
            _note(home, TRIED, backup, now)
        return tried
    finally:
        shutil.rmtree(trial, ignore_errors=True)


def _restored(backup: Backup, home: Path, logs_in: Path, *, by: str, now: datetime) -> Restored:
    beside = [each.folder / "home" for each in backups_in(backup.folder.parent)]
    put_back(backup, home, logs_of=[logs_in, *beside])
    record = Record.open(home)
    record.eraser.replay(by=by, now=now)
    rows = rows_stored(home)
    with record.lock.held("a restore"):
        record.disposals.home_restored(backup.folder.name, by=by, now=now, gone_again=backup.rows - rows)
    return Restored(backup=backup, rows=rows, gone_again=backup.rows - rows, log=record.disposals.verify())


def _newest(folder: Path) -> Backup:
    found = backups_in(folder)
    if not found:
        raise NoBackupError(f"There is no backup in {folder}. Make one with: los backup {folder}")
    return found[-1]


def last_backups(home: Path) -> Mapping[str, Mapping[str, str]]:
    """What the home knows of its backups: the last that was ``made``, and the last whose restore was ``tried``."""
    path = _notes(home)
    found: dict[str, dict[str, str]] = json.loads(path.read_text(encoding="utf-8")) if path.exists() else {}
    return found


def _note(home: Path, what: str, backup: Backup, now: datetime) -> None:
    about: dict[str, Any] = {**last_backups(home)}
    about[what] = {"at": now.astimezone(UTC).isoformat(timespec="seconds"), "backup": str(backup.folder)}
    put(_notes(home), json.dumps(about, indent=2).encode())


def _notes(home: Path) -> Path:
    return home / "backups.json"
