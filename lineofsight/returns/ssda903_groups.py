"""Where each element of the looked-after return's XML goes: the columns of its CSV files, under the XML's names.

The two forms of the return hold the same values, so that one declaration, the CSV parts', serves both.
"""

from __future__ import annotations

from functools import lru_cache

from lineofsight.returns import ssda903_csv as csv
from lineofsight.returns.elements import Group, Leaf
from lineofsight.returns.leaves import leaf_of
from lineofsight.returns.parts import Part, ReadColumn
from lineofsight.returns.values import flag
from lineofsight.returns.xml import Element

NAMED = {  # the elements that are a row of their own, as exports name them
    "EPISODE": csv.EPISODES,
    "AREVIEW": csv.REVIEWS,
    "AMISSING": csv.MISSING,
    "PERMANENCE": csv.PREVIOUS_PERMANENCE,
    "OC2": csv.OC2,
    "OC3": csv.OC3,
    "AD1": csv.AD1,
    "AD_PLACED": csv.PLACED,
}
WITHIN_HEADER = (
    csv.OC2,
    csv.OC3,
    csv.AD1,
    csv.PREVIOUS_PERMANENCE,
)  # one a child: their leaves may lie there openly
OPEN_LEAVES = {
    column.header: part for part in WITHIN_HEADER for column in part.columns if column.header in part.known_by
}
XML_NAMES = {"CHILD": "CHILDID", "PLACE": "PL"}  # where the two forms differ
UNACCOMPANIED = (
    "unaccompanied"  # what the UASC flag says; no column of the table, whose rows are such children
)


def part_of(element: Element) -> Part | None:
    """Which rows an element stands for: by its name, else by what is in it, as a CSV file is known by its header."""
    named = NAMED.get(element.name)
    if named is not None:
        return named
    inside = {leaf.name for leaf in element.children}
    return next((part for part in csv.PARTS if len(inside.intersection(part.known_by)) >= part.enough), None)


@lru_cache(maxsize=256)  # a handful of names, unless someone makes them up
def group_of(part_name: str, path: str) -> Group:
    """How the leaves of a part's element at a path are read. The child's id comes from the header, not from here."""
    part = next(part for part in csv.PARTS if part.name == part_name)
    leaves = {
        name: leaf_of(column) for column in part.columns if column.to != "child_id" for name in _names(column)
    }
    return Group(table=part.table.name, path=path, leaves=leaves)


@lru_cache(maxsize=256)
def header_group(path: str) -> Group:
    """The child itself: the one element group that holds the child's id."""
    columns = csv.HEADER.columns
    leaves = {name: leaf_of(column) for column in columns for name in _names(column)}
    return Group(table=csv.HEADER.table.name, path=path, leaves=leaves)


@lru_cache(maxsize=256)
def unaccompanied_group(path: str) -> Group:
    """The flag that a child is unaccompanied, and the day on which that ceased."""
    group = group_of(csv.UASC.name, path)
    said = {"UASC": Leaf(column=UNACCOMPANIED, parse=flag), "DUC": group.leaves["DUC"]}
    return Group(table=group.table, path=path, leaves=said)


def _names(column: ReadColumn) -> tuple[str, ...]:
    other = XML_NAMES.get(column.header)
    return (other, column.header) if other else (column.header,)


EVERY_GROUP = (
    header_group("CHILD/HEADER"),
    unaccompanied_group("CHILD/HEADER"),
    *(group_of(part.name, f"CHILD/{name}") for name, part in NAMED.items()),
)
