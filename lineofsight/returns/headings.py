"""Matching a sheet's headings to the columns that a return declares."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache

from lineofsight.returns.cells import Cell, Fault, letter
from lineofsight.returns.own_words import as_mapped
from lineofsight.returns.parts import Need, Part, ReadColumn
from lineofsight.returns.problems import FileRefusedError

_NEITHER_LETTER_NOR_DIGIT = re.compile(r"[\W_]+")


def shown(cell: Cell) -> str:
    """A cell as text, as a person sees it."""
    text = cell.text if isinstance(cell, Fault) else str(cell)
    return " ".join(text.replace("\ufeff", "").split())


@lru_cache(maxsize=4096)
def plain(heading: str) -> str:
    """A heading by its letters and digits alone: case, blanks, underscores, quotes and dashes make no difference."""
    return _NEITHER_LETTER_NOR_DIGIT.sub("", unicodedata.normalize("NFKC", heading)).casefold()


@dataclass(frozen=True, kw_only=True)
class Match:
    """How a part's columns lie in a sheet: ``places`` by index, ``doubled`` where two headings claim one column."""

    part: Part
    headings: tuple[str, ...]
    places: tuple[tuple[ReadColumn, int], ...]
    doubled: tuple[tuple[ReadColumn, int, int], ...]
    extra: tuple[int, ...]

    @property
    def missing(self) -> tuple[ReadColumn, ...]:
        """The declared columns that no heading names."""
        there = {column.to for column, _ in self.places}
        return tuple(column for column in self.part.columns if column.to not in there)

    @property
    def lacking(self) -> tuple[ReadColumn, ...]:
        """The missing columns without which nothing of the sheet can be used."""
        return tuple(column for column in self.missing if column.need != Need.OPTIONAL)

    @property
    def is_recognised(self) -> bool:
        """Whether enough of the headings that tell this part from all others are there."""
        there = {column.header for column, _ in self.places}
        return sum(header in there for header in self.part.known_by) >= self.part.enough


def match(part: Part, header: list[Cell]) -> Match:
    """Where a part's columns lie under a header row; their order does not matter."""
    part = as_mapped(part)
    names = part.by_heading(plain)
    beside = {plain(name) for name in part.beside}
    headings = tuple(shown(cell) for cell in header)
    places: dict[str, tuple[ReadColumn, int]] = {}
    doubled, extra = [], []
    for index, heading in enumerate(headings):
        column = names.get(plain(heading))
        if column is None:
            extra += [index] if plain(heading) not in beside else []
        elif column.to in places:
            doubled.append((column, places[column.to][1], index))
        else:
            places[column.to] = (column, index)
    return Match(
        part=part,
        headings=headings,
        places=tuple(places.values()),
        doubled=tuple(doubled),
        extra=tuple(extra),
    )


def part_of(parts: tuple[Part, ...], header: list[Cell]) -> Match | None:
    """The part that a header row belongs to: of those recognised, the one that explains most of its headings."""
    found = [seen for seen in (match(part, header) for part in parts) if seen.is_recognised]
    return max(found, key=lambda seen: (len(seen.places), -len(seen.missing)), default=None)


def nearest(parts: tuple[Part, ...], header: list[Cell]) -> Match | None:
    """The part that comes closest to a header row that none is recognised by, if two headings or more agree."""
    found = [seen for seen in (match(part, header) for part in parts) if len(seen.places) > 1]
    return max(found, key=lambda seen: (len(seen.places), -len(seen.missing)), default=None)


def refuse_unless_usable(seen: Match, row: int) -> None:
    """Raises FileRefusedError when a needed column is missing, or two headings claim the same one."""
    if seen.lacking:
        names = ", ".join(f"'{column.header}'" for column in seen.lacking)
        raise FileRefusedError(
            "column_missing",
            f"{seen.part.title} cannot be read without the column{'s'[: len(seen.lacking) - 1]} {names}.",
            "Export the file with every column of the return, even where a column is empty.",
            row=row,
        )
    if seen.doubled:
        column, first, second = seen.doubled[0]
        raise FileRefusedError(
            "column_twice",
            f"Two headings stand for the column '{column.header}': '{seen.headings[first]}' (column "
            f"{letter(first)}) and '{seen.headings[second]}' (column {letter(second)}).",
            "Keep the one that is right, and rename or delete the other.",
            row=row,
        )
