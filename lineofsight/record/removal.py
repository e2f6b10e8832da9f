"""Removing a load whole: first the log says so, then the catalogue, then its folder goes."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime

from lineofsight.record.catalogue import Catalogue
from lineofsight.record.disposals import Disposals
from lineofsight.record.errors import RecordBusyError
from lineofsight.record.folders import Folders
from lineofsight.record.loads import Load
from lineofsight.record.lock import WriterLock
from lineofsight.returns.tables import BY_NAME


@dataclass(frozen=True, kw_only=True)
class Removal:
    """What takes loads out of one record, in steps of which each can be done again."""

    folders: Folders
    catalogue: Catalogue
    disposals: Disposals
    reached: Callable[[str], None]

    def remove(self, load: Load, *, by: str, now: datetime, rule: str) -> None:
        """Remove the load. The caller holds the writer's lock."""
        # The log goes first: what it says and is not done yet is done at the next opening, should this end here.
        self.disposals.load_removed(load, by=by, now=now, rule=rule)
        self.reached("logged")
        self._take_away(load, by=by, now=now)

    def finish(self, kept: Callable[[], Sequence[Load]], lock: WriterLock) -> None:
        """Remove what the disposal log says is removed and is not, unless somebody is writing."""
        if not any(self.disposals.still_there(kept())):
            return
        with suppress(RecordBusyError), lock.held("finishing a disposal", wait_seconds=0):
            for load, entry in self.disposals.still_there(kept()):
                self._take_away(load, by=entry["who"], now=datetime.fromisoformat(entry["at"]))

    def clear(self, load_id: str) -> None:
        """Remove the folder of a load that is not in the catalogue, or no longer."""
        # The catalogue is asked, not remembered: a stop between its commit and our next line must not lose a load.
        shutil.rmtree(self.folders.staging / load_id, ignore_errors=True)
        if load_id not in self.catalogue.kept_ids():
            shutil.rmtree(self.folders.loads / load_id, ignore_errors=True)

    def _take_away(self, load: Load, *, by: str, now: datetime) -> None:
        if any(BY_NAME[table].by_day for table in load.fills if table in BY_NAME):
            # What was counted from its days would outlive them; the rest is counted again when it is asked for.
            shutil.rmtree(self.folders.counts, ignore_errors=True)
        # The catalogue goes first: a folder without an entry is cleared at the next opening.
        self.catalogue.mark_removed(load.id, by=by, now=now)
        self.clear(load.id)
