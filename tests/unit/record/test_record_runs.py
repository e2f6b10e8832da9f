"""The readings of a run come back as they were written, and nothing changes them."""

from __future__ import annotations

import os
import threading
import time
from dataclasses import replace
from datetime import UTC, date, datetime

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from lineofsight.readings import Reading, State
from lineofsight.record import Record, RunStore, UnknownRunError

NOW = datetime(2026, 11, 25, 12, tzinfo=UTC)


def reading(month: int = 4, **given: object) -> Reading:
    plain = Reading(
        indicator="icpc_15wd_pct",
        period_kind="month",
        period_start=date(2026, month, 1),
        period_end=date(2026, month, 28),
        numerator=3.0,
        denominator=4.0,
        value=75.0,
        unknown=0,
        open=1,
        state=State.COMPLETE,
        run="run-000001",
    )
    return replace(plain, **given)


@pytest.fixture
def write(record):
    def write(readings=(), **given):
        about = {
            "loads": ["load-000001"],
            "engine": "duckdb",
            "settings": {"day_0": "day after", "ward": None},
        }
        about |= {"version": "0.1.0", "months": 36, "to": date(2026, 10, 31), "now": NOW}
        return record.write_run(readings, **(about | given))

    return write


def test_a_run_says_what_it_was_made_of(record, write):
    run = write([reading()])
    assert (run.id, run.made_at, run.to, run.months) == ("run-000001", NOW, date(2026, 10, 31), 36)
    assert (run.engine, run.version, run.loads, run.readings) == ("duckdb", "0.1.0", ("load-000001",), 1)
    assert run.settings == {"day_0": "day after", "ward": None}
    assert record.run(run.id) == run


def test_readings_come_back_as_they_were_written(record, write):
    written = [
        reading(),
        reading(breakdown=("ward",), group=("Almondbury",)),
        reading(breakdown=("ward",), group=(None,)),
        reading(breakdown=("ward", "sex"), group=("Almondbury", None)),
        reading(indicator="pex_confirmed_count", denominator=None, value=0.0, numerator=0.0),
        reading(indicator="cpp_rate", numerator=None, value=None, state=State.NOT_AVAILABLE),
    ]
    run = write(written)
    assert sorted(record.readings(run.id), key=repr) == sorted(written, key=repr)


def test_a_run_may_have_no_reading(record, write):
    assert record.readings(write([]).id) == []


def test_a_table_from_an_engine_is_taken_as_it_is(record, write):
    table = pa.table(
        {
            "state": ["complete", "supplied"],
            "indicator": pa.array(["cpp_rate", "cpp_rate"]).dictionary_encode(),
            "period_kind": ["month", "month"],
            "period_start": pa.array([date(2026, 5, 1), date(2026, 4, 1)]),
            "period_end": pa.array([date(2026, 5, 31), date(2026, 4, 30)]),
            "breakdown": pa.array([[], ["ward"]], pa.list_(pa.string())),
            "group": pa.array([[], [None]], pa.list_(pa.string())),
            "numerator": pa.array([3, None], pa.int64()),
            "denominator": pa.array([None, None]),
            "value": pa.array([3.5, None], pa.float32()),
            "unknown": pa.array([0, 1], pa.int32()),
            "open": pa.array([0, 2], pa.int64()),
            "another": [1, 2],
        }
    )
    run = write(table=table)
    assert [
        (r.breakdown, r.group, r.numerator, r.denominator, r.value, r.state) for r in record.readings(run.id)
    ] == [
        ((), (), 3.0, None, 3.5, State.COMPLETE),
        (("ward",), (None,), None, None, None, State.SUPPLIED),
    ]
    assert pq.read_schema(run.path / "readings.parquet").field("group").type == pa.list_(pa.string())


@pytest.mark.parametrize("column", ["breakdown", "group"])
def test_a_total_has_an_empty_group_and_never_none(record, write, column):
    columns = {
        name: [getattr(reading(), name)]
        for name in Reading.__dataclass_fields__
        if name not in (column, "run")
    }
    with pytest.raises(ValueError, match=f"The {column} of a total is an empty list"):
        write(table=pa.table({**columns, column: pa.array([None], pa.list_(pa.string()))}))
    assert record.latest_run() is None


