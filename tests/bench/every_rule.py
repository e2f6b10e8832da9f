"""Every rule over the tables of a folder, and nothing else: python every_rule.py FOLDER [RULE...] (none: all)."""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path

import ibis

from lineofsight.engines.duckdb import DuckDB
from lineofsight.returns.rules import Rule, broken_rows, rules_for
from lineofsight.returns.tables import BY_NAME
from lineofsight.run.check import findings

LAST_DAY = date(2024, 9, 30)


def rules_of(folder: Path) -> dict[str, list[Rule]]:
    """The rules that can be judged with the folder's tables, by table."""
    there = {path.stem for path in folder.glob("*.parquet")}
    return {name: [r for r in rules_for(BY_NAME[name]) if r.reads_beside <= there] for name in sorted(there)}


def broken(folder: Path) -> dict[tuple[str, str], list[int]]:
    """For each table and rule, the numbers of the rows that break it."""
    engine = DuckDB(threads=1)
    rules = rules_of(folder)
    for name in rules:
        engine.supply_staged(BY_NAME[name], folder / f"{name}.parquet")
    found: dict[tuple[str, str], list[int]] = {}
    for name, theirs in rules.items():
        rows = engine.table(broken_rows(BY_NAME[name], theirs, ibis.literal(LAST_DAY)))
        for rule, number, _ in findings(rows, theirs):
            found.setdefault((name, rule.id), []).append(number)
    return found


def main() -> None:
    """Judge, and fail if no rule is broken, so that nothing is measured that was not done."""
    if not broken(Path(sys.argv[1])):
        sys.exit("No row breaks any rule.")


if __name__ == "__main__":
    main()
