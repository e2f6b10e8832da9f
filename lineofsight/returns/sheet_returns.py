"""A return that comes as sheets: recognised by its headings, read by its declared columns."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from functools import partial
from pathlib import Path

from lineofsight.returns.columns import Table
from lineofsight.returns.headings import part_of
from lineofsight.returns.model import Item, Return
from lineofsight.returns.part_rows import rows_of
from lineofsight.returns.parts import Part
from lineofsight.returns.plain_columns import read_many
from lineofsight.returns.problems import FileRefusedError, Problem, Severity
from lineofsight.returns.sheets import is_notes, opened

JOINED = " and "  # between the names of parts where a workbook holds several


def sheet_return(
    *,
    name: str,
    title: str,
    parts: tuple[Part, ...],
    needs_key: bool = False,
    begins: Callable[[date], date] | None = None,
) -> Return:
    """The return whose files hold one of these parts, or, as a workbook, several. Two parts may fill one table."""
    return Return(
        name=name,
        title=title,
        tables=tuple(dict.fromkeys(part.table for part in parts)),
        recognises=partial(recognised, parts),
        read=partial(read, parts),
        read_many=partial(read_many, parts, partial(read, parts)),
        needs_key=needs_key,
        filled_by=partial(filled, parts),
        begins=begins,
    )


def filled(parts: tuple[Part, ...], part: str) -> tuple[Table, ...]:
    """The tables of the named parts."""
    return tuple(dict.fromkeys(each.table for each in parts if each.name in part.split(JOINED)))


def recognised(parts: tuple[Part, ...], path: Path) -> str | None:
    """The names of the parts that a file's sheets hold, or None. A file that cannot be opened is nobody's."""
    try:
        with opened(path) as sheets:
            found = [seen.part.name for sheet in sheets if (seen := part_of(parts, sheet.header))]
    except FileRefusedError:
        return None
    return JOINED.join(dict.fromkeys(found)) or None


def read(parts: tuple[Part, ...], path: Path, part: str, file: str) -> Iterator[Item]:
    """The rows and problems of every sheet that holds one of the named parts; other sheets are named and left."""
    wanted = tuple(each for each in parts if each.name in part.split(JOINED))
    with opened(path) as sheets:
        for sheet in sheets:
            if not sheet.header or is_notes(sheet):
                continue
            seen = part_of(wanted, sheet.header)
            if seen:
                yield from rows_of(seen, sheet, file)
            else:
                yield _left_alone(sheet.name, file)


def _left_alone(sheet: str, file: str) -> Problem:
    return Problem(
        rule="sheet_ignored",
        severity=Severity.WARNING,
        file=file,
        sheet=sheet,
        message="The headings of this sheet are not those of the return, so the sheet was left alone.",
        remedy="Nothing needs doing, unless it should have been read: compare its first row with the documentation.",
    )
