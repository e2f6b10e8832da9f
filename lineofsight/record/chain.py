"""A log that only grows: one JSON entry a line, each sealed with the one before it, so that any change shows."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

FIRST = "0" * 64  # what the first entry is sealed with


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """Whether the chain of a log holds, and how many entries it has. ``broken_at`` counts from 1."""

    ok: bool
    entries: int
    broken_at: int | None = None


@dataclass(frozen=True, kw_only=True)
class Chain:
    """The log in one file. Whoever appends holds a lock, since two must not seal their entry with the same one."""

    path: Path

    def append(self, entry: Mapping[str, Any]) -> None:
        """Add an entry; it is on the disk when this returns. What an earlier writer died over is cut off first."""
        self._cut_off_unfinished()
        sealed = {**entry, "previous": self._last_seal()}
        line = json.dumps({**sealed, "seal": seal_of(sealed)}) + "\n"
        with self.path.open("a", encoding="utf-8", newline="\n") as log:
            log.write(line)
            log.flush()
            os.fsync(log.fileno())

    def entries(self) -> Iterator[dict[str, Any]]:
        """Every entry, from the first; an empty one for a line that is none. None for a log that is not there yet."""
        if self.path.exists():
            for line in self.path.read_text(encoding="utf-8").splitlines():
                try:
                    entry = json.loads(line)
                except ValueError:
                    entry = {}
                yield entry if isinstance(entry, dict) else {}

    def verify(self) -> Verdict:
        """Walk the chain from its first entry. A log that is not there yet is whole."""
        previous, entries = FIRST, 0
        for entries, entry in enumerate(self.entries(), start=1):
            seal = entry.pop("seal", "")
            if entry.get("previous") != previous or seal != seal_of(entry):
                return Verdict(ok=False, entries=entries, broken_at=entries)
            previous = seal
        return Verdict(ok=True, entries=entries)

    def _last_seal(self) -> str:
        last = FIRST
        for entry in self.entries():
            last = str(entry.get("seal", ""))
        return last

    def _cut_off_unfinished(self) -> None:
        """An entry ends with its line: half a line is of an entry that was never made."""
        written = self.path.read_bytes() if self.path.exists() else b""
        if written and not written.endswith(b"\n"):
            with self.path.open("r+b") as log:
                log.truncate(written.rfind(b"\n") + 1)


def seal_of(entry: Mapping[str, Any]) -> str:
    """The SHA-256 of an entry with the seal of the one before it in it."""
    return hashlib.sha256(json.dumps(entry, sort_keys=True).encode()).hexdigest()
