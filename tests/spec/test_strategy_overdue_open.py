"""Strategy discussions waiting for more than 24 hours: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.section_47 import strategy_overdue_open
from lineofsight.returns.tables import periods, strategy_discussions
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_discussion_is_late_from_the_day_after_its_referral(spec: Spec) -> None:
    spec(
        strategy_overdue_open,
        {
            periods: SEPTEMBER,
            strategy_discussions: """
            child_id | referral_received | referral_received_minute | held       | stood_down | concluded
            ---------+-------------------+--------------------------+------------+------------+-----------
            a        | 2024-09-30        | 0                        |            |            |             24 hours at midnight, no more: not yet late
            b        | 2024-09-29        | 1439                     |            |            |             24 hours and a minute: late
            c        | 2024-09-02        |                          |            |            |             late
            d        | 2024-09-02        |                          | 2024-09-30 |            | 2024-09-30  held on the last day
            e        | 2024-09-02        |                          | 2024-10-01 |            | 2024-10-01  held the day after: was waiting
            f        | 2024-09-02        |                          |            | 2024-09-30 | 2024-09-30  stood down
            g        | 2024-10-01        |                          |            |            |             received after the period
            h        |                   |                          | 2024-10-01 |            | 2024-10-01  in no period: nobody knows since when
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            3         | 4           | 0       | 75.0
            """,
    )
