"""A looked-after return (SSDA903) eight times a sample's size: our load against csv.DictReader and strptime."""

from __future__ import annotations

import csv
from pathlib import Path
from tempfile import TemporaryDirectory

import stopwatch
from stopwatch import cost_of_python, entry

TIMES = 8
KEY = "2017/18"
PEAK_LIMIT = 400


def main() -> None:
    """Write the files, measure both, and print the entries."""
    with TemporaryDirectory(prefix="los-bench-") as folder:
        files = [
            repeated(path, Path(folder)) for path in stopwatch.samples("ssda903", "*.csv") if is_return(path)
        ]
        children = max(lines(file) for file in files if "ETHNIC" in columns(file))
        ours = cost_of_python(stopwatch.BENCH / "one_load.py", Path(folder) / "home", KEY, *files)
        theirs = cost_of_python(stopwatch.BENCH / "plain_csv.py", *files)
    stopwatch.print_entries(
        [
            entry(
                f"SSDA903, {children:,} children",
                ours=ours.cpu,
                theirs=theirs.cpu,
                against="csv.DictReader and strptime of every date, with no check and nothing stored",
                unit="processor seconds",
            ),
            entry(
                f"SSDA903, {children:,} children, peak memory",
                ours=ours.peak,
                theirs=PEAK_LIMIT,
                against=f"the limit of {PEAK_LIMIT} MiB",
                unit="MiB",
            ),
        ]
    )


def columns(file: Path) -> list[str]:
    """The header row."""
    with file.open(encoding="utf-8-sig", newline="") as opened:
        return next(csv.reader(opened), [])


def is_return(file: Path) -> bool:
    """Whether its rows are about children."""
    return "CHILD" in columns(file)


def lines(file: Path) -> int:
    """Rows below the header."""
    with file.open(encoding="utf-8", newline="") as opened:
        return sum(1 for _ in csv.reader(opened)) - 1


def repeated(sample: Path, folder: Path) -> Path:
    """The sample's rows eight times, each time with new ids that stand for one child across all the files."""
    file = folder / sample.name
    with (
        sample.open(encoding="utf-8-sig", newline="") as rows,
        file.open("w", encoding="utf-8", newline="") as out,
    ):
        reader = csv.DictReader(rows)
        writer = csv.DictWriter(out, reader.fieldnames or [])
        writer.writeheader()
        for row in reader:
            for copy in range(TIMES):
                writer.writerow(row | renamed(row, copy))
    return file


def renamed(row: dict[str, str], copy: int) -> dict[str, str]:
    """The columns that identify a child, for one of the copies; the first copy keeps its pupil number."""
    new = {"CHILD": f"{row['CHILD']}{copy}"}
    if row.get("UPN", "")[1:].isdigit():
        new["UPN"] = f"{row['UPN'][0]}{(int(row['UPN'][1:]) + copy) % 10**12:012d}"
    return new


if __name__ == "__main__":
    main()
