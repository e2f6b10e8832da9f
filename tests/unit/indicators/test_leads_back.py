"""From a figure to the very rows that it was counted from: load, file, sheet and row, written out."""

from __future__ import annotations

from typing import Any

from lineofsight.indicators.child_protection import icpc_15wd_pct
from lineofsight.indicators.exclusions import pex_confirmed_count
from lineofsight.indicators.looked_after import cla_rate
from lineofsight.indicators.workforce import sw_caseload_avg
from lineofsight.returns.columns import PROVENANCE
from lineofsight.returns.tables import (
    allocations,
    child_areas,
    conferences,
    episodes,
    exclusion_statuses,
    population,
    workers,
)
from tests.unit.indicators.conftest import Held


def shown(row: dict[str, Any], *columns: str) -> tuple[Any, ...]:
    """Some columns of a row, amounts as plain numbers."""
    return tuple(
        float(row[c]) if c in ("numerator", "denominator") and row[c] is not None else row[c] for c in columns
    )


def test_a_share_leads_to_each_row_of_its_denominator_and_says_which_met_it(held: Held) -> None:
    held.draw(
        {
            conferences: """
            child_id | strategy_discussion_date | held_date
            ---------+--------------------------+------------
            a        | 2024-07-01               | 2024-08-30      row 2: another month
            b        | 2024-09-02               | 2024-09-23      row 3: in time
            c        | 2024-09-02               | 2024-09-24      row 4: late
            d        |                          | 2024-09-16      row 5: unknown
            """
        }
    )
    found = [
        shown(r, "child_id", *PROVENANCE, "numerator", "unknown") for r in held.found(icpc_15wd_pct.rows())
    ]
    assert sorted(found) == [
        ("b", "load-1", "conferences.csv", "First", 3, 1.0, 0),
        ("c", "load-1", "conferences.csv", "First", 4, 0.0, 0),
        ("d", "load-1", "conferences.csv", "First", 5, 0.0, 1),
    ]


def test_a_rate_leads_to_the_children_and_to_the_people_that_they_are_of(held: Held) -> None:
    held.draw(
        {
            episodes: """
            child_id | started    | ended      | legal_status
            ---------+------------+------------+-------------
            a        | 2024-01-01 | 2024-06-01 | C2             row 2: over
            a        | 2024-06-01 |            | C2             row 3: this one speaks for the child
            b        | 2024-01-01 |            | V4             row 4: a short break
            """,
            population: """
            since      | ward  | age | people
            -----------+-------+-----+-------
            2023-06-30 | North | 5   | 900        row 2: an estimate before this one
            2024-06-30 | North | 5   | 1000       row 3
            2024-06-30 | North | 18  | 50         row 4: no child
            """,
            child_areas: """
            child_id | ward  | since
            ---------+-------+-----------
            a        | North | 2024-01-01
            """,
        }
    )
    found = [
        shown(r, "file", "row", "child_id", "ward", "numerator", "denominator")
        for r in held.found(cla_rate.rows("ward"))
    ]
    assert sorted(found) == [
        ("episodes.csv", 3, "a", "North", 1.0, None),
        ("population.csv", 3, None, "North", None, 1000.0),
    ]


def test_an_average_leads_to_the_cases_and_the_posts_of_the_workers_who_count(held: Held) -> None:
    held.draw(
        {
            allocations: """
            child_id | worker_id | team | started    | ended
            ---------+-----------+------+------------+-----------
            a        | w         | East | 2024-01-01 |               row 2
            b        | w         | East | 2024-01-01 | 2024-09-30    row 3: closed on the last day
            c        |           | East | 2024-01-01 |               row 4: allocated to nobody
            """,
            workers: """
            worker_id | team | full_time_share | started
            ----------+------+-----------------+-----------
            w         | East | 0.5             | 2024-01-01
            idle      | East | 1.0             | 2024-01-01
            """,
        }
    )
    found = [
        shown(r, "file", "row", "worker_id", "numerator", "denominator")
        for r in held.found(sw_caseload_avg.rows("team"))
    ]
    assert sorted(found) == [("allocations.csv", 2, "w", 1.0, None), ("workers.csv", 2, "w", None, 0.5)]


def test_an_exclusion_leads_to_the_row_of_its_latest_status(held: Held) -> None:
    held.draw(
        {
            exclusion_statuses: """
            exclusion_id | excluded_from | status   | status_date
            -------------+---------------+----------+------------
            1            | 2024-09-05    | upheld   | 2024-09-20     row 2: the latest, though not the last in the file
            1            | 2024-09-05    | pending  | 2024-09-10     row 3
            2            | 2024-09-05    | pending  | 2024-09-20     row 4
            2            | 2024-09-05    | quashed  | 2024-09-20     row 5: of two on one day, the later row
            3            | 2024-09-05    | pending  |                row 6: not decided
            """
        }
    )
    found = [shown(r, "row", "numerator", "open") for r in held.found(pex_confirmed_count.rows())]
    assert sorted(found) == [(2, 1.0, 0), (5, 0.0, 0), (6, 0.0, 1)]
