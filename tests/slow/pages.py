"""What a reader sees of a paper's forms: their tables, cell by cell, and all of their words."""

from __future__ import annotations

import csv
from dataclasses import dataclass, field
from html.parser import HTMLParser
from pathlib import Path
from zipfile import ZipFile

from docx import Document

GONE = ("style", "script", "title")


@dataclass
class Grid:
    """One table: its caption, and its rows with the header first."""

    caption: str = ""
    rows: list[list[str]] = field(default_factory=list)

    def cell(self, row: str, column: str) -> str:
        (place,) = [i for i, name in enumerate(self.rows[0]) if name == column]
        (found,) = [line for line in self.rows[1:] if line[0] == row]
        return found[place]


class Page(HTMLParser):
    """The tables and words of a web page; what only a screen reader is told counts as words."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.tables: list[Grid] = []
        self.words: list[str] = []
        self._inside: list[str] = []
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.words += [value for name, value in attrs if name in ("alt", "title", "aria-label") and value]
        if tag == "table":
            self.tables.append(Grid())
        elif tag == "tr":
            self.tables[-1].rows.append([])
        elif tag in ("th", "td"):
            self.tables[-1].rows[-1].append("")
        if tag not in ("meta", "link", "br", "img", "path", "line", "circle", "rect", "polyline", "hr"):
            self._inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self._inside:
            while self._inside.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if set(self._inside) & set(GONE):
            return
        self.words.append(data)
        if "caption" in self._inside:
            self.tables[-1].caption += data
        elif "th" in self._inside or "td" in self._inside:
            self.tables[-1].rows[-1][-1] += data

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())


def word_tables(path: Path) -> list[list[list[str]]]:
    """The tables of a Word file, row by row."""
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in Document(str(path)).tables]


def word_text(path: Path) -> str:
    """Every word of a Word file, also those of its pictures' alternatives."""
    with ZipFile(path) as file:
        return " ".join(file.read(n).decode("utf-8") for n in file.namelist() if n.endswith(".xml"))


def csv_lines(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))
