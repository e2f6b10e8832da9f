"""Erasing a child, unless the council must keep what it holds."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from lineofsight.council import Council
from lineofsight.record import Erasure, Record
from lineofsight.run.retention import refuse_if_held


def erase(record: Record, council: Council, child: str, *, by: str, reason: str, now: datetime) -> Erasure:
    """Erase the child of this identifier everywhere in the record.

    Raises OnHoldError, before anything is done, if a return of which something would go is on hold, and
    UnknownChildError if nothing is held about the child.
    """
    allowed = partial(refuse_if_held, council.retention)
    return record.eraser.erase(child, by=by, reason=reason, now=now, allowed=allowed)
