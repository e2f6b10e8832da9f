"""A CSV file as a stream of rows: any of three separators, quoted line breaks, and no silent truncation."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from lineofsight.returns.cells import LIMITS, Cell, Limits, Line, Sheet, is_blank, sheet_of
from lineofsight.returns.encodings import SAVE_AS_UTF8, encoding_of
from lineofsight.returns.problems import FileRefusedError

SEPARATORS = (",", ";", "\t")
OPENING = 64 * 1024  # characters in which the header must end
EXPORT_AGAIN = "Export the file again, and check that the export ended without an error."


@contextmanager
def opened_csv(path: Path, limits: Limits = LIMITS) -> Iterator[Iterator[Sheet]]:
    """The one sheet of a CSV file, which is never held in memory whole."""
    encoding = encoding_of(path)
    with path.open(encoding=encoding.codec, newline="") as text:
        separator = _separator(text)
        text.seek(0)
        records = _records(_physical_lines(text, limits.line_characters), separator)
        lines = _lines(records, ends_whole=_ends_with_a_line_break(path))
        yield iter([sheet_of("", lines, (encoding.caution,) if encoding.caution else ())])


def _separator(text: TextIO) -> str:
    """The separator that cuts the header into most cells."""
    try:
        opening = text.read(OPENING).splitlines(keepends=True)
    except UnicodeDecodeError:
        raise _undecodable(None) from None
    return max(SEPARATORS, key=lambda separator: _cells_in_header(opening, separator))


def _cells_in_header(opening: list[str], separator: str) -> int:
    return next((len(cells) for cells in csv.reader(opening, delimiter=separator) if any(cells)), 0)


def _ends_with_a_line_break(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-min(4, path.stat().st_size), 2)
        return file.read().rstrip(b"\0").endswith((b"\n", b"\r"))


def _lines(records: Iterator[tuple[int, list[Cell]]], *, ends_whole: bool) -> Iterator[Line]:
    """The rows that are not blank. A quoted line break does not begin a row, for Excel counts records too."""
    width, behind = 0, None
    for row, cells in records:
        if is_blank(cells):
            continue
        if behind:
            yield behind
        behind, width = Line(row, cells), width or len(cells)
    if behind and not ends_whole and len(behind.cells) < width:
        raise _cut_off(behind.row)
    if behind:
        yield behind


def _physical_lines(text: TextIO, limit: int) -> Iterator[str]:
    """The lines of a text; one that never ends would otherwise be taken into memory whole."""
    while line := text.readline(limit + 2):
        if len(line.rstrip("\r\n")) > limit:
            raise _endless(limit)
        yield line


def _records(text: Iterator[str], separator: str) -> Iterator[tuple[int, list[Cell]]]:
    row = 0
    reader = csv.reader(text, delimiter=separator, strict=True)
    while True:
        row += 1
        try:
            yield row, list(next(reader))
        except StopIteration:
            return
        except UnicodeDecodeError:
            raise _undecodable(row) from None
        except csv.Error as error:
            raise _cut_off(row) if "end of data" in str(error) else _misquoted(row) from None


def _endless(limit: int) -> FileRefusedError:
    message = f"A line of the file is longer than {limit:,} characters: this is no table."
    return FileRefusedError("line_too_long", message, EXPORT_AGAIN)


def _cut_off(row: int) -> FileRefusedError:
    message = "The file ends in the middle of a row: it was cut off, or a quotation mark is never closed."
    return FileRefusedError("file_cut_off", message, EXPORT_AGAIN, row=row)


def _misquoted(row: int) -> FileRefusedError:
    return FileRefusedError(
        "quotes_unpaired",
        "The quotation marks in this row do not pair up, so it cannot be told where rows end after it.",
        'Write a quotation mark inside a quoted cell twice (""), or export the file again.',
        row=row,
    )


def _undecodable(row: int | None) -> FileRefusedError:
    message = "The file changes its encoding part of the way through, or is damaged there."
    return FileRefusedError("encoding_mixed", message, SAVE_AS_UTF8, row=row)
