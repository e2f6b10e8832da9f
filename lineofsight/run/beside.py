"""Rules that read a table which another load fills: judged when everything is in, on the rows that count."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

import ibis
import pyarrow as pa
import pyarrow.compute as pc

from lineofsight.engines.duckdb import DuckDB
from lineofsight.record import Load, Place, Record, TableSource
from lineofsight.record.sources import table_sources
from lineofsight.returns.columns import Column, Table
from lineofsight.returns.rules import Rule, broken_rows, rules_for
from lineofsight.returns.tables import HELD
from lineofsight.run.check import problem_of
from lineofsight.run.reports import FileReport

ELSEWHERE = "elsewhere/"  # marks the loads of a record that is only read, whose ids may be those of this one


@dataclass(frozen=True, kw_only=True)
class NewLoad:
    """A load that has just come in, with the report of each of its files by the file's name inside the load."""

    load: Load
    reports: Mapping[str, FileReport]


def run_rules_beside(record: Record, new: Sequence[NewLoad], *, elsewhere: Record | None = None) -> None:
    """Judge the new loads' rows by the rules that read tables of other loads, and add the problems to their reports.

    ``elsewhere`` is a record whose loads are looked at as well, but for those that a new load would replace. A rule
    says nothing while a table that it reads is not loaded, and of a row that no longer counts.
    """
    sources = _sources(record, elsewhere)
    wanted = dict(_wanted(new, {source.table for source in sources}))
    if not wanted:
        return
    engine = DuckDB()
    read = {name for rules in wanted.values() for rule in rules for name in rule.reads_beside}
    engine.supply_sources(sources, only={*read, *(table.name for table in wanted)})
    for table, rules in wanted.items():
        rows = broken_rows(table, rules, last_days(table, [one.load for one in new]))
        found = engine.table(rows.filter(rows.load.isin([one.load.id for one in new])))
        _report(found, rules, {one.load.id: one.reports for one in new})


def last_days(table: Table, loads: Sequence[Load]) -> Column:
    """For each row of the table, the last day that its load covers; null where the load's files do not say."""
    days = [
        (table.rows.load == load.id, ibis.literal(load.covers_until))
        for load in loads
        if load.covers_until != date.max
    ]
    return ibis.cases(*days, else_=ibis.null("date")) if days else ibis.null("date")


def _wanted(new: Sequence[NewLoad], there: set[str]) -> Iterator[tuple[Table, list[Rule]]]:
    """The tables of new loads with their rules that could not be judged inside every load, and can be now."""
    for table in HELD:
        loads = [one.load for one in new if table.name in one.load.fills]
        rules = [
            rule
            for rule in rules_for(table)
            if rule.reads_beside <= there and any(not rule.reads_beside <= load.fills for load in loads)
        ]
        if rules:
            yield table, rules


def _report(found: pa.Table, rules: Sequence[Rule], reports: Mapping[str, Mapping[str, FileReport]]) -> None:
    for n, rule in enumerate(rules):
        for row in found.filter(pc.field(f"breaks_{n}")).to_pylist():
            report = reports[row["load"]][row["file"]]
            place = Place(file=row["file"], sheet=row["sheet"], row=row["row"])
            report.problems.append(problem_of(rule, report.file, place, row[f"value_of_{rule.column}"]))


def _sources(record: Record, elsewhere: Record | None) -> Sequence[TableSource]:
    if elsewhere is None:
        return record.sources()
    here = record.current()
    replaced = {(load.return_name, load.key) for load in here}
    others = [load for load in elsewhere.current() if (load.return_name, load.key) not in replaced]

    def path_of(load_id: str, table: str) -> Path:
        if load_id.startswith(ELSEWHERE):
            return elsewhere.path_of(load_id.removeprefix(ELSEWHERE), table)
        return record.path_of(load_id, table)

    return table_sources([*(replace(x, id=f"{ELSEWHERE}{x.id}") for x in others), *here], path_of)
