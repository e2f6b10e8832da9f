"""The rules over whole rows, executed on what has been read; and which indicators each problem touches."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache

from lineofsight.engines.duckdb import DuckDB
from lineofsight.indicators.catalogue import INDICATORS
from lineofsight.indicators.lineage import columns_of, columns_read
from lineofsight.record import Staging
from lineofsight.returns.model import Return
from lineofsight.returns.problems import Problem, Severity
from lineofsight.returns.rules import Rule, rules_for
from lineofsight.returns.tables import BY_NAME
from lineofsight.run.reports import FileReport


def run_rules(
    staging: Staging, return_: Return, reports: Mapping[str, FileReport], *, until: date | None
) -> None:
    """Run every rule of the return's tables over the staged rows; rows that a rule holds are moved to held.

    ``reports`` are by the file's name inside the load; their counts and problems are brought up to date.
    """
    paths = staging.flush()
    engine = DuckDB()
    for table in return_.tables:
        if table.name not in paths:
            continue
        engine.supply_staged(table, paths[table.name])
        held: set[tuple[str, str, int]] = set()
        for rule in rules_for(table, until):
            for broken in engine.table(rule.rows).to_pylist():
                report = reports[broken["file"]]
                report.problems.append(_problem(rule, report.file, broken))
                if rule.holds:
                    held.add((broken["file"], broken["sheet"], broken["row"]))
        engine.forget_staged(table)
        if held:
            _hold(staging, table.name, held, reports)


def _problem(rule: Rule, file: str, broken: Mapping[str, object]) -> Problem:
    value = broken["value"]
    return Problem(
        rule=rule.id,
        severity=Severity.HELD if rule.holds else Severity.WARNING,
        file=file,
        table=rule.table.name,
        sheet=str(broken["sheet"]),
        row=int(str(broken["row"])),
        column=rule.column,
        value=None if value is None else str(value),
        message=rule.message,
        remedy=rule.remedy,
    )


def _hold(
    staging: Staging,
    table: str,
    held: set[tuple[str, str, int]],
    reports: Mapping[str, FileReport],
) -> None:
    staging.drop(table, held)
    for file, _, _ in held:
        tally = reports[file].tally(table)
        tally.kept -= 1
        tally.held += 1


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
