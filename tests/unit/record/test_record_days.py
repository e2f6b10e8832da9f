"""Tables by day: a file a day, and for each school and day the load that came last."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lineofsight.record import Load, Record, cells_of, day_parts, key_of_days
from lineofsight.record.day_files import schools_in
from lineofsight.record.days import cell_around
from lineofsight.returns.model import Row

TABLE = "attendance_marks"
MONDAY = date(2025, 9, 8)


def mark(school: str, day: date, row: int = 2) -> Row:
    values = {"child_id": "A1", "school": school, "day": day, "session": "AM", "code": "/"}
    return Row(TABLE, values, "", row)


def stored(record: Record, folder: Path, *marks: Row, minute: int) -> Load:
    original = folder / f"{minute}.csv"
    original.write_text("x", encoding="utf-8")
    with record.staging(return_name=TABLE) as staging:
        staging.file(staging.add_original(original), fills=[TABLE])
        for each in marks:
            staging.keep(each)
        staging.flush()
        days = staging.days(TABLE)
        staging.key = key_of_days(days)
        staging.covers(since=min(days), until=max(days))
        return staging.commit(by="someone", now=datetime(2025, 9, 30, 12, minute, tzinfo=UTC))


def supplied(record: Record) -> list[tuple[date, str, list[str]]]:
    parts = day_parts(record.current(), TABLE, record.path_of)
    return [(p.day, p.load, sorted(schools_in(p.path) - p.but_for)) for p in parts]


def test_each_day_of_a_load_is_a_file_that_says_its_schools(record: Record, tmp_path: Path) -> None:
    days = [MONDAY, MONDAY + timedelta(days=1)]
    load = stored(record, tmp_path, mark("N", days[0]), mark("S", days[1]), mark("N", days[1]), minute=0)
    folder = record.path_of(load.id, TABLE)
    assert {p.name: schools_in(p) for p in folder.iterdir()} == {
        "2025-09-08.parquet": {"N"},
        "2025-09-09.parquet": {"N", "S"},
    }
    assert sum(pq.read_metadata(p).num_rows for p in folder.iterdir()) == 3
    assert (load.rows[0].rows_kept, load.covers_since, load.covers_until) == (3, days[0], days[1])


def test_a_corrected_day_replaces_itself_and_no_other(record: Record, tmp_path: Path) -> None:
    tuesday, wednesday = MONDAY + timedelta(days=1), MONDAY + timedelta(days=2)
    week = stored(record, tmp_path, *(mark("N", day) for day in (MONDAY, tuesday, wednesday)), minute=0)
    again = stored(record, tmp_path, mark("N", tuesday), minute=1)
    assert supplied(record) == [
        (MONDAY, week.id, ["N"]),
        (tuesday, again.id, ["N"]),
        (wednesday, week.id, ["N"]),
    ]


def test_one_schools_file_leaves_the_other_schools_of_that_day(record: Record, tmp_path: Path) -> None:
    all_of_them = stored(record, tmp_path, mark("N", MONDAY), mark("S", MONDAY), minute=0)
    one = stored(record, tmp_path, mark("S", MONDAY), minute=1)
    assert supplied(record) == [(MONDAY, all_of_them.id, ["N"]), (MONDAY, one.id, ["S"])]


def test_schools_that_send_their_own_files_stand_beside_each_other(record: Record, tmp_path: Path) -> None:
    loads = [stored(record, tmp_path, mark(school, MONDAY), minute=n) for n, school in enumerate("NSE")]
    assert supplied(record) == [
        (MONDAY, load.id, [school]) for load, school in zip(loads, "NSE", strict=True)
    ]
    assert all(load.current for load in record.loads())


def test_the_same_schools_and_days_again_take_the_place_of_the_load_before(
    record: Record, tmp_path: Path
) -> None:
    first, second = (stored(record, tmp_path, mark("N", MONDAY), minute=n) for n in (0, 1))
    assert first.key == second.key
    assert [load.id for load in record.current()] == [second.id]
    record.remove(second.id, by="someone")
    assert supplied(record) == [(MONDAY, first.id, ["N"])]


def test_it_can_be_looked_back_at(record: Record, tmp_path: Path) -> None:
    first = stored(record, tmp_path, mark("N", MONDAY), minute=0)
    stored(record, tmp_path, mark("N", MONDAY), minute=5)
    then = record.current(datetime(2025, 9, 30, 12, 4, tzinfo=UTC))
    assert [p.load for p in day_parts(then, TABLE, record.path_of)] == [first.id]


@pytest.mark.parametrize(
    ("day", "cell"),
    [
        (date(2025, 9, 10), (date(2025, 9, 8), date(2025, 9, 14))),
        (date(2025, 9, 29), (date(2025, 9, 29), date(2025, 9, 30))),  # a week that the month's end cuts
        (date(2025, 10, 1), (date(2025, 10, 1), date(2025, 10, 5))),
        (date(2025, 11, 30), (date(2025, 11, 24), date(2025, 11, 30))),  # a Sunday, and the last of the month
        (date(2026, 6, 1), (date(2026, 6, 1), date(2026, 6, 7))),  # a Monday, and the first
    ],
)
def test_a_cell_is_a_week_within_one_month(day: date, cell: tuple[date, date]) -> None:
    assert cell_around(day) == cell


def test_a_cells_name_changes_with_its_own_files_alone(record: Record, tmp_path: Path) -> None:
    stored(record, tmp_path, mark("N", MONDAY), mark("N", MONDAY + timedelta(days=7)), minute=0)
    before = [c.name for c in cells_of(day_parts(record.current(), TABLE, record.path_of))]
    stored(record, tmp_path, mark("N", MONDAY), minute=1)
    after = [c.name for c in cells_of(day_parts(record.current(), TABLE, record.path_of))]
    assert before[0] != after[0]
    assert before[1] == after[1]


def test_a_key_names_its_days_and_tells_different_schools_apart() -> None:
    assert key_of_days({MONDAY: ["N"]}).startswith("2025-09-08 (1 school, ")
    both = key_of_days({MONDAY: ["N", "S"], MONDAY + timedelta(days=1): ["N"]})
    assert both.startswith("2025-09-08 to 2025-09-09, 2 days (2 schools, ")
    assert key_of_days({MONDAY: {"N"}}) != key_of_days({MONDAY: {"S"}})


def test_many_rows_as_columns_are_the_same_as_one_by_one(record: Record, tmp_path: Path) -> None:
    days = [MONDAY + timedelta(days=n % 3) for n in range(9)]
    batch = pa.RecordBatch.from_pydict(
        {
            "child_id": [f"A{n}" for n in range(9)],
            "school": ["N"] * 9,
            "day": days,
            "session": ["AM"] * 9,
            "code": ["/"] * 9,
            "row": list(range(2, 11)),
        }
    )
    with record.staging(return_name=TABLE) as staging:
        original = tmp_path / "x.csv"
        original.write_text("x", encoding="utf-8")
        staging.file(staging.add_original(original), fills=[TABLE])
        staging.keep_many(TABLE, batch)
        (folder,) = staging.flush().values()
        found = [row for path in sorted(folder.iterdir()) for row in pq.read_table(path).to_pylist()]
        assert [(row["day"], row["row"], row["file"], row["load"]) for row in found] == [
            (day, row, "x.csv", staging.id) for day, row in sorted(zip(days, range(2, 11), strict=True))
        ]
