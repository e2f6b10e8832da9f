"""Peers' Annex A workbooks: every row of every list is kept or held, as many as another reader of workbooks counts."""

from __future__ import annotations

from collections import Counter
from datetime import date
from pathlib import Path

from python_calamine import CalamineWorkbook

from lineofsight.record import Record
from lineofsight.returns.annex_a import ANNEX_A
from lineofsight.run.load import check, load


def books(data: Path) -> list[Path]:
    found = sorted((data / "samples" / "annex_a").rglob("*.xlsx"))
    assert found, "no Annex A samples"
    return found


def counted_apart(path: Path) -> int:
    """Rows under the first row of each sheet in which anything stands."""
    book = CalamineWorkbook.from_path(path)
    sheets = [book.get_sheet_by_name(name).to_python() for name in book.sheet_names]
    return sum(max(sum(any(cell != "" for cell in row) for row in sheet) - 1, 0) for sheet in sheets)


def test_every_row_of_every_list_is_kept_or_held(data: Path, tmp_path: Path) -> None:
    for path in books(data):
        (report,) = check([path], key="2024-01-31")
        assert report.return_name == ANNEX_A.name, path.name
        tallies = report.tables.values()
        assert sum(tally.kept + tally.held for tally in tallies) == counted_apart(path), path.name
        assert not any(problem.rule == "sheet_ignored" for problem in report.problems), path.name
        held = Counter((p.table, p.row) for p in report.problems if p.severity == "row held back")
        assert len(held) == sum(tally.held for tally in tallies), path.name


def test_every_problem_says_where_it_is_and_what_to_do(data: Path) -> None:
    for path in books(data):
        (report,) = check([path], key="2024-01-31")
        for problem in report.problems:
            assert problem.remedy
            assert problem.sheet
            assert problem.row


def test_the_lists_are_stored_under_the_day_that_they_are_for(data: Path, tmp_path: Path) -> None:
    record = Record.open(tmp_path)
    load(record, books(data), by="test", key="2024-01-31")
    (stored,) = record.loads()
    assert stored.covers_until == date(2024, 1, 31)
    assert stored.fills == {table.name for table in ANNEX_A.tables}
    assert all(count.rows_in == count.rows_kept + count.rows_held for count in stored.rows)
