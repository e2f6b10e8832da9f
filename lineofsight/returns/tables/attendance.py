"""Daily attendance: each mark of a register, and how many of them there are by pupil and part of a week."""

from __future__ import annotations

from lineofsight.returns.columns import Date, Table, Text, Whole


class AttendanceMarks(Table):
    """One row for each mark of a school's register: a pupil, a day, and the morning or the afternoon."""

    title = "Attendance marks"
    key = ("child_id", "school", "day", "session")
    by_day = "day"

    child_id: Text  # the unique pupil number
    school: Text
    day: Date
    session: Text
    code: Text


class AttendanceCounts(Table):
    """One row for each pupil at a school, part of a week and attendance code, with how many sessions have it.

    The parts are a week cut at the month's end, so that weeks and months are both made of whole ones. It is worked out
    from the marks and from nothing else. Sessions attended share one row without a code, and so do those whose mark is
    missing, unknown or given twice and differently (``mark`` null); sessions that are not possible have none.
    """

    title = "Sessions by pupil, week and code"
    key = ("child_id", "school", "since", "mark", "code")
    counted_from = "attendance_marks"

    child_id: Text
    school: Text
    since: Date
    until: Date
    mark: Text
    code: Text
    sessions: Whole


attendance_marks = AttendanceMarks()
attendance_counts = AttendanceCounts()

TABLES: tuple[Table, ...] = (attendance_marks, attendance_counts)
