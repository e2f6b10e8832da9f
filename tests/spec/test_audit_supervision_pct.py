"""Audits that find supervision on the child's record: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.audits import audit_supervision_pct
from lineofsight.returns.tables import audit_answers, audits, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_yes_is_of_yes_and_no_and_another_word_is_unknown(spec: Spec) -> None:
    spec(
        audit_supervision_pct,
        {
            periods: SEPTEMBER,
            audits: """
            audit_id | audited
            ---------+-----------
            1        | 2024-09-01
            2        | 2024-09-30
            3        | 2024-09-10
            4        | 2024-09-10
            5        | 2024-09-10
            6        | 2024-10-01  the day after
            """,
            audit_answers: """
            audit_id | question        | answer
            ---------+-----------------+-------
            1        | super.frequency | yes
            2        | super.frequency | no
            3        | super.frequency | na      does not apply
            4        | super.frequency | good    a grade is no answer to it
            5        | super.frequency |         not answered
            5        | s_super.grade   | good    the grade of supervision is another question
            6        | super.frequency | yes
            """,
        },
        expect="""
            numerator | denominator | value | unknown
            ----------+-------------+-------+--------
            1         | 2           | 50.0  | 2
            """,
    )
