"""Every figure of the paper as one tidy CSV file: one row a figure, a hidden one as its marker with the reason."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from io import StringIO

from lineofsight.papers.cells import Cell, DataTable
from lineofsight.papers.markup import plain
from lineofsight.papers.model import MeasurePart, Paper

HEADER = (
    "measure", "title", "period_kind", "table", "by", "row", "row_code", "figure", "value", "shown_as", "why_no_value",
    "run",
)  # fmt: skip


def csv_paper(paper: Paper) -> bytes:
    """Return the file, UTF-8 with a byte-order mark so that Excel reads it as UTF-8."""
    out = StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADER)
    for part in paper.measures:
        for table in part.tables:
            writer.writerows(_rows(part, table, paper.provenance.run))
    return out.getvalue().encode("utf-8-sig")


def count_figures(paper: Paper) -> tuple[int, int]:
    """Return how many figures the paper's tables show, and how many they hide."""
    cells = [cell for part in paper.measures for table in part.tables for row in table.rows for cell in row]
    return sum(cell.is_figure for cell in cells), sum(cell.is_hidden for cell in cells)


def _rows(part: MeasurePart, table: DataTable, run: str) -> Iterator[list[str]]:
    kind = part.plot.chart.period_kind if part.plot is not None else ""
    about = (part.id, part.title, kind, table.caption, table.header[0])
    for row in table.rows:
        heading, *figures = row
        for name, cell in zip(table.header[1:], figures, strict=True):
            if not cell.text:
                continue
            found = (heading.text, heading.code, name, _value(cell), cell.text, cell.reason, run)
            yield [harmless(plain(field)) for field in (*about, *found)]


def _value(cell: Cell) -> str:
    if cell.symbol:
        return cell.symbol
    return "" if cell.number is None else f"{cell.number:.10g}"


# A spreadsheet takes a cell that begins with one of these for a formula.
_BEGINS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n")
_NUMBER = re.compile(r"[-+]?\d[\d,]*(\.\d+)?(e[-+]?\d+)?%?")


def harmless(field: str) -> str:
    """Return the field with an apostrophe before what a spreadsheet would run; a negative number stays a number."""
    if field.startswith(_BEGINS_A_FORMULA) and not _NUMBER.fullmatch(field):
        return f"'{field}"
    return field
