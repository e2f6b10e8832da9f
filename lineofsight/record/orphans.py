"""What a process left behind when it died: folders that no catalogue row knows."""

from __future__ import annotations

import shutil
from pathlib import Path

from lineofsight.record.catalogue import Catalogue
from lineofsight.record.errors import RecordBusyError
from lineofsight.record.lock import WriterLock


def clear_orphans(*, staging: Path, loads: Path, catalogue: Catalogue, lock: WriterLock) -> tuple[str, ...]:
    """Remove loads that were begun and never committed, and give their ids.

    A writer holds the lock from its first row to its catalogue entry. Whoever gets the lock therefore knows that
    every folder without an entry is nobody's any more; if another process holds it, nothing is touched.
    """
    if not _orphans(staging, loads, catalogue):
        return ()
    try:
        with lock.held("clearing up after a load that did not end", wait_seconds=0):
            orphans = _orphans(staging, loads, catalogue)
            for folder in orphans:
                shutil.rmtree(folder)
            return tuple(folder.name for folder in orphans)
    except RecordBusyError:
        return ()


def load_ids(folder: Path) -> list[str]:
    """The ids of the loads that have a folder here. What else a desktop leaves in it is not ours."""
    return sorted(path.name for path in folder.glob("load-*") if path.is_dir())


def _orphans(staging: Path, loads: Path, catalogue: Catalogue) -> list[Path]:
    # Folders first, entries after: a load that is committed between the two looks is seen as entered.
    found = load_ids(loads)
    known = catalogue.kept_ids()
    unknown = [loads / name for name in found if name not in known]
    return unknown + [staging / name for name in load_ids(staging)]
