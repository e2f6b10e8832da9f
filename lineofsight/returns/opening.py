"""What the opening of an XML file shows: enough to tell which return it is, without reading it."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from xml.parsers import expat

from lineofsight.returns.xml import CHUNK


@dataclass(slots=True)
class Opening:
    """The outermost element's name and the first text at each path below it, as far as the first bytes reach."""

    root: str = ""
    texts: dict[str, str] = field(default_factory=dict)
    open: list[str] = field(default_factory=list)


def opening_of(path: Path) -> Opening | None:
    """What the first bytes of a file show, or None if they are not XML. Nothing is refused here, nor resolved."""
    with path.open("rb") as file:
        chunk = file.read(CHUNK)
    # An encoding that cannot be read hides the names of elements no more than Latin-1 would: the file is still
    # recognised, so that reading it can say which encoding was the trouble.
    for encoding in (None, "iso-8859-1"):
        opening = _parsed(chunk, encoding)
        if opening.root:
            return opening
    return None


def _parsed(chunk: bytes, encoding: str | None) -> Opening:
    opening = Opening()
    parser = expat.ParserCreate(encoding)
    parser.buffer_text = True
    parser.StartElementHandler = lambda name, _: _start(opening, name)
    parser.EndElementHandler = lambda _: opening.open.pop()
    parser.CharacterDataHandler = lambda text: _text(opening, text)
    parser.DefaultHandler = lambda _: None  # with a default handler expat leaves entities in text unexpanded
    with suppress(expat.ExpatError, LookupError, ValueError):  # what came before the fault is enough
        parser.Parse(chunk, False)  # noqa: FBT003 - expat takes no keywords
    return opening


def _start(opening: Opening, name: str) -> None:
    local = name.rpartition(":")[2]
    opening.root = opening.root or local
    opening.open.append(local)


def _text(opening: Opening, text: str) -> None:
    if not text.isspace():
        opening.texts.setdefault("/".join(opening.open[1:]), text.strip())
