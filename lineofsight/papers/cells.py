"""A typed cell and a table of them: a bare number never stands where a figure may be hidden or missing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class CellKind(StrEnum):
    """What a cell holds; the value is the reason that a reader is given."""

    FIGURE = "figure"
    TEXT = "text"
    HIDDEN = "hidden to protect children"
    NOT_AVAILABLE = "not available"
    NOT_APPLICABLE = "not applicable"


# The markers of the Government Statistical Service: c confidential, x not available, z not applicable.
SYMBOLS = {CellKind.HIDDEN: "c", CellKind.NOT_AVAILABLE: "x", CellKind.NOT_APPLICABLE: "z"}


@dataclass(frozen=True, kw_only=True)
class Cell:
    """One cell as it may be shown. ``number`` is for the CSV, and only a figure has one.

    ``code`` is a machine's name for a row's heading (a period's last day as an ISO date, a ward's code).
    ``why`` says in a sentence why a cell holds no figure; left empty, the kind's own words are used.
    """

    kind: CellKind
    text: str
    number: float | None = None
    code: str = ""
    why: str = ""

    def __post_init__(self) -> None:
        if self.kind is not CellKind.FIGURE and self.number is not None:
            raise ValueError(f"A cell that is {self.kind} holds no number; give shown(...) or leave it out.")

    @property
    def is_figure(self) -> bool:
        """Whether a figure is shown."""
        return self.kind is CellKind.FIGURE

    @property
    def is_hidden(self) -> bool:
        """Whether a figure is hidden to protect children."""
        return self.kind is CellKind.HIDDEN

    @property
    def symbol(self) -> str:
        """The marker that stands for a cell without a figure; empty for figures and text."""
        return SYMBOLS.get(self.kind, "")

    @property
    def reason(self) -> str:
        """Why there is no figure, in words; empty for figures and text."""
        return (self.why or str(self.kind)) if self.symbol else ""


def shown(text: str, number: float | None = None) -> Cell:
    """Return a figure that may be shown: as it is printed, and as a number for the CSV."""
    return Cell(kind=CellKind.FIGURE, text=text, number=number)


def label(text: str, code: str = "") -> Cell:
    """Return a heading or a word. ``code`` is its machine-readable name: ``2026-09-30``, ``E05016501``."""
    return Cell(kind=CellKind.TEXT, text=text, code=code)


def hidden(why: str = "") -> Cell:
    """Return a cell whose figure is hidden to protect children. The figure itself is given to nobody."""
    return _empty(CellKind.HIDDEN, why)


def not_available(why: str = "") -> Cell:
    """Return a cell for which there are no data."""
    return _empty(CellKind.NOT_AVAILABLE, why)


def not_applicable(why: str = "") -> Cell:
    """Return a cell that has no meaning, such as a share of nothing."""
    return _empty(CellKind.NOT_APPLICABLE, why)


def _empty(kind: CellKind, why: str) -> Cell:
    return Cell(kind=kind, text=SYMBOLS[kind], why=why)


@dataclass(frozen=True, kw_only=True)
class DataTable:
    """A table with one header row; every row is as long as the header. With ``row_headers`` column 1 heads its row."""

    caption: str
    header: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]
    row_headers: bool = True
    note: str = ""

    def __post_init__(self) -> None:
        for number, row in enumerate(self.rows, start=1):
            if len(row) != len(self.header):
                raise ValueError(
                    f"Table “{self.caption}”: row {number} has {len(row)} cells and the header {len(self.header)}."
                )

    @property
    def legend(self) -> str:
        """What each marker that the table holds means; empty for a table without gaps."""
        used = {cell.kind for row in self.rows for cell in row}
        return " ".join(f"{symbol}: {kind}." for kind, symbol in SYMBOLS.items() if kind in used)