def test_a_series_is_in_the_order_of_time_and_not_recorded_comes_last(record, write):
    wards = [(None,), ("Newsome",), ("Almondbury",)]
    run = write([reading(month, breakdown=("ward",), group=ward) for month in (5, 4) for ward in wards])
    assert [(r.period_start.month, r.group) for r in record.readings(run.id)] == [
        (4, ("Almondbury",)),
        (4, ("Newsome",)),
        (4, (None,)),
        (5, ("Almondbury",)),
        (5, ("Newsome",)),
        (5, (None,)),
    ]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, 5),
        ({"indicator": "icpc_15wd_pct"}, 4),
        ({"indicator": "nobody_knows"}, 0),
        ({"kind": "quarter"}, 1),
        ({"breakdown": ()}, 4),
        ({"breakdown": ("ward",)}, 1),
        ({"breakdown": ("ward", "sex")}, 0),
        ({"breakdown": ["ward"], "indicator": "icpc_15wd_pct"}, 1),
        ({"since": date(2026, 5, 1)}, 1),
        ({"since": date(2026, 5, 2)}, 0),
        ({"until": date(2026, 4, 28)}, 3),
        ({"until": date(2026, 4, 27)}, 0),
        ({"since": date(2026, 4, 1), "until": date(2026, 4, 28)}, 3),
    ],
)
def test_readings_are_found_by_indicator_kind_breakdown_and_period(record, write, asked, found):
    run = write(
        [
            reading(4),
            reading(5),
            reading(4, breakdown=("ward",), group=("Newsome",)),
            reading(4, period_kind="quarter", period_end=date(2026, 6, 30)),
            reading(4, indicator="cpp_rate"),
        ]
    )
    assert len(record.readings(run.id, **asked)) == found


def test_the_latest_run_is_the_last_that_was_made(record, write):
    assert record.latest_run() is None
    ids = [write([reading()]).id for _ in range(11)]
    assert record.latest_run().id == ids[-1] == "run-000011"
    assert len(record.readings(ids[0])) == 1


def test_a_run_that_nobody_knows_is_named(record):
    with pytest.raises(UnknownRunError, match=r"There is no run run-000007\. Make one with: los measure"):
        record.readings("run-000007")


def test_settings_that_cannot_be_kept_leave_no_run(record, write):
    with pytest.raises(TypeError):
        write([reading()], settings={"day_0": date(2026, 1, 1)})
    assert list((record.home / "runs").iterdir()) == []


def test_two_runs_that_end_together_are_two_runs(record, write):
    threads = [threading.Thread(target=write, args=([reading()],)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert record.run_store.ids() == tuple(f"run-{number:06d}" for number in range(1, 9))


def test_a_number_that_another_process_has_just_taken_is_passed_over(record, write, monkeypatch):
    for _ in range(2):
        write([reading()])
    as_listed, earlier = RunStore.ids, [()]  # the first look is from before the two others were in place
    monkeypatch.setattr(RunStore, "ids", lambda store: earlier.pop() if earlier else as_listed(store))
    assert write([reading()]).id == "run-000003"


def test_a_run_that_cannot_be_put_in_place_says_why(record, write, monkeypatch):
    def refuse(*_: object) -> None:
        raise PermissionError("the folder is read-only")

    monkeypatch.setattr("pathlib.Path.rename", refuse)  # root, as which tests may run, is refused nothing
    with pytest.raises(PermissionError, match="read-only"):
        write([reading()])


@pytest.mark.parametrize(("seconds", "left"), [(3500, ["writing-x"]), (3700, [])])
def test_what_a_run_that_died_left_is_cleared_after_an_hour(record, seconds, left):
    draft = record.home / "runs" / "writing-x"
    draft.mkdir()
    os.utime(draft, (time.time() - seconds,) * 2)
    Record.open(record.home)
    assert [path.name for path in (record.home / "runs").iterdir()] == left
