"""Everything that the record holds about one child: its identifiers, and its rows in every table of every load."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from lineofsight.record.folders import Folders
from lineofsight.record.loads import Load
from lineofsight.returns.persons import NUMBERS, identifiers, is_pupil_number, links


@dataclass(frozen=True, kw_only=True)
class StoredTable:
    """A Parquet file of one load: the table that it holds rows of, and its columns."""

    load: Load
    table: str
    path: Path
    columns: tuple[str, ...]

    def read(self, columns: Sequence[str]) -> pa.Table:
        """Some of its columns, as texts."""
        read = pq.read_table(self.path, columns=list(columns))
        return pa.table({name: read[name].cast(pa.string()) for name in columns})


@dataclass(frozen=True, kw_only=True)
class Found:
    """The rows of one child in one file, by their numbers counted from 0."""

    where: StoredTable
    numbers: pa.Array

    def rows(self) -> list[dict[str, Any]]:
        """The rows, with the load, file, sheet and row that each came from."""
        rows: list[dict[str, Any]] = pq.read_table(self.where.path).take(self.numbers).to_pylist()
        return rows


def stored_tables(folders: Folders, loads: Iterable[Load]) -> tuple[StoredTable, ...]:
    """Every file of rows of these loads, wherever in the load's folder it lies."""
    return tuple(
        StoredTable(
            load=load,
            table=path.relative_to(folders.loads / load.id).parts[0].removesuffix(".parquet"),
            path=path,
            columns=tuple(pq.read_schema(path).names),
        )
        for load in loads
        for path in sorted((folders.loads / load.id).rglob("*.parquet"))
        if path != folders.held(load.id) and not path.is_relative_to(folders.originals(load.id))
    )


def identities(tables: Iterable[StoredTable], child: str) -> frozenset[str]:
    """The child's identifier, and those unique pupil numbers, present and former, that are this child's alone.

    Asked by a pupil number, the one child that has it is found too. A number that two children share is nobody's.
    """
    children_of, numbers_of = _pairs(tables)
    owners = children_of.get(child, set()) - {child}
    ids = {child} | (owners if len(owners) == 1 else set())
    for each in tuple(ids):
        ids |= {number for number in numbers_of.get(each, ()) if children_of[number] <= ids | {number}}
    return frozenset(ids)


def _pairs(tables: Iterable[StoredTable]) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """Which children have a pupil number, and which numbers a child has."""
    children_of, numbers_of = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for table in tables:
        for column in (name for name in NUMBERS if name in table.columns and "child_id" in table.columns):
            pairs = table.read(["child_id", column]).group_by(["child_id", column]).aggregate([])
            for child, number in zip(
                *(pairs[name].to_pylist() for name in ("child_id", column)), strict=True
            ):
                if child is not None and number is not None and is_pupil_number(number):
                    children_of[number].add(child)
                    numbers_of[child].add(number)
    return children_of, numbers_of


def named(tables: Iterable[StoredTable], is_theirs: Callable[[str], bool]) -> frozenset[str]:
    """The identifiers in these tables of which ``is_theirs`` says so."""
    every: set[str] = set()
    for table in tables:
        if columns := identifiers(table.columns):
            read = table.read(columns)
            every |= {value for name in columns for value in pc.unique(read[name]).to_pylist() if value}
    return frozenset(value for value in every if is_theirs(value))


def forget_counts_of(folders: Folders, is_theirs: Callable[[str], bool]) -> None:
    """Delete what was worked out of the child's rows; it is worked out again, without them, when it is asked for."""
    for path in folders.counts.glob("*.parquet"):
        columns = list(identifiers(pq.read_schema(path).names))
        read = pq.read_table(path, columns=columns)
        if any(is_theirs(value) for name in columns for value in pc.unique(read[name]).to_pylist() if value):
            path.unlink()


def find(tables: Sequence[StoredTable], ids: frozenset[str]) -> list[Found]:
    """The child's rows, in the order in which they lead to one another: those that name the child come first."""
    found: list[Found] = []
    for name in dict.fromkeys(table.load.return_name for table in tables):
        found += _in_return([table for table in tables if table.load.return_name == name], ids)
    return found


def records_of(found: Iterable[Found]) -> dict[tuple[str, str], set[int]]:
    """By load and file as it came, the rows of it from which the child's rows were read."""
    records: dict[tuple[str, str], set[int]] = defaultdict(set)
    for each in found:
        for row in each.rows():
            records[each.where.load.id, row["file"]].add(row["row"])
    return records


def _in_return(tables: Sequence[StoredTable], ids: frozenset[str]) -> list[Found]:
    found: list[Found] = []
    theirs = defaultdict[str, set[str]](set)
    for table in (t for t in tables if identifiers(t.columns)):
        linking, naming = links(table.columns), identifiers(table.columns)
        read = table.read([*naming, *linking])
        mask = _any_in(read, dict.fromkeys(naming, ids))
        _add(found, table, mask)
        for name in linking:
            others = set(pc.unique(read[name].filter(pc.invert(mask))).to_pylist())
            theirs[name] |= set(pc.unique(read[name].filter(mask)).to_pylist()) - others - {None}
    rest = [t for t in tables if not identifiers(t.columns) and links(t.columns)]
    while step := _reached(rest, theirs):
        found += step
        rest = [t for t in rest if all(each.where is not t for each in step)]
    return found


def _reached(tables: Sequence[StoredTable], theirs: dict[str, set[str]]) -> list[Found]:
    """The rows of tables without a child's name that what is known of the child leads to; and where they lead."""
    step: list[Found] = []
    known = {name: frozenset(values) for name, values in theirs.items() if values}
    for table in tables:
        names = [name for name in links(table.columns) if name in known]
        if not names:
            continue
        read = table.read(links(table.columns))
        mask = _any_in(read, {name: known[name] for name in names})
        _add(step, table, mask)
        for name in links(table.columns):
            theirs[name] |= set(pc.unique(read[name].filter(mask)).to_pylist()) - {None}
    return step


def _any_in(read: pa.Table, wanted: dict[str, frozenset[str]]) -> pa.ChunkedArray:
    """For each row, whether any of the columns holds one of its wanted values."""
    mask = pa.chunked_array([pa.array([False] * read.num_rows, pa.bool_())])
    for name, values in wanted.items():
        mask = pc.or_(mask, pc.is_in(read[name], value_set=pa.array(sorted(values), pa.string())))
    return mask


def _add(found: list[Found], table: StoredTable, mask: pa.ChunkedArray) -> None:
    numbers = pc.indices_nonzero(mask)
    if len(numbers):
        found.append(Found(where=table, numbers=numbers))
