"""The looked-after return (SSDA903) as one XML file: the same rows as its set of CSV files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from lineofsight.returns import ssda903_csv as csv
from lineofsight.returns.elements import Reader, everything_held, holds_something, row_in
from lineofsight.returns.model import Item, Return
from lineofsight.returns.opening import opening_of
from lineofsight.returns.parts import Part
from lineofsight.returns.problems import FileRefusedError
from lineofsight.returns.ssda903_groups import (
    OPEN_LEAVES,
    UNACCOMPANIED,
    group_of,
    header_group,
    part_of,
    unaccompanied_group,
)
from lineofsight.returns.xml import Element, Stray, records

ROOT = "EXPSSDA903"
CHILD = "CHILD"
OF_UASC = ("UASC", "DUC")
FROM_HEADER = ("born", "sex")  # what the header says for the other parts of the return too


def _recognises(path: Path) -> str | None:
    opening = opening_of(path)
    return "xml" if opening and opening.root == ROOT else None


def _read(path: Path, _part: str, file: str) -> Iterator[Item]:
    reader = Reader(file)
    children = 0
    for record in records(path, root=ROOT, record=frozenset({CHILD}), around=frozenset()):
        if isinstance(record, Stray):
            yield from reader.stray(record)
        else:
            children += 1
            yield from _child(record, reader)
    if not children:
        raise FileRefusedError(
            "no_children",
            "The file holds no child. It would say that no child was looked after in all the days that it covers.",
            "Export the return again.",
        )
    yield from reader.unknowns.problems(file)


@dataclass(slots=True)
class _Sorted:
    """One child's elements by what they stand for."""

    path: str = CHILD
    line: int = 0
    header: list[Element] = field(default_factory=list)
    unaccompanied: list[Element] = field(default_factory=list)
    open: dict[str, list[Element]] = field(
        default_factory=dict
    )  # by part, leaves that lie in the header itself
    rows: list[tuple[Part, str, Element]] = field(default_factory=list)


def _child(child: Element, reader: Reader) -> list[Item]:
    """Every row of one child, with problems. Without a readable child id all of them are held back."""
    found = _sorted(child)
    items = reader.row_of(found.header, found.line, header_group(found.path), {})
    header = row_in(items).values
    given = {"child_id": header.get("child_id")}
    for part, path, element in found.rows:
        items += reader.row(element, group_of(part.name, path), _given(part, header, given))
    for name, leaves in found.open.items():
        group = group_of(name, found.path)
        items += reader.row_of(leaves, found.line, group, _given(OPEN_LEAVES[leaves[0].name], header, given))
    items += _unaccompanied(found, reader, _given(csv.UASC, header, given))
    return items if given["child_id"] is not None else everything_held(items)


def _given(part: Part, header: dict[str, object], given: dict[str, object]) -> dict[str, object]:
    return given | {name: header.get(name) for name in FROM_HEADER if name in part.table.columns}


def _sorted(child: Element) -> _Sorted:
    found = _Sorted(line=child.line)
    for element in child.children:
        if element.name == "HEADER":
            if found.path == CHILD:
                found.path, found.line = f"{CHILD}/HEADER", element.line
            for inner in element.children:
                _sort(inner, f"{CHILD}/HEADER", found)
        else:
            _sort(element, CHILD, found)
    return found


def _sort(element: Element, path: str, found: _Sorted) -> None:
    part = part_of(element)
    if part is not None and (element.children or not holds_something(element)):
        if holds_something(element):
            found.rows.append((part, f"{path}/{element.name}", element))
    elif element.children and all(inner.children for inner in element.children):
        for inner in element.children:  # a list around rows
            _sort(inner, f"{path}/{element.name}", found)
    elif element.name in OF_UASC:
        found.unaccompanied.append(element)
    elif element.name in OPEN_LEAVES:
        if holds_something(element):
            found.open.setdefault(OPEN_LEAVES[element.name].name, []).append(element)
    else:
        found.header.append(element)


def _unaccompanied(found: _Sorted, reader: Reader, given: dict[str, object]) -> list[Item]:
    """A row for a child whose flag says so, or who has a day on which that ceased."""
    items = reader.row_of(found.unaccompanied, found.line, unaccompanied_group(found.path), given)
    values = row_in(items).values
    flagged = values.pop(UNACCOMPANIED, None)
    return items if flagged or "status_ceased" in values else items[1:]


SSDA903_XML = Return(
    name="ssda903",
    title="Children looked after (SSDA903), XML",
    tables=csv.SSDA903_CSV.tables,
    recognises=_recognises,
    read=_read,
    needs_key=True,
)
