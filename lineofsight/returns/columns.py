"""A table is a class with typed columns and no rows; an engine supplies the rows by name at run time."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Any, ClassVar, get_type_hints

import ibis

# What a type checker sees of a column. Ibis ships no types, so a wrong *name* is caught by mypy, a wrong *type* here.
Rows = Any
Column = Any


class _Column(Any):  # type: ignore[misc]
    """Any Ibis column. Comparing one gives a column, not a truth value."""

    if TYPE_CHECKING:

        def __eq__(self, other: object) -> Any: ...

        def __ne__(self, other: object) -> Any: ...


class Text(_Column):
    """A column of text."""

    kind = "string"


class Date(_Column):
    """A column of calendar dates."""

    kind = "date"


class Clocked(_Column):
    """A date that a working-day clock starts or stops on: the engine writes its working-day number beside it."""

    kind = "date"


class Number(_Column):
    """A column of numbers that may have a fraction."""

    kind = "float64"


class Whole(_Column):
    """A column of whole numbers."""

    kind = "int64"


class Flag(_Column):
    """A column of yes, no or not recorded."""

    kind = "boolean"


PROVENANCE = {"load": "string", "file": "string", "sheet": "string", "row": "int64"}
WORKDAY = "_workday"  # the suffix of the column that holds a clocked date's working-day number


@dataclass(frozen=True, kw_only=True)
class Span:
    """The days that a row speaks for: from ``since`` until ``until`` (an event has no ``until``)."""

    since: str
    until: str | None = None


class Table:
    """A named table. Subclasses annotate its columns; one instance of each stands for the table itself.

    ``key`` names the columns that make an event the same event in several loads. ``span`` says which days a row
    speaks for, so that an older load supplies only what lies before a newer one's period; a table without a span
    describes people or things, and the newest load wins by key.
    """

    title: ClassVar[str] = ""
    has_provenance: ClassVar[bool] = True  # False for the few tables that the engine itself supplies
    key: ClassVar[tuple[str, ...]] = ()
    span: ClassVar[Span | None] = None
    by_day: ClassVar[str | None] = None  # the column of the day, where the record holds a file for each day
    counted_from: ClassVar[str | None] = None  # the table by day that it is worked out from; never loaded

    name: ClassVar[str]
    columns: ClassVar[dict[str, str]]  # column -> kind, without provenance
    clocked: ClassVar[tuple[str, ...]]

    def __init_subclass__(cls) -> None:
        hints = {n: t for n, t in get_type_hints(cls).items() if isinstance(t, type) and hasattr(t, "kind")}
        cls.columns = {n: t.kind for n, t in hints.items()}
        cls.clocked = tuple(n for n, t in hints.items() if t is Clocked)
        cls.name = _snake(cls.__name__)

    def __init__(self) -> None:
        # A view, because a join onto an unfinished join would lose the columns that it is about to name.
        self.rows: Rows = self.made_of() if type(self).made_of is Table.made_of else self.made_of().view()
        for column in self.columns:
            setattr(self, column, self.rows[column])

    @classmethod
    def schema(cls) -> dict[str, str]:
        """Every column that the engine supplies, in order: the table's own, working-day numbers, provenance."""
        workdays = {f"{c}{WORKDAY}": "int64" for c in cls.clocked}
        return {**cls.columns, **workdays, **(PROVENANCE if cls.has_provenance else {})}

    def made_of(self) -> Rows:
        """The unbound table; a derived table says here which other tables it is made of."""
        return ibis.table(self.schema(), name=self.name)


def _snake(name: str) -> str:
    out = name[0].lower()
    for before, letter in pairwise(name):
        if letter.isupper() or (letter.isdigit() and not before.isdigit()):
            out += "_"
        out += letter.lower()
    return out
