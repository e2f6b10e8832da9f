"""The header of SEN2 as COLLECT exports it: a file of one row, which tells for which days the files beside it speak."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from lineofsight.returns.cells import Cell, Fault
from lineofsight.returns.collect import collect_date
from lineofsight.returns.headings import plain, shown
from lineofsight.returns.model import Covers, Item, Return
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.sen2_period import first_of_return
from lineofsight.returns.sheets import opened
from lineofsight.returns.tables import sen2
from lineofsight.returns.values import UnreadableError

KNOWN_BY = ("sen2tableid", "collection", "referencedate")
REFERENCE_DATE = "referencedate"


def is_header(header: list[Cell]) -> bool:
    """Whether a first row is that of the header's file."""
    return set(KNOWN_BY) <= {plain(shown(cell)) for cell in header}


def _read(path: Path, _part: str, _file: str) -> Iterator[Item]:
    with opened(path) as sheets:
        for sheet in sheets:
            place = [plain(shown(cell)) for cell in sheet.header].index(REFERENCE_DATE)
            for line in sheet.lines:
                until = _day(line.cells[place] if place < len(line.cells) else "", line.row)
                yield Covers(since=first_of_return(until), until=until)
                return
            raise _unknown(None)


def _day(cell: Cell, row: int) -> date:
    if isinstance(cell, date):
        return cell
    try:
        return collect_date("" if isinstance(cell, Fault) else cell)
    except UnreadableError:
        raise _unknown(row) from None


def _unknown(row: int | None) -> FileRefusedError:
    return FileRefusedError(
        "period_unknown",
        "The header of the return gives no reference date that can be read, so it is not known which days it covers.",
        "Export the return again, or name its census day with --key when the other files are loaded.",
        row=row,
    )


def _recognises(path: Path) -> str | None:
    try:
        with opened(path) as sheets:
            return "header" if any(is_header(sheet.header) for sheet in sheets) else None
    except FileRefusedError:
        return None


def _fills_nothing(_part: str) -> tuple[()]:
    return ()


SEN2_HEADER = Return(
    name="sen2",
    title="SEN2 person level, header of COLLECT's export",
    tables=sen2.TABLES,
    recognises=_recognises,
    read=_read,
    tells_period=True,
    filled_by=_fills_nothing,
)
