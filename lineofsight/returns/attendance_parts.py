"""Daily attendance marks: a line for each mark, or a line for each pupil's day with its morning and afternoon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

from lineofsight.returns import sheet_returns
from lineofsight.returns.attendance_codes import NO_MARK, attendance_code
from lineofsight.returns.collect import collect_date
from lineofsight.returns.columns import Date, Table, Text
from lineofsight.returns.model import Item, Row
from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn, codes
from lineofsight.returns.problems import Problem
from lineofsight.returns.tables import attendance_marks
from lineofsight.returns.values import Caution, identifier

SESSIONS = codes("AM PM", {"morning": "AM", "afternoon": "PM", "1": "AM", "2": "PM", "A": "AM", "P": "PM"})
MARK_MISSING = Caution(
    "mark_missing",
    "No mark was made, so it is not known what the session counts as and no figure is given for what it touches.",
    "Make the mark in the register, and export the day again.",
)


class AttendanceDays(Table):
    """One line of a file that has the morning and the afternoon side by side; each becomes a mark."""

    title = "A pupil's day in a register"
    key = ("child_id", "school", "day")

    child_id: Text
    school: Text
    day: Date
    am: Text
    pm: Text


attendance_days = AttendanceDays()
WHO_WHERE_WHEN = (
    ReadColumn(
        "UPN",
        "child_id",
        identifier,
        Need.REQUIRED,
        ("Unique pupil number", "Pupil UPN"),
        says="The unique pupil number.",
    ),
    ReadColumn(
        "School",
        "school",
        identifier,
        Need.REQUIRED,
        ("LAESTAB", "DfE number", "URN", "School URN", "Establishment", "Establishment number", "Estab"),
        says="The school's number.",
    ),
    ReadColumn(
        "Date",
        "day",
        collect_date,
        Need.REQUIRED,
        ("Attendance date", "Session date", "Mark date", "Day"),
        says="The day of the session; `2025-09-10` and `2025-Sep-10 00:00:00` are read without a warning.",
    ),
)


def no_mark(names: dict[str, str], values: dict[str, object]) -> tuple[Flaw, ...]:
    """What is said of a line in which a mark is missing."""
    return tuple(
        Flaw(about=MARK_MISSING, holds=False, header=header)
        for column, header in names.items()
        if values.get(column) in (None, NO_MARK)
    )


MARKS = Part(
    name="marks",
    title="Attendance marks, a line each",
    table=attendance_marks,
    columns=(
        *WHO_WHERE_WHEN,
        ReadColumn(
            "Session",
            "session",
            SESSIONS,
            Need.REQUIRED,
            ("AM/PM", "Session name", "Registration session"),
            says="Which half of the day.",
        ),
        ReadColumn(
            "Code",
            "code",
            attendance_code,
            Need.TRUSTED,
            ("Mark", "Attendance code", "Attendance mark"),
            says="The attendance code of the registration regulations.",
        ),
    ),
    known_by=("UPN", "School", "Date", "Session", "Code"),
    enough=4,
    settle=partial(no_mark, {"code": "Code"}),
)
DAYS = Part(
    name="days",
    title="Attendance marks, a line for each pupil's day",
    table=attendance_days,
    columns=(
        *WHO_WHERE_WHEN,
        ReadColumn(
            "AM",
            "am",
            attendance_code,
            Need.TRUSTED,
            ("AM code", "AM mark", "Morning"),
            says="The attendance code of the morning.",
        ),
        ReadColumn(
            "PM",
            "pm",
            attendance_code,
            Need.TRUSTED,
            ("PM code", "PM mark", "Afternoon"),
            says="The attendance code of the afternoon.",
        ),
    ),
    known_by=("UPN", "Date", "AM", "PM"),
    enough=4,
    settle=partial(no_mark, {"am": "AM", "pm": "PM"}),
)
PARTS = (MARKS, DAYS)


def marks_of(item: Item) -> Iterator[Item]:
    """A line with a morning and an afternoon as its two marks; anything else as it is."""
    if isinstance(item, Row) and item.table == attendance_days.name:
        for session in ("am", "pm"):
            who = {name: item.values.get(name) for name in ("child_id", "school", "day")}
            mark = {**who, "session": session.upper(), "code": item.values.get(session)}
            yield Row(attendance_marks.name, mark, item.sheet, item.row, held=item.held)
    elif isinstance(item, Problem) and item.table == attendance_days.name:
        yield replace(item, table=attendance_marks.name)
    else:
        yield item


def read(path: Path, part: str, file: str) -> Iterator[Item]:
    """The marks and problems of a file, row by row."""
    for item in sheet_returns.read(PARTS, path, part, file):
        yield from marks_of(item)
