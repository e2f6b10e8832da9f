"""Children looked after: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.looked_after import cla_rate
from lineofsight.returns.tables import episodes, looked_after_children, periods, population
from tests.spec.conftest import SEPTEMBER, Spec

PEOPLE = """
    since      | ward  | age | sex | people
    -----------+-------+-----+-----+-------
    2024-06-30 | North | 5   | F   | 1000
    """


def test_short_breaks_are_left_out_and_two_open_placements_are_one_child(spec: Spec) -> None:
    spec(
        cla_rate,
        {
            periods: SEPTEMBER,
            population: PEOPLE,
            episodes: """
            child_id | started    | ended      | legal_status
            ---------+------------+------------+-------------
            a        | 2024-01-01 | 2024-09-30 | C2             moved on the last day ...
            a        | 2024-09-30 |            | C2             ... and is counted once, in the new placement
            b        | 2024-01-01 | 2024-09-30 | C2             left on the last day: not looked after at its end
            c        | 2024-01-01 |            | V3             a series of short breaks
            d        | 2024-01-01 |            | V4
            e        | 2024-01-01 |            |                legal status not recorded: counted
            f        | 2024-01-01 |            | V2             two placements open at once: one child
            f        | 2024-03-01 |            | V2
            """,
        },
        expect="""
            numerator | denominator | value
            ----------+-------------+------
            3         | 1000        | 30.0
            """,
    )


def test_a_child_without_a_birth_date_is_counted_under_no_age(spec: Spec) -> None:
    spec(
        cla_rate,
        {
            periods: SEPTEMBER,
            looked_after_children: """
            child_id | born
            ---------+-----------
            a        | 2006-09-30   eighteen on the last day
            b        | 2006-10-01   still seventeen
            """,
            episodes: """
            child_id | started
            ---------+-----------
            a        | 2024-01-01
            b        | 2024-01-01
            c        | 2024-01-01
            """,
        },
        by=("age_band",),
        expect="""
            age_band    | numerator
            ------------+----------
            18 and over | 1
            16 to 17    | 1
                        | 1
            """,
    )
