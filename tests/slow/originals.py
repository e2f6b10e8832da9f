"""Original files opened by other means than the product's: who stands at a row that it names."""

from __future__ import annotations

import csv
from collections import defaultdict
from functools import cache
from pathlib import Path
from xml.parsers import expat

from python_calamine import CalamineWorkbook

RECORDS = {"Child": "LAchildID", "Person": "UPN"}  # in the children in need census, and in SEN2
WHO = ("CHILD", "UPN", "Child ID", "Worker ID", "Child", "Worker")


def at_row(path: Path, sheet: str, row: int) -> set[str]:
    """The children and workers at a row: as Excel counts it, or at a line of an XML file."""
    if path.suffix == ".xml":
        return _children_by_line(path)[sheet, row]
    rows = _csv_rows(path) if path.suffix == ".csv" else _sheet_rows(path, sheet)
    heading, found = rows[0], rows[row - 1]
    return {value for name, value in zip(heading, found, strict=False) if name in WHO and value}


@cache
def _csv_rows(path: Path) -> list[list[str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.reader(file))


@cache
def _sheet_rows(path: Path, sheet: str) -> list[list[str]]:
    found = CalamineWorkbook.from_path(path).get_sheet_by_name(sheet)
    return [[str(cell) for cell in row] for row in found.to_python(skip_empty_area=False)]


@cache
def _children_by_line(path: Path) -> dict[tuple[str, int], set[str]]:
    """For each element's path and the line that it begins on, the child that it is about."""
    parser, above = expat.ParserCreate(), list[str]()
    found: dict[tuple[str, int], set[str]] = defaultdict(set)
    places, name = list[tuple[str, int]](), list[str]()

    def starts(tag: str, _attributes: object) -> None:
        if tag in RECORDS:
            places.clear()
            name.clear()
        above.append(tag)
        if record := next((each for each in above if each in RECORDS), None):
            places.append(("/".join(above[above.index(record) :]), parser.CurrentLineNumber))

    def ends(tag: str) -> None:
        above.pop()
        if tag in RECORDS:
            for place in places:
                found[place].add("".join(name).strip())

    def says(text: str) -> None:
        if above[-1] == next((RECORDS[each] for each in above if each in RECORDS), None):
            name.append(text)

    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = starts, ends, says
    with path.open("rb") as file:
        parser.ParseFile(file)
    return found
