"""One Parquet file for each school day of a load, for a table that has a row for every mark of every register."""

from __future__ import annotations

import json
from collections import defaultdict
from datetime import date
from pathlib import Path

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

WAITING_ROWS = 1_000_000  # rows that wait in memory for their days' files, some 60 bytes each
SCHOOLS = "schools"  # under which a day's file says which schools it holds


class DayStream:
    """Record batches of one schema, each row written into its day's file, ``YYYY-MM-DD.parquet``, in a folder."""

    def __init__(self, folder: Path, schema: pa.Schema, by_day: str) -> None:
        folder.mkdir()
        self.folder, self.schema, self.by_day = folder, schema, by_day
        self.schools: dict[date, set[str]] = defaultdict(set)
        self._writers: dict[date, pq.ParquetWriter] = {}
        self._waiting: dict[date, list[pa.RecordBatch]] = defaultdict(list)
        self._rows = 0

    def write(self, batch: pa.RecordBatch) -> None:
        """Add the batch; its rows reach the disk with many others of their days."""
        for day, rows in _by_day(batch, self.by_day):
            self.schools[day].update(pc.unique(rows.column("school")).to_pylist())
            self._waiting[day].append(rows)
        self._rows += batch.num_rows
        if self._rows >= WAITING_ROWS:
            self._write_waiting()

    def close(self) -> None:
        """Write what waits, and end every day's file, which then says which schools it holds."""
        self._write_waiting()
        for day, writer in self._writers.items():
            writer.add_key_value_metadata({SCHOOLS: json.dumps(sorted(self.schools[day]))})
            writer.close()

    def abandon(self) -> None:
        """Close the files without what waits."""
        for writer in self._writers.values():
            writer.close()

    def _write_waiting(self) -> None:
        for day, batches in self._waiting.items():
            if day not in self._writers:
                self._writers[day] = _writer(self.folder / f"{day}.parquet", self.schema)
            self._writers[day].write_table(pa.Table.from_batches(batches))
        self._waiting.clear()
        self._rows = 0


def _by_day(batch: pa.RecordBatch, by_day: str) -> list[tuple[date, pa.RecordBatch]]:
    """The rows of each day, in the order in which they came."""
    if len(pc.unique(batch.column(by_day))) == 1:
        return [(batch.column(by_day)[0].as_py(), batch)]
    batch = batch.take(pc.sort_indices(batch.column(by_day)))
    found, first = [], 0
    for each in pc.value_counts(batch.column(by_day)).to_pylist():
        found.append((each["values"], batch.slice(first, each["counts"])))
        first += each["counts"]
    return found


def _writer(path: Path, schema: pa.Schema) -> pq.ParquetWriter:
    return pq.ParquetWriter(
        path,
        schema,
        compression="zstd",
        use_dictionary=[name for name in schema.names if name != "row"],
        column_encoding={"row": "DELTA_BINARY_PACKED"},
    )


def schools_in(path: Path) -> frozenset[str]:
    """The schools that a day's file holds rows of."""
    about = pq.read_metadata(path).metadata
    return frozenset(json.loads(about[SCHOOLS.encode()]))
