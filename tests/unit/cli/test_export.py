"""The inspectors' workbook: written for a reason that is logged, read back as it was, and honest about its gaps."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow.parquet as pq
import pytest
from python_calamine import CalamineWorkbook

from lineofsight.council import Council
from lineofsight.demo import write_council
from lineofsight.record import Record
from lineofsight.run.inspection import Filled, filled_lists
from lineofsight.run.load import load
from tests.unit.cli.conftest import Los

WHY = ("--reason", "the inspection")
DAY = date(2026, 9, 30)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    home = tmp_path_factory.mktemp("inspected") / "home"
    record = Record.open(home)
    for paths, name, key in write_council(home.parent / "files", pupils=2_500, months=1).loads:
        if name in ("cin_census", "ssda903", "areas", "workforce"):
            load(record, paths, by="someone", key=key)
    return home


def stored(record: Record, table: str) -> list[dict[str, object]]:
    (source,) = [s for s in record.sources() if s.table == table]
    rows = [row for part in source.parts for row in pq.read_table(part.path).to_pylist()]
    return sorted(rows, key=str)


def written(one: Filled) -> list[dict[str, object]]:
    names = [column.to for column in one.of.part.columns]
    rows = [] if one.rows is None else one.rows.to_pylist()
    return [{name: row.get(name) for name in names} for row in rows]


def test_the_workbook_is_read_back_as_the_rows_that_were_written(
    los: Los, home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "annex_a.xlsx"
    ran = los("export", "annex_a", "--out", path, "--home", home, "--json", *WHY)
    assert (ran.code, ran.json["file"], ran.json["day"]) == (0, str(path), str(DAY))
    back = Record.open(tmp_path / "back")
    (report,) = load(back, [path], by="someone", key=str(DAY))
    assert report.load
    assert [t.held for t in report.tables.values()] == [0] * len(report.tables)
    filled = filled_lists(Record.open(home), Council(), DAY)
    assert ran.json["rows"] == {one.of.sheet: one.count for one in filled}
    assert sum(bool(one.count) for one in filled) >= 7
    for one in filled:
        if one.count:
            names = [column.to for column in one.of.part.columns]
            found = [{n: row[n] for n in names} for row in stored(back, one.of.part.table.name)]
            assert sorted(map(str, found)) == sorted(map(str, written(one)))


def test_every_list_has_its_sheet_and_headings_and_words_for_codes(
    los: Los, home: Path, tmp_path: Path
) -> None:
    path = tmp_path / "annex_a.xlsx"
    assert los("export", "annex_a", "--out", path, "--home", home, *WHY).code == 0
    book = CalamineWorkbook.from_path(path)
    assert book.sheet_names == [f"List {number}" for number in range(1, 12)]
    header, *rows = book.get_sheet_by_name("List 8").to_python()
    assert header[:4] == ["Child Unique ID", "Gender", "Ethnicity", "Date of Birth"]
    assert {row[1] for row in rows} <= {"Male", "Female", ""}
    assert all(isinstance(row[3], date) for row in rows)
    assert (path.stat().st_mode & 0o077) == 0


def test_what_the_record_cannot_fill_is_said_list_by_list(los: Los, home: Path, tmp_path: Path) -> None:
    ran = los("export", "annex_a", "--out", tmp_path / "a.xlsx", "--home", home, *WHY)
    assert "    List 1: not loaded (contacts)" in ran.err
    assert "    List 11: nothing of it is in the record" in ran.err
    assert "List 7, not in the record: Subject to Emergency Protection Order" in ran.err


def test_a_look_needs_a_reason_and_is_logged_without_a_child(los: Los, home: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    ran = los("export", "annex_a", "--out", path, "--home", home)
    assert ran.code == 2
    assert not path.exists()
    los("export", "annex_a", "--out", path, "--home", home, "--day", "2026-06-30", *WHY)
    entry = (home / "access-log.jsonl").read_text(encoding="utf-8").splitlines()[-1]
    assert "Annex A as at 2026-06-30: " in entry
    assert "the inspection" in entry


def test_no_file_is_written_over_and_none_into_the_home(los: Los, home: Path, tmp_path: Path) -> None:
    there = tmp_path / "there.xlsx"
    there.write_bytes(b"x")
    for path, said in (
        (there, "is there already"),
        (home / "a.xlsx", "lies in the home"),
        (tmp_path / "a.csv", "name an .xlsx"),
    ):
        ran = los("export", "annex_a", "--out", path, "--home", home, *WHY)
        assert (ran.code, said in ran.err) == (2, True)
    assert there.read_bytes() == b"x"


def test_where_nothing_is_loaded_nothing_is_written(los: Los, tmp_path: Path) -> None:
    assert los("export", "annex_a", "--home", tmp_path / "none", *WHY).code == 2
    Record.open(tmp_path / "empty")
    ran = los("export", "annex_a", "--home", tmp_path / "empty", *WHY)
    assert (ran.code, "Nothing is loaded yet" in ran.err) == (2, True)
    assert not list(tmp_path.glob("*.xlsx"))
