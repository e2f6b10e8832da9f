"""One writer at a time, and a sentence that says who it is.

The lock is a transaction on an empty SQLite file: the operating system frees it when its process ends, however it
ends, so no lock outlives its holder. Who holds it stands in a text file beside it, for people only.
"""

from __future__ import annotations

import getpass
import json
import os
import socket
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from datetime import UTC, datetime
from pathlib import Path

from lineofsight.record.errors import RecordBusyError


class WriterLock(threading.local):
    """The right to write to one record. A thread that holds it may take it again; all others wait, then are refused."""

    def __init__(self, folder: Path, wait_seconds: float) -> None:
        self._file = folder / "writing.sqlite"
        self._holder = folder / "writing.json"
        self._wait_seconds = wait_seconds
        self._is_held = False

    @contextmanager
    def held(self, work: str, *, wait_seconds: float | None = None) -> Iterator[None]:
        """Hold the lock for the work named ("a load of cin_census"), or raise RecordBusyError after the wait."""
        if self._is_held:
            yield
            return
        wait = self._wait_seconds if wait_seconds is None else wait_seconds
        with closing(self._locked(wait)), self._named(work):
            self._is_held = True
            try:
                yield
            finally:
                self._is_held = False

    def _locked(self, wait_seconds: float) -> sqlite3.Connection:
        """A connection that holds the lock until it is closed."""
        connection = sqlite3.connect(self._file, timeout=wait_seconds, isolation_level=None)
        try:
            connection.execute("BEGIN IMMEDIATE")
        except sqlite3.Error as error:
            connection.close()
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                raise
            raise RecordBusyError(self._who()) from None
        return connection

    @contextmanager
    def _named(self, work: str) -> Iterator[None]:
        self._write_holder(work)
        try:
            yield
        finally:
            self._holder.unlink(missing_ok=True)

    def _write_holder(self, work: str) -> None:
        now = f"{datetime.now(UTC):%H:%M on %Y-%m-%d} (UTC)"
        holder = {"work": work, "user": _user(), "machine": socket.gethostname(), "process": os.getpid()}
        draft = self._holder.with_suffix(f".{os.getpid()}")
        draft.write_text(json.dumps({**holder, "since": now}), encoding="utf-8")
        draft.replace(self._holder)

    def _who(self) -> str:
        try:
            holder = json.loads(self._holder.read_text(encoding="utf-8"))
        except (OSError, ValueError):  # it has just ended, or just begun
            return "Another process is writing to the record. Nothing was stored; try again in a moment."
        return (
            f"{holder['user']} is writing to the record: {holder['work']}, since {holder['since']}, "
            f"process {holder['process']} on {holder['machine']}. Nothing was stored; try again when it has ended."
        )


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a container may run under a number without a name
        return "someone"
