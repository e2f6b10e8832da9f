"""Audits that find risk addressed: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.audits import audit_risk_addressed_pct
from lineofsight.returns.tables import audit_answers, audits, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_yes_strong_and_some_evidence_address_the_risks_and_weak_and_none_do_not(spec: Spec) -> None:
    spec(
        audit_risk_addressed_pct,
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
            6        | 2024-09-10
            7        | 2024-09-10
            8        | 2024-09-10
            """,
            audit_answers: """
            audit_id | question       | answer | agreed_answer
            ---------+----------------+--------+--------------
            1        | risk.addressed | yes    |
            2        | risk.addressed | strong |
            3        | risk.addressed | some   |
            4        | risk.addressed | weak   |
            5        | risk.addressed | none   |
            6        | risk.addressed | no     |
            7        | risk.addressed | na     |                does not apply
            8        | risk.addressed | unsure |                no answer to it
            """,
        },
        expect="""
            numerator | denominator | value | unknown
            ----------+-------------+-------+--------
            3         | 6           | 50.0  | 1
            """,
    )
