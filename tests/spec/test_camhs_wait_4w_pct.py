"""Mental health: first contact within 4 weeks: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.health_services import camhs_wait_4w_pct
from lineofsight.returns.tables import health_referrals, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_contact_on_the_twenty_eighth_day_is_in_time(spec: Spec) -> None:
    spec(
        camhs_wait_4w_pct,
        {
            periods: SEPTEMBER,
            health_referrals: """
            child_id | service            | received   | first_contact
            ---------+--------------------+------------+--------------
            a        | camhs              | 2024-09-02 | 2024-09-30      the 28th day, the last of the period
            b        | camhs              | 2024-08-31 | 2024-09-29      the 29th
            c        | camhs              | 2024-09-05 | 2024-09-05      the same day
            d        | camhs              | 2024-09-06 | 2024-09-05      before it was received: unknown
            e        | camhs              | 2024-09-02 | 2024-10-01      after the period
            f        | camhs              | 2024-07-01 |                 still waiting: not in this figure
            g        | neurodevelopmental | 2024-09-02 | 2024-09-10      another service
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            2         | 4           | 1       | 50.0
            """,
    )
