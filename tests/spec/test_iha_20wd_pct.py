"""Initial health assessments within 20 working days: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.health import iha_20wd_pct
from lineofsight.returns.tables import episodes, initial_health_assessments, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_an_assessment_on_the_twentieth_working_day_is_in_time_and_one_not_done_is_not(spec: Spec) -> None:
    spec(
        iha_20wd_pct,
        {
            periods: SEPTEMBER,
            episodes: """
            child_id | started    | reason_started | ended      | legal_status
            ---------+------------+----------------+------------+-------------
            a        | 2024-08-12 | S              |            | C1             due on 10 September, the 26 August left out
            b        | 2024-08-12 | S              |            | C1
            c        | 2024-08-12 | S              |            | C1             never assessed: not in time
            d        | 2024-08-12 | S              | 2024-09-09 | C1             left the day before it was due: outside
            e        | 2024-08-12 | S              | 2024-09-10 | C1             left on the day it was due: inside
            f        | 2024-08-12 | S              |            | V4             short breaks: outside
            g        | 2024-08-12 | P              |            | C1             moved; did not come into care
            h        | 2024-09-03 | S              |            | C1             due on 1 October: the next period
            """,
            initial_health_assessments: """
            child_id | entered_care | completed
            ---------+--------------+-----------
            a        | 2024-08-12   | 2024-09-10   the twentieth working day
            b        | 2024-08-12   | 2024-09-11   the day after
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            1         | 4           | 0       | 25.0
            """,
    )


def test_a_move_within_one_stay_is_not_a_new_entry_and_a_second_stay_needs_its_own_assessment(
    spec: Spec,
) -> None:
    spec(
        iha_20wd_pct,
        {
            periods: SEPTEMBER,
            episodes: """
            child_id | started    | reason_started | ended
            ---------+------------+----------------+-----------
            a        | 2024-08-12 | S              | 2024-08-20
            a        | 2024-08-20 | P              |              the same stay goes on
            b        | 2023-01-01 | S              | 2023-06-01
            b        | 2024-08-12 | S              |              a second stay
            c        | 2024-08-12 | S              |
            """,
            initial_health_assessments: """
            child_id | entered_care | completed
            ---------+--------------+-----------
            a        | 2024-08-12   | 2024-09-09
            b        | 2023-01-01   | 2023-01-20   belongs to the first stay
            c        | 2024-08-12   | 2024-06-01   done in the three months before: not done again
            """,
        },
        expect="""
            numerator | denominator
            ----------+------------
            2         | 3
            """,
    )
