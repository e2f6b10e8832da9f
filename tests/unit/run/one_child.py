"""A home that knows one child in every way that it can, among others, and a search that misses nothing."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from pathlib import Path

import pyarrow.parquet as pq
import xlsxwriter

from lineofsight.record import Record
from tests.unit.run.drawn_files import EPISODES, HEADER, case, census, child, episode, lines, plan
from tests.unit.run.loading import loaded

CHILD, NUMBER, SHARED = "K7710045", "A123456789012", "B123456789012"
SIBLING, OTHER = "K7710046", "K9920001"
NAME = "Rosalind"


def files(folder: Path) -> None:
    """A census, replaced once; a looked-after set; registers as CSV and as a workbook; a school census of two tables."""
    for number, names in enumerate([(CHILD, OTHER), (CHILD, SIBLING, OTHER)]):
        drawn = [child(name, case("2023-09-04", "", plan("2023-10-02"))) for name in names]
        path = census(folder / f"census-{number}" / "census.xml", "2024-03-31", *drawn)
        text = path.read_text(encoding="utf-8")
        for name, upn in ((CHILD, NUMBER), (SIBLING, SHARED), (OTHER, SHARED)):
            text = text.replace(
                f"<LAchildID>{name}</LAchildID>", f"<LAchildID>{name}</LAchildID><UPN>{upn}</UPN>"
            )
        path.write_text(text, encoding="utf-8")
    held_back = episode(CHILD, "31/02/2023")
    rows = [
        episode(OTHER, "01/05/2023"),
        episode(CHILD, "02/05/2023"),
        held_back,
        episode(SIBLING, "03/05/2023"),
    ]
    lines(folder / "care" / "episodes.csv", EPISODES, rows)
    lines(folder / "care" / "header.csv", HEADER, [f"{c},1,05/06/2012,WBRI,{n},0," for c, n in numbers()])
    lines(
        folder / "names.csv", "Child ID,Forename,Surname", [f"{CHILD},{NAME},Example", f"{OTHER},Bo,Example"]
    )
    _areas(folder / "areas.xlsx")
    marks = [f"{n},N,{day}/09/2025,/,G" for n in (NUMBER, SHARED) for day in ("08", "09", "15")]
    lines(folder / "marks.csv", "UPN,School,Date,AM,PM", [*marks, f"{SHARED},N,22/09/2025,/,/"])


def numbers() -> list[tuple[str, str]]:
    return [(CHILD, NUMBER), (SIBLING, SHARED), (OTHER, SHARED)]


def _areas(path: Path) -> None:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet()
        for row, cells in enumerate([("Child ID", "Ward", "Team", "Since", "Until"), *_spells()]):
            sheet.write_row(row, 0, cells)


def _spells() -> list[tuple[str, ...]]:
    return [(name, "North", "Team 1", "01/04/2019", "") for name in (CHILD, OTHER)]


def load_all(record: Record, folder: Path) -> None:
    for part in ("census-0", "census-1", "care", "names.csv", "areas.xlsx", "marks.csv"):
        loaded(record, folder / part, key="2023-24")


def mentions(home: Path, text: str) -> list[str]:
    """Every file of the home that holds the text: in its bytes, packed in an archive, or as a value of a table."""
    found = [
        path
        for path in sorted(home.rglob("*"))
        if path.is_file() and any(text.encode() in b for b in _bytes(path))
    ]
    return [path.relative_to(home).as_posix() for path in found]


def _bytes(path: Path) -> Iterator[bytes]:
    yield path.read_bytes()
    if path.suffix == ".parquet":
        yield repr(pq.read_table(path).to_pylist()).encode()
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as archive:
            yield from (archive.read(name) for name in archive.namelist())
