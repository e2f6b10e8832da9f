"""Originals keep their names and sub-folders, as far as every operating system accepts them."""

from __future__ import annotations

import hashlib

import pytest

from lineofsight.record import sha256_of
from lineofsight.record.originals import copy_original, name_inside_load


@pytest.mark.parametrize(
    ("name", "inside"),
    [
        ("Episodes.csv", "Episodes.csv"),
        ("2024/Episodes.csv", "2024/Episodes.csv"),
        ("2024\\Episodes.csv", "2024/Episodes.csv"),
        ("../../Episodes.csv", "Episodes.csv"),
        ("/2024/./Episodes.csv", "2024/Episodes.csv"),
        ("C:\\2024\\Episodes.csv", "C_/2024/Episodes.csv"),
        ("CIN at 10:30?.xml", "CIN at 10_30_.xml"),
        ("tab\there.csv", "tab_here.csv"),
        ("ends in a dot.", "ends in a dot"),
        ("aux.csv", "_aux.csv"),
        ("auxiliary.csv", "auxiliary.csv"),
        ("NUL", "_NUL"),
        ("com9.csv", "_com9.csv"),
        ("com10.csv", "com10.csv"),
        ("Kinder in Not – März.csv", "Kinder in Not – März.csv"),
        ("...", "_"),
        ("..", "file"),
        ("", "file"),
    ],
)
def test_a_name_is_made_one_that_windows_accepts(name, inside):
    assert name_inside_load(name, []) == inside


@pytest.mark.parametrize(
    ("name", "taken", "inside"),
    [
        ("a.csv", ["b.csv"], "a.csv"),
        ("a.csv", ["a.csv"], "a (2).csv"),
        ("a.csv", ["a.csv", "a (2).csv"], "a (3).csv"),
        ("A.CSV", ["a.csv"], "A (2).CSV"),
        ("2024/a.csv", ["a.csv"], "2024/a.csv"),
        ("2024/a.csv", ["2025/a.csv"], "2024/a.csv"),
        ("2024/a.csv", ["2024/a.csv"], "2024 (2)/a.csv"),
        ("2024/a.csv", ["2024"], "2024 (2)/a.csv"),
        ("2024", ["2024/a.csv"], "2024 (2)"),
    ],
)
def test_two_files_of_one_name_are_both_kept(name, taken, inside):
    assert name_inside_load(name, taken) == inside


@pytest.mark.parametrize("size", [0, 1, (1 << 20) - 1, 1 << 20, (1 << 20) + 1])
def test_the_hash_is_of_what_was_written(tmp_path, size):
    source = tmp_path / "source.csv"
    source.write_bytes(b"x" * size)
    stored = copy_original(source, tmp_path / "originals", "2024/copy.csv")
    assert stored.bytes == size
    assert stored.sha256 == sha256_of(source) == hashlib.sha256(b"x" * size).hexdigest()
    assert (tmp_path / "originals" / "2024" / "copy.csv").read_bytes() == source.read_bytes()


def test_a_row_of_the_second_of_two_files_leads_to_that_file(record, tmp_path):
    for year in ("2024", "2025"):
        (tmp_path / year).mkdir()
        (tmp_path / year / "Episodes.csv").write_text(year, encoding="utf-8")
    with record.staging(return_name="ssda903") as staging:
        names = [staging.add_original(tmp_path / year / "Episodes.csv") for year in ("2024", "2025")]
        originals = staging.folder / "originals"
        assert [(name, (originals / name).read_text()) for name in names] == [
            ("Episodes.csv", "2024"),
            ("Episodes (2).csv", "2025"),
        ]
