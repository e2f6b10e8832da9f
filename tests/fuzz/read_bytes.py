"""Reads whatever bytes a fuzzer comes up with: a reader answers with rows and sentences, or refuses the file with one.

``python -m tests.fuzz.read_bytes CORPUS -max_total_time=60`` is guided by which lines of the readers the bytes reach.
It stops at the first input that breaks a promise, and writes it to a file named crash-*, oom-* or timeout-*.
"""

from __future__ import annotations

import sys
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from zipfile import ZipFile

import atheris

with atheris.instrument_imports(include=["lineofsight.returns"]):
    from lineofsight.returns.known import recognise_all
    from lineofsight.returns.model import Item, Row, SetAside
    from lineofsight.returns.problems import FileRefusedError, Problem, Severity

FOLDER = TemporaryDirectory(prefix="los-fuzz-")
FILE = Path(FOLDER.name) / "bytes"


WORKSHEET = b"<worksheet"
AROUND_A_SHEET = {
    "[Content_Types].xml": "<Types xmlns='http://schemas.openxmlformats.org/package/2006/content-types'/>",
    "_rels/.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='r0' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument' "
    "Target='xl/workbook.xml'/></Relationships>",
    "xl/workbook.xml": "<workbook xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main' "
    "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'>"
    "<sheets><sheet name='S' sheetId='1' r:id='r1'/></sheets></workbook>",
    "xl/_rels/workbook.xml.rels": "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
    "<Relationship Id='r1' Type='http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet' "
    "Target='worksheets/sheet1.xml'/></Relationships>",
}


def workbook_of(sheet: bytes) -> bytes:
    """A workbook whose one sheet is these bytes: an archive's checksums would stop them from the outside."""
    packed = BytesIO()
    with ZipFile(packed, "w") as archive:
        for name, text in AROUND_A_SHEET.items():
            archive.writestr(name, text)
        archive.writestr("xl/worksheets/sheet1.xml", sheet)
    return packed.getvalue()


def one(data: bytes) -> None:
    """Read one file of these bytes, by every return that it holds."""
    FILE.write_bytes(workbook_of(data) if WORKSHEET in data[:200] else data)
    try:
        found = recognise_all(FILE)
        if not isinstance(found, SetAside):
            for known, part in found:
                keeps_its_promises(list(known.read(FILE, part, FILE.name)))
    except FileRefusedError as refused:
        keeps_its_promises([refused.problem(FILE.name)])


def keeps_its_promises(items: list[Item]) -> None:
    """Every problem says what is wrong and what to do, and every row that is held back is told of, there or above it."""
    problems = [item for item in items if isinstance(item, Problem)]
    if any(not (problem.message and problem.remedy and problem.rule) for problem in problems):
        raise AssertionError("A problem without words.")
    told = {problem.sheet or "" for problem in problems if problem.severity is Severity.HELD}
    held = {item.sheet for item in items if isinstance(item, Row) and item.held}
    if any(not any(sheet.startswith(above) for above in told) for sheet in held):
        raise AssertionError("A row is held back and nothing says why.")


if __name__ == "__main__":
    atheris.Setup(sys.argv, one)
    atheris.Fuzz()
