"""The alternative for CSV files: csv.DictReader, and strptime for every date: python plain_csv.py FILE..."""

from __future__ import annotations

import csv
import sys
from datetime import datetime
from pathlib import Path


def main() -> None:
    """Read every row of every file and turn each date cell into a date; nothing is checked or stored."""
    for name in sys.argv[1:]:
        with Path(name).open(encoding="utf-8-sig", newline="") as file:
            for row in csv.DictReader(file):
                for cell in row.values():
                    if is_date(cell):
                        datetime.strptime(cell, "%d/%m/%Y").date()  # noqa: DTZ007


def is_date(cell: str) -> bool:
    """Whether a cell has the shape of 31/03/2018."""
    return len(cell) == 10 and cell[2] == cell[5] == "/"


if __name__ == "__main__":
    main()
