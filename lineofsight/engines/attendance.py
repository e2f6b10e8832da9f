"""Counting attendance marks: sessions by pupil, cell and code, worked out once for the files that they come from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import duckdb
import pyarrow as pa

from lineofsight.record import Cell, DayPart
from lineofsight.returns.attendance_codes import ATTENDANCE_CODES, Mark

MEMORY = "600MB"  # a week's marks of a large council take a third of it


def refresh_counts(cells: Iterable[Cell], folder: Path) -> tuple[Path, ...]:
    """The files with the counts of these cells, made where they are not there yet.

    A file appears whole or not at all, and its name says what it was counted from, so that any number of processes may
    do this at once. Counts of no cell asked for are left: an earlier run may ask for them again.
    """
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    paths, counter = [], None
    for cell in cells:
        path = folder / cell.name
        if not path.exists():
            counter = counter or _counter()
            _count(counter, cell, path)
        paths.append(path)
    return tuple(paths)


def forget_counts(folder: Path, kept: Iterable[Path], *, unused_for: timedelta) -> None:
    """Delete counts that are not among those kept, once nobody can still be reading them."""
    before = datetime.now(UTC) - unused_for
    for path in set(folder.iterdir()) - set(kept):
        if datetime.fromtimestamp(path.stat().st_mtime, UTC) <= before:
            path.unlink(missing_ok=True)


def _counter() -> duckdb.DuckDBPyConnection:
    """An engine that knows what each code counts as."""
    db = duckdb.connect(config={"memory_limit": MEMORY})
    known = [{"code": c.code, "mark": str(c.mark)} for c in ATTENDANCE_CODES]
    db.register("known_", pa.Table.from_pylist(known))
    db.execute("CREATE TABLE attendance_codes AS SELECT * FROM known_")
    return db


def _count(db: duckdb.DuckDBPyConnection, cell: Cell, path: Path) -> None:
    """Two marks for one session are one if they agree; if they differ, it is not known what the session counts as."""
    draft = path.with_suffix(f".{id(db)}.draft")
    db.execute(
        f"""
        COPY (
            WITH marks AS ({_marks(cell.parts)}),
            one AS (
                SELECT child_id, school, day, session,
                    CASE WHEN count(DISTINCT coalesce(code, '')) = 1 THEN min(code) END AS code,
                    min({{'load': load, 'file': file, 'sheet': sheet, 'row': row}}) AS place
                FROM marks GROUP BY ALL
            ),
            judged AS (
                SELECT child_id, school, mark, place,
                    CASE WHEN mark <> '{Mark.ATTENDED}' THEN code END AS code
                FROM one LEFT JOIN attendance_codes USING (code)
                WHERE mark IS NULL OR mark <> '{Mark.NOT_POSSIBLE}'
            ),
            counted AS (
                SELECT child_id, school, mark, code, count(*) AS sessions, min(place) AS place
                FROM judged GROUP BY ALL
            )
            SELECT child_id, school, DATE '{cell.since}' AS since, DATE '{cell.until}' AS until, mark, code, sessions,
                place.load, place.file, place.sheet, place.row
            FROM counted ORDER BY ALL
        ) TO '{_quoted(draft)}' (FORMAT parquet, COMPRESSION zstd)
        """
    )
    draft.replace(path)


def _marks(parts: Sequence[DayPart]) -> str:
    """Every mark of the files that counts."""
    return " UNION ALL ".join(
        f"SELECT child_id, school, day, session, code, load, file, sheet, row FROM read_parquet('{_quoted(part.path)}')"
        + _but_for(part)
        for part in parts
    )


def _but_for(part: DayPart) -> str:
    names = ", ".join(f"'{_quoted(school)}'" for school in sorted(part.but_for))
    return f" WHERE school NOT IN ({names})" if names else ""


def _quoted(value: object) -> str:
    return str(value).replace("'", "''")
