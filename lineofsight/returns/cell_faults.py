"""What a workbook's own XML says of cells that have no value: errors, and formulas that nobody calculated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import IO
from xml.parsers import expat
from zipfile import ZipFile

from lineofsight.returns.cells import Fault

NOT_CALCULATED = Fault(
    "formula",
    "formula_without_value",
    "The cell holds a formula whose result was not saved.",
    "Open the workbook in Excel, let it calculate, save it, and load it again.",
)
_PLACE = re.compile(r"([A-Z]+)(\d+)")
_CHUNK = 256 * 1024


class DoctypeError(ValueError):
    """An XML part that declares a document type, and with it perhaps entities."""


@dataclass
class CellFaults:
    """The faulty cells of one sheet by row, columns counted from 1, and how far its values reach."""

    rows: dict[int, list[tuple[int, Fault]]] = field(default_factory=dict)
    last_row: int = 0
    last_column: int = 0

    def in_row(self, row: int) -> list[tuple[int, Fault]]:
        """The faulty cells of a row: column and fault."""
        return self.rows.get(row, [])


def cell_error(shown: str) -> Fault:
    """The fault of a cell that shows an error such as ``#N/A``."""
    return Fault(
        shown,
        "cell_shows_an_error",
        "The cell shows an error of the spreadsheet in place of a value.",
        "Mend the formula or look-up in the workbook, save it, and load it again.",
    )


def faults_by_sheet(archive: ZipFile) -> dict[str, CellFaults]:
    """The faulty cells of every worksheet, by the sheet's name. Raises ValueError for XML that cannot be read."""
    parts = {place: target for place, target in _relations(archive) if target in archive.namelist()}
    found = {}
    for name, place in _sheet_places(archive):
        if place in parts:
            with archive.open(parts[place]) as part:
                found[name] = _Scan().read(part)
    return found


def _sheet_places(archive: ZipFile) -> list[tuple[str, str]]:
    """Each sheet's name with its relation's id."""
    found = []
    with archive.open("xl/workbook.xml") as part:
        for name, attributes in _elements(part):
            if name == "sheet":
                place = next((v for k, v in attributes.items() if k.rpartition(":")[2] == "id"), "")
                found.append((attributes.get("name", ""), place))
    return found


def _relations(archive: ZipFile) -> list[tuple[str, str]]:
    """Each relation's id with the part that it leads to."""
    found = []
    with archive.open("xl/_rels/workbook.xml.rels") as part:
        for name, attributes in _elements(part):
            if name == "Relationship":
                target = attributes.get("Target", "")
                target = target[1:] if target.startswith("/") else f"xl/{target}"
                found.append((attributes.get("Id", ""), target))
    return found


def _elements(part: IO[bytes]) -> Iterator[tuple[str, dict[str, str]]]:
    found: list[tuple[str, dict[str, str]]] = []
    parser = _parser()
    parser.StartElementHandler = lambda name, attributes: found.append((name.rpartition(":")[2], attributes))
    _parse(parser, part)
    return iter(found)


def _parser() -> expat.XMLParserType:
    def refuse(*_: object) -> None:
        raise DoctypeError

    parser = expat.ParserCreate()
    parser.StartDoctypeDeclHandler = refuse
    return parser


def _parse(parser: expat.XMLParserType, part: IO[bytes]) -> None:
    try:
        while chunk := part.read(_CHUNK):
            parser.Parse(chunk, False)  # noqa: FBT003
        parser.Parse(b"", True)  # noqa: FBT003
    except expat.ExpatError:
        raise ValueError from None


class _Scan:
    """One pass over a worksheet's XML."""

    def __init__(self) -> None:
        self.found = CellFaults()
        self.row = self.column = 0
        self.is_error = self.has_formula = self.has_value = False
        self.shown: list[str] = []

    def read(self, part: IO[bytes]) -> CellFaults:
        self.parser = _parser()
        self.parser.StartElementHandler = self.start
        self.parser.EndElementHandler = self.end
        _parse(self.parser, part)
        return self.found

    def start(self, name: str, attributes: dict[str, str]) -> None:
        name = name.rpartition(":")[2]
        if name == "row":
            self.row, self.column = int(attributes.get("r", self.row + 1)), 0
        elif name == "c":
            self.column = _column(attributes.get("r")) or self.column + 1
            self.is_error = attributes.get("t") == "e"
            self.has_formula = self.has_value = False
        elif name == "f":
            self.has_formula = True
        elif name in ("v", "is"):
            self.has_value = True
            self.shown = []
            self.parser.CharacterDataHandler = self.shown.append if self.is_error else None

    def end(self, name: str) -> None:
        name = name.rpartition(":")[2]
        if name == "v":
            self.parser.CharacterDataHandler = None
        elif name == "c":
            self._cell_ended()

    def _cell_ended(self) -> None:
        if self.is_error:
            self._add(cell_error("".join(self.shown)))
        elif self.has_formula and not self.has_value:
            self._add(NOT_CALCULATED)
        if self.is_error or self.has_formula or self.has_value:
            self.found.last_row = max(self.found.last_row, self.row)
            self.found.last_column = max(self.found.last_column, self.column)

    def _add(self, fault: Fault) -> None:
        self.found.rows.setdefault(self.row, []).append((self.column, fault))


def _column(place: str | None) -> int:
    found = _PLACE.fullmatch(place or "")
    number = 0
    for letter in found[1] if found else "":
        number = number * 26 + ord(letter) - 64
    return number
