"""Attendance marks on their road into the record and out of it: loads by day, and the counts that figures read."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

from lineofsight.engines.attendance import forget_counts, refresh_counts
from lineofsight.engines.engine import Engine
from lineofsight.record import Load, Record, Staging, cells_of, day_parts, key_of_days
from lineofsight.returns.model import Return
from lineofsight.returns.tables import attendance_counts, attendance_marks

READERS_ARE_DONE_AFTER = timedelta(days=1)  # counts that a load has replaced stay that long


def commit_days(record: Record, staging: Staging, return_: Return, *, by: str | None) -> str | None:
    """Commit what was staged of a return by day, under a key that its schools and days make, and refresh the counts.

    Gives the load's id; None where nobody asked for a commit, or there is no day: then nothing is replaced either.
    """
    (table,) = return_.tables
    staging.flush()
    schools = staging.days(table.name)
    if by is None or not schools:
        return None
    staging.key = key_of_days(schools)
    staging.covers(since=min(schools), until=max(schools))
    load = staging.commit(by=by, now=datetime.now(UTC))
    current = counts_of(record, record.current())
    forget_counts(record.folders.counts, current, unused_for=READERS_ARE_DONE_AFTER)
    return load.id


def newest_if_made_of(record: Record, return_: Return, sha256s: Sequence[str]) -> str | None:
    """The load of this return that came last, if it is made of exactly these files; None otherwise.

    An older one does not do: a newer load may have replaced some of its days, which these files bring back.
    """
    loads = [load for load in record.current() if load.return_name == return_.name]
    newest = max(loads, key=lambda load: (load.loaded_at, load.id), default=None)
    if newest and sorted(file.sha256 for file in newest.files) == sorted(sha256s):
        return newest.id
    return None


def counts_of(record: Record, loads: Iterable[Load]) -> tuple[Path, ...]:
    """The counts of every mark that the loads hold, worked out for the weeks in which something has changed."""
    parts = day_parts(loads, attendance_marks.name, record.path_of)
    return refresh_counts(cells_of(parts), record.folders.counts)


def supply_counts(engine: Engine, record: Record, loads: Iterable[Load], needed: Collection[str]) -> None:
    """The counts of these loads to an engine, if what it is to compute reads them."""
    if attendance_counts.name in needed:
        engine.supply_counts(attendance_counts, counts_of(record, loads))
