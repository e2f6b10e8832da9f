"""A council's own headings and words, read as ours while they are in use."""

from __future__ import annotations

import difflib
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import replace

from lineofsight.council.mapping import PartMapping
from lineofsight.returns.forms import code_words, reads
from lineofsight.returns.parts import Codes, Part, ReadColumn

Mappings = Mapping[str, PartMapping]

# Every reader of sheets asks for a part's headings in one place, so the mapping waits there, and no reader passes it on.
_IN_USE: ContextVar[Mappings] = ContextVar("mappings", default={})  # noqa: B039 - it is never written to


class OwnWordsError(ValueError):
    """A mapping names something that there is not: the table of council.toml, what is wrong, and what there is."""


@contextmanager
def in_use(mappings: Mappings) -> Iterator[None]:
    """While the context lasts, sheets are recognised and read with these headings and words beside the documented ones."""
    token = _IN_USE.set(mappings)
    try:
        yield
    finally:
        _IN_USE.reset(token)


def as_mapped(part: Part) -> Part:
    """The part with the council's own headings and words, where it has any."""
    own = _IN_USE.get().get(part.name)
    if own is None:
        return part
    columns = tuple(
        replace(column, own_words=tuple(own.codes[column.header].items()))
        if column.header in own.codes
        else column
        for column in part.columns
    )
    return replace(part, columns=columns, own_headings=tuple(own.columns.items()))


def check(mappings: Mappings, parts: Iterable[Part]) -> None:
    """Raises OwnWordsError for a part, a heading or a code that there is not."""
    known = {part.name: part for part in parts}
    for name, own in mappings.items():
        if name not in known:
            raise _unknown("[mapping]", f"there is no part '{name}'", known, "los template lists them.")
        columns = {column.header: column for column in known[name].columns}
        for ours in own.columns.values():
            if ours not in columns:
                raise _no_heading(f"[mapping.{name}.columns]", ours, columns)
        for ours, words in own.codes.items():
            if ours not in columns:
                raise _no_heading(f"[mapping.{name}.codes]", ours, columns)
            _check_codes(f'[mapping.{name}.codes."{ours}"]', columns[ours], words)


def _check_codes(where: str, column: ReadColumn, words: Mapping[str, str]) -> None:
    codes = [word.code for word in code_words(column.as_)]
    for code in words.values():
        if codes and code not in codes:
            raise _unknown(where, f"there is no code '{code}'", codes, f"Codes: {', '.join(codes)}.")
        if not isinstance(column.as_, Codes) and not reads(column.as_, code):
            raise OwnWordsError(f"{where}: '{code}' is no value that the column '{column.header}' takes.")


def _no_heading(where: str, ours: str, columns: Mapping[str, ReadColumn]) -> OwnWordsError:
    return _unknown(where, f"there is no column '{ours}'", columns, f"Columns: {', '.join(columns)}.")


def _unknown(where: str, what: str, known: Iterable[str], listed: str) -> OwnWordsError:
    wanted = what.split("'")[1]
    near = difflib.get_close_matches(wanted, list(known), n=1)
    meant = f" Did you mean '{near[0]}'?" if near else ""
    return OwnWordsError(f"{where}: {what}.{meant} {listed}")
