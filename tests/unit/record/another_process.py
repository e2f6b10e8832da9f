"""Another process on the same record: it loads one file, and ends or waits where it is told to."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from multiprocessing.connection import Connection
from pathlib import Path

import pyarrow as pa

from lineofsight.record import Record
from lineofsight.returns.model import Row

pa.array(
    [0]
)  # Arrow imports what it needs on first use: once here, not in every process that is started from this


def load_in(home: Path, moment: str, starter: Connection) -> None:
    """Load a file into the home's record; die at the moment named, or wait in the middle if that is ``waiting``."""

    def reached(step: str) -> None:
        if step == moment:
            os._exit(9)  # as a power cut would: nothing is closed, nothing tidied

    record = Record.open(home, wait_seconds=60, reached=reached)
    days = {"covers_since": date(2024, 4, 1), "covers_until": date(2025, 3, 31)}
    with record.staging(return_name="cin_census", key="2025", **days) as staging:
        staging.file(staging.add_original(Path(__file__)))
        staging.keep(Row("referrals", {"child_id": "from another process"}, "", 2))
        if moment == "waiting":
            starter.send("in the middle of a load")
            starter.poll(60)
        reached("writing")
        staging.commit(by="ben", now=datetime(2026, 11, 25, tzinfo=UTC))
