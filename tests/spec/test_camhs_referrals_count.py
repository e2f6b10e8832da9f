"""Referrals to child and adolescent mental health services: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.health_services import camhs_referrals_count
from lineofsight.returns.tables import health_referrals, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_every_referral_counts_whatever_became_of_it(spec: Spec) -> None:
    spec(
        camhs_referrals_count,
        {
            periods: SEPTEMBER,
            health_referrals: """
            child_id | service           | received   | outcome      | closed
            ---------+-------------------+------------+--------------+-----------
            a        | camhs             | 2024-09-01 |              |              the first day
            b        | camhs             | 2024-09-30 | not_accepted | 2024-10-04   the last day; turned away, and counted
            b        | camhs             | 2024-09-30 | accepted     |              the same child again: two referrals
            c        | camhs             | 2024-08-31 | accepted     |              the day before the period
            d        | camhs             | 2024-10-01 | accepted     |              the day after it
            e        | neurodevelopmental | 2024-09-10 | accepted    |              another service
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            3         |             | 0       | 3.0
            """,
    )


def test_by_source_and_by_the_age_on_the_day_of_the_referral(spec: Spec) -> None:
    spec(
        camhs_referrals_count,
        {
            periods: SEPTEMBER,
            health_referrals: """
            child_id | service | received   | source | born
            ---------+---------+------------+--------+-----------
            a        | camhs   | 2024-09-10 | school | 2014-09-10   ten on that day
            b        | camhs   | 2024-09-10 | school | 2014-09-11   nine until the next
            c        | camhs   | 2024-09-10 |        |
            """,
        },
        by=("source", "age_band"),
        expect="""
            source | age_band | numerator
            -------+----------+----------
            school | 10 to 15 | 1
            school | 5 to 9   | 1
                   |          | 1
            """,
    )
