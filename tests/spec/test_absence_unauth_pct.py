"""Unauthorised absence: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.attendance import absence_unauth_pct
from lineofsight.returns.tables import attendance_counts, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_sessions_are_counted_not_pupils_and_only_those_that_were_possible(spec: Spec) -> None:
    spec(
        absence_unauth_pct,
        {
            periods: SEPTEMBER,
            attendance_counts: """
            child_id | school | since      | mark         | code | sessions
            ---------+--------+------------+--------------+------+---------
            a        | Hill   | 2024-09-02 | attended     |      | 8
            a        | Hill   | 2024-09-02 | unauthorised | O    | 2          one day of five
            b        | Hill   | 2024-09-02 | attended     |      | 9
            b        | Hill   | 2024-09-02 | authorised   | M    | 1          an appointment: absent, with leave
            c        | Hill   | 2024-09-30 | unauthorised | G    | 2          the week that the month ends in: its first day
            c        | Hill   | 2024-10-01 | unauthorised | G    | 8          the rest of that week is October's
            d        | Hill   | 2024-08-31 | unauthorised | N    | 4          before the month
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            4         | 22          | 0       | 18.2
            """,
    )


def test_a_mark_that_is_not_known_is_counted_as_unknown(spec: Spec) -> None:
    spec(
        absence_unauth_pct,
        {
            periods: SEPTEMBER,
            attendance_counts: """
            child_id | school | since      | mark         | code | sessions
            ---------+--------+------------+--------------+------+---------
            a        | Hill   | 2024-09-02 | unauthorised | U    | 1
            a        | Hill   | 2024-09-02 |              |      | 3          no mark was made: no figure is printed for Hill
            b        | Dale   | 2024-09-02 | attended     |      | 10
            """,
        },
        by=("school",),
        expect="""
            school | numerator | denominator | unknown
            -------+-----------+-------------+--------
            Hill   | 1         | 4           | 1
            Dale   | 0         | 10          | 0
            """,
    )
