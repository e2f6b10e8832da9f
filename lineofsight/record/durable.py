"""Writing that survives a power cut: what was synced is on the disk before the next step begins."""

from __future__ import annotations

import os
from pathlib import Path


def sync_tree(folder: Path) -> None:
    """Every file below the folder, and every folder, is on the disk when this returns."""
    for path in folder.rglob("*"):
        if path.is_dir():
            sync_folder(path)
        else:
            sync_file(path)
    sync_folder(folder)


def sync_folder(folder: Path) -> None:
    """The folder's list of names is on the disk when this returns."""
    if os.name == "nt":  # Windows writes a folder's names with its files and opens no folder to be synced
        return
    _sync(os.open(folder, os.O_RDONLY))


def sync_file(path: Path) -> None:
    """What is in the file is on the disk when this returns."""
    # Windows syncs only what is open for writing.
    _sync(os.open(path, os.O_RDWR))


def replace(path: Path, data: bytes) -> None:
    """Put data in a file's place: whatever happens, either the old or the new is there whole."""
    draft = path.with_name(path.name + ".draft")
    draft.write_bytes(data)
    sync_file(draft)
    draft.replace(path)
    sync_folder(path.parent)


def _sync(descriptor: int) -> None:
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)
