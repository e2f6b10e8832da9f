"""XML as a small tree that is written one element a line, so that each element has a line of its own to point to."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from xml.sax.saxutils import escape

from lineofsight.demo.places import AUTHORITY_CODE


@dataclass(slots=True)
class Node:
    """An element: a leaf with text, or a parent. ``line`` is set when it is written."""

    name: str
    text: str = ""
    children: list[Node] = field(default_factory=list)
    line: int = 0

    def first(self, name: str) -> Node | None:
        """The first child element of a name."""
        return next((child for child in self.children if child.name == name), None)

    def every(self, name: str) -> list[Node]:
        """All child elements of a name."""
        return [child for child in self.children if child.name == name]

    def text_of(self, name: str) -> str:
        """The text of the first child element of a name, empty if there is none."""
        found = self.first(name)
        return found.text if found else ""


def group(name: str, *children: Node | None) -> Node:
    """A parent with those children that there are."""
    return Node(name, children=[child for child in children if child is not None])


def leaf(name: str, value: object) -> Node | None:
    """A leaf, or None where there is no value; dates as yyyy-mm-dd, yes and no as 1 and 0."""
    if value is None or value == "":
        return None
    if isinstance(value, bool):
        return Node(name, "1" if value else "0")
    return Node(name, value.isoformat() if isinstance(value, date) else str(value))


def census_header(collection: str, day: date) -> Node:
    """The header of a census that the council sends, taken on a day."""
    about = (leaf("Collection", collection), leaf("Year", day.year), leaf("ReferenceDate", day))
    source = group("Source", leaf("SourceLevel", "L"), leaf("LEA", AUTHORITY_CODE))
    return group("Header", group("CollectionDetails", *about), source)


def lines_of(node: Node, first_line: int) -> Iterator[str]:
    """The element's lines; tells every element in it which line it begins on."""
    node.line = first_line
    if not node.children:
        yield f"<{node.name}>{escape(node.text)}</{node.name}>\n"
        return
    yield f"<{node.name}>\n"
    line = first_line + 1
    for child in node.children:
        for text in lines_of(child, line):
            yield text
            line += 1
    yield f"</{node.name}>\n"
