"""Education from the sixth school day of an exclusion: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.day_six import pex_day6_pct
from lineofsight.returns.tables import exclusion_statuses, periods, school_closures
from tests.spec.conftest import SEPTEMBER, Spec


def test_the_sixth_school_day_is_in_time_and_the_seventh_is_not(spec: Spec) -> None:
    spec(
        pex_day6_pct,
        {
            periods: SEPTEMBER,
            exclusion_statuses: """
            exclusion_id | excluded_from | provision_started | of_school_age | status    | status_date
            -------------+---------------+-------------------+---------------+-----------+------------
            1            | 2024-09-02    | 2024-09-09        | yes           | upheld    | 2024-09-20     Monday to Monday: the sixth
            2            | 2024-09-02    | 2024-09-10        | yes           | upheld    | 2024-09-20     the seventh
            3            | 2024-09-02    |                   |               | upheld    | 2024-09-20     none yet: not in time
            4            | 2024-09-02    | 2024-08-30        | yes           | upheld    | 2024-09-20     before it began: unknown
            5            | 2024-09-02    |                   | no            | upheld    | 2024-09-20     over school age: outside
            6            | 2024-09-02    |                   | yes           | cancelled | 2024-09-09     over by then: outside
            7            | 2024-09-02    |                   | yes           | cancelled | 2024-09-10     cancelled too late
            8            | 2024-09-24    |                   | yes           | upheld    | 2024-10-20     due on 1 October
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            1         | 5           | 1       | 20.0
            """,
    )


def test_days_on_which_the_school_is_closed_do_not_count(spec: Spec) -> None:
    spec(
        pex_day6_pct,
        {
            periods: SEPTEMBER,
            school_closures: """
            school | first_day  | last_day
            -------+------------+-----------
                   | 2024-07-24 | 2024-09-03     the summer holidays of all schools
            High   | 2024-09-04 | 2024-09-04     a training day of one
            """,
            exclusion_statuses: """
            exclusion_id | school | excluded_from | provision_started | status | status_date
            -------------+--------+---------------+-------------------+--------+------------
            1            | High   | 2024-07-19    | 2024-09-06        | upheld | 2024-09-20     19, 22, 23 July, 5, 6 September are five
            2            | High   | 2024-07-19    | 2024-09-10        | upheld | 2024-09-20     the seventh
            3            | Other  | 2024-07-19    | 2024-09-06        | upheld | 2024-09-20     the sixth of a school without that day
            """,
        },
        expect="""
            numerator | denominator | value
            ----------+-------------+------
            2         | 3           | 66.7
            """,
    )
