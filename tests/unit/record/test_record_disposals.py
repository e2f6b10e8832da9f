"""The disposal log says what went before it goes; what was cut short is finished, and what came back goes again."""

from __future__ import annotations

import json
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from lineofsight.record import Record, RecordBusyError, Verdict
from tests.unit.record.conftest import LoadInto

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def entries(record: Record) -> list[dict[str, object]]:
    text = (record.home / "disposals.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


def test_a_removal_says_what_went_when_by_whom_and_under_which_rule(record: Record, load: LoadInto) -> None:
    loaded = load(children=["c1", "c2"])
    record.remove(loaded.id, by="ben", now=NOW, rule="retention: 6 years")
    (entry,) = entries(record)
    assert {
        name: entry[name] for name in ("at", "who", "what", "rule", "load", "return", "key", "files", "rows")
    } == {
        "at": "2026-11-25T12:00:00.000000+00:00",
        "who": "ben",
        "what": "load removed",
        "rule": "retention: 6 years",
        "load": "load-000001",
        "return": "cin_census",
        "key": "2025",
        "files": 1,
        "rows": {"referrals": 2},
    }
    assert record.disposals.verify() == Verdict(ok=True, entries=1)


def test_a_removal_without_a_rule_is_by_hand(record: Record, load: LoadInto) -> None:
    record.remove(load().id, by="ben")
    assert entries(record)[0]["rule"] == "removed by hand"


def test_nothing_was_disposed_of_in_a_new_record(record: Record) -> None:
    assert record.disposals.verify() == Verdict(ok=True, entries=0)
    assert list(record.disposals.entries("load removed")) == []


def test_a_log_that_was_changed_shows(record: Record, load: LoadInto) -> None:
    record.remove(load().id, by="ben")
    path = record.home / "disposals.jsonl"
    path.write_text(path.read_text(encoding="utf-8").replace("ben", "eve"), encoding="utf-8")
    assert not record.disposals.verify().ok


class KilledError(BaseException):
    """The process ends here."""


def stopped_removal(home: Path, load_id: str) -> None:
    def reached(step: str) -> None:
        if step == "logged":
            raise KilledError

    with pytest.raises(KilledError):
        Record.open(home, reached=reached).remove(load_id, by="ben", now=NOW)


def test_a_removal_that_was_cut_short_is_finished_at_the_next_opening(record: Record, load: LoadInto) -> None:
    stopped_removal(record.home, load().id)
    assert [x.id for x in record.loads()] == ["load-000001"]
    opened = Record.open(record.home)
    (gone,) = opened.loads(with_removed=True)
    assert (gone.removed_by, gone.removed_at) == ("ben", NOW)
    assert list((record.home / "record" / "loads").iterdir()) == []
    assert len(entries(opened)) == 1


def test_while_somebody_writes_a_removal_that_was_cut_short_waits(record: Record, load: LoadInto) -> None:
    stopped_removal(record.home, load().id)
    with record.staging(return_name="ssda903"):
        assert [x.id for x in Record.open(record.home, wait_seconds=0).loads()] == ["load-000001"]
    assert Record.open(record.home).loads() == ()


def test_a_load_that_comes_back_with_an_older_copy_of_the_record_goes_again(
    record: Record, load: LoadInto, tmp_path: Path
) -> None:
    load(key="2024")
    load(key="2025")
    copy = shutil.copytree(record.home / "record", tmp_path / "copy")
    record.remove("load-000001", by="ben", now=NOW)
    shutil.rmtree(record.home / "record")
    shutil.copytree(copy, record.home / "record")
    opened = Record.open(record.home)
    assert [x.id for x in opened.loads()] == ["load-000002"]
    assert opened.load("load-000001").removed_by == "ben"


def test_a_load_that_was_given_the_id_of_a_removed_one_later_stays(
    record: Record, load: LoadInto, tmp_path: Path
) -> None:
    copy = shutil.copytree(record.home / "record", tmp_path / "copy")
    record.remove(load().id, by="ben")
    shutil.rmtree(record.home / "record")
    shutil.copytree(copy, record.home / "record")
    assert load(key="2026").id == "load-000001"
    assert [x.id for x in Record.open(record.home).loads()] == ["load-000001"]


def test_a_removal_while_another_writes_is_refused_and_not_logged(record: Record, load: LoadInto) -> None:
    loaded = load()
    with record.staging(return_name="ssda903"), ThreadPoolExecutor() as pool:
        refusal = pool.submit(record.remove, loaded.id, by="ben").exception(timeout=10)
    assert isinstance(refusal, RecordBusyError)
    assert not (record.home / "disposals.jsonl").exists()
