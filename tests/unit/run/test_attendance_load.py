"""Attendance marks by the commands' road: days replaced one by one, and counted once for each week that changes."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow.parquet as pq
import pytest

from lineofsight.council import Council
from lineofsight.indicators.attendance import absence_unauth_pct
from lineofsight.readings import State
from lineofsight.record import Record
from lineofsight.run.attendance import READERS_ARE_DONE_AFTER, counts_of
from lineofsight.run.load import check
from lineofsight.run.measure import measure
from tests.unit.run.loading import loaded, tallies

HEADER = "UPN,School,Date,AM,PM"
Counts = dict[tuple[str, str, date, str | None, str | None], int]


def day(folder: Path, name: str, *rows: str) -> Path:
    path = folder / name
    path.write_text("\n".join([HEADER, *rows, ""]), encoding="utf-8")
    return path


def counts(record: Record) -> Counts:
    """Sessions by pupil, school, first day, mark and code."""
    rows = [row for path in counts_of(record, record.current()) for row in pq.read_table(path).to_pylist()]
    return {(r["child_id"], r["school"], r["since"], r["mark"], r["code"]): r["sessions"] for r in rows}


MONDAY = date(2025, 9, 8)
A = "A1", "N", MONDAY
TWO_DAYS = ("A1,N,08/09/2025,/,\\", "A1,N,09/09/2025,I,I")


def test_marks_are_counted_by_pupil_week_and_code(record: Record, tmp_path: Path) -> None:
    reports = loaded(record, day(tmp_path, "w.csv", *TWO_DAYS, "A1,N,10/09/2025,L,#", "B2,N,08/09/2025,X,X"))
    assert tallies(reports) == {("w.csv", "attendance_marks"): (8, 0)}
    assert counts(record) == {(*A, "attended", None): 3, (*A, "authorised", "I"): 2}


def test_a_week_that_a_month_ends_in_is_counted_apart(record: Record, tmp_path: Path) -> None:
    loaded(record, day(tmp_path, "w.csv", "A1,N,30/09/2025,/,\\", "A1,N,01/10/2025,/,\\"))
    assert {key[2]: n for key, n in counts(record).items()} == {date(2025, 9, 29): 2, date(2025, 10, 1): 2}


def test_a_day_that_comes_again_replaces_itself(record: Record, tmp_path: Path) -> None:
    loaded(record, day(tmp_path, "w.csv", *TWO_DAYS))
    loaded(record, day(tmp_path, "again.csv", "A1,N,09/09/2025,/,G"))
    assert counts(record) == {(*A, "attended", None): 3, (*A, "unauthorised", "G"): 1}


def test_the_same_file_again_is_left_as_it_is_unless_a_day_of_it_has_been_replaced(
    record: Record, tmp_path: Path
) -> None:
    first, second = day(tmp_path, "w.csv", *TWO_DAYS), day(tmp_path, "again.csv", "A1,N,09/09/2025,/,G")
    loaded(record, first)
    assert [r.already_loaded for r in loaded(record, first)] == [True]
    loaded(record, second)
    assert [r.already_loaded for r in loaded(record, first)] == [False]
    assert counts(record) == {(*A, "attended", None): 2, (*A, "authorised", "I"): 2}


def test_a_missing_or_unknown_mark_is_counted_as_not_known_and_the_day_is_loaded(
    record: Record, tmp_path: Path
) -> None:
    reports = loaded(record, day(tmp_path, "w.csv", "A1,N,08/09/2025,/,", "A1,N,09/09/2025,ZZ,-"))
    assert tallies(reports) == {("w.csv", "attendance_marks"): (4, 0)}
    assert counts(record) == {(*A, "attended", None): 1, (*A, None, None): 3}


def test_a_session_that_is_marked_twice_counts_once_or_is_not_known(record: Record, tmp_path: Path) -> None:
    loaded(record, day(tmp_path, "w.csv", "A1,N,08/09/2025,I,I", "A1,N,08/09/2025,I,/"))
    assert counts(record) == {(*A, "authorised", "I"): 1, (*A, None, None): 1}


def test_only_the_weeks_that_change_are_counted_again(record: Record, tmp_path: Path) -> None:
    loaded(record, day(tmp_path, "w.csv", *TWO_DAYS, "A1,N,15/09/2025,/,\\"))
    before = counts_of(record, record.current())
    made = [path.stat().st_mtime_ns for path in before]
    loaded(record, day(tmp_path, "again.csv", "A1,N,09/09/2025,/,G"))
    after = counts_of(record, record.current())
    assert (before[0] == after[0], before[1] == after[1]) == (False, True)
    assert after[1].stat().st_mtime_ns == made[1]


def test_counts_that_were_replaced_are_deleted_once_nobody_can_be_reading_them(
    record: Record, tmp_path: Path
) -> None:
    loaded(record, day(tmp_path, "1.csv", "A1,N,08/09/2025,/,\\"))
    (old,) = record.folders.counts.iterdir()
    loaded(record, day(tmp_path, "2.csv", "A1,N,08/09/2025,/,I"))
    assert old.exists()
    long_ago = (datetime.now(UTC) - READERS_ARE_DONE_AFTER - timedelta(minutes=1)).timestamp()
    os.utime(old, (long_ago, long_ago))
    loaded(record, day(tmp_path, "3.csv", "A1,N,08/09/2025,/,G"))
    assert not old.exists()
    assert counts(record) == {(*A, "attended", None): 1, (*A, "unauthorised", "G"): 1}


def test_a_count_leads_to_the_first_mark_that_it_counts(record: Record, tmp_path: Path) -> None:
    loaded(record, day(tmp_path, "w.csv", "B2,N,08/09/2025,/,\\", *TWO_DAYS))
    rows = [row for path in counts_of(record, record.current()) for row in pq.read_table(path).to_pylist()]
    found = {(r["child_id"], r["code"]): (r["load"], r["file"], r["row"]) for r in rows}
    assert found["A1", "I"] == ("load-000001", "w.csv", 4)
    assert found["A1", None] == ("load-000001", "w.csv", 3)


def test_checking_counts_rows_and_stores_nothing(tmp_path: Path) -> None:
    reports = check([day(tmp_path, "w.csv", *TWO_DAYS, ",N,08/09/2025,/,\\")])
    assert tallies(reports) == {("w.csv", "attendance_marks"): (4, 2)}
    assert [r.load for r in reports] == [None]


def test_a_file_without_a_mark_replaces_nothing(record: Record, tmp_path: Path) -> None:
    loaded(record, day(tmp_path, "w.csv", *TWO_DAYS))
    (report,) = loaded(record, day(tmp_path, "empty.csv"))
    assert (report.load, [p.rule for p in report.problems]) == (None, ["no_rows"])
    assert len(record.loads()) == 1


def test_one_file_a_day_or_many_days_in_one_are_the_same(tmp_path: Path) -> None:
    one, many = Record.open(tmp_path / "one"), Record.open(tmp_path / "many")
    loaded(one, day(tmp_path, "w.csv", *TWO_DAYS))
    for number, row in enumerate(TWO_DAYS):
        loaded(many, day(tmp_path, f"{number}.csv", row))
    assert counts(one) == counts(many)
    assert len(many.loads()) == 2


@pytest.mark.parametrize(
    ("mark", "expected"), [("O", (0.25, 0, State.COMPLETE)), ("?", (None, 1, State.NOT_AVAILABLE))]
)
def test_a_mark_that_is_not_known_stops_the_figures_that_it_touches_and_no_others(
    record: Record, tmp_path: Path, mark: str, expected: tuple[float | None, int, State]
) -> None:
    days = [
        f"{pupil},{school},{d:02}/09/2025,/,\\"
        for pupil, school in (("A1", "N"), ("B2", "S"))
        for d in (1, 2)
    ]
    loaded(record, day(tmp_path, "w.csv", *days[1:], f"A1,N,01/09/2025,{mark},\\"))
    run = measure(record, Council(), to=date(2025, 9, 30), months=1, only=[absence_unauth_pct])
    found = {r.group: r for r in record.readings(run.id, kind="month") if r.breakdown in ((), ("school",))}
    value, unknown, state = expected
    north = found["N",]
    assert (north.value, north.unknown) == (None if value is None else 100 * value, unknown)
    assert (north.state is State.NOT_AVAILABLE) == (state is State.NOT_AVAILABLE)
    assert (found[()].value is None) == (value is None)
    assert found["S",].value == 0.0
