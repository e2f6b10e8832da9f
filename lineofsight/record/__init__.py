"""What is held: loads of case-level rows, the originals that they came from, and the readings computed from them.

>>> record = Record.open(Path("los-home"))
>>> with record.staging(return_name="cin_census", key="2025", covers_until=date(2025, 3, 31)) as staging:
...     staging.file(staging.add_original(path), fills=["referrals"])
...     staging.keep(row)
...     load = staging.commit(by="anna", now=datetime.now(UTC))
"""

from lineofsight.record.backups import Backup, back_up, backups_in, expired, put_back, rows_stored
from lineofsight.record.chain import Chain, Verdict
from lineofsight.record.days import Cell, DayPart, cells_of, day_parts, key_of_days
from lineofsight.record.disposals import Disposals
from lineofsight.record.erasure import Erasure
from lineofsight.record.errors import (
    BackupError,
    NoBackupError,
    RecordBusyError,
    RecordError,
    RecordTooNewError,
    UnknownChildError,
    UnknownLoadError,
    UnknownOriginalError,
    UnknownRunError,
)
from lineofsight.record.loads import HeldPlace, Load, Original, Place, StoredFile, TableCount
from lineofsight.record.originals import sha256_of
from lineofsight.record.record import Record
from lineofsight.record.runs import Run, RunStore
from lineofsight.record.sources import Part, TableSource
from lineofsight.record.staging import Staging

__all__ = [
    "Backup",
    "BackupError",
    "Cell",
    "Chain",
    "DayPart",
    "Disposals",
    "Erasure",
    "HeldPlace",
    "Load",
    "NoBackupError",
    "Original",
    "Part",
    "Place",
    "Record",
    "RecordBusyError",
    "RecordError",
    "RecordTooNewError",
    "Run",
    "RunStore",
    "Staging",
    "StoredFile",
    "TableCount",
    "TableSource",
    "UnknownChildError",
    "UnknownLoadError",
    "UnknownOriginalError",
    "UnknownRunError",
    "Verdict",
    "back_up",
    "backups_in",
    "cells_of",
    "day_parts",
    "expired",
    "key_of_days",
    "put_back",
    "rows_stored",
    "sha256_of",
]
