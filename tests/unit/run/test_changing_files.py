"""A file that is written to while it is read is refused; one that holds still is loaded from the copy that is kept."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from lineofsight.record import Record
from lineofsight.run import files, load
from tests.unit.run.drawn_files import episode, episodes
from tests.unit.run.loading import TODAY, loaded, said

ROWS = (episode("a", "01/05/2023"), episode("b", "02/05/2023"))


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return episodes(tmp_path / "e.csv", *ROWS)


def meanwhile(monkeypatch: pytest.MonkeyPatch, happens: Callable[[], object]) -> None:
    """Something that happens after the file was looked at and before it is copied."""
    looked_at = files.inventory

    def inventory(*paths: object, **how: object) -> files.Inventory:
        found = looked_at(*paths, **how)  # type: ignore[arg-type]
        happens()
        return found

    monkeypatch.setattr(load, "inventory", inventory)


def test_a_file_that_grows_while_it_is_read_is_refused_and_nothing_is_stored(
    record: Record, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, lambda: episodes(file, *ROWS, episode("c", "03/05/2023")))
    reports = loaded(record, file, key="2023-24")
    assert said(reports) == [("e.csv", "file_changed", None, None)]
    assert reports[0].problems[0].remedy.startswith("Wait until whatever writes it has finished")
    assert record.loads() == ()


def test_a_file_that_is_written_again_in_the_same_size_is_refused(
    record: Record, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, lambda: file.write_bytes(file.read_bytes().replace(b"02/05", b"03/05")))
    assert said(loaded(record, file, key="2023-24")) == [("e.csv", "file_changed", None, None)]


def test_a_file_that_goes_while_it_is_read_is_refused(
    record: Record, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, file.unlink)
    assert said(loaded(record, file, key="2023-24")) == [("e.csv", "no_such_file", None, None)]
    episodes(file, *ROWS)
    assert said(load.check([file], key="2023-24", today=TODAY)) == [("e.csv", "no_such_file", None, None)]


def test_a_file_that_is_only_looked_at_meanwhile_is_loaded(
    record: Record, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    meanwhile(monkeypatch, file.read_bytes)
    (report,) = loaded(record, file, key="2023-24")
    assert (report.load, report.problems) == ("load-000001", [])


def test_the_others_of_a_set_are_loaded_without_the_one_that_changed(
    record: Record, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    other = episodes(file.with_name("f.csv"), episode("z", "01/05/2023"))
    meanwhile(monkeypatch, lambda: episodes(other, *ROWS))
    reports = loaded(record, file, other, key="2023-24")
    assert {r.file: r.load for r in reports} == {"e.csv": "load-000001", "f.csv": None}


def test_rows_are_those_of_the_original_that_is_kept_whatever_happens_to_the_file_afterwards(
    record: Record, file: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copied = load._copied

    def then_changed(*where: object) -> str:
        name = copied(*where)  # type: ignore[arg-type]
        file.write_text("nothing of what it was", encoding="utf-8")
        return name

    monkeypatch.setattr(load, "_copied", then_changed)
    (report,) = loaded(record, file, key="2023-24")
    assert report.tables["episodes"].kept == 2


def test_a_stamp_tells_a_change_of_size_or_time(file: Path) -> None:
    stamp = files.Stamp.of(file)
    assert stamp == files.Stamp.of(file)
    assert stamp != stamp._replace(size=stamp.size + 1)
    assert replace(files.inventory([file], key="2023-24", today=TODAY).bundles[0].files[0]).stamp == stamp
