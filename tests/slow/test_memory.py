"""Reading takes little more memory than the file itself, however long the file is."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest
import xlsxwriter

from lineofsight.returns.known import PARTS
from tests.spec.returns.reference import EXAMPLES
from tests.spec.returns.rows import example_of

pytestmark = pytest.mark.slow
ROOT = Path(__file__).parents[2]
MIB = 2**20
ALLOWED = 64 * MIB
LINES = 200_000
READ = """
import sys
from pathlib import Path
from lineofsight.returns.known import recognise_all

def memory(what):
    (line,) = [each for each in open("/proc/self/status") if each.startswith(what)]
    return int(line.split()[1]) * 1024

path = Path(sys.argv[1])
before = memory("VmRSS")
for known, part in recognise_all(path):
    for item in known.read(path, part, path.name):
        pass
print(memory("VmHWM") - before)
"""


def repeated(name: str) -> Callable[[Path], tuple[Path, int]]:
    """A CSV file of one part, the same line over and over."""

    def write(folder: Path) -> tuple[Path, int]:
        (part,) = [part for part in PARTS if part.name == name]
        header, line = example_of(part).splitlines()
        path = folder / f"{name}.csv"
        path.write_text(f"{header}\n{f'{line}{chr(10)}' * LINES}", encoding="utf-8")
        return path, path.stat().st_size

    return write


def census(folder: Path) -> tuple[Path, int]:
    """A children in need census of one child, over and over."""
    text = (EXAMPLES / "cin.xml").read_text(encoding="utf-8")
    begins, ends = text.index("<Child>"), text.rindex("</Child>") + len("</Child>")
    path = folder / "cin.xml"
    path.write_text(text[:begins] + (text[begins:ends] + "\n") * 8_000 + text[ends:], encoding="utf-8")
    return path, path.stat().st_size


def workbook(folder: Path) -> tuple[Path, int]:
    """A workbook of visits. Its size is what it unpacks to: the reading library holds a sheet's cells at once."""
    (part,) = [part for part in PARTS if part.name == "visits"]
    header, line = (text.split(",") for text in example_of(part).splitlines())
    path = folder / "visits.xlsx"
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as book:
        sheet = book.add_worksheet()
        for number, cells in enumerate([header, *[line] * (LINES // 4)]):
            sheet.write_row(number, 0, cells)
    with ZipFile(path) as archive:
        return path, sum(member.file_size for member in archive.infolist())


@pytest.mark.parametrize(
    "write",
    [
        repeated("visits"),
        repeated("days"),
        repeated("episodes"),
        repeated("ssd_cin_visits"),
        census,
        workbook,
    ],
    ids=["register", "marks", "SSDA903", "dataset", "census", "workbook"],
)
def test_reading_takes_at_most_64_mib_more_than_the_file(
    tmp_path: Path, write: Callable[[Path], tuple[Path, int]]
) -> None:
    path, size = write(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", READ, str(path)], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert 0 < int(done.stdout) < ALLOWED + size
