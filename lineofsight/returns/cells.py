"""What a sheet is made of: cells, rows that count as Excel counts them, and a header."""

from __future__ import annotations

import string
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lineofsight.returns.values import Caution, blank


@dataclass(frozen=True, slots=True)
class Fault:
    """A cell whose value cannot be had: what stands there, and what is wrong with it."""

    text: str
    rule: str
    message: str
    remedy: str


Cell = str | date | Fault


@dataclass(frozen=True, slots=True)
class Line:
    """One row that is not blank; ``row`` counts as Excel does, blank rows among them."""

    row: int
    cells: list[Cell]


@dataclass(frozen=True, kw_only=True)
class Sheet:
    """One sheet: its first row that is not blank is the header, ``lines`` streams the others.

    A CSV file is one sheet without a name. ``header`` is empty when the sheet is. ``lines`` raises FileRefusedError
    when the file proves to be cut off or damaged further down.
    """

    name: str
    header: list[Cell]
    header_row: int
    lines: Iterator[Line]
    cautions: tuple[Caution, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Limits:
    """How far a workbook may grow when unpacked, how many cells a sheet may stretch over, how long a line may be."""

    unpacked_bytes: int = 512 * 1024 * 1024
    cells: int = 20_000_000
    line_characters: int = 1_000_000


LIMITS = Limits()


def sheet_of(name: str, lines: Iterator[Line], cautions: tuple[Caution, ...] = ()) -> Sheet:
    """A sheet whose header is the first line."""
    first = next(lines, Line(1, []))
    return Sheet(name=name, header=first.cells, header_row=first.row, lines=lines, cautions=cautions)


def is_blank(cells: list[Cell]) -> bool:
    """Whether a row holds nothing that a person could see."""
    return all(isinstance(cell, str) and blank(cell) for cell in cells)


def letter(index: int) -> str:
    """The name of a column in Excel: 0 is A, 26 is AA."""
    name = ""
    index += 1
    while index:
        index, place = divmod(index - 1, 26)
        name = string.ascii_uppercase[place] + name
    return name
