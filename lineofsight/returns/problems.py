"""What is wrong with a file, in sentences with the file's own sheet, row and column."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """What became of the row or file that a problem is about."""

    REFUSED = "file refused"
    HELD = "row held back"
    WARNING = "row kept"


@dataclass(frozen=True, kw_only=True, slots=True)
class Problem:
    """One thing that a person can mend.

    ``row`` counts as Excel does (the header is row 1); in XML it is the line, and ``sheet`` is the element path.
    ``message`` says what is wrong without the value; ``value`` is shown only to those who ask for it.
    """

    rule: str  # a stable name, such as "date_unreadable"
    severity: Severity
    file: str
    message: str
    remedy: str
    table: str | None = None
    sheet: str = ""
    row: int | None = None
    column: str | None = None
    value: str | None = None
    times: int = 1  # how many rows share it, where one sentence speaks for many


class FileRefusedError(Exception):
    """A file that cannot be used at all: nothing of it is stored. Says why, and what to do."""

    def __init__(self, rule: str, message: str, remedy: str, *, row: int | None = None) -> None:
        super().__init__(message)
        self.rule, self.message, self.remedy, self.row = rule, message, remedy, row

    def problem(self, file: str) -> Problem:
        """The same, as a problem of the named file."""
        return Problem(
            rule=self.rule,
            severity=Severity.REFUSED,
            file=file,
            row=self.row,
            message=self.message,
            remedy=self.remedy,
        )
