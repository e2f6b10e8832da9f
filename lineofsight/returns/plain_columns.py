"""Reading a plain file a column at a time: each different value is read once, by the same reader as row by row.

A file is plain if it is a CSV in ASCII with nothing quoted, no blank line, and every row as long as the header. A row in
which anything is missing that is needed, or is unreadable, is handed to the ordinary reader, and so is every file that is
not plain; so the rows and the problems are the same by either road.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.csv as pcsv

from lineofsight.returns.cells import Cell, Line, Sheet, is_blank
from lineofsight.returns.delimited import SEPARATORS
from lineofsight.returns.headings import Match, part_of, refuse_unless_usable
from lineofsight.returns.model import Item
from lineofsight.returns.part_rows import Problems, Readers, Seen, items_of, reader_of
from lineofsight.returns.parts import Need, Part, ReadColumn, all_agrees
from lineofsight.returns.values import identifier

CHUNK = 512 * 1024  # bytes; a line that fills one is too long to be plain
BLOCK = 8 * 1024 * 1024  # bytes that are turned into columns at once
BETWEEN = ", "  # as json parts its pairs
GIVEN = "given"  # beside a table's own columns, in a batch as in the record
PLAIN_IDENTIFIER = r"^(?:[A-Z]\d{11}[0-9A-Z]|\d{3,9})$"  # read as they stand, whoever reads them
ARROW: Mapping[str, pa.DataType] = {
    "string": pa.string(),
    "date": pa.date32(),
    "float64": pa.float64(),
    "int64": pa.int64(),
    "boolean": pa.bool_(),
}
Columns = dict[str, pa.Array]
Apart = Callable[[ReadColumn, Seen], bool]  # whether the ordinary reader must look at a row with this value
ReadRows = Callable[[Path, str, str], Iterator[Item]]


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


def read_many(
    parts: tuple[Part, ...], row_by_row: ReadRows, path: Path, part: str, file: str
) -> Iterator[pa.RecordBatch | Item]:
    """The rows of a plain file in batches where nothing is to be said of them, else as rows with their problems.

    Raises FileRefusedError as the ordinary reader does. A part whose rows must agree within themselves is read by that.
    """
    plain = plain_file(parts, path)
    if plain is None or not is_read_by_column(plain.match.part):
        yield from row_by_row(path, part, file)
        return
    for item in every_row(plain, file, needs_a_look):
        yield as_batch(plain.match.part, item) if isinstance(item, dict) else item


def is_read_by_column(part: Part) -> bool:
    """Whether each value of a row can be read by itself, and something in every row is needed."""
    is_needed = any(column.need is Need.REQUIRED for column in part.columns)
    return part.settle is all_agrees and is_needed and not part.table.by_day


def needs_a_look(column: ReadColumn, seen: Seen) -> bool:
    """Whether there is anything to say of a value."""
    is_missing = seen.value is None and column.need is Need.REQUIRED
    return bool(is_missing or seen.fault or seen.caution)


def as_batch(part: Part, columns: Columns) -> pa.RecordBatch:
    """Columns as a batch of the part's table, with ``row`` and ``given``; what the file has no column for is null."""
    kinds = {**part.table.columns, "row": "int64", GIVEN: "string"}
    count = len(columns["row"])
    arrays = [columns.get(name, pa.nulls(count, ARROW[kind])) for name, kind in kinds.items()]
    return pa.RecordBatch.from_arrays(arrays, names=list(kinds))


def plain_file(parts: tuple[Part, ...], path: Path) -> Plain | None:
    """How a plain file of one of these parts lies; None where it is not plain."""
    if not _is_plain(path):
        return None
    with path.open(encoding="ascii") as text:
        line = text.readline().rstrip("\n")
    separator = max(SEPARATORS, key=line.count)
    header: list[Cell] = list(line.split(separator))
    match = part_of(parts, header)
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


