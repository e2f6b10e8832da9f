"""Finding a child's records in a file as it came, and taking them out so that every other row stays where it was.

A CSV file's record becomes an empty line; an XML file's record becomes as many empty lines as it had. What cannot be
taken apart in this way, or would still hold the child's identifier somewhere afterwards, cannot be cut.
"""

from __future__ import annotations

import csv
import re
import zipfile
from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass, field
from io import StringIO
from pathlib import Path
from xml.parsers import expat

from lineofsight.returns.encodings import encoding_of
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.values import UnreadableError, identifier

SEPARATORS = ",;\t"
LONGEST = 200  # characters of a cell that can be an identifier with blanks around it
_MARKS = b"\xef\xbb\xbf \t\r\n"
_TOKENS = (re.compile(r"[^\W_]+"), re.compile(r"[^\s<>\"',;=]+"))
IsTheirs = Callable[[str], bool]


@dataclass(frozen=True, kw_only=True)
class Cut:
    """What a file holds of a child. ``rest`` is the file without it; None where it cannot be cut."""

    excerpts: tuple[str, ...]
    rest: bytes | None


def cut(path: Path, is_theirs: IsTheirs, records: Collection[int] = ()) -> Cut | None:
    """The child's records of a file and what is left without them; None if nothing of the child is in it.

    ``is_theirs`` knows the child's identifiers. ``records`` are further rows of a CSV file that are the child's though
    they do not name it, counted as Excel does.
    """
    data = path.read_bytes()
    if data.startswith(b"PK"):
        return _archive(path, is_theirs, records)
    try:
        found = (
            _xml(data, is_theirs) if data.strip(_MARKS).startswith(b"<") else _csv(path, is_theirs, records)
        )
    except (expat.ExpatError, FileRefusedError, UnicodeError, csv.Error, LookupError):
        found = None
    if found is not None and found.rest is not None and not _mentions(found.rest, is_theirs):
        return found if found.excerpts else None
    excerpts = found.excerpts if found is not None else ()
    mentioned = excerpts or records or _mentions(data, is_theirs)
    return Cut(excerpts=excerpts, rest=None) if mentioned else None


def _mentions(data: bytes, is_theirs: IsTheirs) -> bool:
    """Whether an identifier stands anywhere in these bytes, as a word of its own."""
    codecs = ("utf-8", "utf-16-le", "utf-16-be") if b"\0" in data else ("utf-8",)
    texts = [data.decode(codec, "replace") for codec in codecs]
    words = {word for text in texts for token in _TOKENS for word in token.findall(text)}
    return any(is_theirs(word) for word in words)


def names_them(text: str, is_theirs: IsTheirs) -> bool:
    """Whether a cell or an element holds an identifier of the child, as the readers would read it."""
    try:
        return bool(text) and len(text) <= LONGEST and is_theirs(identifier(text))
    except UnreadableError:
        return False


# ---- CSV ------------------------------------------------------------------------------------------------------------


def _csv(path: Path, is_theirs: IsTheirs, records: Collection[int]) -> Cut:
    codec = encoding_of(path).codec.removesuffix("-sig")  # a mark at the start is kept as it is
    text = path.read_bytes().decode(codec)
    excerpts: list[str] = []
    rest: list[str] = []
    for number, (lines, cells) in enumerate(_records(text), start=1):
        if cells and (number in records or any(names_them(cell, is_theirs) for cell in cells)):
            excerpts.append("".join(lines))
            rest.append(_line_end(lines[-1]))
        else:
            rest += lines
    return Cut(excerpts=tuple(excerpts), rest="".join(rest).encode(codec))


def _records(text: str) -> Iterator[tuple[list[str], list[str]]]:
    """The physical lines of each record with its cells: a quoted line break does not end one."""
    waiting: list[str] = []

    def lines() -> Iterator[str]:
        for line in StringIO(text, newline=""):
            waiting.append(line)
            yield line

    for cells in csv.reader(lines(), delimiter=_separator(text)):
        yield list(waiting), cells
        waiting.clear()


