"""Who looked at children's rows, when and why: a log that only grows, each entry sealed with the one before it."""

from __future__ import annotations

from contextlib import AbstractContextManager
from datetime import UTC, datetime
from getpass import getuser
from pathlib import Path

from lineofsight.record import Chain, Verdict
from lineofsight.record.lock import WriterLock

WAIT_SECONDS = 30.0  # an entry takes milliseconds, so many can wait for one another


def log_access(home: Path, *, what: str, reason: str, now: datetime | None = None) -> None:
    """Add an entry under the operating system's user. ``what`` names a figure or a file, never a child."""
    at = now or datetime.now(UTC)
    # Two people who look at the same moment must not both seal their entry with the one before.
    with _alone(home):
        _chain(home).append(
            {
                "at": at.isoformat(timespec="seconds"),
                "who": getuser(),
                "what": what,
                "reason": reason,
            }
        )


def verify(home: Path) -> Verdict:
    """Walk the chain from its first entry. A log that is not there yet is whole."""
    return _chain(home).verify()


def _alone(home: Path) -> AbstractContextManager[None]:
    folder = home / "access-log-lock"
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    return WriterLock(folder, WAIT_SECONDS).held("an entry of the access log")


def _chain(home: Path) -> Chain:
    return Chain(path=home / "access-log.jsonl")
