"""Peers' looked-after files: every row is kept or held, and there are as many as another reader counts."""

from __future__ import annotations

import csv
from pathlib import Path

from lineofsight.returns.known import recognise
from lineofsight.returns.model import Row, SetAside


def folders(data: Path) -> list[Path]:
    found = sorted((data / "samples").glob("ssda903*"))
    assert found, "no folder of looked-after samples"
    return found


def counted_apart(path: Path) -> int:
    """Rows under the header that hold anything, as the csv module counts them."""
    with path.open(encoding="utf-8-sig", newline="") as text:
        return sum(any(cell.strip() for cell in cells) for cells in csv.reader(text)) - 1


def test_every_row_of_every_csv_file_is_read_and_kept_or_held(data: Path) -> None:
    files = [path for folder in folders(data) for path in sorted(folder.rglob("*.csv"))]
    assert files
    for path in files:
        found = recognise(path)
        assert isinstance(found, tuple), path.name
        return_, part = found
        assert return_.name == "ssda903", path.name
        rows = [item for item in return_.read(path, part, path.name) if isinstance(item, Row)]
        held = sum(row.held for row in rows)
        kept = sum(not row.held for row in rows)
        assert len(rows) == kept + held == counted_apart(path), path.name
        assert [row.row for row in rows] == sorted({row.row for row in rows}), path.name
        assert all(row.values["child_id"] for row in rows if not row.held), path.name


def test_every_workbook_beside_them_is_set_aside_by_name(data: Path) -> None:
    books = [path for folder in folders(data) for path in sorted(folder.rglob("*.xlsx"))]
    assert books
    for path in books:
        found = recognise(path)
        assert isinstance(found, SetAside), path.name
        assert "providers" in found.what
