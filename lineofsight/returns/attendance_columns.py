"""Reading many attendance marks at once, as ``plain_columns`` reads: a mark that is missing is looked at by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa

from lineofsight.returns import attendance_parts
from lineofsight.returns.attendance_codes import NO_MARK
from lineofsight.returns.model import Item
from lineofsight.returns.part_rows import Seen
from lineofsight.returns.parts import ReadColumn
from lineofsight.returns.plain_columns import Columns, every_row, plain_file

MARKS = pa.schema(
    [
        ("child_id", pa.string()),
        ("school", pa.string()),
        ("day", pa.date32()),
        ("session", pa.string()),
        ("code", pa.string()),
        ("row", pa.int64()),
    ]
)


def read(path: Path, part: str, file: str) -> Iterator[pa.RecordBatch | Item]:
    """The marks of a file, in batches of ``MARKS`` where nothing is wrong with them, else as rows with their problems.

    Raises FileRefusedError as the ordinary reader does.
    """
    plain = plain_file(attendance_parts.PARTS, path)
    if plain is None:
        yield from attendance_parts.read(path, part, file)
        return
    for item in every_row(plain, file, _needs_a_look):
        if isinstance(item, dict):
            yield from _marks(item)
        else:
            yield from attendance_parts.marks_of(item)


def _needs_a_look(_column: ReadColumn, seen: Seen) -> bool:
    return bool(seen.fault or seen.caution) or seen.value in (None, NO_MARK)


def _marks(rows: Columns) -> Iterator[pa.RecordBatch]:
    """The rows as marks: one a row, or the mornings and then the afternoons."""
    if "session" in rows:
        yield pa.RecordBatch.from_arrays([rows[name] for name in MARKS.names], schema=MARKS)
        return
    for half in ("am", "pm"):
        session = pa.repeat(pa.scalar(half.upper()), len(rows["row"]))
        named = {**rows, "session": session, "code": rows[half]}
        yield pa.RecordBatch.from_arrays([named[name] for name in MARKS.names], schema=MARKS)
