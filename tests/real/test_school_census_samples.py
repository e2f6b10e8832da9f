"""Peers' school census files: every row kept or held, as many as the csv module counts, checked and loaded."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from lineofsight.record import Record
from lineofsight.run.load import check, load
from lineofsight.run.reports import FileReport


def files(data: Path) -> list[Path]:
    found = sorted(
        path for folder in (data / "samples").glob("school_census*") for path in folder.rglob("*.csv")
    )
    assert found, "no school census samples"
    return found


def counted_apart(path: Path) -> int:
    with path.open(encoding="utf-8-sig", newline="") as text:
        return sum(any(cell.strip() for cell in cells) for cells in csv.reader(text)) - 1


def expect_every_row(reports: list[FileReport], paths: list[Path]) -> None:
    by_name = {path.name: path for path in paths}
    assert {report.file for report in reports} == set(by_name)
    for report in reports:
        assert not report.refused, report.file
        (tally,) = report.tables.values()
        assert tally.rows_in == tally.kept + tally.held == counted_apart(by_name[report.file]), report.file
        held = {p.row for p in report.problems if p.severity.value == "row held back"}
        assert tally.held == len(held), report.file
        assert all(p.remedy for p in report.problems), report.file


@pytest.mark.filterwarnings("error")
def test_every_row_of_every_table_is_checked_and_loaded(data: Path, tmp_path: Path) -> None:
    paths = files(data)
    expect_every_row(check(paths), paths)
    record = Record.open(tmp_path)
    expect_every_row(load(record, paths, by="someone"), paths)
    stored = sum(count.rows_in for load in record.current() for count in load.rows)
    assert stored == sum(counted_apart(path) for path in paths)
