"""Absence for illness: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.attendance import absence_reason_illness_pct
from lineofsight.returns.tables import attendance_counts, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_illness_is_code_i_alone_and_a_share_of_the_possible_sessions(spec: Spec) -> None:
    spec(
        absence_reason_illness_pct,
        {
            periods: SEPTEMBER,
            attendance_counts: """
            child_id | school | since      | mark         | code | sessions
            ---------+--------+------------+--------------+------+---------
            a        | Hill   | 2024-09-02 | attended     |      | 6
            a        | Hill   | 2024-09-02 | authorised   | I    | 4
            b        | Hill   | 2024-09-02 | authorised   | M    | 2          an appointment is no illness
            b        | Hill   | 2024-09-02 | unauthorised | O    | 8
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            4         | 20          | 0       | 20.0
            """,
    )


def test_where_the_mark_is_not_known_nobody_can_tell_whether_it_was_illness(spec: Spec) -> None:
    spec(
        absence_reason_illness_pct,
        {
            periods: SEPTEMBER,
            attendance_counts: """
            child_id | school | since      | mark       | code | sessions
            ---------+--------+------------+------------+------+---------
            a        | Hill   | 2024-09-02 |            | ?    | 1
            a        | Hill   | 2024-09-02 | authorised | I    | 1
            """,
        },
        expect="""
            numerator | denominator | unknown
            ----------+-------------+--------
            1         | 2           | 1
            """,
    )
