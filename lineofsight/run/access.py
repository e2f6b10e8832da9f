"""Who looked at children's rows, when and why: a log that only grows, each entry sealed with the one before it."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path
from typing import Any

from lineofsight.record.lock import WriterLock

FIRST = "0" * 64  # what the first entry is sealed with
WAIT_SECONDS = 30.0  # an entry takes milliseconds, so many can wait for one another


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Whether the chain of the log holds, and how many entries it has. ``broken_at`` counts from 1."""

    ok: bool
    entries: int
    broken_at: int | None = None


def log_access(home: Path, *, what: str, reason: str, now: datetime | None = None) -> None:
    """Add an entry under the operating system's user. ``what`` names a figure or a file, never a child."""
    path, at = _path(home), now or datetime.now(UTC)
    # Two people who look at the same moment must not both seal their entry with the one before.
    with _alone(home), path.open("a", encoding="utf-8", newline="\n") as log:
        entry = {
            "at": at.isoformat(timespec="seconds"),
            "who": getuser(),
            "what": what,
            "reason": reason,
            "previous": _last_seal(path),
        }
        log.write(json.dumps({**entry, "seal": _seal(entry)}) + "\n")


def _alone(home: Path) -> AbstractContextManager[None]:
    folder = home / "access-log-lock"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return WriterLock(folder, WAIT_SECONDS).held("an entry of the access log")


def verify(home: Path) -> Verdict:
    """Walk the chain from its first entry. A log that is not there yet is whole."""
    previous, entries = FIRST, 0
    for entries, entry in enumerate(_entries(_path(home)), start=1):
        seal = entry.pop("seal", "")
        if entry.get("previous") != previous or seal != _seal(entry):
            return Verdict(ok=False, entries=entries, broken_at=entries)
        previous = seal
    return Verdict(ok=True, entries=entries)


def _path(home: Path) -> Path:
    return home / "access-log.jsonl"


def _entries(path: Path) -> Iterator[dict[str, Any]]:
    if path.exists():
        for line in path.read_text(encoding="utf-8").splitlines():
            try:
                entry = json.loads(line)
            except ValueError:
                entry = {}
            yield entry if isinstance(entry, dict) else {}


def _last_seal(path: Path) -> str:
    last = FIRST
    for entry in _entries(path):
        last = str(entry.get("seal", ""))
    return last


def _seal(entry: dict[str, Any]) -> str:
    return hashlib.sha256(json.dumps(entry, sort_keys=True).encode()).hexdigest()
