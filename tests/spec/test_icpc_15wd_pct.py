"""Initial conferences within 15 working days: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.child_protection import icpc_15wd_pct
from lineofsight.returns.tables import conferences, periods
from tests.spec.conftest import SEPTEMBER, Spec, month


def test_a_conference_on_the_fifteenth_working_day_is_in_time(spec: Spec) -> None:
    spec(
        icpc_15wd_pct,
        {
            periods: SEPTEMBER,
            conferences: """
            child_id | strategy_discussion_date | held_date
            ---------+--------------------------+------------
            a        | 2024-09-02               | 2024-09-23      the fifteenth working day
            b        | 2024-09-02               | 2024-09-24      the day after
            c        | 2024-08-23               | 2024-09-16      over the August bank holiday
            d        | 2024-09-02               |                 not yet held
            e        |                          | 2024-09-16      no start: unknown
            f        | 2024-09-20               | 2024-09-16      held before the discussion: unknown, not in time
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            2         | 5           | 2       | 40.0
            """,
    )


def test_a_council_that_counts_the_first_day_has_one_day_less(spec: Spec) -> None:
    spec(
        icpc_15wd_pct,
        {
            periods: SEPTEMBER,
            conferences: """
            child_id | strategy_discussion_date | held_date
            ---------+--------------------------+------------
            a        | 2024-09-02               | 2024-09-20      the fifteenth day, the first one counted
            b        | 2024-09-02               | 2024-09-23      the day after
            """,
        },
        settings={"first_working_day": 1},
        expect="""
            numerator | denominator
            ----------+------------
            1         | 2
            """,
    )


def test_the_extra_bank_holiday_of_a_state_funeral_does_not_count(spec: Spec) -> None:
    spec(
        icpc_15wd_pct,
        {
            periods: (month(2022, 9),),
            conferences: """
            child_id | strategy_discussion_date | held_date
            ---------+--------------------------+------------
            a        | 2022-08-31               | 2022-09-22      15 working days, Monday 19 September left out
            b        | 2022-08-31               | 2022-09-23
            c        | 2022-09-20               | 2022-09-20      on the day itself
            """,
        },
        expect="""
            numerator | denominator | value
            ----------+-------------+------
            2         | 3           | 66.7
            """,
    )
