"""A backup is the whole home at one moment, checked; a restore brings it back without what was disposed of since."""

from __future__ import annotations

import json
import shutil
import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lineofsight.council import Council, Hold, Retention
from lineofsight.record import BackupError, NoBackupError, Record, RecordBusyError, back_up, backups_in
from lineofsight.record.backups import check, newest_log
from lineofsight.run.backup import drill, keep, last_backups, restore
from lineofsight.run.erasure import erase
from tests.unit.run.one_child import CHILD, NAME, NUMBER, OTHER, files, load_all, mentions

NOW = datetime.now(UTC)
DAY = timedelta(days=1)


@pytest.fixture(scope="session")
def loaded_home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("backed-up")
    files(folder / "files")
    load_all(Record.open(folder / "home"), folder / "files")
    return folder / "home"


@pytest.fixture
def record(loaded_home: Path, tmp_path: Path) -> Record:
    return Record.open(shutil.copytree(loaded_home, tmp_path / "home"), wait_seconds=0)


@pytest.fixture
def into(tmp_path: Path) -> Path:
    return tmp_path / "backups"


def bytes_of(home: Path) -> dict[str, bytes]:
    """Every file by its path, but for logs, counts that are worked out again, and databases, whose bytes may differ."""
    found = {p.relative_to(home).as_posix(): p.read_bytes() for p in home.rglob("*") if p.is_file()}
    return {
        name: data
        for name, data in found.items()
        if not name.startswith("record/counts/")
        and not name.endswith((".sqlite", ".jsonl", "-wal", "-shm", "backups.json"))
    }


def gone(record: Record, child: str = CHILD) -> None:
    erase(record, Council(), child, by="anna", reason="a court order", now=datetime.now(UTC))


def test_what_comes_back_is_what_was_there(record: Record, into: Path, tmp_path: Path) -> None:
    before = bytes_of(record.home)
    kept = keep(record, Council(), into, by="anna", now=NOW)
    restored = restore(into, tmp_path / "other", replace=False, by="ben", now=NOW)
    back = Record.open(tmp_path / "other")
    assert bytes_of(tmp_path / "other") == before
    assert back.loads() == record.loads()
    assert (restored.rows, restored.gone_again) == (kept.backup.rows, 0)
    (entry,) = back.disposals.entries("home restored")
    assert (entry["who"], entry["backup"]) == ("ben", kept.backup.folder.name)


def test_a_home_that_holds_nothing_can_be_backed_up_and_restored(tmp_path: Path, into: Path) -> None:
    made = back_up(Record.open(tmp_path / "empty"), into, keep_days=1, now=NOW)
    assert made.rows == 0
    assert restore(into, tmp_path / "other", replace=False, by="ben", now=NOW).rows == 0


def test_a_child_erased_since_is_in_no_byte_of_what_comes_back(
    record: Record, into: Path, tmp_path: Path
) -> None:
    back_up(record, into, keep_days=90, now=NOW)
    gone(record)
    restored = restore(into, record.home, replace=True, by="ben", now=datetime.now(UTC))
    assert {text: mentions(record.home, text) for text in (CHILD, NUMBER, NAME)} == {
        CHILD: [],
        NUMBER: [],
        NAME: [],
    }
    assert mentions(record.home, OTHER) != []
    assert restored.gone_again > 0
    assert restored.log.ok


def test_where_the_home_is_lost_the_logs_of_later_backups_say_what_must_go_again(
    record: Record, into: Path
) -> None:
    older = back_up(record, into, keep_days=90, now=NOW - DAY)
    gone(record)
    record.remove("load-000004", by="anna")
    back_up(record, into, keep_days=90, now=NOW)
    shutil.rmtree(record.home)
    restore(older.folder, record.home, replace=False, by="ben", now=datetime.now(UTC))
    assert mentions(record.home, CHILD) == []
    assert "load-000004" not in [load.id for load in Record.open(record.home).loads()]


def test_a_drill_says_what_a_restore_would_and_leaves_nothing(record: Record, into: Path) -> None:
    kept = keep(record, Council(), into, by="anna", now=NOW)
    gone(record)
    before = bytes_of(record.home)
    tried = drill(into, record.home, by="ben", now=NOW)
    assert (tried.rows + tried.gone_again, tried.gone_again > 0) == (kept.backup.rows, True)
    assert bytes_of(record.home) == before
    assert [path.name for path in into.iterdir()] == [kept.backup.folder.name]
    assert last_backups(record.home)["tried"]["backup"] == str(kept.backup.folder)


# ---- the last day -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("days_later", "is_there"), [(90, True), (91, False)])
def test_a_backup_goes_when_its_last_day_is_over_and_the_log_says_so(
    record: Record, into: Path, days_later: int, *, is_there: bool
) -> None:
    old = keep(record, Council(), into, by="anna", now=NOW).backup
    kept = keep(record, Council(), into, by="ben", now=NOW + days_later * DAY)
    assert old.folder.exists() is is_there
    assert kept.gone == (() if is_there else (old.folder.name,))
    logged = [entry["backup"] for entry in record.disposals.entries("backup expired")]
    assert logged == list(kept.gone)


