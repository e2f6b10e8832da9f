"""A column that a sheet declares, read from an XML element: one declaration serves both forms of a return."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from lineofsight.returns.elements import Leaf
from lineofsight.returns.headings import plain
from lineofsight.returns.part_rows import CAUTIONS, NOTHING, REMEMBERED, UNKNOWN_CODE
from lineofsight.returns.parts import Codes, Need, ReadColumn
from lineofsight.returns.values import WORDS_FOR_NOTHING, Caution, UnreadableError, trimmed


def leaf_of(column: ReadColumn) -> Leaf:
    """How the text of an element becomes the value of the column that a sheet's heading of that meaning fills."""
    parse: Callable[[str], object]
    caution: Callable[[str], Caution | None] | None
    if isinstance(column.as_, Codes):
        parse, caution = _code(column.as_), _unknown_code(column.as_)
    else:
        parse, caution = column.as_, CAUTIONS.get(column.as_)
    return Leaf(
        column=column.to,
        parse=parse,
        places=column.need == Need.REQUIRED,
        decides=column.need == Need.TRUSTED,
        caution=caution,
        codes=column.as_ if isinstance(column.as_, Codes) else None,
        says=column.says,
    )


def _code(codes: Codes) -> Callable[[str], str]:
    """A code that the list does not know is kept as it stands: the caution says so."""
    spellings = _spellings(codes)

    @lru_cache(maxsize=REMEMBERED)
    def read(text: str) -> str:
        seen = trimmed(text)
        known = spellings.get(plain(seen))  # first, since 'none' is an answer where the list has it
        if known is None and seen.lower() in WORDS_FOR_NOTHING:
            raise UnreadableError(NOTHING.rule, NOTHING.message, NOTHING.remedy)
        return known or seen

    return read


def _unknown_code(codes: Codes) -> Callable[[str], Caution | None]:
    spellings = _spellings(codes)

    @lru_cache(maxsize=REMEMBERED)
    def look(text: str) -> Caution | None:
        seen = trimmed(text)
        known = plain(seen) in spellings or seen.lower() in WORDS_FOR_NOTHING
        return None if known else UNKNOWN_CODE

    return look


def _spellings(codes: Codes) -> dict[str, str]:
    return {plain(way): code for way, code in codes.spellings()}
