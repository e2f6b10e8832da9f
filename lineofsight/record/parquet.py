"""Rows into Parquet as a stream: what waits in memory stays small, whatever the file's size."""

from __future__ import annotations

import json
from collections.abc import Collection, Mapping
from datetime import date
from pathlib import Path
from types import NoneType
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lineofsight.record.day_files import DayStream
from lineofsight.record.durable import sync_file
from lineofsight.record.loads import HeldPlace, Place
from lineofsight.returns.columns import PROVENANCE
from lineofsight.returns.model import Row
from lineofsight.returns.plain_columns import ARROW, GIVEN
from lineofsight.returns.tables import BY_NAME

STRICT = {"int64": int, "date": date}
HELD_SCHEMA = pa.schema(
    [("table", pa.string()), ("file", pa.string()), ("sheet", pa.string()), ("row", pa.int64())]
)
CHUNK_ROWS = 2_000  # rows that wait as Python objects, some 1 KB each
GROUP_ROWS = 20_000  # rows of one row group, which wait as Arrow, some 100 bytes each


def schema_of(table: str) -> pa.Schema:
    """A table's own columns, each row's provenance, and how its file wrote what is held otherwise, as JSON by column.

    Working-day numbers are the engine's, and not stored. A table by day holds each code as it stood.
    """
    columns = {**BY_NAME[table].columns, **PROVENANCE}
    if not BY_NAME[table].by_day:
        columns[GIVEN] = "string"
    return pa.schema([(name, ARROW[kind]) for name, kind in columns.items()])


def file_name(table: str) -> str:
    """What a table's file in a load is called; for a table by day, the folder of its days' files."""
    return table if BY_NAME[table].by_day else f"{table}.parquet"


class Stream:
    """Record batches of one schema, written in row groups as they fill."""

    def __init__(self, path: Path, schema: pa.Schema) -> None:
        self.path, self.schema = path, schema
        self._writer = pq.ParquetWriter(path, schema, compression="zstd", use_dictionary=True)
        self._waiting: list[pa.RecordBatch] = []
        self._rows = 0

    def write(self, batch: pa.RecordBatch) -> None:
        """Add the batch; it reaches the disk with its row group."""
        self._waiting.append(batch)
        self._rows += batch.num_rows
        if self._rows >= GROUP_ROWS:
            self._write_group()

    def say(self, about: Mapping[bytes, bytes]) -> None:
        """Write what another file says of itself, such as the schools of a day."""
        own = {name.decode(): text.decode() for name, text in about.items() if name != b"ARROW:schema"}
        self._writer.add_key_value_metadata(own)

    def close(self) -> None:
        """Write what waits, and the file's end. A file without rows still has its columns."""
        if self._rows:
            self._write_group()
        self._writer.close()

    def abandon(self) -> None:
        """Close the file without what waits."""
        self._writer.close()

    def _write_group(self) -> None:
        self._writer.write_table(pa.Table.from_batches(self._waiting, self.schema), row_group_size=GROUP_ROWS)
        self._waiting, self._rows = [], 0


