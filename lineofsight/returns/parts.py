"""Declaring what one kind of sheet holds: its columns, what each fills, and how far it is needed."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from lineofsight.returns.codes.model import CodeList
from lineofsight.returns.columns import Table
from lineofsight.returns.values import Caution

Parser = Callable[[str], object]

_LETTER = re.compile(r"[A-Za-z]{1,2}\)\s*")  # Ofsted's letters; the twenty-seventh is aa
_WORDS = re.compile(
    r"\s*:\s*|\s+[-\u2013\u2014]\s*"
)  # what parts a code from its words: a colon or a spaced dash


class Need(StrEnum):
    """What becomes of a row whose value in this column is not there, or cannot be read."""

    REQUIRED = "required"  # blank or unreadable: the row is held back
    TRUSTED = "trusted"  # blank is an answer (not yet ended); unreadable: the row is held back
    OPTIONAL = "optional"  # unreadable: the value is left out, with a warning; the column may be missing


@dataclass(frozen=True)
class Codes:
    """A code list of all years. A code that is not in it is kept as it stands, with a warning.

    ``of`` is the dated list that it is of, for a return whose codes are published; a list of our own has none.
    """

    known: tuple[str, ...]
    also: tuple[tuple[str, str], ...] = ()  # another way to write it -> the code
    lettered: bool = False  # values may be written as Ofsted does: a letter before the code, words behind it
    of: CodeList | None = field(default=None, repr=False)

    def spellings(self) -> Iterable[tuple[str, str]]:
        """Every way to write a code, with the code."""
        return (*((code, code) for code in self.known), *self.also)

    def ways(self, text: str) -> tuple[str, ...]:
        """What to look for in the list, first things first: the text, the text without its letter, its first part.

        >>> Codes(("U6",), lettered=True).ways("f) U6: Foster placement - not FFA")
        ('f) U6: Foster placement - not FFA', 'U6: Foster placement - not FFA', 'U6')
        """
        if not self.lettered:
            return (text,)
        unlettered = _LETTER.sub("", text, count=1) if _LETTER.match(text) else text
        return text, unlettered, _WORDS.split(unlettered, maxsplit=1)[0]


def codes(known: str, also: Mapping[str, str] | None = None) -> Codes:
    """A code list from codes parted by blanks, and other spellings of them.

    >>> codes("M F", {"male": "M"})
    Codes(known=('M', 'F'), also=(('male', 'M'),))
    """
    return Codes(tuple(known.split()), tuple((also or {}).items()))


def listed(of: CodeList, also: Mapping[str, str] | None = None) -> Codes:
    """The codes of a dated list as a column reads them: what has become another code is read as that one.

    ``also`` are spellings of this column alone, beside those of the list.
    """
    ways = tuple((way, code.canonical) for way, code in of.writings() if way != code.canonical)
    return Codes(of.values, (*ways, *(also or {}).items()), of=of)


@dataclass(frozen=True)
class ReadColumn:
    """One column of a file: the heading it is documented by, the table's column that it fills, and what it means.

    ``says`` is one sentence for whoever fills the column: it stands in the reference and in the template.
    ``own_words`` are a council's own: how it writes a value, and what that stands for.
    """

    header: str
    to: str
    as_: Parser | Codes
    need: Need = Need.OPTIONAL
    aliases: tuple[str, ...] = ()
    says: str = ""
    own_words: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Flaw:
    """What is wrong between a row's values: held back for it, or warned of."""

    about: Caution
    holds: bool
    header: str | None = None


def all_agrees(values: dict[str, object]) -> tuple[Flaw, ...]:
    """The check of a part whose values say nothing about one another."""
    return ()


@dataclass(frozen=True, kw_only=True)
class Part:
    """One kind of sheet.

    It is recognised when at least ``enough`` of the headings ``known_by`` are there. ``settle`` sees the values of a
    row once all are read: it may fill in a value that follows from others, and says what does not agree. ``beside``
    are headings that belong to the sheet and are left out on purpose, such as names: nobody is warned of them.
    ``nothing`` are what its system writes into a cell that it has no value for: they are read as an empty one.
    ``own_headings`` are a council's own, each with the heading that it stands for; they come before all others.
    """

    name: str
    title: str
    table: Table
    columns: tuple[ReadColumn, ...]
    known_by: tuple[str, ...]
    enough: int
    settle: Callable[[dict[str, object]], tuple[Flaw, ...]] = all_agrees
    beside: tuple[str, ...] = ()
    nothing: frozenset[str] = frozenset()
    own_headings: tuple[tuple[str, str], ...] = ()

    def by_heading(self, plain: Callable[[str], str]) -> dict[str, ReadColumn]:
        """Every heading that stands for a column, in the plain form that ``plain`` makes of it."""
        known = {plain(name): column for column in self.columns for name in (column.header, *column.aliases)}
        return known | {plain(theirs): known[plain(ours)] for theirs, ours in self.own_headings}
