"""What is killed: another process that loads a file into a home's record."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pyarrow as pa

from lineofsight.record import Record
from lineofsight.run.load import load

TODAY = date(2025, 4, 30)
pa.array(
    [0]
)  # Arrow imports what it needs on first use: once here, not in every process that is started from this


def load_into(home: Path, file: Path) -> None:
    """Load the file as the command does."""
    load(Record.open(home), [file], by="anna", today=TODAY)
