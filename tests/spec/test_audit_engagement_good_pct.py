"""Audits that find engagement good or better: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.audits import audit_engagement_good_pct
from lineofsight.returns.tables import audit_answers, audits, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_agreed_grades_count_before_first_ones_and_what_does_not_apply_is_left_out(spec: Spec) -> None:
    spec(
        audit_engagement_good_pct,
        {
            periods: SEPTEMBER,
            audits: """
            audit_id | audited
            ---------+-----------
            1        | 2024-09-01  the first day
            2        | 2024-09-30  the last
            3        | 2024-08-31  the day before
            4        | 2024-10-01  the day after
            5        | 2024-09-10
            6        | 2024-09-10
            7        | 2024-09-10
            8        | 2024-09-10
            9        |             not finished
            """,
            audit_answers: """
            audit_id | question        | answer               | agreed_answer
            ---------+-----------------+----------------------+---------------------
            1        | s_engage.grade  | outstanding          |
            1        | s_overall.grade | good                 |                       another question
            2        | s_engage.grade  | good                 |
            3        | s_engage.grade  | good                 |
            4        | s_engage.grade  | good                 |
            5        | s_engage.grade  | good                 | requires_improvement  moderation lowered it
            6        | s_engage.grade  | na                   |                       does not apply
            7        | s_engage.grade  |                      |                       not graded
            8        | s_engage.grade  | inadequate           |
            9        | s_engage.grade  | good                 |
            10       | s_engage.grade  | good                 |                       no such audit
            """,
        },
        expect="""
            numerator | denominator | value | unknown
            ----------+-------------+-------+--------
            2         | 4           | 50.0  | 1
            """,
    )
