"""What the columns of Annex A's lists have in common: how each kind is read, and how far it is needed."""

from __future__ import annotations

from lineofsight.returns import annex_a_codes as a
from lineofsight.returns.columns import Table
from lineofsight.returns.parts import Codes, Need, Part, ReadColumn
from lineofsight.returns.values import day_first_date, identifier, number, trimmed, whole


def column(header: str, to: str, of: Codes, *aliases: str) -> ReadColumn:
    """A value of a code list; one that is in no list is kept as it stands."""
    return ReadColumn(header, to, of, Need.OPTIONAL, aliases)


def start(header: str, to: str, *aliases: str) -> ReadColumn:
    """The date without which a row belongs nowhere."""
    return ReadColumn(header, to, day_first_date, Need.REQUIRED, aliases)


def end(header: str, to: str, *aliases: str) -> ReadColumn:
    """A date whose absence means not yet: one that cannot be read must not pass for that."""
    return ReadColumn(header, to, day_first_date, Need.TRUSTED, aliases)


def day(header: str, to: str, *aliases: str) -> ReadColumn:
    """Any other date."""
    return ReadColumn(header, to, day_first_date, Need.OPTIONAL, aliases)


def words(header: str, to: str, *aliases: str) -> ReadColumn:
    """Text as it stands."""
    return ReadColumn(header, to, trimmed, Need.OPTIONAL, aliases)


def number_of(header: str, to: str, *aliases: str) -> ReadColumn:
    """How many times."""
    return ReadColumn(header, to, whole, Need.OPTIONAL, aliases)


CHILD = ReadColumn(
    "Child Unique ID",
    "child_id",
    identifier,
    Need.REQUIRED,
    ("Child ID", "Child's Unique ID", "Unique child ID"),
)
ABOUT_CHILD = (
    CHILD,
    column("Gender", "gender", a.SEXES, "Sex"),
    column("Ethnicity", "ethnicity", a.ETHNICITIES),
    day("Date of Birth", "born", "DOB", "Child's date of birth"),
    ReadColumn("Age of Child (Years)", "age", number, Need.OPTIONAL, ("Age", "Age (Years)", "Age of Child")),
)


def child_list(number: int, table: Table, known_by: str, *columns: ReadColumn) -> Part:
    """A list of children, known by most of the headings that no other list has."""
    return numbered(number, table, known_by, *ABOUT_CHILD, *columns)


def numbered(number: int, table: Table, known_by: str, *columns: ReadColumn) -> Part:
    """List ``number`` of the workbook."""
    own = tuple(known_by.split("|"))
    return Part(
        name=f"annex_a_{number}",
        title=table.title,
        table=table,
        columns=columns,
        known_by=own,
        enough=len(own) // 2 + 1,
    )
