"""The least that any reader must do: python plain_read.py FILE... Every byte is parsed; nothing is made of it."""

from __future__ import annotations

import sys
from pathlib import Path

import pyarrow.csv as pcsv
from lxml import etree
from python_calamine import CalamineWorkbook


def main() -> None:
    """XML with lxml's iterparse, each element let go; CSV into pyarrow's columns; workbooks into calamine's rows."""
    for name in sys.argv[1:]:
        {".xml": elements, ".csv": columns, ".xlsx": rows}[Path(name).suffix](name)


def elements(name: str) -> None:
    """Every element as it ends, and then nothing of it."""
    for _, element in etree.iterparse(name, events=("end",)):
        element.clear()
        while element.getprevious() is not None:
            del element.getparent()[0]


def columns(name: str) -> None:
    """Columns of text or of what pyarrow takes them for."""
    pcsv.read_csv(name)


def rows(name: str) -> None:
    """Every cell of every sheet."""
    book = CalamineWorkbook.from_path(name)
    for sheet in book.sheet_names:
        for _ in book.get_sheet_by_name(sheet).iter_rows():
            pass


if __name__ == "__main__":
    main()
