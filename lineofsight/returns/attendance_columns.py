"""Reading many attendance marks at once: each different value is read once, by the same reader as row by row.

A file that is plain (a CSV in ASCII, nothing quoted, no blank line, every row as long as the header) is read a column at
a time. A row in which anything is missing, unknown or unreadable is handed to the ordinary reader, and so is every file
that is not plain; so the rows and the problems are the same by either road.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv

from lineofsight.returns import attendance_parts
from lineofsight.returns.attendance_codes import NO_MARK
from lineofsight.returns.cells import Cell, Line, Sheet, is_blank
from lineofsight.returns.delimited import SEPARATORS
from lineofsight.returns.headings import Match, part_of, refuse_unless_usable
from lineofsight.returns.model import Item
from lineofsight.returns.part_rows import Problems, Readers, Seen, items_of, reader_of
from lineofsight.returns.parts import ReadColumn
from lineofsight.returns.values import identifier

CHUNK = 512 * 1024  # bytes; a line that fills one is too long to be plain
BLOCK = 8 * 1024 * 1024  # bytes that are turned into columns at once
PLAIN_IDENTIFIER = r"^(?:[A-Z]\d{11}[0-9A-Z]|\d{3,9})$"  # read as they stand, whoever reads them
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
KINDS = {"day": pa.date32()}


@dataclass(frozen=True, kw_only=True)
class Plain:
    """A plain file: how its columns lie, what parts them, and the bytes of its first row."""

    path: Path
    match: Match
    separator: str

    def batches(self, places: list[int] | None = None) -> Iterator[pa.RecordBatch]:
        """The rows under the header, as columns of text named by their places. Raises ArrowInvalid for uneven rows."""
        names = [str(place) for place in range(len(self.match.headings))]
        wanted = names if places is None else [str(place) for place in places]
        yield from pcsv.open_csv(
            self.path,
            read_options=pcsv.ReadOptions(column_names=names, skip_rows=1, block_size=BLOCK),
            parse_options=pcsv.ParseOptions(delimiter=self.separator, quote_char=False),
            convert_options=pcsv.ConvertOptions(
                check_utf8=False,
                column_types=dict.fromkeys(names, pa.dictionary(pa.int32(), pa.string())),
                include_columns=wanted,
            ),
        )


def read(path: Path, part: str, file: str) -> Iterator[pa.RecordBatch | Item]:
    """The marks of a file, in batches of ``MARKS`` where nothing is wrong with them, else as rows with their problems.

    Raises FileRefusedError as the ordinary reader does.
    """
    plain = plain_file(path)
    if plain is None:
        yield from attendance_parts.read(path, part, file)
        return
    refuse_unless_usable(plain.match, 1)
    sheet = Sheet(name="", header=list(plain.match.headings), header_row=1, lines=iter(()))
    say = Problems(match=plain.match, sheet=sheet, file=file)
    for item in _every(plain, say):
        if isinstance(item, pa.RecordBatch):
            yield item
        else:
            yield from attendance_parts.marks_of(item)


def plain_file(path: Path) -> Plain | None:
    """How a plain file lies; None where it is not plain."""
    if not _is_plain(path):
        return None
    with path.open(encoding="ascii") as text:
        line = text.readline().rstrip("\n")
    separator = max(SEPARATORS, key=line.count)
    header: list[Cell] = list(line.split(separator))
    match = part_of(attendance_parts.PARTS, header)
    if match is None or not all(match.headings):  # without a heading, a column is looked at in every row
        return None
    plain = Plain(path=path, match=match, separator=separator)
    try:
        for _ in plain.batches([0]):
            pass
    except pa.ArrowInvalid:  # a row too short or too long
        return None
    return plain


def _is_plain(path: Path) -> bool:
    before = b"\n"
    with path.open("rb") as file:
        while chunk := file.read(CHUNK):
            if chunk.endswith(b"\r"):
                chunk += file.read(1)
            seen = before + chunk
            if not chunk.isascii() or b'"' in chunk or b"\0" in chunk or b"\n\n" in seen or b"\n\r\n" in seen:
                return False
            if chunk.count(b"\r") != chunk.count(b"\r\n") or (len(chunk) >= CHUNK and b"\n" not in chunk):
                return False
            before = chunk[-2:]
    return before != b"\n"


def _every(plain: Plain, say: Problems) -> Iterator[pa.RecordBatch | Item]:
    yield from say.of_header()
    readers: Readers = [
        (column, place, reader_of(column, plain.match)) for column, place in plain.match.places
    ]
    row = 2
    is_empty = True
    for batch in plain.batches():
        for item in _read(batch, row, readers, plain.match, say):
            is_empty = False
            yield item
        row += batch.num_rows
    if is_empty:
        yield say.no_rows()
    yield from say.shared()


def _read(
    batch: pa.RecordBatch, first: int, readers: Readers, match: Match, say: Problems
) -> Iterator[pa.RecordBatch | Item]:
    """The rows of a batch that nothing is wrong with as one batch, and before it the others, one after another."""
    columns: dict[str, pa.Array] = {}
    apart = pa.repeat(pa.scalar(False), batch.num_rows)  # noqa: FBT003
    for column, place, reader in readers:
        cells = batch.column(place)
        values, is_apart = _read_once(column, reader, cells.dictionary)
        columns[column.to] = values.take(cells.indices)
        if is_apart is not None:
            apart = pc.or_(apart, is_apart.take(cells.indices))
    columns["row"] = pa.array(range(first, first + batch.num_rows), pa.int64())
    for place in pc.indices_nonzero(apart).to_pylist():
        line = Line(first + place, [cell.as_py() for cell in (c[place] for c in batch.columns)])
        if not is_blank(line.cells):
            yield from items_of(line, readers, match, say)
    yield from _marks(columns, pc.invert(apart))


def _read_once(
    column: ReadColumn, reader: Callable[[Cell], Seen], different: pa.StringArray
) -> tuple[pa.Array, pa.Array | None]:
    """What each different value of a column is read as, and which of them the ordinary reader must look at."""
    kind = KINDS.get(column.to, pa.string())
    if (
        column.as_ is identifier
        and not column.own_words
        and pc.all(pc.match_substring_regex(different, PLAIN_IDENTIFIER)).as_py()
    ):
        return different, None
    seen = [reader(cell) for cell in different.to_pylist()]
    values = pa.array([one.value for one in seen], kind)
    return values, pa.array([_is_apart(one) for one in seen], pa.bool_())


def _is_apart(seen: Seen) -> bool:
    return bool(seen.fault or seen.caution) or seen.value in (None, NO_MARK)


def _marks(columns: dict[str, pa.Array], keep: pa.BooleanArray) -> Iterator[pa.RecordBatch]:
    """The kept rows as marks: one a row, or the mornings and then the afternoons."""
    kept = {name: values.filter(keep) for name, values in columns.items()}
    if not len(kept["row"]):
        return
    if "session" in kept:
        yield pa.RecordBatch.from_arrays([kept[name] for name in MARKS.names], schema=MARKS)
        return
    for half in ("am", "pm"):
        session = pa.repeat(pa.scalar(half.upper()), len(kept["row"]))
        named = {**kept, "session": session, "code": kept[half]}
        yield pa.RecordBatch.from_arrays([named[name] for name in MARKS.names], schema=MARKS)
