"""What one table of the dataset is: how its lines are read, what they take from others, and what they become."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from lineofsight.returns.columns import Table
from lineofsight.returns.parts import Part

Values = dict[str, object]


@dataclass(frozen=True, kw_only=True)
class Taken:
    """Values that a line takes from the line of another table that it names.

    ``by`` is the column of this line that names the other, ``key`` the other's column of the same. ``values`` are this
    line's columns, each with the other's. ``needed``: a name that leads nowhere is warned of.
    """

    by: str
    of: str
    values: tuple[tuple[str, str], ...]
    key: str = "id"
    needed: bool = True


@dataclass(frozen=True, kw_only=True)
class TakenAsAt:
    """A value that a line takes from the spell of another table, of the same child, in which its day lies."""

    by: str
    at: str
    of: str
    value: tuple[str, str]
    since: str = "started"
    until: str = "ended"


@dataclass(frozen=True, kw_only=True)
class Made:
    """A row that a line becomes: each column of ``table`` is the line's of that name, or the one given in ``from_``.

    ``each``: a column of the line that holds several values, of which each makes a row.
    """

    table: Table
    from_: tuple[tuple[str, str], ...] = ()
    when: Callable[[Values], bool] = field(default=lambda _: True)
    each: str | None = None


@dataclass(frozen=True, kw_only=True)
class DatasetTable:
    """One table of the dataset. The name of its part is the table's own, ``ssd_person`` say."""

    part: Part
    makes: tuple[Made, ...]
    takes: tuple[Taken | TakenAsAt, ...] = ()

    @property
    def name(self) -> str:
        return self.part.name
