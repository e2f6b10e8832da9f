"""The readings of a run: computed once, written once, never changed, so that what was published can be compared."""

from __future__ import annotations

import json
import shutil
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from lineofsight.readings import Reading, State
from lineofsight.record.catalogue import stamp
from lineofsight.record.durable import sync_folder, sync_tree
from lineofsight.record.errors import UnknownRunError

READINGS_SCHEMA = pa.schema(
    [
        ("indicator", pa.string()),
        ("period_kind", pa.string()),
        ("period_start", pa.date32()),
        ("period_end", pa.date32()),
        ("breakdown", pa.list_(pa.string())),
        ("group", pa.list_(pa.string())),
        ("numerator", pa.float64()),
        ("denominator", pa.float64()),
        ("value", pa.float64()),
        ("unknown", pa.int64()),
        ("open", pa.int64()),
        ("state", pa.string()),
    ]
)
_ORDER = [("indicator", "ascending"), ("period_kind", "ascending"), ("period_start", "ascending")]
_GROUP_ROWS = 20_000  # small enough that one indicator's readings are read without the others'
_ABANDONED_SECONDS = 3600  # a run is written in seconds


@dataclass(frozen=True, kw_only=True)
class Run:
    """One computation of readings: from which loads, by which engine and version, under which settings.

    ``to`` is the last day asked for, ``months`` how many months back; ``readings`` counts them. ``as_at`` is the moment
    whose record it looked back to; None: it read what was known when it was made.
    """

    id: str
    made_at: datetime
    to: date
    months: int
    engine: str
    version: str
    settings: Mapping[str, Any]
    loads: tuple[str, ...]
    readings: int
    path: Path
    as_at: datetime | None = None


@dataclass(frozen=True, kw_only=True)
class RunStore:
    """The folder of all runs: one folder a run, with ``readings.parquet`` and ``run.json``."""

    folder: Path

    def write(self, readings: pa.Table, about: Mapping[str, Any]) -> Run:
        """Store a run, all of it or none. The newest has the highest id."""
        with self._draft() as draft:
            pq.write_table(
                readings,
                draft / "readings.parquet",
                compression="zstd",
                row_group_size=_GROUP_ROWS,
            )
            text = json.dumps({**about, "readings": readings.num_rows}, indent=2, ensure_ascii=False)
            (draft / "run.json").write_text(text + "\n", encoding="utf-8")
            sync_tree(draft)
            return self.run(self._put_in_place(draft))

    def run(self, run_id: str) -> Run:
        """The run of this id, or UnknownRunError."""
        if run_id not in self.ids():
            raise UnknownRunError(f"There is no run {run_id}. Make one with: los measure.")
        path = self.folder / run_id
        about = json.loads((path / "run.json").read_text(encoding="utf-8"))
        about["made_at"] = datetime.fromisoformat(about["made_at"])
        about["to"] = date.fromisoformat(about["to"])
        about["loads"] = tuple(about["loads"])
        as_at = about.pop("as_at", None)
        about["as_at"] = None if as_at is None else datetime.fromisoformat(as_at)
        return Run(id=run_id, path=path, **about)

    def latest(self) -> Run | None:
        """The run that was made last of what was known when it was made; None before the first.

        A look back to an earlier moment is read by its id: it does not take the place of what is known now.
        """
        runs = (self.run(run_id) for run_id in reversed(self.ids()))
        return next((run for run in runs if run.as_at is None), None)

    def ids(self) -> tuple[str, ...]:
        """The ids of all runs, from the first to the last."""
        return tuple(sorted(f.name for f in self.folder.iterdir() if f.name.startswith("run-")))

    def clear_abandoned(self) -> None:
        """Remove what a process that died had begun to write more than an hour ago."""
        for draft in self.folder.glob("writing-*"):
            with suppress(FileNotFoundError):  # its writer has just put it in place
                if time.time() - draft.stat().st_mtime > _ABANDONED_SECONDS:
                    shutil.rmtree(draft)

    @contextmanager
    def _draft(self) -> Iterator[Path]:
        draft = Path(mkdtemp(prefix="writing-", dir=self.folder))
        try:
            yield draft
        finally:
            shutil.rmtree(draft, ignore_errors=True)

    def _put_in_place(self, draft: Path) -> str:
        last = self.ids()[-1:]
        number = int(last[0].removeprefix("run-")) + 1 if last else 1
        while not _renamed(draft, self.folder / f"run-{number:06d}"):
            number += 1
        sync_folder(self.folder)
        return f"run-{number:06d}"


def _renamed(draft: Path, target: Path) -> bool:
    """Whether the folder could take the name; not if another process has just taken it."""
    try:
        draft.rename(target)
    except OSError:
        if target.exists():
            return False
        raise
    return True


def about_run(
    *,
    loads: Iterable[str],
    engine: str,
    settings: Mapping[str, Any],
    version: str,
    months: int,
    to: date,
    now: datetime,
    as_at: datetime | None = None,
) -> dict[str, Any]:
    """What ``run.json`` says of a run."""
    return {
        "made_at": stamp(now),
        "to": to.isoformat(),
        "months": months,
        "engine": engine,
        "version": version,
        "settings": dict(settings),
        "loads": list(loads),
        **({} if as_at is None else {"as_at": stamp(as_at)}),
    }


def as_table(readings: Iterable[Reading]) -> pa.Table:
    """Readings as an Arrow table. Their ``run`` is left out: a run's name is its folder's."""
    return pa.Table.from_pylist(
        [{name: getattr(reading, name) for name in READINGS_SCHEMA.names} for reading in readings],
        schema=READINGS_SCHEMA,
    )


def arranged(table: pa.Table) -> pa.Table:
    """A table of readings with its columns in their order and of their types, sorted so that a series is together."""
    for name in ("breakdown", "group"):
        if table[name].null_count:
            raise ValueError(f"The {name} of a total is an empty list, not null.")
    return table.select(READINGS_SCHEMA.names).cast(READINGS_SCHEMA).sort_by(_ORDER)


def read_readings(
    run: Run,
    *,
    indicator: str | None = None,
    kind: str | None = None,
    breakdown: Sequence[str] | None = None,
    since: date | None = None,
    until: date | None = None,
) -> list[Reading]:
    """A run's readings, by indicator, kind of period, period and group. None asks for all; ``breakdown=()`` for totals.

    ``since`` and ``until`` keep the periods that lie wholly between them. Within a period the group that was not
    recorded comes last.
    """
    asked = [
        ("indicator", "==", indicator),
        ("period_kind", "==", kind),
        ("period_start", ">=", since),
        ("period_end", "<=", until),
    ]
    filters = [condition for condition in asked if condition[2] is not None]
    table = pq.read_table(run.path / "readings.parquet", filters=filters or None)
    wanted = None if breakdown is None else list(breakdown)
    found = [row for row in table.to_pylist() if wanted is None or row["breakdown"] == wanted]
    return [_reading(row, run.id) for row in sorted(found, key=_place_in_series)]


def _place_in_series(row: Mapping[str, Any]) -> tuple[Any, ...]:
    group = tuple((name is None, name or "") for name in row["group"])
    return (row["indicator"], row["period_kind"], row["breakdown"], row["period_start"], group)


def _reading(row: Mapping[str, Any], run_id: str) -> Reading:
    lists = {"breakdown": tuple(row["breakdown"]), "group": tuple(row["group"]), "state": State(row["state"])}
    return Reading(**{**row, **lists}, run=run_id)
