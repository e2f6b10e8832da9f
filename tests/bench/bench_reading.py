"""Reading alone, against the least that any reader must do with the same bytes."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

import bench_cin
import bench_ssda903
import stopwatch
import xlsxwriter
from python_calamine import CalamineWorkbook
from stopwatch import cost_of_python, entry

CHILDREN, TIMES = 20_000, 60
ALLOWED = {"CIN census": 3, "SSDA903": 4, "Annex A": 4}
LEAST = {"CIN census": "lxml.iterparse", "SSDA903": "pyarrow.csv", "Annex A": "calamine"}


def main() -> None:
    """Write the files, read them both ways, and print the entries; what both take to start is left out."""
    with TemporaryDirectory(prefix="los-bench-") as name:
        folder = Path(name)
        episodes = [
            bench_ssda903.repeated(path, folder)
            for path in stopwatch.samples("ssda903", "*.csv")
            if bench_ssda903.is_return(path)
        ]
        files = {
            "CIN census": [bench_cin.census(folder / "cin.xml", CHILDREN)],
            "SSDA903": episodes,
            "Annex A": [workbook(path, folder) for path in stopwatch.samples("annex_a", "*.xlsx")],
        }
        ours_began, theirs_began = (started(program) for program in ("one_read.py", "plain_read.py"))
        entries = []
        for what, paths in files.items():
            ours = cost_of_python(stopwatch.BENCH / "one_read.py", *paths)
            theirs = cost_of_python(stopwatch.BENCH / "plain_read.py", *paths)
            entries.append(
                entry(
                    f"{what}, reading alone (asked: at most {ALLOWED[what]} times)",
                    ours=ours.cpu - ours_began,
                    theirs=theirs.cpu - theirs_began,
                    against=LEAST[what],
                    unit="processor seconds",
                )
            )
    stopwatch.print_entries(entries)


def started(program: str) -> float:
    """What a program takes that is given no file."""
    return cost_of_python(stopwatch.BENCH / program).cpu


def workbook(sample: Path, folder: Path) -> Path:
    """The sample with the rows of each sheet many times over, as the cells' values."""
    file = folder / sample.name
    book = CalamineWorkbook.from_path(sample)
    with xlsxwriter.Workbook(file, {"constant_memory": True, "default_date_format": "dd/mm/yyyy"}) as out:
        for name in book.sheet_names:
            page = out.add_worksheet(name)
            header, *rows = book.get_sheet_by_name(name).to_python()
            for number, row in enumerate([header, *(rows * TIMES)]):
                for place, value in enumerate(row):
                    page.write(number, place, value)
    return file


if __name__ == "__main__":
    main()
