"""Initial health assessments overdue: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.health import iha_overdue_open
from lineofsight.returns.tables import episodes, initial_health_assessments, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_an_assessment_is_overdue_from_the_twenty_first_working_day(spec: Spec) -> None:
    spec(
        iha_overdue_open,
        {
            periods: SEPTEMBER,
            episodes: """
            child_id | started    | reason_started | ended
            ---------+------------+----------------+-----------
            a        | 2024-09-02 | S              |              20 working days on 30 September: due, not overdue
            b        | 2024-08-30 | S              |              21: overdue
            c        | 2024-08-01 | S              | 2024-09-30   left on the last day
            d        | 2024-08-01 | S              | 2024-10-01   still there, and overdue
            e        | 2024-08-01 | S              |              assessed on the last day: no longer waiting
            f        | 2024-08-01 | S              |              assessed the day after: was overdue
            """,
            initial_health_assessments: """
            child_id | entered_care | completed
            ---------+--------------+-----------
            e        | 2024-08-01   | 2024-09-30
            f        | 2024-08-01   | 2024-10-01
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            3         | 4           | 0       | 75.0
            """,
    )


def test_an_entry_outside_the_known_calendar_is_unknown(spec: Spec) -> None:
    spec(
        iha_overdue_open,
        {
            periods: SEPTEMBER,
            episodes: """
            child_id | started    | reason_started
            ---------+------------+---------------
            a        | 2014-12-31 | S
            b        | 2015-01-01 | S
            """,
        },
        expect="""
            numerator | denominator | unknown
            ----------+-------------+--------
            1         | 2           | 1
            """,
    )