def _separator(text: str) -> str:
    opening = next((line for line in text.splitlines() if line.strip()), "")
    return max(SEPARATORS, key=opening.count)


def _line_end(line: str) -> str:
    return line[len(line.rstrip("\r\n")) :]


# ---- XML ------------------------------------------------------------------------------------------------------------


@dataclass(eq=False)
class _Open:
    """An element: where it starts and ends in the file, what is around it, how many of each name are in it."""

    name: str
    start: int
    around: _Open | None
    end: int = 0
    text: str = ""
    inside: dict[str, int] = field(default_factory=dict)

    def record(self) -> _Open:
        """The outermost element around this one that is one of several of its name: a child's whole record."""
        path = [self]
        while path[-1].around is not None:
            path.append(path[-1].around)
        several = (e for e in reversed(path) if e.around is not None and e.around.inside[e.name] > 1)
        return next(several, path[-1])


def _xml(data: bytes, is_theirs: IsTheirs) -> Cut:
    """The records of which some element or attribute names the child. Raises ExpatError for what is no XML."""
    if b"\0" in data:
        raise UnicodeError("An encoding of two bytes is not cut.")
    naming: list[_Open] = []
    open_: list[_Open] = []
    parser = expat.ParserCreate()
    parser.buffer_text = True

    def start(name: str, attributes: dict[str, str]) -> None:
        around = open_[-1] if open_ else None
        if around is not None:
            around.inside[name] = around.inside.get(name, 0) + 1
        open_.append(_Open(name, parser.CurrentByteIndex, around))
        if any(names_them(value, is_theirs) for value in attributes.values()):
            naming.append(open_[-1])

    def text(piece: str) -> None:
        if len(open_[-1].text) <= LONGEST:
            open_[-1].text += piece

    def end(_name: str) -> None:
        closed = open_.pop()
        closed.end = _end(data, closed, parser.CurrentByteIndex)
        if not closed.inside and names_them(closed.text, is_theirs):
            naming.append(closed)

    parser.StartElementHandler, parser.CharacterDataHandler, parser.EndElementHandler = start, text, end
    parser.Parse(data, True)  # noqa: FBT003 - expat's own signature
    return _without(data, {(e.start, e.end) for e in (one.record() for one in naming)})


def _end(data: bytes, element: _Open, at: int) -> int:
    """Where an element ends: expat stands before its end tag, but behind an element without one."""
    is_empty = not element.inside and not element.text and data[at - 2 : at] == b"/>"
    return at if is_empty else data.index(b">", at) + 1


def _without(data: bytes, spans: set[tuple[int, int]]) -> Cut:
    """The data with each span as its line breaks alone; a span inside another is part of it."""
    rest, excerpts, at = [], [], 0
    for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
        if end <= at:
            continue
        rest += [data[at:start], b"\n" * data.count(b"\n", start, end)]
        excerpts.append(data[start:end].decode("utf-8", "replace"))
        at = end
    return Cut(excerpts=tuple(excerpts), rest=b"".join([*rest, data[at:]]))


# ---- workbooks and archives -----------------------------------------------------------------------------------------


def _archive(path: Path, is_theirs: IsTheirs, records: Collection[int]) -> Cut | None:
    """A workbook is not taken apart: it is known to hold the child, or not to."""
    return Cut(excerpts=(), rest=None) if records or mentions(path, is_theirs) else None


def mentions(path: Path, is_theirs: IsTheirs) -> bool:
    """Whether an identifier stands anywhere in a file, or in a member of an archive, as a word of its own."""
    if not zipfile.is_zipfile(path):
        return _mentions(path.read_bytes(), is_theirs)
    with zipfile.ZipFile(path) as archive:
        return any(_mentions(archive.read(member), is_theirs) for member in archive.infolist())
