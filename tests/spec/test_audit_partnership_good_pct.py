"""Audits that find partnership good or better: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.audits import audit_partnership_good_pct
from lineofsight.returns.tables import audit_answers, audits, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_agreed_grades_count_before_first_ones_and_what_does_not_apply_is_left_out(spec: Spec) -> None:
    spec(
        audit_partnership_good_pct,
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
            1        | s_partner.grade | outstanding          |
            1        | s_overall.grade | good                 |                       another question
            2        | s_partner.grade | good                 |
            3        | s_partner.grade | good                 |
            4        | s_partner.grade | good                 |
            5        | s_partner.grade | good                 | requires_improvement  moderation lowered it
            6        | s_partner.grade | na                   |                       does not apply
            7        | s_partner.grade |                      |                       not graded
            8        | s_partner.grade | inadequate           |
            9        | s_partner.grade | good                 |
            10       | s_partner.grade | good                 |                       no such audit
            """,
        },
        expect="""
            numerator | denominator | value | unknown
            ----------+-------------+-------+--------
            2         | 4           | 50.0  | 1
            """,
    )


def test_moderated_audits_are_shown_apart_from_the_others(spec: Spec) -> None:
    spec(
        audit_partnership_good_pct,
        {
            periods: SEPTEMBER,
            audits: """
            audit_id | audited    | is_moderated
            ---------+------------+-------------
            1        | 2024-09-10 | yes
            2        | 2024-09-10 | no
            3        | 2024-09-10 | no
            4        | 2024-09-10 |               not recorded
            """,
            audit_answers: """
            audit_id | question        | answer
            ---------+-----------------+---------------------
            1        | s_partner.grade | requires_improvement
            2        | s_partner.grade | good
            3        | s_partner.grade | inadequate
            4        | s_partner.grade | good
            """,
        },
        by=("moderation",),
        expect="""
            moderation    | numerator | denominator | value
            --------------+-----------+-------------+------
            moderated     | 0         | 1           | 0.0
            not moderated | 1         | 2           | 50.0
                          | 1         | 1           | 100.0
            """,
    )
