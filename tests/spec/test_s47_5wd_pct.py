"""Section 47 enquiries completed within 5 working days: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.section_47 import s47_5wd_pct
from lineofsight.returns.tables import periods, section_47_outcomes
from tests.spec.conftest import SEPTEMBER, Spec


def test_an_enquiry_that_ends_on_the_fifth_working_day_is_in_time(spec: Spec) -> None:
    spec(
        s47_5wd_pct,
        {
            periods: SEPTEMBER,
            section_47_outcomes: """
            child_id | started    | ended
            ---------+------------+-----------
            a        | 2024-09-02 | 2024-09-09   the fifth working day
            b        | 2024-09-02 | 2024-09-10   the day after
            c        | 2024-08-23 | 2024-09-02   over the August bank holiday: the fifth
            d        | 2024-09-02 | 2024-09-02   the same day
            e        | 2024-09-02 |              still open
            f        | 2024-09-10 | 2024-09-09   ended before it started: unknown
            g        | 2024-09-27 | 2024-10-01   ended after the period
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            3         | 5           | 1       | 60.0
            """,
    )


def test_where_the_start_counts_as_the_first_day_the_fifth_comes_a_day_earlier(spec: Spec) -> None:
    spec(
        s47_5wd_pct,
        {
            periods: SEPTEMBER,
            section_47_outcomes: """
            child_id | started    | ended
            ---------+------------+-----------
            a        | 2024-09-02 | 2024-09-06   the fifth day, the first one counted
            b        | 2024-09-02 | 2024-09-09   the sixth
            """,
        },
        settings={"first_working_day": 1},
        expect="""
            numerator | denominator
            ----------+------------
            1         | 2
            """,
    )
