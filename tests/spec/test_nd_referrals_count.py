"""Referrals for a neurodevelopmental assessment: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.health_services import nd_referrals_count
from lineofsight.returns.tables import health_referrals, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_referrals_of_every_pathway_count_on_the_day_on_which_they_came(spec: Spec) -> None:
    spec(
        nd_referrals_count,
        {
            periods: SEPTEMBER,
            health_referrals: """
            child_id | service            | received   | pathway
            ---------+--------------------+------------+--------
            a        | neurodevelopmental | 2024-09-01 | autism
            b        | neurodevelopmental | 2024-09-30 | adhd
            c        | neurodevelopmental | 2024-09-15 |           not recorded, and counted
            d        | neurodevelopmental | 2024-10-01 | autism    after the period
            e        | camhs              | 2024-09-15 |           another service
            """,
        },
        by=("pathway",),
        expect="""
            pathway | numerator | denominator | value
            --------+-----------+-------------+------
            autism  | 1         |             | 1.0
            adhd    | 1         |             | 1.0
                    | 1         |             | 1.0
            """,
    )


def test_a_month_without_a_referral_has_no_row(spec: Spec) -> None:
    spec(
        nd_referrals_count,
        {
            periods: SEPTEMBER,
            health_referrals: """
            child_id | service            | received
            ---------+--------------------+-----------
            a        | neurodevelopmental | 2024-08-31
            """,
        },
        expect="""
            numerator | denominator
            ----------+------------
            """,
    )
