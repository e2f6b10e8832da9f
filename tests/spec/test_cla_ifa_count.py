"""Children fostered through an independent agency: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.looked_after import cla_ifa_count
from lineofsight.returns.tables import episodes, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_only_foster_placements_by_private_and_voluntary_providers_count(spec: Spec) -> None:
    spec(
        cla_ifa_count,
        {
            periods: SEPTEMBER,
            episodes: """
            child_id | started    | placement | provider
            ---------+------------+-----------+---------
            a        | 2024-09-30 | U4        | PR4        began on the last day
            b        | 2024-01-01 | U6        | PR5
            c        | 2024-01-01 | U4        | PR1        the council's own carers
            d        | 2024-01-01 | K2        | PR4        a children's home
            e        | 2024-01-01 | U4        |            provider not recorded: unknown
            f        | 2024-01-01 | U4        | PR4        replaced by a later placement
            f        | 2024-02-01 | U4        | PR1
            g        | 2024-10-01 | U4        | PR4        began after the period
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            2         |             | 1       | 2.0
            """,
    )


def test_none_is_nought_and_not_a_gap(spec: Spec) -> None:
    spec(
        cla_ifa_count,
        {
            periods: SEPTEMBER,
            episodes: """
            child_id | started    | placement | provider
            ---------+------------+-----------+---------
            a        | 2024-01-01 | U1        | PR1
            """,
        },
        expect="""
            numerator | unknown | value
            ----------+---------+------
            0         | 0       | 0.0
            """,
    )
