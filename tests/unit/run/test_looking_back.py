"""As-at: what a figure was, as far as it was known at an earlier moment."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from lineofsight.calendar import PeriodKind, last_of_month, period_containing
from lineofsight.council import Council
from lineofsight.indicators.catalogue import indicator
from lineofsight.record import Record
from lineofsight.run.measure import NothingToMeasureError, measure
from lineofsight.run.rows import case_rows
from tests.unit.run.drawn_files import case, census, child, plan
from tests.unit.run.loading import loaded

UNTIL = "2024-03-31"
PLANS = "cpp_rate"
JUST_BEFORE = timedelta(microseconds=1)


def load_children(record: Record, folder: Path, *names: str) -> datetime:
    """The census of the year with a plan for each of these children; gives the moment at which it was loaded."""
    drawn = [child(name, case("2023-09-04", "", plan("2023-10-02"))) for name in names]
    loaded(record, census(folder / f"{len(names)}.xml", UNTIL, *drawn))
    return record.loads()[-1].loaded_at


@pytest.fixture
def moments(record: Record, tmp_path: Path) -> tuple[datetime, datetime]:
    """A census of one child, replaced by a census of two."""
    return load_children(record, tmp_path, "a"), load_children(record, tmp_path, "a", "b")


def plans_in_march(record: Record, as_at: datetime | None) -> float | None:
    run = measure(record, Council(), months=1, only=[indicator(PLANS)], as_at=as_at)
    (reading,) = record.readings(run.id, indicator=PLANS, kind="month", breakdown=())
    return reading.numerator


def test_a_figure_is_what_it_was_while_a_load_was_current(
    record: Record, moments: tuple[datetime, datetime]
) -> None:
    first, second = moments
    assert [plans_in_march(record, at) for at in (first, second - JUST_BEFORE, second, None)] == [1, 1, 2, 2]


def test_before_the_first_load_there_is_nothing_to_compute(
    record: Record, moments: tuple[datetime, datetime]
) -> None:
    with pytest.raises(NothingToMeasureError, match="Nothing is loaded at the end of"):
        measure(record, Council(), as_at=moments[0] - JUST_BEFORE)


def test_a_look_back_is_a_run_that_does_not_take_the_place_of_the_latest(
    record: Record, moments: tuple[datetime, datetime]
) -> None:
    now = measure(record, Council(), months=1, only=[indicator(PLANS)])
    back = measure(record, Council(), months=1, only=[indicator(PLANS)], as_at=moments[0])
    assert (now.as_at, back.as_at) == (None, moments[0])
    assert record.run(back.id) == back
    assert record.latest_run() == now


def test_the_rows_of_a_look_back_are_those_of_the_load_that_was_current(
    record: Record, moments: tuple[datetime, datetime]
) -> None:
    back = measure(record, Council(), months=1, only=[indicator(PLANS)], as_at=moments[0])
    march = period_containing(PeriodKind.MONTH, last_of_month(back.to))
    assert [(r.child, r.load) for r in case_rows(record, back, indicator(PLANS), march)] == [
        ("a", "load-000001")
    ]


def test_what_was_in_use_then_and_is_gone_is_named_and_nothing_is_computed_without_it(
    record: Record, moments: tuple[datetime, datetime]
) -> None:
    removed = record.remove("load-000002", by="anna").removed_at
    assert removed is not None
    with pytest.raises(NothingToMeasureError, match=r"load-000002 \(cin_census 2023/24\) was in use then"):
        measure(record, Council(), as_at=removed - JUST_BEFORE)
    # At the moment of its removal it was known to be gone; and while the first load was current it did not matter.
    assert plans_in_march(record, removed) == 1
    assert plans_in_march(record, moments[1] - JUST_BEFORE) == 1
    assert record.gone_since(datetime.now(UTC)) == ()


def test_a_replaced_load_that_is_gone_hinders_only_looks_back_to_its_time(
    record: Record, moments: tuple[datetime, datetime]
) -> None:
    record.remove("load-000001", by="anna")
    assert plans_in_march(record, moments[1]) == 2
    assert [load.id for load in record.gone_since(moments[1] - JUST_BEFORE)] == ["load-000001"]
