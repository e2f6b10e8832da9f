"""The rules over whole rows, executed on what has been read; and which indicators each problem touches."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import cache
from pathlib import Path

import pyarrow.parquet as pq

from lineofsight.engines.duckdb import DuckDB
from lineofsight.indicators.catalogue import INDICATORS
from lineofsight.indicators.lineage import columns_of, columns_read
from lineofsight.record import Place, Staging
from lineofsight.returns.columns import Table
from lineofsight.returns.model import Return
from lineofsight.returns.problems import Problem, Severity
from lineofsight.returns.rules import Rule, broken_rows, rules_for
from lineofsight.returns.tables import BY_NAME
from lineofsight.run.reports import FileReport


def run_rules(
    staging: Staging, return_: Return, reports: Mapping[str, FileReport], *, until: date | None
) -> None:
    """Run every rule of the return's tables over the staged rows; rows that a rule holds are moved to held.

    ``reports`` are by the file's name inside the load; their counts and problems are brought up to date. Rules that
    hold rows go first: the others look only at what is kept.
    """
    paths = staging.flush()
    engine = DuckDB()
    for table in return_.tables:
        if table.name not in paths:
            continue
        rules, path = rules_for(table, until), paths[table.name]
        held = _broken(engine, table, path, [rule for rule in rules if rule.holds], reports)
        for place in staging.drop(table.name, held):
            tally = reports[place.file].tally(table.name)
            tally.kept -= 1
            tally.held += 1
        _broken(engine, table, path, [rule for rule in rules if not rule.holds], reports)


def _broken(
    engine: DuckDB, table: Table, path: Path, rules: Sequence[Rule], reports: Mapping[str, FileReport]
) -> set[int]:
    """The numbers of the staged rows that break a rule, each reported as a problem."""
    if not rules:
        return set()
    engine.supply_staged(table, path)
    found = engine.table(broken_rows(table, rules)).to_pylist()
    engine.forget_staged(table)
    places = _places(path, {row["row"] for row in found})
    for n, rule in enumerate(rules):
        for row in (r for r in found if r[f"breaks_{n}"]):
            report = reports[places[row["row"]].file]
            report.problems.append(_problem(rule, report.file, places[row["row"]], row[f"value_{n}"]))
    return set(places)


def _places(path: Path, numbers: set[int]) -> dict[int, Place]:
    """Where the rows of these numbers stand in the files that they came from."""
    if not numbers:
        return {}
    every = pq.read_table(path, columns=list(Place._fields))
    wanted = sorted(numbers)
    return {n: Place(**row) for n, row in zip(wanted, every.take(wanted).to_pylist(), strict=True)}


def _problem(rule: Rule, file: str, place: Place, value: object) -> Problem:
    return Problem(
        rule=rule.id,
        severity=Severity.HELD if rule.holds else Severity.WARNING,
        file=file,
        table=rule.table.name,
        sheet=place.sheet,
        row=place.row,
        column=rule.column,
        value=None if value is None else str(value),
        message=rule.message,
        remedy=rule.remedy,
    )


@cache
def endangered(table: str, column: str) -> tuple[str, ...]:
    """The ids of the indicators whose definitions read that column."""
    if table not in BY_NAME:
        return ()
    return tuple(i.id for i in INDICATORS if (table, column) in columns_of(i))


def endangered_by(rule: Rule) -> tuple[str, ...]:
    """The ids of the indicators that read any column that the rule reads."""
    read = columns_read(rule.condition)
    return tuple(i.id for i in INDICATORS if read & columns_of(i))
