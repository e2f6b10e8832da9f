"""Section 47 enquiries started, for every 10,000 residents under 18: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.section_47 import s47_rate
from lineofsight.returns.tables import child_areas, periods, population, section_47_enquiries
from tests.spec.conftest import SEPTEMBER, Spec


def test_each_enquiry_of_the_period_counts_also_a_second_one_of_the_same_child(spec: Spec) -> None:
    spec(
        s47_rate,
        {
            periods: SEPTEMBER,
            section_47_enquiries: """
            child_id | started
            ---------+-----------
            a        | 2024-08-31   the day before the period
            a        | 2024-09-01   its first day
            a        | 2024-09-30   its last day, the same child again
            b        | 2024-10-01   the day after
            """,
            population: """
            since      | age | people
            -----------+-----+-------
            2024-04-01 | 0   | 1500
            2024-04-01 | 17  | 500
            2024-04-01 | 18  | 900      grown up
            2024-10-01 | 0   | 9000     not used yet
            """,
        },
        expect="""
            numerator | denominator | value
            ----------+-------------+------
            2         | 2000        | 10.0
            """,
    )


def test_without_a_population_there_is_a_number_and_no_rate(spec: Spec) -> None:
    spec(
        s47_rate,
        {
            periods: SEPTEMBER,
            section_47_enquiries: """
            child_id | started
            ---------+-----------
            a        | 2024-09-02
            """,
        },
        expect="""
            numerator | denominator | value
            ----------+-------------+------
            1         |             |
            """,
    )


def test_an_enquiry_belongs_to_the_ward_on_the_day_that_it_started(spec: Spec) -> None:
    spec(
        s47_rate,
        {
            periods: SEPTEMBER,
            section_47_enquiries: """
            child_id | started
            ---------+-----------
            a        | 2024-09-15
            b        | 2024-09-15
            """,
            child_areas: """
            child_id | ward  | since      | until
            ---------+-------+------------+-----------
            a        | North | 2024-01-01 | 2024-09-16
            a        | South | 2024-09-16 |
            """,
            population: """
            since      | ward  | age | people
            -----------+-------+-----+-------
            2024-04-01 | North | 5   | 1000
            2024-04-01 | South | 5   | 1000
            """,
        },
        by=("ward",),
        expect="""
            ward  | numerator | denominator | value
            ------+-----------+-------------+------
            North | 1         | 1000        | 10.0
            South |           | 1000        |
                  | 1         |             |
            """,
    )
