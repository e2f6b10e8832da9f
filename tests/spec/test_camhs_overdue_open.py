"""Mental health: waiting for more than 4 weeks: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.health_services import camhs_overdue_open
from lineofsight.returns.tables import health_referrals, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_referral_waits_until_a_contact_or_its_end_and_is_late_from_the_twenty_ninth_day(
    spec: Spec,
) -> None:
    spec(
        camhs_overdue_open,
        {
            periods: SEPTEMBER,
            health_referrals: """
            child_id | service            | received   | outcome    | first_contact | closed
            ---------+--------------------+------------+------------+---------------+-----------
            a        | camhs              | 2024-09-02 | accepted   |               |              28 days on 30 September: not late yet
            b        | camhs              | 2024-09-01 | accepted   |               |              29: late
            c        | camhs              | 2024-07-01 | accepted   | 2024-09-30    |              seen on the last day: no longer waiting
            d        | camhs              | 2024-07-01 | accepted   | 2024-10-01    |              seen the day after: late
            e        | camhs              | 2024-07-01 | accepted   |               | 2024-09-30   closed on the last day
            f        | camhs              | 2024-07-01 | signposted |               |              turned away, though nobody dated it
            g        | camhs              | 2024-09-30 |            |               |              came on the last day
            h        | camhs              | 2024-10-01 |            |               |              not there yet
            i        | neurodevelopmental | 2024-07-01 | accepted   |               |              another service
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            2         | 4           | 0       | 50.0
            """,
    )
