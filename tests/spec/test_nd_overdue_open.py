"""Neurodevelopmental assessments: waiting for more than 13 weeks: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.health_services import nd_overdue_open
from lineofsight.returns.tables import health_referrals, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_referral_is_late_from_the_ninety_second_day(spec: Spec) -> None:
    spec(
        nd_overdue_open,
        {
            periods: SEPTEMBER,
            health_referrals: """
            child_id | service            | received   | outcome      | first_contact | pathway
            ---------+--------------------+------------+--------------+---------------+--------
            a        | neurodevelopmental | 2024-07-01 | accepted     |               | autism    91 days on 30 September: not late yet
            b        | neurodevelopmental | 2024-06-30 | accepted     |               | autism    92: late
            c        | neurodevelopmental | 2022-06-30 | accepted     |               | adhd      more than two years
            d        | neurodevelopmental | 2022-06-30 | not_accepted |               | adhd      turned away
            e        | neurodevelopmental | 2024-06-30 | accepted     | 2024-09-30    | adhd      seen on the last day
            f        | camhs              | 2024-06-30 | accepted     |               |           another service
            """,
        },
        by=("pathway",),
        expect="""
            pathway | numerator | denominator | value
            --------+-----------+-------------+------
            autism  | 1         | 2           | 50.0
            adhd    | 1         | 1           | 100.0
            """,
    )
