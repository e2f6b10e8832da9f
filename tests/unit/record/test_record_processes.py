"""A load is all there or not there, whenever its process dies; and others read while it is under way."""

from __future__ import annotations

import multiprocessing
import os
import sqlite3
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lineofsight.record import Load, Record, RecordBusyError
from tests.unit.record.another_process import load_in

# A server that has imported the program forks each process from itself, so none of them takes a second to begin.
PROCESSES = multiprocessing.get_context("forkserver")
PROCESSES.set_forkserver_preload(["tests.unit.record.another_process"])


class Another:
    """Another process that loads into the home's record."""

    def __init__(self, home: Path, moment: str) -> None:
        self.line, theirs = PROCESSES.Pipe()
        self.process = PROCESSES.Process(target=load_in, args=(home, moment, theirs))
        self.process.start()
        theirs.close()

    def end(self) -> int | None:
        """Let it come to its end; gives its exit code."""
        self.line.close()
        self.process.join(60)
        return self.process.exitcode


def folders(home: Path) -> list[str]:
    return [path.name for part in ("staging", "loads") for path in (home / "record" / part).iterdir()]


def refusal_of_another_thread(load: Callable[[], Load]) -> str:
    with ThreadPoolExecutor() as pool:
        return str(pool.submit(load).exception(timeout=10))


@pytest.fixture
def loading(record: Record) -> Iterator[Another]:
    """Another process in the middle of a load."""
    another = Another(record.home, "waiting")
    assert another.line.poll(60)
    yield another
    another.end()


def test_a_process_that_dies_before_its_commit_is_entered_leaves_nothing(tmp_path):
    """While rows are written; when all is on the disk; and when the folder is in place but not in the catalogue."""
    homes = {moment: tmp_path / moment for moment in ("writing", "staged", "renamed")}
    others = [Another(home, moment) for moment, home in homes.items()]
    assert [another.end() for another in others] == [9, 9, 9]
    assert {moment: len(folders(home)) for moment, home in homes.items()} == {
        "writing": 1,
        "staged": 1,
        "renamed": 1,
    }
    for home in homes.values():
        record = Record.open(home, wait_seconds=0)
        assert folders(home) == []
        assert record.loads(with_removed=True) == ()
        assert record.sources() == ()


def test_a_record_that_was_open_when_another_process_died_can_still_be_written(record, load):
    assert Another(record.home, "renamed").end() == 9
    assert load().id == "load-000002"
    assert [x.id for x in Record.open(record.home).loads()] == ["load-000002"]
    assert folders(record.home) == ["load-000002"]


def test_a_second_writer_is_told_who_the_first_one_is(record, load, loading):
    with pytest.raises(RecordBusyError) as refusal:
        load()
    sentence = str(refusal.value)
    assert "is writing to the record: a load of cin_census, since " in sentence
    assert f"process {loading.process.pid} on " in sentence
    assert sentence.endswith("Nothing was stored; try again when it has ended.")
    assert refusal.value.exit_code == 3
    assert record.loads() == ()


def test_readers_see_the_record_as_it_was_while_another_process_loads(record, load, loading):
    # The load that is under way is neither read nor taken for an orphan.
    reader = Record.open(record.home, wait_seconds=0)
    assert reader.loads() == ()
    assert folders(record.home) == ["load-000001"]
    assert loading.end() == 0
    (source,) = reader.sources()
    assert pq.read_table(source.parts[0].path)["child_id"].to_pylist() == ["from another process"]


def test_when_the_first_writer_dies_the_second_one_need_not_wait(record, load, loading):
    loading.process.kill()
    loading.process.join()
    assert load().loaded_by == "anna"
    assert (record.home / "record" / "writing.json").exists() is False


def test_two_processes_may_open_a_new_home_at_once(tmp_path):
    others = [Another(tmp_path, "never") for _ in range(2)]
    assert [another.end() for another in others] == [0, 0]
    assert [(x.id, x.current) for x in Record.open(tmp_path).loads()] == [
        ("load-000001", False),
        ("load-000002", True),
    ]


def test_two_threads_are_two_writers(record, load):
    with record.staging(return_name="ssda903"):
        sentence = refusal_of_another_thread(load)
    assert "a load of ssda903, since " in sentence
    assert f"process {os.getpid()}" in sentence
    assert load().current


def test_a_writer_that_left_no_name_is_spoken_of_without_one(record, load):
    with record.staging(return_name="ssda903"):
        (record.home / "record" / "writing.json").unlink()
        assert refusal_of_another_thread(load).startswith("Another process is writing to the record.")


def test_a_user_without_a_name_may_write_too(record, load, monkeypatch):
    for name in ("LOGNAME", "USER", "LNAME", "USERNAME"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(os, "getuid", lambda: 2**31 - 7)  # a number that no account has, as in a container
    with record.staging(return_name="ssda903"):
        assert refusal_of_another_thread(load).startswith("someone is writing to the record: ")


def test_a_record_that_cannot_be_locked_says_why(record, load):
    lock = record.home / "record" / "writing.sqlite"
    lock.write_bytes(b"this is no lock file, and long enough to be looked at" * 20)
    with pytest.raises(sqlite3.DatabaseError, match="file is not a database"):
        load()
    assert record.loads() == ()