def test_a_hold_keeps_backups_whose_last_day_is_over(record: Record, into: Path) -> None:
    held = Council(retention=Retention(holds=(Hold(return_name="names", reason="A claim", by="Legal"),)))
    old = keep(record, held, into, by="anna", now=NOW).backup
    kept = keep(record, held, into, by="anna", now=NOW + 91 * DAY)
    assert (kept.gone, kept.held, old.folder.exists()) == ((), (old.folder.name,), True)


# ---- what is refused --------------------------------------------------------------------------------------------


def test_a_backup_in_its_own_home_is_refused(record: Record) -> None:
    with pytest.raises(BackupError, match="Name a folder outside"):
        back_up(record, record.home / "backups", keep_days=90, now=NOW)


def test_a_home_that_holds_a_record_is_replaced_only_if_that_is_asked(record: Record, into: Path) -> None:
    back_up(record, into, keep_days=90, now=NOW)
    before = bytes_of(record.home)
    with pytest.raises(NoBackupError, match="--replace"):
        restore(into, record.home, replace=False, by="ben", now=NOW)
    assert bytes_of(record.home) == before


def test_where_there_is_no_backup_it_is_said_how_to_make_one(tmp_path: Path, into: Path) -> None:
    with pytest.raises(NoBackupError, match="Make one with: los backup"):
        restore(into, tmp_path / "home", replace=False, by="ben", now=NOW)


def _changed(home: Path) -> str:
    path = next(home.rglob("referrals.parquet"))
    path.write_bytes(path.read_bytes() + b" ")
    return "not as it was written"


def _lost(home: Path) -> str:
    next(home.rglob("referrals.parquet")).unlink()
    return "is missing"


def _added(home: Path) -> str:
    (home / "stray").write_text("x", encoding="utf-8")
    return "not one of its files"


@pytest.mark.parametrize("damage", [_changed, _lost, _added])
def test_a_damaged_backup_is_refused_and_the_home_stays(record: Record, into: Path, damage) -> None:  # type: ignore[no-untyped-def]
    made = back_up(record, into, keep_days=90, now=NOW)
    said, before = damage(made.folder / "home"), bytes_of(record.home)
    with pytest.raises(BackupError, match=said):
        restore(into, record.home, replace=True, by="ben", now=NOW)
    assert bytes_of(record.home) == before
    assert not [path for path in record.home.parent.iterdir() if "restoring" in path.name]


def test_a_backup_without_its_list_is_none(record: Record, into: Path) -> None:
    made = back_up(record, into, keep_days=90, now=NOW)
    (made.folder / "manifest.json").write_text("{", encoding="utf-8")
    with pytest.raises(BackupError, match="this is no backup"):
        backups_in(into)


def test_while_somebody_writes_there_is_no_backup(record: Record, into: Path) -> None:
    other = Record.open(record.home, wait_seconds=0)
    with other.lock.held("a load"), pytest.raises(RecordBusyError):
        back_up(record, into, keep_days=90, now=NOW)
    assert list(into.iterdir()) == []


def test_logs_that_have_gone_different_ways_are_not_guessed_between(record: Record, into: Path) -> None:
    older = back_up(record, into, keep_days=90, now=NOW - DAY)
    gone(record)
    shutil.copytree(record.home, record.home.parent / "another")
    another = Record.open(record.home.parent / "another")
    gone(record, OTHER)
    another.remove("load-000004", by="anna")
    back_up(another, into, keep_days=90, now=NOW)
    with pytest.raises(BackupError, match="gone different ways"):
        restore(older.folder, record.home, replace=True, by="ben", now=NOW)
    assert mentions(record.home, CHILD) == []


def test_a_log_with_a_broken_chain_stops_a_restore(record: Record, tmp_path: Path) -> None:
    gone(record)
    log = record.home / "disposals.jsonl"
    entry = json.loads(log.read_text(encoding="utf-8"))
    log.write_text(json.dumps({**entry, "who": "nobody"}) + "\n", encoding="utf-8")
    with pytest.raises(BackupError, match="broken"):
        newest_log("disposals.jsonl", [tmp_path / "none", record.home])


# ---- a database -------------------------------------------------------------------------------------------------


def test_a_database_in_use_is_copied_as_one_moment_shows_it(record: Record, into: Path) -> None:
    with closing(sqlite3.connect(record.home / "site.sqlite", isolation_level=None)) as db:
        db.execute("PRAGMA journal_mode = WAL")
        db.execute("CREATE TABLE days (day TEXT)")
        db.execute("INSERT INTO days VALUES ('committed')")
        db.execute("BEGIN")
        db.execute("INSERT INTO days VALUES ('not yet')")
        made = back_up(record, into, keep_days=90, now=NOW)
    with closing(sqlite3.connect(made.folder / "home" / "site.sqlite")) as copied:
        assert copied.execute("SELECT day FROM days").fetchall() == [("committed",)]
    for stray in (made.folder / "home").glob("site.sqlite-*"):
        stray.unlink()
    check(made)
