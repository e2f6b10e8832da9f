"""A figure as it may be printed: a typed cell, never a bare number."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from lineofsight.readings import Reading

Why = Literal["small", "complement", "group", "subtraction", "percentage"]
Absence = Literal["not available", "not applicable"]

# The markers of the Government Statistical Service. One marker and one sentence for every hidden cell: to tell a
# small count from the figure that covers for it would undo the cover.
LEGEND = {
    "c": "a count of 1 to 5, or a figure hidden to protect one",
    "x": "not available",
    "z": "not applicable: there is nothing to take a share of",
}


@dataclass(frozen=True)
class Shown:
    """A figure that may be printed."""

    value: float


@dataclass(frozen=True)
class Hidden:
    """A figure that may not be printed. ``why`` stays at the analyst's desk; readers get the legend's one sentence.

    small: a count of 1 to 5, or an average over too few people; complement: so few did not meet the condition;
    group: everyone or no one in a small group could be seen to; subtraction: it would reveal another figure;
    percentage: it would give back a hidden count.
    """

    why: Why


@dataclass(frozen=True)
class Missing:
    """No figure: the data are not there, or there is nothing to take a share of. It is never zero."""

    why: Absence = "not available"


Cell = Shown | Hidden | Missing


@dataclass(frozen=True, kw_only=True)
class Published:
    """One row of a table as it may leave. ``reading`` says which row it is; no figure is ever taken from it."""

    reading: Reading = field(repr=False)
    numerator: Cell
    denominator: Cell
    value: Cell
    unknown: Cell
    open: Cell

    @property
    def cells(self) -> tuple[Cell, ...]:
        """The five cells, in the order of the fields."""
        return (self.numerator, self.denominator, self.value, self.unknown, self.open)


def text(cell: Cell, decimals: int = 0) -> str:
    """Return what is printed: the figure with its thousands marked, or a marker that ``LEGEND`` explains."""
    if isinstance(cell, Shown):
        return f"{cell.value:,.{decimals}f}"
    if isinstance(cell, Hidden):
        return "c"
    return "x" if cell.why == "not available" else "z"
