"""Neurodevelopmental assessments begun within 13 weeks: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.health_services import nd_wait_13w_pct
from lineofsight.returns.tables import health_referrals, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_referral_is_dated_by_its_ninety_first_day_and_a_contact_on_that_day_is_in_time(spec: Spec) -> None:
    spec(
        nd_wait_13w_pct,
        {
            periods: SEPTEMBER,
            health_referrals: """
            child_id | service            | received   | outcome      | first_contact | closed
            ---------+--------------------+------------+--------------+---------------+-----------
            a        | neurodevelopmental | 2024-07-01 | accepted     | 2024-09-30    |              the 91st day, and the last of the period
            b        | neurodevelopmental | 2024-07-01 | accepted     | 2024-10-01    |              the 92nd
            c        | neurodevelopmental | 2024-06-02 | accepted     |               |              91 days end on 1 September: still waiting
            d        | neurodevelopmental | 2024-06-01 | accepted     |               |              91 days ended on 31 August: another period's
            e        | neurodevelopmental | 2024-07-02 | accepted     | 2024-07-10    |              91 days end on 1 October: another period's
            f        | neurodevelopmental | 2024-06-20 | accepted     | 2024-06-19    |              seen before it came: unknown
            g        | camhs              | 2024-06-20 | accepted     |               |              another service
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            1         | 4           | 1       | 25.0
            """,
    )


def test_what_ended_before_its_ninety_first_day_without_a_contact_is_left_out(spec: Spec) -> None:
    spec(
        nd_wait_13w_pct,
        {
            periods: SEPTEMBER,
            health_referrals: """
            child_id | service            | received   | outcome      | first_contact | closed
            ---------+--------------------+------------+--------------+---------------+-----------
            a        | neurodevelopmental | 2024-06-20 | not_accepted |               |              turned away
            b        | neurodevelopmental | 2024-06-20 | accepted     |               | 2024-09-19   closed on the 91st day
            c        | neurodevelopmental | 2024-06-20 | accepted     |               | 2024-09-20   closed the day after: it had waited its time
            d        | neurodevelopmental | 2024-06-20 | withdrawn    | 2024-07-20    | 2024-08-01   seen, then withdrawn: counted
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            1         | 2           | 0       | 50.0
            """,
    )