def every_row(plain: Plain, file: str, apart: Apart) -> Iterator[Columns | Item]:
    """The rows in columns where none is apart, each with its number in ``row``, and the others one after another."""
    refuse_unless_usable(plain.match, 1)
    sheet = Sheet(name="", header=list(plain.match.headings), header_row=1, lines=iter(()))
    say = Problems(match=plain.match, sheet=sheet, file=file)
    yield from say.of_header()
    readers: Readers = [
        (column, place, reader_of(column, plain.match)) for column, place in plain.match.places
    ]
    row = 2
    is_empty = True
    for batch in plain.batches():
        for item in _read(batch, row, readers, plain.match, say, apart):
            is_empty = False
            yield item
        row += batch.num_rows
    if is_empty:
        yield say.no_rows()
    yield from say.shared()


def _read(
    batch: pa.RecordBatch, first: int, readers: Readers, match: Match, say: Problems, apart: Apart
) -> Iterator[Columns | Item]:
    """The rows of a batch that nothing is wrong with as columns, and before them the others, one after another."""
    columns: Columns = {}
    given: dict[str, pa.Array] = {}
    looked_at = pa.repeat(pa.scalar(False), batch.num_rows)  # noqa: FBT003
    for column, place, reader in readers:
        cells = batch.column(place)
        kind = ARROW[match.part.table.columns[column.to]]
        once = _read_once(column, reader, cells.dictionary, kind, apart)
        columns[column.to] = once.values.take(cells.indices)
        if once.apart is not None:
            looked_at = pc.or_(looked_at, once.apart.take(cells.indices))
        if once.given is not None:
            given[column.to] = once.given.take(cells.indices)
    if given:
        columns[GIVEN] = _as_json(given)
    columns["row"] = pa.array(range(first, first + batch.num_rows), pa.int64())
    for place in pc.indices_nonzero(looked_at).to_pylist():
        line = Line(first + place, [cell.as_py() for cell in (c[place] for c in batch.columns)])
        if not is_blank(line.cells):
            yield from items_of(line, readers, match, say)
    kept = {name: values.filter(pc.invert(looked_at)) for name, values in columns.items()}
    if len(kept["row"]):
        yield kept


@dataclass(frozen=True, kw_only=True)
class _Once:
    """What each different value of a column is read as, which of them must be looked at, and how the file wrote those
    that are held as another text: ``"sex": "2"``, or null.
    """

    values: pa.Array
    apart: pa.Array | None = None
    given: pa.Array | None = None


def _read_once(
    column: ReadColumn,
    reader: Callable[[Cell], Seen],
    different: pa.StringArray,
    kind: pa.DataType,
    apart: Apart,
) -> _Once:
    if (
        column.as_ is identifier
        and not column.own_words
        and pc.all(pc.match_substring_regex(different, PLAIN_IDENTIFIER)).as_py()
    ):
        return _Once(values=different)
    seen = [reader(cell) for cell in different.to_pylist()]
    given = None
    if any(one.given is not None for one in seen):
        pairs = [None if one.given is None else _pair(column.to, one.given) for one in seen]
        given = pa.array(pairs, pa.string())
    return _Once(
        values=pa.array([one.value for one in seen], kind),
        apart=pa.array([apart(column, one) for one in seen], pa.bool_()),
        given=given,
    )


def _pair(column: str, text: str) -> str:
    return f"{json.dumps({column: text}, ensure_ascii=False)[1:-1]}{BETWEEN}"


def _as_json(given: Mapping[str, pa.Array]) -> pa.Array:
    """For each row one text as ``json`` writes it, its columns in order; null where there is nothing to keep."""
    # Nulls are filled in first: a join that skips them has been seen to lose rows in which all are null.
    pairs = [pc.fill_null(given[name], "") for name in sorted(given)]
    joined = pc.binary_join_element_wise(*pairs, "")
    inside = pc.utf8_slice_codeunits(joined, 0, -len(BETWEEN))
    whole = pc.binary_join_element_wise("{", inside, "}", "")
    return pc.if_else(pc.equal(joined, ""), pa.scalar(None, pa.string()), whole)
