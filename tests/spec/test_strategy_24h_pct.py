"""Strategy discussions held within 24 hours of the referral: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.section_47 import strategy_24h_pct
from lineofsight.returns.tables import periods, strategy_discussions
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_discussion_24_hours_later_to_the_minute_is_in_time(spec: Spec) -> None:
    spec(
        strategy_24h_pct,
        {
            periods: SEPTEMBER,
            strategy_discussions: """
            child_id | referral_received | referral_received_minute | held       | held_minute
            ---------+-------------------+--------------------------+------------+------------
            a        | 2024-09-02        | 1000                     | 2024-09-03 | 1000         16:40 to 16:40 the next day
            b        | 2024-09-02        | 1000                     | 2024-09-03 | 1001         a minute later
            c        | 2024-09-06        | 1000                     | 2024-09-09 | 540          over a weekend, which counts
            d        | 2024-08-30        | 1439                     | 2024-09-01 | 0            24 hours and a minute
            e        | 2024-09-30        | 1439                     |            |              not yet held
            f        | 2024-09-30        | 1439                     | 2024-10-01 | 0            held after the period
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            1         | 4           | 0       | 25.0
            """,
    )


def test_without_a_time_the_dates_decide_it_only_where_they_can(spec: Spec) -> None:
    spec(
        strategy_24h_pct,
        {
            periods: SEPTEMBER,
            strategy_discussions: """
            child_id | referral_received | referral_received_minute | held       | held_minute
            ---------+-------------------+--------------------------+------------+------------
            a        | 2024-09-02        |                          | 2024-09-02 |              the same day: in time
            b        | 2024-09-02        |                          | 2024-09-04 |              two days later: not
            c        | 2024-09-02        |                          | 2024-09-03 | 540          the next day: unknown
            d        | 2024-09-02        | 540                      | 2024-09-03 |              the next day: unknown
            e        | 2024-09-02        | 1439                     | 2024-09-03 |              whatever the time: in time
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            2         | 5           | 2       | 40.0
            """,
    )


def test_a_discussion_before_its_referral_or_without_one_is_unknown_and_never_in_time(spec: Spec) -> None:
    spec(
        strategy_24h_pct,
        {
            periods: SEPTEMBER,
            strategy_discussions: """
            child_id | referral_received | referral_received_minute | held       | held_minute
            ---------+-------------------+--------------------------+------------+------------
            a        | 2024-09-02        | 600                      | 2024-09-02 | 599          a minute before
            b        | 2024-09-03        |                          | 2024-09-02 |
            c        |                   |                          | 2024-09-02 | 600
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            0         | 3           | 3       | 0.0
            """,
    )


def test_it_is_shown_by_the_team_of_the_discussion(spec: Spec) -> None:
    spec(
        strategy_24h_pct,
        {
            periods: SEPTEMBER,
            strategy_discussions: """
            child_id | referral_received | held       | team
            ---------+-------------------+------------+-----
            a        | 2024-09-02        | 2024-09-02 | East
            b        | 2024-09-02        | 2024-09-04 | East
            c        | 2024-09-02        | 2024-09-02 |
            """,
        },
        by=("team",),
        expect="""
            team | numerator | denominator
            -----+-----------+------------
            East | 1         | 2
                 | 1         | 1
            """,
    )
