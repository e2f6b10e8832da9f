"""Daily attendance marks: both forms of the file, what is missing or unknown, and the same by either road."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa
import pytest

from lineofsight.returns import attendance_columns, attendance_parts, plain_columns
from lineofsight.returns.attendance import ATTENDANCE_MARKS
from lineofsight.returns.attendance_codes import ATTENDANCE_CODES, MARK_OF, REGULATIONS, Mark
from lineofsight.returns.model import Row
from lineofsight.returns.problems import FileRefusedError, Problem, Severity
from tests.unit.returns.files import csv_file, read, workbook

LONG = "UPN,School,Date,Session,Code"
WIDE = "UPN,School,Date,AM,PM"
WHO = "A000000000001,3826001,10/09/2025"


def lines(header: str, *rows: str) -> str:
    return "\n".join([header, *rows, ""])


def test_a_line_for_each_mark_is_read(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, lines(LONG, f"{WHO},AM,/", f"{WHO},afternoon,i")))
    assert (found.return_, found.part, found.problems) == (ATTENDANCE_MARKS, "marks", [])
    assert [(row["day"], row["session"], row["code"]) for row in found.kept] == [
        (date(2025, 9, 10), "AM", "/"),
        (date(2025, 9, 10), "PM", "I"),
    ]


def test_a_line_for_each_day_is_two_marks(tmp_path: Path) -> None:
    found = read(csv_file(tmp_path, lines(WIDE, f"{WHO},/,\\")))
    assert [(row.values["session"], row.values["code"], row.row) for row in found.rows] == [
        ("AM", "/", 2),
        ("PM", "\\", 2),
    ]
    assert found.problems == []


def test_a_workbook_is_read_too(tmp_path: Path) -> None:
    found = read(
        workbook(tmp_path, Marks=[WIDE.split(","), ["A000000000001", "3826001", date(2025, 9, 10), "I", "-"]])
    )
    assert [row["code"] for row in found.kept] == ["I", "-"]
    assert found.rules() == ["mark_missing"]


@pytest.mark.parametrize("mark", ["", " ", "-"])
def test_a_session_without_a_mark_is_kept_and_told(tmp_path: Path, mark: str) -> None:
    found = read(csv_file(tmp_path, lines(LONG, f"{WHO},AM,{mark}")))
    assert len(found.kept) == 1
    assert found.only("mark_missing").column == "Code"


@pytest.mark.parametrize("mark", ["F", "7", "absent", "Y8", "//"])
def test_a_code_that_the_regulations_do_not_have_is_kept_as_it_stands_and_told(
    tmp_path: Path, mark: str
) -> None:
    found = read(csv_file(tmp_path, lines(LONG, f"{WHO},AM,{mark}")))
    assert [row["code"] for row in found.kept] == [mark]
    assert found.only("code_unknown").value == mark
    assert "no figure is given" in found.only("code_unknown").message


@pytest.mark.parametrize(
    ("row", "column"),
    [
        (",3826001,10/09/2025,AM,/", "UPN"),
        ("A1,,10/09/2025,AM,/", "School"),
        ("A1,3826001,,AM,/", "Date"),
        ("A1,3826001,31/09/2025,AM,/", "Date"),
        ("A1,3826001,10/09/2025,,/", "Session"),
        ("1.2E+11,3826001,10/09/2025,AM,/", "UPN"),
    ],
)
def test_a_mark_that_is_nobodys_or_of_no_session_is_held(tmp_path: Path, row: str, column: str) -> None:
    found = read(csv_file(tmp_path, lines(LONG, row)))
    assert found.held == [2]
    assert [p.column for p in found.problems if p.severity is Severity.HELD] == [column]


def test_both_marks_of_a_days_line_are_held_with_it(tmp_path: Path) -> None:
    assert read(csv_file(tmp_path, lines(WIDE, ",3826001,10/09/2025,/,\\"))).held == [2, 2]


def test_every_code_of_the_regulations_counts_as_one_thing() -> None:
    by_mark = {mark: {code for code, m in MARK_OF.items() if m is mark} for mark in Mark}
    assert by_mark[Mark.ATTENDED] == set("/\\LVPWBKJ")
    assert by_mark[Mark.AUTHORISED] == {*"CEIMRSTH", "C1", "C2", "J1"}
    assert by_mark[Mark.UNAUTHORISED] == set("GNOU")
    assert by_mark[Mark.NOT_POSSIBLE] == {*"DQXZ#Y", *(f"Y{n}" for n in range(1, 8))}
    assert len(ATTENDANCE_CODES) == len(MARK_OF)


def test_what_the_regulations_of_2024_brought_and_withdrew_is_dated() -> None:
    brought = {c.code for c in ATTENDANCE_CODES if c.since}
    withdrawn = {c.code for c in ATTENDANCE_CODES if c.until}
    assert brought == {"K", "C1", "C2", "J1", "Q", *(f"Y{n}" for n in range(1, 8))}
    assert withdrawn == {"J", "H", "Y"}
    assert {c.since for c in ATTENDANCE_CODES if c.since} == {REGULATIONS}


# ---- the two roads -----------------------------------------------------------------------------------------------

Mark_ = tuple[object, ...]


def by_rows(path: Path, part: str) -> tuple[list[Mark_], list[Problem]]:
    items = list(attendance_parts.read(path, part, "f.csv"))
    return sorted((_mark(item) for item in items if isinstance(item, Row)), key=str), _problems(items)


def by_columns(path: Path, part: str) -> tuple[list[Mark_], list[Problem]]:
    items = list(attendance_columns.read(path, part, "f.csv"))
    marks = [_mark(item) for item in items if isinstance(item, Row)]
    for batch in (item for item in items if isinstance(item, pa.RecordBatch)):
        marks += [
            (*(row[c] for c in ("child_id", "school", "day", "session", "code", "row")), False)
            for row in batch.to_pylist()
        ]
    return sorted(marks, key=str), _problems(items)


def _mark(row: Row) -> Mark_:
    v = row.values
    return (
        v.get("child_id"),
        v.get("school"),
        v.get("day"),
        v.get("session"),
        v.get("code"),
        row.row,
        row.held,
    )


def _problems(items: list[object]) -> list[Problem]:
    return [item for item in items if isinstance(item, Problem)]


CLEAN = [f"A0000000000{n:02},3826001,{day:02}/09/2025" for n in range(20) for day in (10, 11)]
DIRTY = [
    ",3826001,10/09/2025",
    "A1,3826001,10/9/2025",
    " a1 ,3826001,2025-09-10",
    "101.0,3826001,2025-Sep-10 00:00:00",
    "1E+11,3826001,10/09/2025",
    "nan,3826001,10/09/2025",
    "A2,3826001,99/99/2025",
    "A2,3826001,45385",
    "A2,,10/09/2025",
]
MARKS = ["/", "\\", "i", "", "-", "ZZ", "n/a", "#", "Y1", "  I  "]
LONG_ROWS = [
    f"{who},{session},{mark}" for who in CLEAN + DIRTY for session in ("AM", "pm", "noon") for mark in MARKS
]
WIDE_ROWS = [f"{who},{mark},{other}" for who in CLEAN + DIRTY for mark in MARKS for other in MARKS[:5]]


@pytest.mark.parametrize(
    ("part", "text"),
    [
        ("marks", lines(LONG, *LONG_ROWS)),
        ("days", lines(WIDE, *WIDE_ROWS)),
        ("days", lines(WIDE, *WIDE_ROWS).replace("\n", "\r\n")),
        ("days", lines(WIDE, *WIDE_ROWS).replace(",", ";")),
        ("days", lines(WIDE, *WIDE_ROWS).replace(",", "\t").rstrip("\n")),
        ("marks", lines(LONG)),
        ("marks", LONG),
        ("marks", lines(LONG, ",,,,", f"{WHO},AM,/", " , ,,,")),
        ("marks", lines(LONG, f"{WHO},AM,/", "", f"{WHO},PM,/")),  # a blank line counts as a row
        ("marks", lines(LONG, f'{WHO},AM,"/"')),
        ("marks", lines(LONG, f"{WHO},AM", f"{WHO},AM,/,", f"{WHO},AM,/,more")),
        ("marks", lines(LONG + ",Teacher", f"{WHO},AM,/,x", ",,,,,x")),
        ("marks", lines(LONG + ",", f"{WHO},AM,/,x", f"{WHO},PM,/,")),
        ("marks", lines(LONG, f"{WHO},AM,é")),
        ("marks", "\ufeff" + lines(LONG, f"{WHO},AM,/")),
    ],
)
def test_a_file_is_the_same_read_by_columns_as_by_rows(tmp_path: Path, part: str, text: str) -> None:
    path = csv_file(tmp_path, text)
    assert by_columns(path, part) == by_rows(path, part)


@pytest.mark.parametrize(
    "text", [f"{LONG}\n{WHO},AM,/\n{WHO}", f'{LONG}\n{WHO},AM,"/\n', f"{LONG},Mark\n{WHO},AM,/,/\n"]
)
def test_a_file_that_is_refused_is_refused_by_either_road(tmp_path: Path, text: str) -> None:
    path = csv_file(tmp_path, text)
    said = []
    for road in (by_rows, by_columns):
        with pytest.raises(FileRefusedError) as refused:
            road(path, "marks")
        said.append((refused.value.rule, refused.value.message, refused.value.row))
    assert said[0] == said[1]


def test_plain_files_do_come_as_columns(tmp_path: Path) -> None:
    path = csv_file(tmp_path, lines(WIDE, *(f"{who},/,\\" for who in CLEAN)))
    items = list(attendance_columns.read(path, "days", "f.csv"))
    assert [item.num_rows for item in items if isinstance(item, pa.RecordBatch)] == [40, 40]
    assert len(items) == 2


def test_a_line_without_end_is_no_plain_file(tmp_path: Path) -> None:
    text = lines(LONG, f"{WHO},AM,{'I' * plain_columns.CHUNK * 2}", f"{WHO},PM,/")
    assert plain_columns.plain_file(attendance_parts.PARTS, csv_file(tmp_path, text)) is None