class TableWriter:
    """The kept rows of one table of one load."""

    def __init__(self, path: Path, table: str, load: str) -> None:
        self.path, self.count = path, 0
        self._table, self._load = table, load
        by_day = BY_NAME[table].by_day
        schema = schema_of(table)
        self._stream = DayStream(path, schema, by_day) if by_day else Stream(path, schema)
        self._columns = BY_NAME[table].columns
        self._rows: list[Row] = []
        self._files: list[str] = []

    def add(self, row: Row, file: str) -> None:
        """Keep the row. Its values must not be changed afterwards: they are written later, many at once."""
        self._rows.append(row)
        self._files.append(file)
        if len(self._rows) >= CHUNK_ROWS:
            self._convert()

    def add_many(self, batch: pa.RecordBatch, file: str) -> None:
        """Keep rows of a file without sheets that came as columns: the table's own, ``row``, and ``given`` if any is."""
        same = {"load": self._load, "file": file, "sheet": "", GIVEN: None}
        columns = {
            name: pa.repeat(pa.scalar(text, pa.string()), batch.num_rows) for name, text in same.items()
        }
        columns |= {name: batch.column(name) for name in batch.schema.names}
        schema = self._stream.schema
        self._stream.write(pa.RecordBatch.from_arrays([columns[n] for n in schema.names], schema=schema))
        self.count += batch.num_rows

    def days(self) -> Mapping[date, Collection[str]]:
        """The schools of each day that was written, of a table by day."""
        return self._stream.schools if isinstance(self._stream, DayStream) else {}

    def close(self) -> None:
        """Write everything that waits, and close the file."""
        if self._rows:
            self._convert()
        self._stream.close()

    def abandon(self) -> None:
        """Close the file without what waits."""
        self._stream.abandon()

    def _convert(self) -> None:
        rows, files = self._rows, self._files
        self._rows, self._files = [], []
        self._check(rows)
        values = [row.values for row in rows]
        arrays = [
            self._array(name, kind, [v.get(name) for v in values]) for name, kind in self._columns.items()
        ]
        arrays += [
            pa.repeat(self._load, len(rows)),
            pa.array(files, pa.string()),
            pa.array([row.sheet for row in rows], pa.string()),
            pa.array([row.row for row in rows], pa.int64()),
        ]
        if GIVEN in self._stream.schema.names:
            arrays.append(pa.array([_as_json(row.given) for row in rows], pa.string()))
        self._stream.write(pa.RecordBatch.from_arrays(arrays, schema=self._stream.schema))
        self.count += len(rows)

    def _check(self, rows: list[Row]) -> None:
        known = self._columns.keys()
        for row in rows:
            if row.held:
                raise ValueError(
                    f"A row of {self._table} is marked as held: it is counted with hold(), not kept."
                )
            if not row.values.keys() <= known:
                unknown = ", ".join(sorted(row.values.keys() - known))
                raise ValueError(f"{self._table} has no column {unknown}. Its columns: {', '.join(known)}.")

    def _array(self, column: str, kind: str, values: list[Any]) -> pa.Array:
        try:
            if kind in STRICT:  # Arrow would cut 2.5 down to 2, and take the number 5 for 6 January 1970
                _check_types(values, STRICT[kind])
            return pa.array(values, ARROW[kind])
        except (TypeError, ValueError, OverflowError):
            # Arrow's own message would carry the value, which is a child's.
            raise TypeError(f"{self._table}.{column} was given a value that is no {kind}.") from None


def _as_json(given: Mapping[str, str] | None) -> str | None:
    return json.dumps(given, ensure_ascii=False, sort_keys=True) if given else None


def _check_types(values: list[Any], wanted: type) -> None:
    if not all(found is NoneType or issubclass(found, wanted) for found in {type(value) for value in values}):
        raise TypeError


class HeldWriter:
    """The places of the rows that were held back, without their values, and how many there are of each table."""

    def __init__(self, path: Path) -> None:
        self.counts: dict[str, int] = {}
        self._stream = Stream(path, HELD_SCHEMA)
        self._waiting: list[HeldPlace] = []

    def add(self, table: str, place: Place) -> None:
        """Count one row of the table as held back."""
        self.counts[table] = self.counts.get(table, 0) + 1
        self._waiting.append(HeldPlace(table, *place))
        if len(self._waiting) >= CHUNK_ROWS:
            self._convert()

    def close(self) -> None:
        """Write everything that waits, and close the file."""
        if self._waiting:
            self._convert()
        self._stream.close()

    def abandon(self) -> None:
        """Close the file without what waits."""
        self._stream.abandon()

    def _convert(self) -> None:
        by_column = zip(*self._waiting, strict=True)
        columns = [pa.array(values, f.type) for values, f in zip(by_column, HELD_SCHEMA, strict=True)]
        self._stream.write(pa.RecordBatch.from_arrays(columns, schema=HELD_SCHEMA))
        self._waiting = []


def take_out(path: Path, numbers: Collection[int]) -> list[Place]:
    """Rewrite a table's file without the rows of these numbers, counted from 0; gives the places of those taken out."""
    wanted, taken, first = frozenset(numbers), list[Place](), 0
    draft = path.with_suffix(".draft")
    with pq.ParquetFile(path) as file:
        stream = Stream(draft, file.schema_arrow)
        for batch in file.iter_batches(CHUNK_ROWS):
            goes = [number in wanted for number in range(first, first + batch.num_rows)]
            gone = batch.filter(pa.array(goes, pa.bool_()))
            taken += [Place(*p) for p in zip(*(gone[c].to_pylist() for c in Place._fields), strict=True)]
            stream.write(batch.filter(pa.array([not one for one in goes], pa.bool_())))
            first += batch.num_rows
        stream.say(file.metadata.metadata or {})
        stream.close()
    sync_file(draft)
    draft.replace(path)
    return taken


def held_places(path: Path) -> list[HeldPlace]:
    """The places of a load's rows that were held back."""
    table = pq.read_table(path)
    return [
        HeldPlace(*place) for place in zip(*(column.to_pylist() for column in table.columns), strict=True)
    ]
