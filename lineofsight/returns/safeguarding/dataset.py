"""The Standard Safeguarding Dataset as a return: its tables as files or as sheets, read with what they say of one another."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from lineofsight.returns import sheet_returns
from lineofsight.returns.columns import Table
from lineofsight.returns.model import Item, Read, Return, Row
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.safeguarding import parts_care, parts_need, parts_protection
from lineofsight.returns.safeguarding.model import Values
from lineofsight.returns.safeguarding.references import References
from lineofsight.returns.safeguarding.rows import Reading
from lineofsight.returns.sheet_returns import JOINED

DATASET = (*parts_need.TABLES, *parts_protection.TABLES, *parts_care.TABLES)
BY_NAME = {table.name: table for table in DATASET}
BY_LINE = {table.part.table.name: table for table in DATASET}
PARTS = tuple(table.part for table in DATASET)

Files = tuple[tuple[Path, str], ...]  # each with its parts


def read_beside(files: Iterable[tuple[Path, str]]) -> Read:
    """How each of these files is read, with all of them there to be looked into."""
    references = References(tables=BY_NAME, lines=partial(_lines, tuple(files)))
    return partial(_read, references)


def read(path: Path, part: str, file: str) -> Iterator[Item]:
    """The rows and problems of a file that stands alone."""
    return read_beside([(path, part)])(path, part, file)


def _lines(files: Files, name: str) -> Iterator[Values]:
    """The lines of one table that are not held back. A file that cannot be read is refused when its turn comes."""
    for path, parts in files:
        if name in parts.split(JOINED):
            try:
                for item in sheet_returns.read((BY_NAME[name].part,), path, name, path.name):
                    if isinstance(item, Row) and not item.held:
                        yield item.values
            except FileRefusedError:
                continue


def _read(references: References, path: Path, part: str, file: str) -> Iterator[Item]:
    reading = Reading(file=file, references=references)
    wanted = tuple(each for each in PARTS if each.name in part.split(JOINED))
    table = BY_NAME[wanted[0].name]
    for item in sheet_returns.read(wanted, path, part, file):
        table = BY_LINE.get(getattr(item, "table", "") or "", table)
        yield from reading.items(table, item)
    yield from reading.missed.values()


def _filled(part: str) -> tuple[Table, ...]:
    return tuple(dict.fromkeys(made.table for name in part.split(JOINED) for made in BY_NAME[name].makes))


SAFEGUARDING_DATASET = Return(
    name="safeguarding_dataset",
    title="Standard Safeguarding Dataset",
    tables=tuple(dict.fromkeys(made.table for table in DATASET for made in table.makes)),
    recognises=partial(sheet_returns.recognised, PARTS),
    read=read,
    filled_by=_filled,
    read_beside=read_beside,
    as_at="as_at",
)
