"""Initial conferences from no section 47 enquiry: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.child_protection import icpc_15wd_pct, icpc_no_s47_count
from lineofsight.returns.tables import conferences, periods
from tests.spec.conftest import SEPTEMBER, Spec

CONFERENCES = """
    child_id | came_from  | strategy_discussion_date | held_date
    ---------+------------+--------------------------+-----------
    a        | section 47 | 2024-09-02               | 2024-09-30   the last day of the period
    b        | referral   |                          | 2024-09-30   moved in with a plan
    c        | referral   |                          | 2024-10-01   the day after the period
    """


def test_a_conference_recorded_on_the_referral_alone_is_shown_apart(spec: Spec) -> None:
    spec(
        icpc_no_s47_count,
        {periods: SEPTEMBER, conferences: CONFERENCES},
        expect="""
            numerator | value
            ----------+------
            1         | 1.0
            """,
    )


def test_a_conference_recorded_on_the_referral_alone_is_outside_the_timeliness(spec: Spec) -> None:
    spec(
        icpc_15wd_pct,
        {periods: SEPTEMBER, conferences: CONFERENCES},
        expect="""
            numerator | denominator | unknown
            ----------+-------------+--------
            0         | 1           | 0
            """,
    )
