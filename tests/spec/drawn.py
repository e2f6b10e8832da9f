"""A worked example drawn as a small table: header, rule, rows; anything to the right of the last column is a remark."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

KINDS = {
    "string": str,
    "date": date.fromisoformat,
    "int64": int,
    "float64": float,
    "boolean": {"yes": True, "no": False}.__getitem__,
}


def drawn(text: str) -> list[dict[str, str]]:
    """The rows of a drawn table as text; an empty cell is left out."""
    header, rule, *lines = [line for line in text.splitlines() if line.strip()]
    names = [name.strip() for name in header.split("|")]
    width = len(rule.rsplit("+", 1)[-1].rstrip())
    rows = []
    for line in lines:
        cells = line.split("|")
        if len(cells) != len(names):
            raise AssertionError(
                f"A drawn row has {len(cells)} cells and {len(names)} were announced: {line.strip()}"
            )
        cells[-1] = cells[-1][:width]
        rows.append({name: cell.strip() for name, cell in zip(names, cells, strict=True) if cell.strip()})
    return rows


def typed(rows: list[dict[str, str]], kinds: Mapping[str, str]) -> list[dict[str, object]]:
    """The same rows with each cell as its column's kind."""
    return [{name: KINDS[kinds[name]](cell) for name, cell in row.items()} for row in rows]
