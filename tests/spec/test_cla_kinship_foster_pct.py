"""Looked-after children fostered by relatives or friends: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.looked_after import cla_kinship_foster_pct
from lineofsight.returns.tables import episodes, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_the_placement_that_started_last_speaks_for_the_child(spec: Spec) -> None:
    spec(
        cla_kinship_foster_pct,
        {
            periods: SEPTEMBER,
            episodes: """
            child_id | started    | ended      | legal_status | placement
            ---------+------------+------------+--------------+----------
            a        | 2024-01-01 |            | C2           | U1
            b        | 2024-01-01 |            | C2           | U3
            c        | 2024-01-01 |            | C2           | U4          another carer
            d        | 2024-01-01 |            | C2           | P1          with parents: not fostered
            e        | 2024-01-01 |            | C2           | U1          an earlier placement nobody closed
            e        | 2024-06-01 |            | C2           | K2
            f        | 2024-01-01 |            | C2           |             not recorded: unknown
            g        | 2024-01-01 | 2024-09-30 | C2           | U1          left on the last day
            h        | 2024-01-01 |            | V4           | U1          a short break
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            2         | 6           | 1       | 33.3
            """,
    )
