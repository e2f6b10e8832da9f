"""Children on a child protection plan: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.child_protection import cpp_rate
from lineofsight.returns.tables import child_areas, child_protection_plans, periods, population
from tests.spec.conftest import SEPTEMBER, Spec

PEOPLE = """
    since      | ward  | age | sex | people
    -----------+-------+-----+-----+-------
    2023-06-30 | North | 0   | F   | 900
    2024-06-30 | North | 0   | F   | 1000    in use since 30 June 2024
    2024-06-30 | North | 17  | M   | 500
    2024-06-30 | South | 5   | M   | 500
    2024-06-30 | South | 18  | M   | 700     no longer a child
    """


def test_a_plan_that_ends_on_the_last_day_is_no_longer_open(spec: Spec) -> None:
    spec(
        cpp_rate,
        {
            periods: SEPTEMBER,
            population: PEOPLE,
            child_protection_plans: """
            child_id | started    | ended
            ---------+------------+-----------
            a        | 2024-09-30 |              began on the last day: open
            b        | 2024-01-01 | 2024-09-30   ended on the last day: not open
            c        | 2024-01-01 | 2024-10-01   ended the day after: open
            d        | 2024-01-01 |              two open plans are one child
            d        | 2024-05-01 |
            e        | 2024-10-01 |              began after the period
            """,
        },
        expect="""
            numerator | denominator | value
            ----------+-------------+------
            3         | 2000        | 15.0
            """,
    )


def test_without_a_population_there_is_a_number_and_no_rate(spec: Spec) -> None:
    spec(
        cpp_rate,
        {
            periods: SEPTEMBER,
            child_protection_plans: """
            child_id | started
            ---------+-----------
            a        | 2024-09-01
            """,
        },
        expect="""
            numerator | denominator | value
            ----------+-------------+------
            1         |             |
            """,
    )


def test_a_ward_without_a_plan_and_a_child_without_a_ward_are_both_kept(spec: Spec) -> None:
    spec(
        cpp_rate,
        {
            periods: SEPTEMBER,
            population: PEOPLE,
            child_areas: """
            child_id | ward  | since
            ---------+-------+-----------
            a        | North | 2024-01-01
            """,
            child_protection_plans: """
            child_id | started
            ---------+-----------
            a        | 2024-09-01
            b        | 2024-09-01
            """,
        },
        by=("ward",),
        expect="""
            ward  | numerator | denominator | value
            ------+-----------+-------------+------
            North | 1         | 1500        | 6.7
            South |           | 500         |
                  | 1         |             |
            """,
    )
