"""Files loaded on one and the same day, and what was said of them in a form that is easy to compare."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import Path

from lineofsight.record import Record
from lineofsight.run.load import load
from lineofsight.run.reports import FileReport

TODAY = date(2024, 11, 20)


def loaded(record: Record, *paths: Path, key: str | None = None, strict: bool = False) -> list[FileReport]:
    return load(record, paths, by="someone", key=key, today=TODAY, strict=strict)


def tallies(reports: Sequence[FileReport]) -> dict[tuple[str, str], tuple[int, int]]:
    """Rows kept and held by file and table, where there are any."""
    return {(r.file, t.table): (t.kept, t.held) for r in reports for t in r.tables.values() if t.rows_in}


def said(reports: Sequence[FileReport]) -> list[tuple[str, str, int | None, str | None]]:
    return [(r.file, p.rule, p.row, p.column) for r in reports for p in r.problems]
