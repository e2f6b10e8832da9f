"""Unauthorised holidays: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.attendance import absence_holiday_unauth_pct
from lineofsight.returns.tables import attendance_counts, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_holiday_counts_if_it_was_not_agreed(spec: Spec) -> None:
    spec(
        absence_holiday_unauth_pct,
        {
            periods: SEPTEMBER,
            attendance_counts: """
            child_id | school | since      | mark         | code | sessions
            ---------+--------+------------+--------------+------+---------
            a        | Hill   | 2024-09-02 | unauthorised | G    | 10         a week
            b        | Hill   | 2024-09-02 | authorised   | C    | 10         leave that the school gave
            c        | Hill   | 2024-09-02 | attended     |      | 18
            c        | Hill   | 2024-09-02 | unauthorised | O    | 2
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            10        | 40          | 0       | 25.0
            """,
    )


def test_a_holiday_agreed_before_august_2024_is_not_counted(spec: Spec) -> None:
    spec(
        absence_holiday_unauth_pct,
        {
            periods: SEPTEMBER,
            attendance_counts: """
            child_id | school | since      | mark       | code | sessions
            ---------+--------+------------+------------+------+---------
            a        | Hill   | 2024-09-02 | authorised | H    | 10
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            0         | 10          | 0       | 0.0
            """,
    )
