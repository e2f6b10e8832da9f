"""The record: loads of case-level rows, their originals, and the runs computed from them, in one home folder."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pyarrow as pa

from lineofsight.readings import Reading
from lineofsight.record.catalogue import Catalogue
from lineofsight.record.disposals import BY_HAND, Disposals
from lineofsight.record.durable import sync_folder
from lineofsight.record.erasure import Eraser
from lineofsight.record.errors import UnknownLoadError
from lineofsight.record.folders import Folders
from lineofsight.record.loads import HeldPlace, Load, Original, gone_since, seen_at
from lineofsight.record.lock import WriterLock
from lineofsight.record.originals import trace
from lineofsight.record.orphans import clear_orphans, load_ids
from lineofsight.record.parquet import held_places
from lineofsight.record.removal import Removal
from lineofsight.record.runs import Run, RunStore, about_run, arranged, as_table, read_readings
from lineofsight.record.sources import TableSource, table_sources
from lineofsight.record.staging import Staging

WAIT_SECONDS = 5.0  # long enough for another's clearing up, too short to look as if nothing happened


def _nothing(step: str) -> None:
    """What happens at each step of a commit, unless somebody looks on."""


@dataclass(frozen=True, kw_only=True)
class Record:
    """One council's record. Open it with ``Record.open``; any number of processes may, and one of them may write.

    ``reached`` is called with ``staged`` and ``renamed`` as a commit goes on, and with ``logged``, ``cut`` and
    ``rewritten`` in a disposal, so that a test can end the process there.
    """

    home: Path
    catalogue: Catalogue
    lock: WriterLock
    run_store: RunStore
    reached: Callable[[str], None] = field(default=_nothing)

    @classmethod
    def open(
        cls, home: Path, *, wait_seconds: float = WAIT_SECONDS, reached: Callable[[str], None] = _nothing
    ) -> Record:
        """Open the record of a home folder, making what is missing and removing loads that never ended.

        Raises RecordTooNewError if a later version of the program wrote it. A writer waits ``wait_seconds`` for
        another one to end before it is refused.
        """
        folders = Folders(home=home)
        folders.make()
        record = cls(
            home=home,
            catalogue=Catalogue(path=folders.record / "catalogue.sqlite"),
            lock=WriterLock(folders.record, wait_seconds),
            run_store=RunStore(folder=folders.runs),
            reached=reached,
        )
        record._prepare()
        return record

    # ---- writing ----------------------------------------------------------------------------------------------

    @contextmanager
    def staging(
        self,
        *,
        return_name: str,
        key: str | None = None,
        covers_since: date | None = None,
        covers_until: date | None = None,
    ) -> Iterator[Staging]:
        """A load to be written and committed inside the ``with``; left without a commit, nothing of it remains.

        Key and days may also be given later (``staging.key``, ``staging.covers``). Raises RecordBusyError, naming
        who is writing, if another process or thread is. One thread may have several loads under way.
        """
        with self.lock.held(f"a load of {return_name}"):
            load_id = self._next_id()
            folder = self.folders.staging / load_id
            staging = Staging(
                load_id=load_id, folder=folder, enter=self._enter, return_name=return_name, key=key
            )
            if covers_until is not None:
                staging.covers(since=covers_since, until=covers_until)
            try:
                yield staging
            finally:
                staging.abandon()
                self._removal.clear(load_id)

    def remove(self, load_id: str, *, by: str, now: datetime | None = None, rule: str = BY_HAND) -> Load:
        """Remove a load's rows and originals. Its counts and hashes stay, with who removed it and when.

        The load before it under the same return and key, if there is one, is current again. The disposal log says
        under which ``rule`` it went.
        """
        with self.lock.held(f"the removal of {load_id}"):
            load, moment = self._kept(load_id), now or datetime.now(UTC)
            self._removal.remove(load, by=by, now=moment, rule=rule)
        return self.load(load_id)

    # ---- reading ----------------------------------------------------------------------------------------------

    def loads(self, *, with_removed: bool = False) -> tuple[Load, ...]:
        """All loads in the order of loading, and which of them are current."""
        every = seen_at(self.catalogue.loads())
        return tuple(load for load in every if with_removed or load.removed_at is None)

    def load(self, load_id: str) -> Load:
        """The load of this id, a removed one too, or UnknownLoadError."""
        for load in self.loads(with_removed=True):
            if load.id == load_id:
                return load
        raise UnknownLoadError(f"There is no load {load_id}. See what there is with: los loads.")

    def current(self, as_at: datetime | None = None) -> tuple[Load, ...]:
        """The newest load of each return and key, as known at the moment ``as_at`` (None: now).

        A load that has since been removed is in no view: its rows are gone.
        """
        return tuple(load for load in seen_at(self.catalogue.loads(), as_at) if load.current)

    def gone_since(self, as_at: datetime) -> tuple[Load, ...]:
        """The loads that were current at that moment, and whose rows have been removed since."""
        return gone_since(self.catalogue.loads(), as_at)

    def sources(self, as_at: datetime | None = None) -> tuple[TableSource, ...]:
        """For each table that current loads fill, its Parquet files, and which rows each supplies: see sources.py."""
        return table_sources(self.current(as_at), self.path_of)

    def already_holds(self, return_name: str, key: str, sha256s: Iterable[str]) -> Load | None:
        """The current load of this return and key, if it is made of exactly these files; None otherwise."""
        hashes = sorted(sha256s)
        for load in self.current():
            same_place = (load.return_name, load.key) == (return_name, key)
            if same_place and sorted(file.sha256 for file in load.files) == hashes:
                return load
        return None

    def path_of(self, load_id: str, table: str) -> Path:
        """The Parquet file of one table of one load; of a table by day, the folder of its days' files."""
        return self.folders.table(load_id, table)

    def trace(self, load_id: str, file: str, sheet: str, row: int) -> Original:
        """The stored original that a row came from, to be opened and looked at.

        Raises UnknownLoadError if the load was removed, UnknownOriginalError if it has no such file.
        """
        return trace(self.folders, self._kept(load_id), file, sheet, row)

    def held(self, load_id: str) -> list[HeldPlace]:
        """Where the rows stand that were held back from this load."""
        self._kept(load_id)
        return held_places(self.folders.held(load_id))

    # ---- runs -------------------------------------------------------------------------------------------------

    def write_run(
        self,
        readings: Iterable[Reading] = (),
        *,
        table: pa.Table | None = None,
        loads: Iterable[str],
        engine: str,
        settings: Mapping[str, Any],
        version: str,
        months: int,
        to: date,
        now: datetime,
        as_at: datetime | None = None,
    ) -> Run:
        """Store the readings of a run (as readings, or as an Arrow ``table`` of the same columns but ``run``).

        ``loads`` are ids, ``settings`` what JSON can hold, ``as_at`` the moment looked back to. All of the run is
        stored, or none.
        """
        rows = as_table(readings) if table is None else table
        about = about_run(
            loads=loads,
            engine=engine,
            settings=settings,
            version=version,
            months=months,
            to=to,
            now=now,
            as_at=as_at,
        )
        return self.run_store.write(arranged(rows), about)

    def latest_run(self) -> Run | None:
        """The run that was made last of what was known when it was made; None before the first."""
        return self.run_store.latest()

    def run(self, run_id: str) -> Run:
        """The run of this id, or UnknownRunError."""
        return self.run_store.run(run_id)

    def readings(
        self,
        run_id: str,
        *,
        indicator: str | None = None,
        kind: str | None = None,
        breakdown: Sequence[str] | None = None,
        since: date | None = None,
        until: date | None = None,
    ) -> list[Reading]:
        """A run's readings, sorted as series. None asks for all; ``breakdown=()`` asks for totals.

        ``since`` and ``until`` keep the periods that lie wholly between them. A group that was not recorded (None)
        comes last in its period.
        """
        run = self.run(run_id)
        return read_readings(
            run, indicator=indicator, kind=kind, breakdown=breakdown, since=since, until=until
        )

    # ---- the folders ------------------------------------------------------------------------------------------

    @property
    def disposals(self) -> Disposals:
        """The log of what was removed and erased."""
        return Disposals(home=self.home)

    @property
    def folders(self) -> Folders:
        """Where everything lies."""
        return Folders(home=self.home)

    @property
    def eraser(self) -> Eraser:
        """What erases a child from every load."""
        return Eraser(
            folders=self.folders,
            disposals=self.disposals,
            loads=self.loads,
            lock=self.lock,
            reached=self.reached,
        )

    @property
    def _removal(self) -> Removal:
        return Removal(
            folders=self.folders,
            catalogue=self.catalogue,
            disposals=self.disposals,
            reached=self.reached,
        )

    def _prepare(self) -> None:
        if self.catalogue.version() == 0:
            with self.lock.held("making the record", wait_seconds=30):
                self.catalogue.create()
        self.catalogue.check_version()
        clear_orphans(
            staging=self.folders.staging, loads=self.folders.loads, catalogue=self.catalogue, lock=self.lock
        )
        self.run_store.clear_abandoned()
        self._removal.finish(self.loads, self.lock)
        self.eraser.finish()

    def _enter(self, load: Load) -> Load:
        self.reached("staged")
        (self.folders.staging / load.id).rename(self.folders.loads / load.id)
        sync_folder(self.folders.loads)
        self.reached("renamed")
        self.catalogue.add(load)
        return self.load(load.id)

    def _kept(self, load_id: str) -> Load:
        load = self.load(load_id)
        if load.removed_at is not None:
            raise UnknownLoadError(f"{load_id} was removed on {load.removed_at:%Y-%m-%d}: its rows are gone.")
        return load

    def _next_id(self) -> str:
        used = [load.id for load in self.catalogue.loads()]
        used += load_ids(self.folders.staging) + load_ids(self.folders.loads)
        last = max((int(name.removeprefix("load-")) for name in used), default=0)
        return f"load-{last + 1:06d}"
