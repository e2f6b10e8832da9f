"""Erasing one child from every load: its rows, its records in the files as they came, and nothing of anyone else's.

The disposal log says first what will go, with the child's identifiers only as digests, which tell whether an identifier
is one of them and do not give it away. Then the files as they came are cut, then the tables are rewritten, those last
that name the child: whatever a step needs to find is still there until it is done. So an erasure that was cut short is
finished from the log alone, at the next opening; and after a restore the log says what must go again.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import secrets
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from pathlib import Path
from typing import Any

from lineofsight.record.catalogue import stamp
from lineofsight.record.cutting import Cut, IsTheirs, cut, mentions
from lineofsight.record.disposals import ERASED, Disposals
from lineofsight.record.durable import replace, sync_folder
from lineofsight.record.errors import RecordBusyError, UnknownChildError
from lineofsight.record.folders import Folders
from lineofsight.record.loads import Load
from lineofsight.record.lock import WriterLock
from lineofsight.record.originals import note_cut
from lineofsight.record.parquet import take_out
from lineofsight.record.persons import (
    Found,
    StoredTable,
    find,
    forget_counts_of,
    identities,
    named,
    records_of,
    stored_tables,
)

ERASED_AGAIN = "child erased again"
REMOVED_RECORDS, DROPPED = (
    "the child's records were taken out",
    "the file could not be kept without the child",
)


@dataclass(frozen=True, kw_only=True)
class Erasure:
    """What an erasure took out: rows by load and table, and what became of each file that held the child."""

    id: str
    rows: Mapping[str, Mapping[str, int]]
    files: Mapping[str, Mapping[str, str]]

    @property
    def count(self) -> int:
        """How many rows went."""
        return sum(count for tables in self.rows.values() for count in tables.values())


def _always(_return_name: str) -> None:
    """What forbids nothing."""


@dataclass(frozen=True, kw_only=True)
class Eraser:
    """What erases children from one record, in steps of which each can be done again."""

    folders: Folders
    disposals: Disposals
    loads: Callable[[], Sequence[Load]]
    lock: WriterLock
    reached: Callable[[str], None]

    def erase(
        self, child: str, *, by: str, reason: str, now: datetime, allowed: Callable[[str], None] = _always
    ) -> Erasure:
        """Erase the child of this identifier. Raises UnknownChildError if nothing is held about it.

        ``allowed`` is called with each return of which something would go, before anything does, and raises to forbid it.
        """
        with self.lock.held("an erasure"):
            loads = self.loads()
            tables = stored_tables(self.folders, loads)
            ids = identities(tables, child)
            found = find(tables, ids)
            touched = {each.where.load.return_name for each in found}
            touched |= {load.return_name for load, _, _ in self._cuts(loads, found, ids.__contains__)}
            if not touched:
                raise UnknownChildError("Nothing is held about a child of this identifier.")
            for name in sorted(touched):
                allowed(name)
            return self._erase(ids, found, by=by, reason=reason, now=now)

    def _erase(
        self, ids: frozenset[str], found: Sequence[Found], *, by: str, reason: str, now: datetime
    ) -> Erasure:
        salt = self._salt()
        entry = {
            "at": stamp(now),
            "who": by,
            "what": ERASED,
            "reason": reason,
            "erasure": f"erasure-{len(list(self.disposals.entries(ERASED))) + 1:06d}",
            "salt": salt,
            "ids": sorted(digest(salt, each) for each in ids),
            "rows": _counted(found),
        }
        self.disposals.chain.append(entry)
        self.reached("logged")
        files = self._apply(entry)
        return Erasure(id=str(entry["erasure"]), rows=_counted(found), files=files)

    def finish(self) -> None:
        """Finish what was cut short, unless somebody is writing."""
        if not self._unfinished():
            return
        with suppress(RecordBusyError), self.lock.held("finishing an erasure", wait_seconds=0):
            for entry in self._unfinished():
                self._apply(entry)

    def replay(self, *, by: str, now: datetime) -> int:
        """Do every erasure of the log again, after older loads were put back; gives how many rows went.

        Loads that came after an erasure are left alone: a child may come back to the council's care.
        """
        gone = 0
        with self.lock.held("doing erasures again"):
            for entry in list(self.disposals.entries(ERASED)):
                found, _ = self._theirs(entry)
                if self._apply(entry) or found:
                    again = {"at": stamp(now), "who": by, "what": ERASED_AGAIN, "erasure": entry["erasure"]}
                    self.disposals.chain.append({**again, "rows": _counted(found)})
                gone += sum(len(each.numbers) for each in found)
        return gone

    def elsewhere(self, erasure: str) -> tuple[Path, ...]:
        """Files of the home outside the record that still name the child: a log's reason, a paper, files to be loaded.

        Runs are left out: they hold sums and no identifier.
        """
        (entry,) = (entry for entry in self.disposals.entries(ERASED) if entry["erasure"] == erasure)
        is_theirs, own = matcher(entry), (self.folders.record, self.folders.runs)
        others = (path for path in sorted(self.folders.home.rglob("*")) if path.is_file())
        looked_at = (path for path in others if not any(path.is_relative_to(folder) for folder in own))
        return tuple(path for path in looked_at if mentions(path, is_theirs))

    # ---- the steps ----------------------------------------------------------------------------------------------

    def _theirs(self, entry: Mapping[str, Any]) -> tuple[list[Found], Sequence[Load]]:
        """The child's rows in the loads that were there when it was erased."""
        loads = [load for load in self.loads() if stamp(load.loaded_at) <= entry["at"]]
        tables: Sequence[StoredTable] = stored_tables(self.folders, loads)
        return find(tables, named(tables, matcher(entry))), loads

    def _apply(self, entry: Mapping[str, Any]) -> dict[str, dict[str, str]]:
        found, loads = self._theirs(entry)
        files: dict[str, dict[str, str]] = {}
        for load, name, made in self._cuts(loads, found, matcher(entry)):
            files.setdefault(load.id, {})[name] = self._put(load, name, made)
            self.reached("cut")
        for each in reversed(found):  # those that name the child lead to the others, and go last
            take_out(each.where.path, frozenset(each.numbers.to_pylist()))
            sync_folder(each.where.path.parent)
            self.reached("rewritten")
        forget_counts_of(self.folders, matcher(entry))
        self._write_done([*self._done(), entry["erasure"]])
        return files

    def _cuts(
        self, loads: Iterable[Load], found: Iterable[Found], is_theirs: IsTheirs
    ) -> Iterable[tuple[Load, str, Cut]]:
        """Each file as it came that holds something of the child, with what is left of it."""
        records = records_of(found)
        for load in loads:
            for file in load.files:
                path = self.folders.original(load.id, file.name)
                if path.exists() and (made := cut(path, is_theirs, records.get((load.id, file.name), ()))):
                    yield load, file.name, made

    def _put(self, load: Load, name: str, made: Cut) -> str:
        """Put what is left of a file in its place, or remove it."""
        path = self.folders.original(load.id, name)
        how = DROPPED if made.rest is None else REMOVED_RECORDS
        note_cut(self.folders, load.id, name, how=how, rest=made.rest)
        if made.rest is None:
            path.unlink()
            sync_folder(path.parent)
        else:
            replace(path, made.rest)
        return how

    # ---- what is kept of it -----------------------------------------------------------------------------------------

    def _salt(self) -> str:
        """The same for all erasures of a home, so that one look over the identifiers serves them all."""
        return next((str(entry["salt"]) for entry in self.disposals.entries(ERASED)), secrets.token_hex(16))

    def _unfinished(self) -> list[dict[str, Any]]:
        done = self._done()
        return [entry for entry in self.disposals.entries(ERASED) if entry["erasure"] not in done]

    @property
    def _done_file(self) -> Path:
        # Inside the record, so that a record that is put back from an older copy says itself what it lacks.
        return self.folders.record / "erasures.json"

    def _done(self) -> list[str]:
        if not self._done_file.exists():
            return []
        done: list[str] = json.loads(self._done_file.read_text(encoding="utf-8"))
        return done

    def _write_done(self, done: Iterable[str]) -> None:
        replace(self._done_file, json.dumps(sorted(set(done))).encode())


def digest(salt: str, identifier: str) -> str:
    """What the log keeps of an identifier: enough to know it again, by whoever has the log and the identifier."""
    return hmac.new(salt.encode(), identifier.encode(), hashlib.sha256).hexdigest()


def matcher(entry: Mapping[str, Any]) -> IsTheirs:
    """Whether a text is an identifier of the child of this entry."""
    salt, ids = str(entry["salt"]), frozenset(entry["ids"])

    @lru_cache(maxsize=100_000)
    def is_theirs(text: str) -> bool:
        return digest(salt, text) in ids

    return is_theirs


def _counted(found: Iterable[Found]) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for each in found:
        tables = counts[each.where.load.id]
        tables[each.where.table] = tables.get(each.where.table, 0) + len(each.numbers)
    return dict(counts)
