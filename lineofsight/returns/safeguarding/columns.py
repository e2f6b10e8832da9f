"""What the columns of the dataset's tables have in common: how each kind is read, and how far it is needed."""

from __future__ import annotations

from lineofsight.returns.columns import Table
from lineofsight.returns.parts import Codes, Need, Parser, Part, ReadColumn, all_agrees
from lineofsight.returns.safeguarding.model import DatasetTable, Made, Taken, TakenAsAt
from lineofsight.returns.safeguarding.settle import Settle
from lineofsight.returns.safeguarding.values import NOTHING, day
from lineofsight.returns.values import flag, identifier, trimmed

TITLE = "Safeguarding dataset: "


def names(header: str, to: str, *aliases: str) -> ReadColumn:
    """The identifier without which a line cannot be placed."""
    return ReadColumn(header, to, identifier, Need.REQUIRED, aliases)


def refers(header: str, to: str, *aliases: str) -> ReadColumn:
    """The identifier of a line of another table."""
    return ReadColumn(header, to, identifier, Need.OPTIONAL, aliases)


def begins(header: str, to: str, *aliases: str) -> ReadColumn:
    """The date without which a line belongs nowhere."""
    return ReadColumn(header, to, day, Need.REQUIRED, aliases)


def ends(header: str, to: str, *aliases: str) -> ReadColumn:
    """A date whose absence means not yet: one that cannot be read must not pass for that."""
    return ReadColumn(header, to, day, Need.TRUSTED, aliases)


def on(header: str, to: str, *aliases: str) -> ReadColumn:
    """Any other date."""
    return ReadColumn(header, to, day, Need.OPTIONAL, aliases)


def coded(header: str, to: str, of: Codes | Parser) -> ReadColumn:
    """A value of a code list, or one that is read in a way of its own."""
    return ReadColumn(header, to, of, Need.OPTIONAL)


def yes_no(header: str, to: str) -> ReadColumn:
    """Yes or no."""
    return ReadColumn(header, to, flag, Need.OPTIONAL)


def words(header: str, to: str) -> ReadColumn:
    """Text as it stands."""
    return ReadColumn(header, to, trimmed, Need.OPTIONAL)


def child(header: str) -> ReadColumn:
    """The child whose line it is."""
    return names(header, "child_id")


def dataset_table(
    name: str,
    title: str,
    line: Table,
    *columns: ReadColumn,
    makes: tuple[Made, ...],
    takes: tuple[Taken | TakenAsAt, ...] = (),
    beside: str = "",
    settle: Settle = all_agrees,
) -> DatasetTable:
    """A table of the dataset. It is known by most of its field names: each has a prefix that no other table's has."""
    known_by = tuple(column.header for column in columns)
    part = Part(
        name=name,
        title=TITLE + title,
        table=line,
        columns=columns,
        known_by=known_by,
        enough=len(known_by) // 2 + 1,
        beside=tuple(beside.split()),
        nothing=NOTHING,
        settle=settle,
    )
    return DatasetTable(part=part, makes=makes, takes=takes)
