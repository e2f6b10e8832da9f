"""Daily attendance marks as a return: read a column at a time where a file is plain, and replaced day by day."""

from __future__ import annotations

from functools import partial

from lineofsight.returns import attendance_columns, attendance_parts
from lineofsight.returns.columns import Table
from lineofsight.returns.model import Return
from lineofsight.returns.sheet_returns import recognised
from lineofsight.returns.tables import attendance_marks

PARTS = attendance_parts.PARTS


def _fills(_part: str) -> tuple[Table, ...]:
    return (attendance_marks,)


ATTENDANCE_MARKS = Return(
    name="attendance_marks",
    title="Daily attendance marks",
    tables=(attendance_marks,),
    recognises=partial(recognised, PARTS),
    read=attendance_parts.read,
    read_many=attendance_columns.read,
    filled_by=_fills,
    by_day=True,
)
