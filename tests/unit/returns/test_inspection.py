"""Annex A's lists from the record: how far they look back, what is still to come, and what stands beside each child."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

import pytest

from lineofsight.engines.duckdb import DuckDB
from lineofsight.returns.columns import Table
from lineofsight.returns.inspection import LISTS
from lineofsight.returns.inspection.when import six_months_before, twelve_months_before
from lineofsight.returns.tables import (
    HELD,
    adoptions,
    allocations,
    assessments,
    care_leaver_contacts,
    care_leavers,
    child_areas,
    child_protection_plans,
    child_protection_reviews,
    children,
    conferences,
    contacts,
    disabilities,
    early_help_episodes,
    episodes,
    health_checks,
    initial_health_assessments,
    looked_after_children,
    missing_episodes,
    placements_for_adoption,
    referrals,
    section_47_enquiries,
    unaccompanied_children,
    visits,
)
from tests.spec.drawn import drawn, typed

DAY = date(2024, 9, 30)


@pytest.fixture(scope="module")
def engine() -> DuckDB:
    made = DuckDB()
    made.supply_settings({"first_working_day": 0, "ehc_days": 140})
    made.supply_periods([])
    return made


def listed(engine: DuckDB, number: int, given: Mapping[Table, str], day: date = DAY) -> list[dict[str, Any]]:
    """The rows of a list, by child."""
    for table in HELD:
        text = given.get(table, "")
        engine.supply_rows(table, typed(drawn(text), table.columns) if text else [])
    rows = LISTS[number - 1].rows(day)
    return sorted(engine.table(rows).to_pylist(), key=lambda row: (row["child_id"], str(row)))


def told(rows: list[dict[str, Any]], *names: str) -> list[tuple[Any, ...]]:
    return [tuple(row[name] for name in ("child_id", *names)) for row in rows]


@pytest.mark.parametrize(
    ("day", "six", "twelve"),
    [
        (date(2024, 9, 30), date(2024, 3, 30), date(2023, 9, 30)),
        (date(2024, 8, 31), date(2024, 2, 29), date(2023, 8, 31)),
        (date(2025, 8, 31), date(2025, 2, 28), date(2024, 8, 31)),
        (date(2024, 2, 29), date(2023, 8, 29), date(2023, 2, 28)),
    ],
)
def test_the_lists_look_back_to_the_same_day_of_an_earlier_month(day: date, six: date, twelve: date) -> None:
    assert (six_months_before(day), twelve_months_before(day)) == (six, twelve)


def test_contacts_of_six_months_to_the_day_are_listed(engine: DuckDB) -> None:
    given = {
        contacts: """
        contact_id | child_id | received   | source
        -----------+----------+------------+-------
        1          | a        | 2024-03-30 | 6
        2          | b        | 2024-03-29 | 6
        3          | c        | 2024-09-30 | 2A
        4          | d        | 2024-10-01 | 2A
        """
    }
    assert told(listed(engine, 1, given), "contact_date", "source") == [
        ("a", date(2024, 3, 30), "6"),
        ("c", date(2024, 9, 30), "2A"),
    ]


def test_who_a_child_is_comes_from_the_census_first_and_the_age_is_that_of_the_day(engine: DuckDB) -> None:
    given = {
        contacts: """
        contact_id | child_id | received
        -----------+----------+-----------
        1          | a        | 2024-09-02
        2          | b        | 2024-09-02
        3          | c        | 2024-09-02
        """,
        children: """
        child_id | born       | sex | ethnicity
        ---------+------------+-----+----------
        a        | 2014-09-30 | F   | WBRI
        """,
        looked_after_children: """
        child_id | born       | sex | ethnicity
        ---------+------------+-----+----------
        a        | 2014-01-01 | M   | APKN
        b        | 2014-10-01 | M   | APKN
        """,
    }
    assert told(listed(engine, 1, given), "gender", "ethnicity", "age") == [
        ("a", "F", "WBRI", 10),
        ("b", "M", "APKN", 9),
        ("c", None, None, None),
    ]


def test_early_help_that_ended_after_the_day_has_not_ended(engine: DuckDB) -> None:
    given = {
        early_help_episodes: """
        child_id | started    | assessment_completed | organisation
        ---------+------------+----------------------+-------------
        a        | 2024-08-01 | 2024-09-30           | School
        b        | 2024-08-01 | 2024-10-01           | School
        """
    }
    assert told(listed(engine, 2, given), "completed") == [("a", date(2024, 9, 30)), ("b", None)]


def test_referrals_are_counted_over_twelve_months(engine: DuckDB) -> None:
    given = {
        referrals: """
        child_id | referral_date | source | no_further_action
        ---------+---------------+--------+------------------
        a        | 2023-09-29    | 6      | no
        a        | 2023-09-30    | 6      | no
        a        | 2024-09-30    | 6      | yes
        b        | 2024-06-01    | 2A     |
        """
    }
    assert told(listed(engine, 3, given), "no_further_action", "referrals_in_12_months") == [
        ("a", "Y", 2),
        ("b", None, 1),
    ]


def test_the_team_the_worker_and_the_disability_stand_beside_the_child(engine: DuckDB) -> None:
    given = {
        assessments: """
        child_id | referral_date | started    | authorised
        ---------+---------------+------------+-----------
        a        | 2024-08-01    | 2024-08-01 | 2024-10-01
        b        | 2024-01-01    | 2024-01-01 | 2024-03-30
        c        | 2024-01-01    | 2024-01-01 | 2024-03-29
        """,
        disabilities: """
        child_id | disability
        ---------+-----------
        a        | NONE
        b        | AUT
        b        | NONE
        """,
        child_areas: """
        child_id | team | since      | until
        ---------+------+------------+-----------
        a        | East | 2024-08-01 | 2024-09-30
        a        | West | 2024-09-30 |
        """,
        allocations: """
        child_id | worker_id | started    | ended
        ---------+-----------+------------+-----------
        a        | w1        | 2024-08-01 |
        a        | w2        | 2024-09-01 |
        a        | w3        | 2024-10-01 |
        """,
    }
    rows = listed(engine, 4, given)
    assert told(rows, "authorised", "disability", "team", "worker") == [
        ("a", None, "N", "West", "w2"),
        ("b", date(2024, 3, 30), "Y", None, None),
    ]


def test_an_enquiry_is_listed_with_its_conference_and_the_plan_that_began_that_day(engine: DuckDB) -> None:
    given = {
        section_47_enquiries: """
        child_id | started    | conference_date | conference_not_required
        ---------+------------+-----------------+------------------------
        a        | 2024-09-02 | 2024-09-20      | no
        b        | 2024-09-02 | 2024-09-20      |
        c        | 2024-09-02 | 2024-10-01      |
        d        | 2024-09-02 |                 | yes
        """,
        conferences: """
        child_id | held_date
        ---------+-----------
        a        | 2024-09-20
        b        | 2024-09-20
        c        | 2024-10-01
        """,
        child_protection_plans: """
        child_id | started
        ---------+-----------
        a        | 2024-09-20
        """,
    }
    assert told(
        listed(engine, 5, given), "conference_unnecessary", "led_to_plan", "conferences_in_12_months"
    ) == [
        ("a", "N", "Y", 1),
        ("b", None, "N", 1),
        ("c", None, None, 0),
        ("d", "Y", None, 0),
    ]


def test_a_child_in_need_has_the_gravest_status_that_is_true_on_the_day(engine: DuckDB) -> None:
    given = {
        referrals: """
        child_id | referral_date | closure_date | closure_reason
        ---------+---------------+--------------+---------------
        a        | 2024-01-01    |              |
        b        | 2024-01-01    |              |
        c        | 2024-01-01    | 2024-10-01   | RC1
        d        | 2024-01-01    | 2024-03-30   | RC8
        e        | 2024-01-01    | 2024-03-29   | RC8
        """,
        child_protection_plans: """
        child_id | started    | ended
        ---------+------------+-----------
        a        | 2024-02-01 |
        b        | 2024-02-01 | 2024-09-30
        """,
        episodes: """
        child_id | started    | reason_started | ended
        ---------+------------+----------------+------
        a        | 2024-09-30 | S              |
        """,
        assessments: """
        child_id | referral_date | started    | authorised
        ---------+---------------+------------+-----------
        b        | 2024-01-01    | 2024-09-01 |
        """,
        visits: """
        child_id | kind          | visited    | seen
        ---------+---------------+------------+-----
        a        | child_in_need | 2024-09-10 | yes
        a        | child_in_need | 2024-09-20 | no
        """,
    }
    assert told(listed(engine, 6, given), "status", "closed", "reason_closed", "last_seen") == [
        ("a", "looked_after", None, None, date(2024, 9, 10)),
        ("b", "open_assessment", None, None, None),
        ("c", None, None, None, None),
        ("d", "closed", date(2024, 3, 30), "RC8", None),
    ]


def test_a_plan_is_listed_with_its_latest_visit_and_review_by_the_day(engine: DuckDB) -> None:
    given = {
        child_protection_plans: """
        child_id | started    | ended      | initial_category | latest_category | previous_plans
        ---------+------------+------------+------------------+-----------------+---------------
        a        | 2024-02-01 |            | NEG              | EMO             | 1
        b        | 2023-02-01 | 2024-03-29 | NEG              | NEG             | 0
        """,
        child_protection_reviews: """
        child_id | plan_started | review_date
        ---------+--------------+------------
        a        | 2024-02-01   | 2024-05-01
        a        | 2024-02-01   | 2024-10-01
        """,
        visits: """
        child_id | kind             | visited    | seen | seen_alone
        ---------+------------------+------------+------+-----------
        a        | child_protection | 2024-09-01 | yes  | yes
        a        | child_protection | 2024-09-15 | yes  | no
        """,
    }
    rows = listed(engine, 7, given)
    assert told(rows, "latest_category", "latest_review", "last_visit", "seen_alone", "previous_plans") == [
        ("a", "EMO", date(2024, 5, 1), date(2024, 9, 15), "N", 1)
    ]


def test_a_child_in_care_is_listed_once_with_the_newest_stay_and_placement(engine: DuckDB) -> None:
    given = {
        episodes: """
        child_id | started    | reason_started | legal_status | placement | ended      | reason_ended
        ---------+------------+----------------+--------------+-----------+------------+-------------
        a        | 2023-01-01 | S              | C1           | U6        | 2023-12-01 | E4A
        a        | 2024-02-01 | S              | C1           | U6        | 2024-04-01 | X1
        a        | 2024-04-01 | P              | C1           | K2        | 2024-06-01 | X1
        a        | 2024-06-01 | L              | C2           | K2        |            |
        b        | 2023-01-01 | S              | C2           | U6        | 2024-03-29 | E4A
        c        | 2023-01-01 | S              | C2           | U6        | 2024-10-01 | E4A
        """,
        missing_episodes: """
        child_id | started    | kind
        ---------+------------+-----
        a        | 2023-09-29 | M
        a        | 2024-09-01 | M
        a        | 2024-09-05 | A
        """,
        unaccompanied_children: """
        child_id | status_ceased
        ---------+--------------
        c        |
        """,
    }
    rows = listed(engine, 8, given)
    assert told(rows, "entered", "again_in_12_months", "legal_status", "status_started", "placement") == [
        ("a", date(2024, 2, 1), "Y", "C2", date(2024, 6, 1), "K2"),
        ("c", date(2023, 1, 1), "N", "C2", date(2023, 1, 1), "U6"),
    ]
    assert told(rows, "placement_started", "placements_in_12_months", "missing_in_12_months") == [
        ("a", date(2024, 4, 1), 3, 1),
        ("c", date(2023, 1, 1), 1, 0),
    ]
    assert told(rows, "absent_in_12_months", "uasc", "ceased", "reason_ceased") == [
        ("a", 1, "N", None, None),
        ("c", 0, "Y", None, None),
    ]


def test_a_legal_status_began_in_this_stay_and_after_any_other_and_short_breaks_are_none(
    engine: DuckDB,
) -> None:
    given = {
        episodes: """
        child_id | started    | reason_started | legal_status | placement | ended      | reason_ended
        ---------+------------+----------------+--------------+-----------+------------+-------------
        a        | 2015-01-01 | S              | C2           | U6        | 2016-01-01 | E4A
        a        | 2023-01-01 | S              | C2           | U6        | 2023-05-01 | X1
        a        | 2023-05-01 | L              | E1           | U6        | 2024-02-01 | X1
        a        | 2024-02-01 | L              | C2           | U6        | 2024-05-01 | X1
        a        | 2024-05-01 | P              | C2           | K2        |            |
        b        | 2015-01-01 | S              | C2           | U6        | 2016-01-01 | E4A
        b        | 2024-03-01 | S              | C2           | U6        |            |
        c        | 2024-03-01 | S              | V2           | U6        |            |
        c        | 2024-06-01 | S              | V4           | U5        |            |
        d        | 2024-06-01 | S              |              | U5        |            |
        """
    }
    assert told(listed(engine, 8, given), "legal_status", "status_started", "placement") == [
        ("a", "C2", date(2024, 2, 1), "K2"),
        ("b", "C2", date(2024, 3, 1), "U6"),
        ("c", "V2", date(2024, 3, 1), "U6"),
        ("d", None, None, "U5"),
    ]


def test_a_code_of_accommodation_says_what_it_is_and_whether_it_suits(engine: DuckDB) -> None:
    given = {
        care_leavers: """
        child_id | in_touch | activity | accommodation
        ---------+----------+----------+--------------
        a        | YES      | F1       | B1
        b        | NO       | G5       | X2
        c        | DIED     |          |
        d        |          |          |
        """
    }
    assert told(listed(engine, 9, given), "in_touch", "accommodation", "suitability") == [
        ("a", "Y", "B", "suitable"),
        ("b", "N", "X", "unsuitable"),
        ("c", "X", None, None),
        ("d", None, None, None),
    ]


def test_the_newest_list_of_care_leavers_comes_before_the_yearly_return(engine: DuckDB) -> None:
    given = {
        care_leavers: """
        child_id | in_touch | activity | accommodation
        ---------+----------+----------+--------------
        a        | NO       | F1       | B1
        b        | YES      | F1       | B1
        """,
        care_leaver_contacts: """
        child_id | as_at      | in_touch | eligibility     | suitability | adviser_id
        ---------+------------+----------+-----------------+-------------+-----------
        a        | 2024-08-31 | N        | former_relevant | suitable    | p1
        a        | 2024-09-30 | Y        | former_relevant | unsuitable  | p1
        a        | 2024-10-31 | N        | former_relevant | suitable    | p2
        c        | 2024-09-30 | U        | eligible        |             |
        """,
        unaccompanied_children: """
        child_id | status_ceased
        ---------+--------------
        c        | 2020-01-01
        """,
    }
    assert told(listed(engine, 9, given), "in_touch", "eligibility", "suitability", "adviser", "uasc") == [
        ("a", "Y", "former_relevant", "unsuitable", "p1", "N"),
        ("b", "Y", None, "suitable", None, "N"),
        ("c", "U", "eligible", None, None, "Y"),
    ]


def test_the_last_dental_check_and_health_assessment_are_those_done_by_the_day(engine: DuckDB) -> None:
    given = {
        episodes: """
        child_id | started    | reason_started | legal_status
        ---------+------------+----------------+-------------
        a        | 2023-01-01 | S              | C2
        b        | 2023-01-01 | S              | C2
        """,
        health_checks: """
        child_id | kind                     | due        | done
        ---------+--------------------------+------------+-----------
        a        | dental                   | 2024-09-01 | 2024-09-30
        a        | dental                   | 2024-09-01 | 2024-10-01
        a        | review_health_assessment | 2024-02-01 | 2024-02-20
        b        | sdq                      | 2024-02-01 | 2024-02-20
        """,
        initial_health_assessments: """
        child_id | entered_care | completed
        ---------+--------------+-----------
        a        | 2023-01-01   | 2023-01-25
        b        | 2023-01-01   | 2023-01-26
        """,
    }
    assert told(listed(engine, 8, given), "last_dental_check", "last_health_assessment") == [
        ("a", date(2024, 9, 30), date(2024, 2, 20)),
        ("b", None, date(2023, 1, 26)),
    ]


def test_adoption_is_listed_for_twelve_months_after_its_decision_or_its_end_and_while_it_waits(
    engine: DuckDB,
) -> None:
    given = {
        adoptions: """
        child_id | decision_date | match_date
        ---------+---------------+-----------
        a        | 2024-09-01    | 2024-10-01
        b        | 2022-01-01    |
        c        | 2022-01-01    | 2022-06-01
        d        | 2022-01-01    | 2022-06-01
        """,
        placements_for_adoption: """
        child_id | placed     | ceased     | reason_ceased
        ---------+------------+------------+--------------
        c        | 2022-07-01 | 2023-09-29 | RD1
        d        | 2022-07-01 |            |
        """,
        episodes: """
        child_id | started    | reason_started | legal_status | ended      | reason_ended
        ---------+------------+----------------+--------------+------------+-------------
        d        | 2021-01-01 | S              | E1           | 2023-09-30 | E11
        """,
    }
    rows = listed(engine, 10, given)
    assert told(rows, "matched", "placed", "adoption_order", "placement_order") == [
        ("a", None, None, None, None),
        ("b", None, None, None, None),
        ("d", date(2022, 6, 1), date(2022, 7, 1), date(2023, 9, 30), date(2021, 1, 1)),
    ]
