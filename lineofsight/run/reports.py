"""What came of reading files: counts that add up, problems, and what was set aside. The contract's JSON is made here."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from lineofsight.returns.problems import Problem, Severity


@dataclass(kw_only=True)
class TableTally:
    """Rows of one table in one file. ``rows_in`` is what the file holds; kept and held always add up to it."""

    table: str
    kept: int = 0
    held: int = 0

    @property
    def rows_in(self) -> int:
        return self.kept + self.held


@dataclass(kw_only=True)
class FileReport:
    """One file: which return it is, its tables' counts, its problems; or why it was refused or set aside."""

    file: str
    return_name: str | None = None
    part: str = ""
    set_aside: str | None = None
    load: str | None = None
    already_loaded: bool = False
    tables: dict[str, TableTally] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def tally(self, table: str) -> TableTally:
        """The counts of one table, begun at nought."""
        if table not in self.tables:
            self.tables[table] = TableTally(table=table)
        return self.tables[table]

    @property
    def refused(self) -> bool:
        return any(p.severity is Severity.REFUSED for p in self.problems)

    @property
    def held(self) -> int:
        return sum(t.held for t in self.tables.values())


def has_findings(reports: Sequence[FileReport]) -> bool:
    """Whether a person has something to do: a refused file or a row held back."""
    return any(r.refused or r.held for r in reports)


MASK = "•••"


def as_json(report: FileReport, *, show_values: bool) -> dict[str, Any]:
    """The report as the commands print it; values are masked unless they were asked for."""
    shown: dict[str, Any] = {
        "file": report.file,
        "return": report.return_name,
        "tables": [
            {"table": t.table, "rows_in": t.rows_in, "rows_kept": t.kept, "rows_held": t.held}
            for t in report.tables.values()
        ],
        "problems": [problem_as_json(p, show_values=show_values) for p in report.problems],
    }
    if report.set_aside is not None:
        shown["set_aside"] = report.set_aside
    if report.load is not None:
        shown["load"] = report.load
        shown["already_loaded"] = report.already_loaded
    return shown


def problem_as_json(problem: Problem, *, show_values: bool) -> dict[str, Any]:
    """One problem as the commands print it."""
    masked = problem.value if show_values or problem.value is None else MASK
    shown: dict[str, Any] = {
        "rule": problem.rule,
        "severity": str(problem.severity),
        "table": problem.table,
        "sheet": problem.sheet,
        "row": problem.row,
        "column": problem.column,
        "value": masked,
        "message": problem.message,
        "remedy": problem.remedy,
    }
    if problem.times > 1:
        shown["times"] = problem.times
    return shown
