"""What was disposed of, when, by whom and under which rule: a chained log in the home, which never names a child.

An entry is made before the thing is done. So a disposal that was cut short is finished at the next opening, and a home
that is restored from an older copy can be brought to where the log says it was.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lineofsight.record.catalogue import stamp
from lineofsight.record.chain import Chain, Verdict
from lineofsight.record.loads import Load

REMOVED, ERASED = "load removed", "child erased"
EXPIRED, RESTORED = "backup expired", "home restored"
BY_HAND = "removed by hand"


@dataclass(frozen=True, kw_only=True)
class Disposals:
    """The disposal log of one home. Whoever adds to it holds the record's writer lock."""

    home: Path

    @property
    def chain(self) -> Chain:
        """The log as it lies in the home."""
        return Chain(path=self.home / "disposals.jsonl")

    def verify(self) -> Verdict:
        """Whether the chain holds; a log that is not there yet is whole."""
        return self.chain.verify()

    def entries(self, what: str) -> Iterator[dict[str, Any]]:
        """Every entry of one kind, from the first."""
        return (entry for entry in self.chain.entries() if entry.get("what") == what)

    def load_removed(self, load: Load, *, by: str, now: datetime, rule: str) -> None:
        """Note that a load goes. A load's id and moment tell it from one that is given its id later, after a restore."""
        self.chain.append(
            {
                "at": stamp(now),
                "who": by,
                "what": REMOVED,
                "rule": rule,
                "load": load.id,
                "loaded_at": stamp(load.loaded_at),
                "return": load.return_name,
                "key": load.key,
                "files": len(load.files),
                "rows": {count.table: count.rows_kept for count in load.rows},
            }
        )

    def backup_expired(self, backup: str, *, by: str, now: datetime) -> None:
        """Note that a backup goes, by the name of its folder."""
        self.chain.append({"at": stamp(now), "who": by, "what": EXPIRED, "backup": backup})

    def home_restored(self, backup: str, *, by: str, now: datetime, gone_again: int) -> None:
        """Note that the home was put back from a backup, and how many rows of it went again."""
        self.chain.append(
            {"at": stamp(now), "who": by, "what": RESTORED, "backup": backup, "rows_gone_again": gone_again}
        )

    def still_there(self, kept: Iterable[Load]) -> Iterator[tuple[Load, dict[str, Any]]]:
        """Loads that the log says are removed and that are kept all the same, each with its entry."""
        by_identity = {(load.id, stamp(load.loaded_at)): load for load in kept}
        for entry in self.entries(REMOVED):
            load = by_identity.pop((str(entry.get("load")), str(entry.get("loaded_at"))), None)
            if load is not None:
                yield load, entry

    def rows_erased(self, loads: Iterable[str], *, since: datetime | None = None) -> int:
        """How many rows of these loads were erased, after a moment if one is given."""
        wanted = frozenset(loads)
        return sum(
            count
            for entry in self.entries(ERASED)
            if since is None or entry["at"] > stamp(since)
            for load, tables in entry["rows"].items()
            if load in wanted
            for count in tables.values()
        )
