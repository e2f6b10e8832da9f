"""Which rows count when loads overlap, on both sides of every boundary, and the working-day numbers beside dates."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from lineofsight.calendar import FIRST_KNOWN, LAST_KNOWN
from lineofsight.engines.duckdb import DuckDB
from lineofsight.returns.columns import Table
from lineofsight.returns.tables import children, conferences, ehc_requests, episodes, referrals, workers
from tests.spec.drawn import drawn, typed

FIRST_DAY = date(2024, 4, 1)  # of the newer load's year; the older one may supply what lies wholly before it
OLDER, NEWER = "load-1", "load-2"


@pytest.fixture(scope="module")
def engine() -> DuckDB:
    return DuckDB()


def counted(
    engine: DuckDB, table: Table, *, older: str = "", newer: str = "", before: date | None = FIRST_DAY
) -> list[tuple[str, int]]:
    """The load and row of each row that counts. Rows are drawn for each load and numbered from 2, as in a file."""
    raw: list[dict[str, object]] = []
    for load, rank, supplies, text in ((OLDER, 0, before, older), (NEWER, 1, None, newer)):
        rows = typed(drawn(text), table.columns) if text else []
        where = {"load": load, "rank_": rank, "supplies_before_": supplies}
        raw += [{**row, **where, "file": f"{load}.xml", "row": n} for n, row in enumerate(rows, start=2)]
    engine.supply_rows(table, raw)
    return sorted((row["load"], row["row"]) for row in engine.table(table.rows).to_pylist())


def test_an_event_on_the_last_day_before_the_newer_load_stays_and_one_on_its_first_day_goes(
    engine: DuckDB,
) -> None:
    older = """
        child_id | held_date
        ---------+-----------
        a        | 2024-03-31     the day before
        b        | 2024-04-01     the first day: the newer load is silent of it, so it was not held
        c        | 2024-04-02
        """
    assert counted(engine, conferences, older=older) == [(OLDER, 2)]


def test_a_spell_that_ended_the_day_before_the_newer_load_stays_and_one_that_ended_on_its_first_day_goes(
    engine: DuckDB,
) -> None:
    older = """
        child_id | started    | ended
        ---------+------------+-----------
        a        | 2023-06-01 | 2024-03-31     over before the newer year
        b        | 2023-06-01 | 2024-04-01     over on its first day: the newer load would have it
        c        | 2023-06-01 |                still open: the newer load would have it
        d        | 2024-03-31 | 2024-03-31     a single day, the last one
        """
    assert counted(engine, episodes, older=older) == [(OLDER, 2), (OLDER, 5)]


def test_an_event_of_which_no_day_is_known_is_not_before_anything(engine: DuckDB) -> None:
    older = """
        child_id | held_date
        ---------+-----------
        a        |
        """
    assert counted(engine, conferences, older=older) == []
    assert counted(engine, conferences, older=older, before=None) == [(OLDER, 2)]


def test_a_case_that_stands_in_both_years_counts_once_as_the_newer_has_it(engine: DuckDB) -> None:
    older = """
        child_id | referral_date | closure_date
        ---------+---------------+-------------
        a        | 2024-02-01    |                  open over the year's end
        b        | 2024-02-01    | 2024-03-31       closed on the last day; the newer load has it too
        b        | 2024-02-02    | 2024-03-31       only here
        """
    newer = """
        child_id | referral_date | closure_date
        ---------+---------------+-------------
        a        | 2024-02-01    | 2024-05-01
        b        | 2024-02-01    | 2024-04-01
        """
    assert counted(engine, referrals, older=older, newer=newer) == [(OLDER, 4), (NEWER, 2), (NEWER, 3)]


def test_two_events_of_one_key_in_one_load_are_two_and_the_older_load_adds_none(engine: DuckDB) -> None:
    twice = """
        child_id | referral_date | closure_date
        ---------+---------------+-------------
        a        | 2024-02-01    | 2024-02-20
        a        | 2024-02-01    | 2024-03-20
        """
    assert counted(engine, referrals, older=twice) == [(OLDER, 2), (OLDER, 3)]
    assert counted(engine, referrals, older=twice, newer=twice) == [(NEWER, 2), (NEWER, 3)]


def test_events_without_a_child_are_one_event_of_nobody_and_not_lost(engine: DuckDB) -> None:
    nobody = """
        request_id | received   | concluded
        -----------+------------+-----------
                   | 2024-02-01 | 2024-02-20
        """
    assert counted(engine, ehc_requests, older=nobody) == [(OLDER, 2)]
    assert counted(engine, ehc_requests, older=nobody, newer=nobody) == [(NEWER, 2)]


def test_the_same_worker_at_another_start_is_another_spell(engine: DuckDB) -> None:
    older = """
        worker_id | started    | ended
        ----------+------------+-----------
        w         | 2023-01-01 | 2023-06-30
        """
    newer = """
        worker_id | started
        ----------+-----------
        w         | 2023-07-01
        """
    assert counted(engine, workers, older=older, newer=newer) == [(OLDER, 2), (NEWER, 2)]


def test_of_a_person_the_newest_load_speaks_and_its_last_row(engine: DuckDB) -> None:
    older = """
        child_id | sex
        ---------+----
        a        | F
        b        | F      only known here
        """
    newer = """
        child_id | sex
        ---------+----
        a        | F
        a        | M      the last word
        """
    assert counted(engine, children, older=older, newer=newer) == [(OLDER, 3), (NEWER, 3)]


@pytest.mark.parametrize(("before", "stays"), [(date.min, False), (date(1, 1, 2), True), (None, True)])
def test_a_person_is_unsaid_only_by_a_load_that_is_complete_from_the_beginning(
    engine: DuckDB, before: date | None, stays: bool
) -> None:
    older = """
        child_id | sex
        ---------+----
        a        | F
        """
    assert counted(engine, children, older=older, before=before) == ([(OLDER, 2)] if stays else [])


def test_a_clocked_date_has_its_working_day_number_within_the_known_calendar_and_none_outside(
    engine: DuckDB,
) -> None:
    day = timedelta(days=1)
    dates = [FIRST_KNOWN - day, FIRST_KNOWN, LAST_KNOWN, LAST_KNOWN + day, None]
    engine.supply_rows(conferences, [{"child_id": "a", "held_date": held} for held in dates])
    found = {row["held_date"]: row["held_date_workday"] for row in engine.table(conferences.rows).to_pylist()}
    assert [found[held] is not None for held in dates] == [False, True, True, False, False]


def test_a_weekend_has_the_number_of_the_friday_before_it_and_monday_the_next(engine: DuckDB) -> None:
    days = [date(2024, 9, 6) + timedelta(days=n) for n in range(4)]  # Friday to Monday
    engine.supply_rows(conferences, [{"child_id": "a", "held_date": held} for held in days])
    found = {row["held_date"]: row["held_date_workday"] for row in engine.table(conferences.rows).to_pylist()}
    assert [found[held] - found[days[0]] for held in days] == [0, 0, 0, 1]
