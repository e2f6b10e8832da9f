"""An xlsx workbook as sheets of rows, with Excel's own row numbers, its dates as dates and its errors as errors."""

from __future__ import annotations

import hashlib
import lzma
import struct
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from errno import EINVAL
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, SheetTypeEnum

from lineofsight.returns.cell_faults import CellFaults, DoctypeError, faults_by_sheet
from lineofsight.returns.cells import Cell, Limits, Line, Sheet, is_blank, sheet_of
from lineofsight.returns.problems import FileRefusedError

_DAMAGE = (
    BadZipFile,
    zlib.error,
    lzma.LZMAError,
    struct.error,
    EOFError,
    NotImplementedError,
    RuntimeError,
    KeyError,
    ValueError,
)
REMEMBERED = 8  # workbooks whose looking through is not done again
_LOOKED_THROUGH: dict[tuple[str, Limits], dict[str, CellFaults]] = {}
SAVE_AGAIN = "Open it in Excel, save it as an Excel workbook (.xlsx), and load that."


@contextmanager
def opened_workbook(path: Path, limits: Limits) -> Iterator[Iterator[Sheet]]:
    """The sheets of a workbook, one in memory at a time."""
    faults = _looked_through_once(path, limits)
    try:
        workbook = CalamineWorkbook.from_path(path)
    except CalamineError:
        raise _damaged() from None
    with workbook:
        yield _sheets(workbook, faults)


def _looked_through_once(path: Path, limits: Limits) -> dict[str, CellFaults]:
    """The same for the same bytes: a file is recognised and then read, and its copy in a load is as it was."""
    with path.open("rb") as file:
        same = hashlib.file_digest(file, "sha256").hexdigest(), limits
    if same not in _LOOKED_THROUGH:
        found = _looked_through(path, limits)
        while len(_LOOKED_THROUGH) >= REMEMBERED:
            _LOOKED_THROUGH.pop(next(iter(_LOOKED_THROUGH)))
        _LOOKED_THROUGH[same] = found
    return _LOOKED_THROUGH[same]


def _looked_through(path: Path, limits: Limits) -> dict[str, CellFaults]:
    """Every member unpacked once, as a stream: sizes, checksums, and what the reading library would pass over."""
    try:
        with ZipFile(path) as archive:
            _refuse_what_is_no_workbook(archive)
            _refuse_what_is_too_large(archive, limits.unpacked_bytes)
            if archive.testzip():
                raise _damaged()
            faults = faults_by_sheet(archive)
    except DoctypeError:
        raise _with_a_doctype() from None
    except _DAMAGE:
        raise _damaged() from None
    except OSError as fault:
        if fault.errno != EINVAL:  # an archive whose index points to before its own beginning
            raise
        raise _damaged() from None
    for name, found in faults.items():
        if found.last_row * found.last_column > limits.cells:
            raise _stretched(name)
    return faults


def _refuse_what_is_no_workbook(archive: ZipFile) -> None:
    names = set(archive.namelist())
    if any(member.flag_bits & 1 for member in archive.infolist()):
        raise FileRefusedError(
            "file_encrypted", "The file is protected by a password.", "Load it without one."
        )
    if "xl/workbook.bin" in names:
        raise FileRefusedError("workbook_binary", "The file is a binary workbook (.xlsb).", SAVE_AGAIN)
    if "xl/workbook.xml" not in names:
        raise FileRefusedError(
            "zip_without_workbook",
            "The file is a zip archive, and no Excel workbook (.xlsx) is in its place.",
            "Unpack the archive and load the files that are in it.",
        )


def _refuse_what_is_too_large(archive: ZipFile, limit: int) -> None:
    if sum(member.file_size for member in archive.infolist()) > limit:
        raise FileRefusedError(
            "workbook_too_large",
            f"The workbook would grow to more than {limit:,} bytes when it is unpacked.",
            "Save the sheet that is needed as CSV, and load that.",
        )


def _sheets(workbook: CalamineWorkbook, faults: dict[str, CellFaults]) -> Iterator[Sheet]:
    for about in workbook.sheets_metadata:
        if about.typ != SheetTypeEnum.WorkSheet:
            continue
        try:
            sheet = workbook.get_sheet_by_name(about.name)
        except CalamineError:
            raise _damaged() from None
        yield sheet_of(about.name, _lines(sheet, faults.get(about.name, CellFaults())))


def _lines(sheet: CalamineSheet, faults: CellFaults) -> Iterator[Line]:
    first_column = sheet.start[1] if sheet.start else 0
    for row, values in enumerate(_rows(sheet, faults.last_row), start=1):
        cells = [_cell(value) for value in values]
        for column, fault in faults.in_row(row):
            place = column - 1 - first_column
            if place >= 0:  # left of every value there is no heading that it could stand under
                cells.extend([""] * (place + 1 - len(cells)))
                cells[place] = fault
        if not is_blank(cells):
            yield Line(row, cells)


def _rows(sheet: CalamineSheet, last_row: int) -> Iterator[list[object]]:
    """The values of each row, from the sheet's first to its last, also where only faults stand in it."""
    reached = 0
    for values in sheet.iter_rows():
        reached += 1
        yield values
    yield from ([] for _ in range(reached, last_row))


def _cell(value: object) -> Cell:
    """Numbers as text without a needless ``.0``, dates as dates, with their time of day where they have one."""
    if isinstance(value, datetime):
        return value if value.time() > time.min else value.date()
    if isinstance(value, date):
        return value
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() else format(value, ".15g")
    return str(value)


def _damaged() -> FileRefusedError:
    message = "The workbook is damaged or was cut off: it cannot be unpacked whole."
    return FileRefusedError("workbook_damaged", message, "Export or copy the file again. " + SAVE_AGAIN)


def _with_a_doctype() -> FileRefusedError:
    message = "The workbook holds document type declarations, which no spreadsheet program writes."
    return FileRefusedError("workbook_with_doctype", message, SAVE_AGAIN)


def _stretched(name: str) -> FileRefusedError:
    return FileRefusedError(
        "sheet_too_large",
        f"The sheet '{name}' stretches over too many rows and columns: a value stands far from the others.",
        "Delete the rows and columns beyond the data (press Ctrl and End to find them), save, and load again.",
    )
