"""A sheet as rows of text that know, once they are written, which row of the file they are."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path

import xlsxwriter

Value = str | int | float | bool | date | None
MADE_ON = datetime(
    2026, 10, 1, tzinfo=UTC
)  # in the workbook's properties; today's date would make each run another file


@dataclass(slots=True)
class Sheet:
    """A header and its rows. A value is text, a number, a date, yes or no, or nothing."""

    name: str
    header: tuple[str, ...]
    rows: list[list[Value]] = field(default_factory=list)

    def add(self, *values: Value) -> None:
        """One more row."""
        self.rows.append(list(values))

    def place(self, column: str) -> int:
        """Where a column stands, counted from 0."""
        return self.header.index(column)

    def number_of(self, row: list[Value]) -> int:
        """The row's number as Excel counts, the header being row 1."""
        return next(place for place, other in enumerate(self.rows, start=2) if other is row)


def as_text(value: Value) -> str:
    """A value as a CSV file holds it: dates day first, yes and no as 1 and 0."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "1" if value else "0"
    return f"{value:%d/%m/%Y}" if isinstance(value, date) else str(value)


def write_csv(path: Path, sheet: Sheet) -> None:
    """Writes one sheet as a CSV file in UTF-8."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(sheet.header)
        writer.writerows([as_text(value) for value in row] for row in sheet.rows)


def write_workbook(path: Path, sheets: list[Sheet]) -> None:
    """Writes sheets as one workbook, with real dates."""
    options = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
    with xlsxwriter.Workbook(path, options) as book:
        book.set_properties({"created": MADE_ON})
        dates = book.add_format({"num_format": "dd/mm/yyyy"})
        for sheet in sheets:
            page = book.add_worksheet(sheet.name)
            page.write_row(0, 0, sheet.header)
            for number, row in enumerate(sheet.rows, start=1):
                for place, value in enumerate(row):
                    if isinstance(value, bool):
                        page.write_number(number, place, int(value))
                    elif isinstance(value, date):
                        page.write_datetime(number, place, value, dates)
                    elif isinstance(value, int | float):
                        page.write_number(number, place, value)
                    elif value:
                        page.write_string(number, place, value)
