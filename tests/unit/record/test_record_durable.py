"""What is synced, and what Windows does by itself."""

from __future__ import annotations

import os

import pytest

from lineofsight.record.durable import sync_folder, sync_tree


def test_every_file_and_folder_below_is_synced(tmp_path, monkeypatch):
    (tmp_path / "originals" / "2024").mkdir(parents=True)
    (tmp_path / "originals" / "2024" / "a.csv").write_text("a")
    (tmp_path / "referrals.parquet").write_text("r")
    synced, fsync = [], os.fsync

    def noted(descriptor: int) -> None:
        synced.append(os.fstat(descriptor).st_ino)
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", noted)
    sync_tree(tmp_path)
    assert sorted(synced) == sorted(path.stat().st_ino for path in [tmp_path, *tmp_path.rglob("*")])


def test_windows_opens_no_folder_to_be_synced(tmp_path, monkeypatch):
    missing = tmp_path / "missing"
    with pytest.raises(FileNotFoundError):
        sync_folder(missing)
    monkeypatch.setattr(os, "name", "nt")
    sync_folder(missing)
