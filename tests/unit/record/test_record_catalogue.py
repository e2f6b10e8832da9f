"""The catalogue refuses what makes no sense, and a record from the future."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from datetime import UTC, datetime, timedelta, timezone

import pytest

from lineofsight.record import Record, RecordTooNewError
from lineofsight.record.catalogue import VERSION, stamp


def change(record, statement):
    with closing(sqlite3.connect(record.catalogue.path)) as db, db:
        db.execute(statement)


def test_a_record_of_this_version_opens_and_one_of_the_next_does_not(record):
    assert record.catalogue.version() == VERSION
    assert Record.open(record.home).loads() == ()
    change(record, f"PRAGMA user_version = {VERSION + 1}")
    with pytest.raises(RecordTooNewError, match="Install the newer lineofsight"):
        Record.open(record.home)


def test_a_catalogue_that_another_process_has_just_made_is_left_as_it_is(record, load):
    load()
    record.catalogue.create()
    assert len(record.loads()) == 1


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE counts SET rows_in = rows_in + 1",
        "UPDATE counts SET rows_in = -1, rows_kept = -1",
        "UPDATE files SET bytes = -1",
        "UPDATE loads SET removed_at = loaded_at",
        "UPDATE loads SET removed_by = 'ben'",
        "UPDATE loads SET covers_since = '2025-04-01'",
    ],
)
def test_the_catalogue_refuses_nonsense(record, load, statement):
    load()
    with pytest.raises(sqlite3.IntegrityError):
        change(record, statement)


def test_a_load_that_is_entered_twice_is_entered_once(record, load):
    loaded = load()
    with pytest.raises(sqlite3.IntegrityError):
        record.catalogue.add(loaded)
    assert record.loads() == (loaded,)


def test_moments_are_kept_in_utc_and_sort_as_time_does():
    summer = timezone(timedelta(hours=1))
    moments = [
        datetime(2026, 6, 1, 9, 30, tzinfo=summer),
        datetime(2026, 6, 1, 9, tzinfo=UTC),
        datetime(2026, 6, 1, 9, 0, 0, 1, tzinfo=UTC),
    ]
    assert stamp(moments[0]) == "2026-06-01T08:30:00.000000+00:00"
    assert sorted(moments) == sorted(moments, key=stamp)


def test_the_catalogue_holds_no_value_of_a_row(record, load):
    load(children=["a child's number"])
    for path in (record.home / "record").glob("catalogue.sqlite*"):
        assert b"a child's number" not in path.read_bytes()
