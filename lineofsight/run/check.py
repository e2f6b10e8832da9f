"""The rules over whole rows, executed on what has been read; and which indicators each problem touches."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import ibis
import pyarrow as pa
import pyarrow.parquet as pq

from lineofsight.engines.duckdb import DuckDB
from lineofsight.indicators.catalogue import INDICATORS
from lineofsight.indicators.lineage import columns_of, columns_read
from lineofsight.record import Place, Staging
from lineofsight.returns.columns import Table
from lineofsight.returns.model import Return
from lineofsight.returns.problems import Problem
from lineofsight.returns.rules import Rule, broken_rows, rules_for
from lineofsight.returns.tables import BY_NAME
from lineofsight.run.reports import FileReport


def run_rules(
    staging: Staging, return_: Return, reports: Mapping[str, FileReport], *, until: date | None
) -> None:
    """Run every rule of the return's tables over the staged rows; rows that a rule holds are moved to held.

    ``reports`` are by the file's name inside the load; their counts and problems are brought up to date. Rules that
    hold rows go first: the others look only at what is kept. Those that read a table which this load does not fill are
    left for ``beside.py``.
    """
    paths = staging.flush()
    engine = DuckDB(threads=1)  # a load is checked in little memory; more threads would take more of it
    tables = [table for table in return_.tables if table.name in paths]
    for table in tables:
        rules = [rule for rule in _judgeable(table, paths, until) if rule.holds]
        for place in staging.drop(table.name, _broken(engine, [table], rules, paths, reports, until)):
            tally = reports[place.file].tally(table.name)
            tally.kept -= 1
            tally.held += 1
    for table in tables:
        rules = [rule for rule in _judgeable(table, paths, until) if not rule.holds]
        looked_at = [table, *(BY_NAME[name] for rule in rules for name in rule.reads_beside)]
        _broken(engine, looked_at, rules, paths, reports, until)


def _judgeable(table: Table, paths: Mapping[str, Path], until: date | None) -> Iterator[Rule]:
    """The rules of the table for which all is at hand: the tables beside it, and the last day if it is asked for."""
    for rule in rules_for(table):
        if rule.reads_beside <= paths.keys() and (until is not None or not rule.asks_last_day):
            yield rule


def _broken(
    engine: DuckDB,
    tables: Sequence[Table],
    rules: Sequence[Rule],
    paths: Mapping[str, Path],
    reports: Mapping[str, FileReport],
    until: date | None,
) -> set[int]:
    """The numbers of the staged rows of the first table that break a rule, each reported as a problem."""
    if not rules:
        return set()
    judged, path = tables[0], paths[tables[0].name]
    for table in dict.fromkeys(tables):
        engine.supply_staged(table, paths[table.name])
    last_day = None if until is None else ibis.literal(until)
    found = engine.table(broken_rows(judged, rules, last_day))
    for table in dict.fromkeys(tables):
        engine.forget_staged(table)
    places = _places(path, set(found["row"].to_pylist()))
    for rule, number, value in findings(found, rules):
        report = reports[places[number].file]
        report.problems.append(problem_of(rule, report.file, places[number], value))
    return set(places)


def findings(found: pa.Table, rules: Sequence[Rule]) -> Iterator[tuple[Rule, int, str | None]]:
    """What ``broken_rows`` found, rule by rule: the rule, the row's number, and the value of the rule's column."""
    for n, rule in enumerate(rules):
        value = f"value_of_{rule.column}"
        # Only the columns that are asked for are copied: a table may have dozens of rules.
        broken = found.select(["row", value]).filter(found[f"breaks_{n}"])
        for number, text in zip(broken["row"].to_pylist(), broken[value].to_pylist(), strict=True):
            yield rule, number, text


def _places(path: Path, numbers: set[int]) -> dict[int, Place]:
    """Where the rows of these numbers stand in the files that they came from."""
    if not numbers:
        return {}
    every = pq.read_table(path, columns=list(Place._fields))
    wanted = sorted(numbers)
    return {n: Place(**row) for n, row in zip(wanted, every.take(wanted).to_pylist(), strict=True)}


def problem_of(rule: Rule, file: str, place: Place, value: str | None) -> Problem:
    """A row that breaks a rule, as a problem of the file."""
    return Problem(
        rule=rule.id,
        severity=rule.severity,
        file=file,
        table=rule.table.name,
        sheet=place.sheet,
        row=place.row,
        column=rule.column,
        value=value,
        message=rule.message,
        remedy=rule.remedy,
    )


@cache
def endangered(table: str, column: str) -> tuple[str, ...]:
    """The ids of the indicators whose definitions read that column."""
    if table not in BY_NAME:
        return ()
    return tuple(i.id for i in INDICATORS if (table, column) in columns_of(i))


@cache
def endangered_by(rule: Rule) -> tuple[str, ...]:
    """The ids of the indicators that read any column that the rule reads, here or beside it."""
    read = {(rule.table.name, rule.column), *columns_read(rule.condition)}
    return tuple(i.id for i in INDICATORS if read & columns_of(i))
