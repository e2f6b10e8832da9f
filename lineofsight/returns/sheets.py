"""A CSV file or a workbook, opened as sheets of rows."""

from __future__ import annotations

import string
from collections.abc import Iterator
from contextlib import AbstractContextManager
from pathlib import Path

from lineofsight.returns.cells import LIMITS, Limits, Sheet
from lineofsight.returns.delimited import opened_csv
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.workbooks import opened_workbook

MARKS = b"\xef\xbb\xbf\xff\xfe\x00"  # byte order marks, and the empty half of UTF-16
ZIP = b"PK\x03\x04"
NOT_READ = "This sheet is not read"  # in the first cell of the notes beside a template's sheets
OLE = bytes.fromhex("D0CF11E0A1B11AE1")  # the container of old Office files, and of encrypted new ones


def opened(path: Path, *, limits: Limits = LIMITS) -> AbstractContextManager[Iterator[Sheet]]:
    """The sheets of a file, one after another, while the context lasts.

    >>> with opened(Path("episodes.csv")) as sheets:
    ...     rows = [line for sheet in sheets for line in sheet.lines]

    Raises FileRefusedError for a file that is empty, encrypted, damaged, too large when unpacked, or no text.
    """
    opening = start_of(path)
    if opening.startswith(OLE):
        raise old_or_encrypted(path)
    if opening.startswith(ZIP):
        return opened_workbook(path, limits)
    return opened_csv(path, limits)


def is_notes(sheet: Sheet) -> bool:
    """Whether a sheet says of itself that it is not read, as a template's notes do: nobody need be told so again."""
    return bool(sheet.header) and sheet.header[0] == NOT_READ


def start_of(path: Path, size: int = 4096) -> bytes:
    """The first bytes of a file; raises FileRefusedError when nothing is in it."""
    with path.open("rb") as file:
        opening = file.read(size)
    if len(opening) < size and not opening.strip(MARKS + string.whitespace.encode()):
        raise empty()
    return opening


def empty() -> FileRefusedError:
    """Why a file without a single value is refused."""
    remedy = "Export it again, and check that the export ended without an error."
    return FileRefusedError("file_empty", "The file is empty.", remedy)


def old_or_encrypted(path: Path) -> FileRefusedError:
    """Why a file in the old Office container is refused: it has a password, or is an old workbook."""
    inside = path.read_bytes()
    if "EncryptedPackage".encode("utf-16-le") in inside:
        return FileRefusedError(
            "file_encrypted",
            "The workbook is protected by a password, so it cannot be read.",
            "Open it in Excel, remove the password (File, Info, Protect Workbook), save it, and load that.",
        )
    return FileRefusedError(
        "workbook_old_format",
        "The file is in Excel's format of before 2007 (.xls), or another old Office format.",
        "Open it in Excel, save it as an Excel workbook (.xlsx), and load that.",
    )
