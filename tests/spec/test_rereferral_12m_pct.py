"""Children referred again within 12 months: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.front_door import rereferral_12m_pct
from lineofsight.returns.tables import child_areas, children, periods, referrals
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_referral_365_days_after_the_last_one_is_a_rereferral_and_366_days_is_not(spec: Spec) -> None:
    spec(
        rereferral_12m_pct,
        {
            periods: SEPTEMBER,
            referrals: """
            child_id | referral_date
            ---------+--------------
            a        | 2023-09-11      the earlier referral, outside the period
            a        | 2024-09-10      365 days later: again within 12 months (2024 has a 29 February)
            b        | 2023-09-09
            b        | 2024-09-10      367 days later: not
            c        | 2023-09-10
            c        | 2024-09-10      366 days later, the day after the limit: not
            d        | 2024-09-10      the first
            """,
        },
        expect="""
            numerator | denominator | unknown | open | value
            ----------+-------------+---------+------+------
            1         | 4           | 0       | 0    | 25.0
            """,
    )


def test_a_second_referral_on_the_same_day_is_counted_and_is_no_rereferral(spec: Spec) -> None:
    spec(
        rereferral_12m_pct,
        {
            periods: SEPTEMBER,
            referrals: """
            child_id | referral_date | source
            ---------+---------------+-------
            a        | 2024-09-02    | 6       two on one day: neither came before the other
            a        | 2024-09-02    | 2A
            b        | 2024-09-02    | 6
            b        | 2024-09-03    | 6       the day after: a re-referral
            """,
        },
        expect="""
            numerator | denominator | value
            ----------+-------------+------
            1         | 4           | 25.0
            """,
    )


def test_the_ward_is_the_one_on_the_day_of_the_referral_and_a_child_without_one_is_kept(spec: Spec) -> None:
    spec(
        rereferral_12m_pct,
        {
            periods: SEPTEMBER,
            referrals: """
            child_id | referral_date
            ---------+--------------
            a        | 2024-09-10      on the day of the move: the new ward
            a        | 2024-09-09      the day before it: the old ward
            b        | 2024-09-10      no ward known
            """,
            child_areas: """
            child_id | ward  | since      | until
            ---------+-------+------------+------
            a        | North | 2020-01-01 |           nobody closed this spell; the next one ends it
            a        | South | 2024-09-10 |
            """,
        },
        by=("ward",),
        expect="""
            ward  | numerator | denominator
            ------+-----------+------------
            North | 0         | 1
            South | 1         | 1
                  | 0         | 1
            """,
    )


def test_the_age_is_the_one_on_the_day_and_the_birthday_itself_counts(spec: Spec) -> None:
    spec(
        rereferral_12m_pct,
        {
            periods: SEPTEMBER,
            referrals: """
            child_id | referral_date
            ---------+--------------
            a        | 2024-09-10
            b        | 2024-09-10
            c        | 2024-09-10
            d        | 2024-09-10
            """,
            children: """
            child_id | born
            ---------+-----------
            a        | 2014-09-10   ten today
            b        | 2014-09-11   ten tomorrow
            c        | 2024-09-11   born tomorrow
            d        |              no birth date
            """,
        },
        by=("age_band",),
        expect="""
            age_band     | denominator
            -------------+------------
            10 to 15     | 1
            5 to 9       | 1
            not yet born | 1
                         | 1
            """,
    )
