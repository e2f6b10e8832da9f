"""Replaced loads go when their years are over, not a day before; what is in use or on hold never does."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta

import pytest

from lineofsight.council import Hold, Retention
from lineofsight.record import Record
from lineofsight.returns.model import Row
from lineofsight.run.retention import OnHoldError, due, refuse_if_held, retain, years_after

HOLD = Hold(return_name="ssda903", reason="An inquiry", by="The monitoring officer")


def load(record: Record, on: date, *, key: str = "2019/20", return_name: str = "cin_census") -> str:
    path = record.home / "file.csv"
    path.write_text("anything", encoding="utf-8")
    with record.staging(return_name=return_name, key=key, covers_until=date(2020, 3, 31)) as staging:
        staging.file(staging.add_original(path))
        staging.keep(Row("referrals", {"child_id": "c1"}, "", 2))
        return staging.commit(by="anna", now=datetime(on.year, on.month, on.day, 23, 59, tzinfo=UTC)).id


@pytest.fixture
def three(record: Record) -> Record:
    """A load of May 2020, replaced in June 2020, replaced in June 2021."""
    for day in (date(2020, 5, 1), date(2020, 6, 10), date(2021, 6, 10)):
        load(record, day)
    return record


@pytest.mark.parametrize(
    ("today", "goes"),
    [
        (date(2026, 6, 9), []),
        (date(2026, 6, 10), ["load-000001"]),
        (date(2027, 6, 9), ["load-000001"]),
        (date(2027, 6, 10), ["load-000001", "load-000002"]),
        (date(2090, 1, 1), ["load-000001", "load-000002"]),
    ],
)
def test_a_load_is_due_years_after_it_was_replaced_and_never_while_it_is_current(
    three: Record, today: date, goes: list[str]
) -> None:
    assert [x.load.id for x in due(three, Retention(), today=today)] == goes


def test_a_return_has_its_own_years(three: Record) -> None:
    kept = Retention(of_return={"cin_census": 0, "ssda903": 50})
    assert [x.load.id for x in due(three, kept, today=date(2020, 6, 9))] == []
    assert [x.load.id for x in due(three, kept, today=date(2020, 6, 10))] == ["load-000001"]


def test_loads_of_another_key_or_return_replace_nothing(record: Record) -> None:
    load(record, date(2020, 5, 1))
    load(record, date(2020, 6, 1), key="2020/21")
    load(record, date(2020, 6, 1), return_name="ssda903")
    assert due(record, Retention(years=0), today=date(2090, 1, 1)) == ()


def test_what_is_due_says_what_replaced_it_and_under_which_rule_it_goes(three: Record) -> None:
    (found,) = due(three, Retention(), today=date(2026, 6, 10))
    assert (found.replaced_by, found.replaced_on, found.since) == (
        "load-000002",
        date(2020, 6, 10),
        date(2026, 6, 10),
    )
    assert found.rule == "retention: 6 years after a load of cin_census was replaced"


def test_retaining_removes_what_is_due_and_logs_its_rule(three: Record) -> None:
    assert [x.load.id for x in retain(three, Retention(), today=date(2026, 6, 10), by="anna")] == [
        "load-000001"
    ]
    assert [x.id for x in three.loads()] == ["load-000002", "load-000003"]
    text = (three.home / "disposals.jsonl").read_text(encoding="utf-8")
    (entry,) = [json.loads(line) for line in text.splitlines()]
    assert (entry["who"], entry["load"]) == ("anna", "load-000001")
    assert entry["rule"] == "retention: 6 years after a load of cin_census was replaced"
    assert retain(three, Retention(), today=date(2026, 6, 10), by="anna") == ()


def test_a_load_that_became_current_again_is_not_due(three: Record) -> None:
    three.remove("load-000003", by="anna")
    assert [x.load.id for x in due(three, Retention(years=0), today=date(2090, 1, 1))] == ["load-000001"]


@pytest.mark.parametrize("held", ["cin_census", None])
def test_a_load_on_hold_is_named_and_stays(three: Record, held: str | None) -> None:
    kept = Retention(years=0, holds=(Hold(return_name=held, reason="A claim", by="Legal services"),))
    found = retain(three, kept, today=date(2090, 1, 1), by="anna")
    assert [(x.load.id, x.hold and x.hold.reason) for x in found] == [
        ("load-000001", "A claim"),
        ("load-000002", "A claim"),
    ]
    assert len(three.loads()) == 3


def test_a_hold_on_another_return_hinders_nothing(three: Record) -> None:
    kept = Retention(years=0, holds=(HOLD,))
    assert len(retain(three, kept, today=date(2090, 1, 1), by="anna")) == 2
    assert len(three.loads()) == 1


def test_what_is_on_hold_is_refused_with_why_and_by_whom() -> None:
    kept = Retention(holds=(HOLD,))
    refuse_if_held(kept, "cin_census")
    with pytest.raises(
        OnHoldError, match=r"ssda903 is on hold .*An inquiry; decided by The monitoring officer"
    ):
        refuse_if_held(kept, "ssda903")
    every = Retention(holds=(Hold(return_name=None, reason="A claim", by="Legal services"),))
    with pytest.raises(OnHoldError, match="everything is on hold"):
        refuse_if_held(every, "cin_census")


@pytest.mark.parametrize(
    ("day", "years", "after"),
    [
        (date(2020, 5, 1), 0, date(2020, 5, 1)),
        (date(2020, 5, 1), 6, date(2026, 5, 1)),
        (date(2024, 2, 29), 4, date(2028, 2, 29)),
        (date(2024, 2, 29), 1, date(2025, 3, 1)),
        (date(2024, 2, 28), 1, date(2025, 2, 28)),
    ],
)
def test_a_year_is_never_shorter_than_a_year(day: date, years: int, after: date) -> None:
    assert years_after(day, years) == after
    assert after - day >= timedelta(days=365 * years)
