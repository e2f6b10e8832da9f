"""Small files for tests of what comes in, and what was read of them in a form that is easy to compare."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import xlsxwriter

from lineofsight.returns.known import recognise
from lineofsight.returns.model import Return, Row, SetAside
from lineofsight.returns.problems import Problem, Severity


@dataclass(frozen=True)
class Read:
    """What came of one file."""

    return_: Return
    part: str
    rows: list[Row]
    problems: list[Problem]

    @property
    def kept(self) -> list[dict[str, object]]:
        return [row.values for row in self.rows if not row.held]

    @property
    def held(self) -> list[int]:
        return [row.row for row in self.rows if row.held]

    def rules(self, severity: Severity = Severity.WARNING) -> list[str]:
        return [problem.rule for problem in self.problems if problem.severity == severity]

    def only(self, rule: str) -> Problem:
        (found,) = [problem for problem in self.problems if problem.rule == rule]
        return found


def read(path: Path) -> Read:
    """Recognises a file by its content and reads it to its end."""
    found = recognise(path)
    assert not isinstance(found, SetAside)
    return_, part = found
    items = list(return_.read(path, part, path.name))
    rows = [item for item in items if isinstance(item, Row)]
    return Read(return_, part, rows, [item for item in items if isinstance(item, Problem)])


def csv_file(folder: Path, text: str | bytes, name: str = "file.csv") -> Path:
    """A file with this text, its line ends as they are."""
    path = folder / name
    path.write_bytes(text if isinstance(text, bytes) else text.encode())
    return path


def workbook(
    folder: Path, name: str = "file.xlsx", /, *, date_1904: bool = False, **sheets: Sequence[Sequence[object]]
) -> Path:
    """A workbook with these sheets; dates become real Excel dates, and ``=`` begins a formula of value 0."""
    path = folder / name
    book = xlsxwriter.Workbook(path, {"default_date_format": "dd/mm/yyyy", "date_1904": date_1904})
    for title, rows in sheets.items():
        sheet = book.add_worksheet(title)
        for row, values in enumerate(rows):
            for column, value in enumerate(values):
                if value is not None:
                    sheet.write(row, column, value)
    book.close()
    return path
