"""Permanent exclusions of resident pupils: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.exclusions import pex_ward_rate
from lineofsight.returns.tables import child_areas, exclusion_statuses, periods, population
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_ward_s_exclusions_stand_over_its_residents_aged_5_to_15(spec: Spec) -> None:
    spec(
        pex_ward_rate,
        {
            periods: SEPTEMBER,
            population: """
            since      | ward  | age | sex | people
            -----------+-------+-----+-----+-------
            2024-04-01 | North | 4   | F   | 900        too young
            2024-04-01 | North | 5   | F   | 400
            2024-04-01 | North | 15  | M   | 600
            2024-04-01 | North | 16  | M   | 900        too old
            2024-04-01 | South | 10  | M   | 500
            """,
            child_areas: """
            child_id | ward  | since
            ---------+-------+-----------
            a        | North | 2024-01-01
            """,
            exclusion_statuses: """
            exclusion_id | child_id | home_ward | excluded_from | status  | status_date
            -------------+----------+-----------+---------------+---------+------------
            1            | a        | South     | 2024-09-02    | upheld  | 2024-09-20     the ward on that day goes first
            2            | b        | North     | 2024-09-02    | upheld  | 2024-09-20     the register's own ward
            3            | c        |           | 2024-09-02    | upheld  | 2024-09-20     no ward
            4            | d        | North     | 2024-09-02    | pending | 2024-09-20     not decided: outside
            """,
        },
        by=("ward",),
        expect="""
            ward  | numerator | denominator | value
            ------+-----------+-------------+------
            North | 2         | 1000        | 20.0
            South |           | 500         |
                  | 1         |             |
            """,
    )
