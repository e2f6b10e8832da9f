"""Files in: what is refused, passed over and left out, and what stands in the record afterwards."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.record import Record
from lineofsight.run.load import check, load
from lineofsight.run.reports import as_json
from tests.unit.run.drawn_files import case, census, child, episode, episodes, headers
from tests.unit.run.loading import loaded, said, tallies


def cut(path: Path, end: int) -> Path:
    """The file without its last characters."""
    path.write_text(path.read_text(encoding="utf-8")[:-end], encoding="utf-8")
    return path


@pytest.mark.parametrize("cut_name", ["a.xml", "z.xml"])
def test_a_truncated_file_is_refused_whole_and_the_others_of_its_set_are_loaded(
    record: Record, tmp_path: Path, cut_name: str
) -> None:
    cut(census(tmp_path / "in" / cut_name, "2024-03-31", child("cut", case("2023-05-02"))), 40)
    census(tmp_path / "in" / "m.xml", "2024-03-31", child("whole", case("2023-06-05"), case("2023-07-04")))
    reports = loaded(record, tmp_path / "in")
    refused = next(r for r in reports if r.file == cut_name)
    assert refused.refused
    assert refused.load is None
    assert not any(t.rows_in for t in refused.tables.values())
    assert tallies(reports) == {("m.xml", "children"): (1, 0), ("m.xml", "referrals"): (2, 0)}
    (stored,) = record.loads()
    assert [file.name for file in stored.files] == ["m.xml"]
    assert {t.table: t.rows_kept for t in stored.rows if t.rows_in} == {"children": 1, "referrals": 2}


def test_a_truncated_csv_file_is_refused_and_its_set_is_loaded_without_it(
    record: Record, tmp_path: Path
) -> None:
    cut(
        episodes(tmp_path / "in" / "episodes.csv", episode("a", "01/05/2023"), episode("b", "02/05/2023")), 30
    )
    headers(tmp_path / "in" / "header.csv", "a", "b")
    reports = loaded(record, tmp_path / "in", key="2023-24")
    assert [(r.file, r.refused) for r in reports] == [("episodes.csv", True), ("header.csv", False)]
    assert record.loads()[0].fills == {"looked_after_children"}  # it says nothing of episodes


def test_a_set_of_which_every_file_is_truncated_leaves_nothing(record: Record, tmp_path: Path) -> None:
    cut(census(tmp_path / "one.xml", "2024-03-31", child("a", case("2023-05-02"))), 40)
    cut(census(tmp_path / "two.xml", "2024-03-31", child("b", case("2023-05-02"))), 12)
    reports = loaded(record, tmp_path / "one.xml", tmp_path / "two.xml")
    assert [r.refused for r in reports] == [True, True]
    assert record.loads() == ()
    assert list((tmp_path / "home" / "record" / "loads").iterdir()) == []


def test_strict_stores_nothing_of_any_file_when_one_row_is_held_back(record: Record, tmp_path: Path) -> None:
    good = census(tmp_path / "c.xml", "2024-03-31", child("a", case("2023-05-02")))
    bad = episodes(tmp_path / "e.csv", episode("a", "01/05/2023"), episode("b", "31/02/2024"))
    reports = loaded(record, good, bad, key="2023-24", strict=True)
    assert tallies(reports)["e.csv", "episodes"] == (1, 1)
    assert [r.load for r in reports] == [None, None]
    assert record.loads() == ()


def test_strict_stores_everything_when_no_row_is_held_back(record: Record, tmp_path: Path) -> None:
    loaded(record, episodes(tmp_path / "e.csv", episode("a", "01/05/2023")), key="2023-24", strict=True)
    assert len(record.loads()) == 1


def test_in_a_folder_a_stray_file_is_named_and_a_hidden_one_passed_over(
    record: Record, tmp_path: Path
) -> None:
    folder = tmp_path / "in"
    headers(folder / "2023" / "header.csv", "a")
    for name in ("README.md", ".hidden.csv", "~$header.xlsx", ".git/config", "2023/.~lock.header.csv#"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text("Extracts of the case system.\n", encoding="utf-8")
    reports = loaded(record, folder, key="2023-24")
    assert [(r.file, r.refused) for r in reports] == [("README.md", True), ("2023/header.csv", False)]
    assert said(reports) == [("README.md", "file_unknown", None, None)]
    assert [file.name for file in record.loads()[0].files] == ["2023/header.csv"]


def test_an_empty_folder_is_nothing_to_load_and_a_path_that_is_not_there_is_refused(
    record: Record, tmp_path: Path
) -> None:
    (tmp_path / "in").mkdir()
    assert loaded(record, tmp_path / "in") == []
    (report,) = loaded(record, tmp_path / "nowhere.csv")
    assert [p.rule for p in report.problems] == ["no_such_file"]


@pytest.mark.parametrize("given", ["files", "folders", "the folder above"])
def test_two_files_of_one_name_are_told_apart_in_the_reports_and_in_the_record(
    record: Record, tmp_path: Path, given: str
) -> None:
    north = episodes(tmp_path / "in" / "north" / "e.csv", episode("a", "01/05/2023"), episode("b", "x"))
    south = episodes(tmp_path / "in" / "south" / "e.csv", episode("c", "01/05/2023"))
    paths = {
        "files": [north, south],
        "folders": [north.parent, south.parent],
        "the folder above": [tmp_path / "in"],
    }
    reports = loaded(record, *paths[given], key="2023-24")
    assert tallies(reports) == {("north/e.csv", "episodes"): (1, 1), ("south/e.csv", "episodes"): (1, 0)}
    assert [p.file for r in reports for p in r.problems] == ["north/e.csv"]
    assert [file.name for file in record.loads()[0].files] == ["north/e.csv", "south/e.csv"]


def test_a_file_that_is_named_twice_is_read_once(record: Record, tmp_path: Path) -> None:
    file = episodes(tmp_path / "in" / "e.csv", episode("a", "01/05/2023"))
    reports = loaded(record, file, tmp_path / "in", tmp_path / "in" / ".." / "in" / "e.csv", key="2023-24")
    assert tallies(reports) == {("e.csv", "episodes"): (1, 0)}


def test_a_file_with_a_header_and_no_row_is_an_empty_table_and_says_so(
    record: Record, tmp_path: Path
) -> None:
    (report,) = loaded(record, episodes(tmp_path / "e.csv"), key="2023-24")
    assert as_json(report, show_values=False)["tables"] == [
        {"table": "episodes", "rows_in": 0, "rows_kept": 0, "rows_held": 0}
    ]
    assert not report.refused
    (stored,) = record.loads()
    assert stored.fills == {"episodes"}


def test_an_empty_file_of_the_newer_year_says_that_nothing_is_there_any_more(
    record: Record, tmp_path: Path
) -> None:
    loaded(record, episodes(tmp_path / "e.csv", episode("a", "01/01/2024")), key="2023-24")
    loaded(record, episodes(tmp_path / "e.csv"), key="2024-25")
    (source,) = record.sources()
    assert [part.supplies_before for part in source.parts] == [date(2024, 4, 1), None]


def test_checking_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(temporary))
    monkeypatch.chdir(temporary)
    check([census(tmp_path / "c.xml", "2024-03-31", child("a", case("2023-05-02")))])
    assert list(temporary.iterdir()) == []
    assert sorted(p.name for p in tmp_path.iterdir()) == ["c.xml", "temporary"]


def test_progress_is_told_of_each_return_to_the_end(record: Record, tmp_path: Path) -> None:
    told: list[tuple[str, int, int]] = []
    headers(tmp_path / "in" / "header.csv", "a")
    census(tmp_path / "in" / "c.xml", "2024-03-31", child("a", case("2023-05-02")))
    load(
        record,
        [tmp_path / "in"],
        by="someone",
        key="2023-24",
        progress=lambda what, done, of: told.append((what, done, of)),
    )
    assert [(done, of) for _, done, of in told] == [(0, 2), (1, 2), (2, 2)]
    assert told[0][0] == "Children in need census 2023/24"
