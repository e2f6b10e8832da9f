"""Permanent exclusions that are from primary schools: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.exclusions import pex_phase_split
from lineofsight.returns.tables import exclusion_statuses, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_the_share_has_the_confirmed_exclusions_as_its_base(spec: Spec) -> None:
    spec(
        pex_phase_split,
        {
            periods: SEPTEMBER,
            exclusion_statuses: """
            exclusion_id | phase     | excluded_from | status   | status_date
            -------------+-----------+---------------+----------+------------
            1            | primary   | 2024-09-02    | upheld   | 2024-09-20
            2            | secondary | 2024-09-02    | upheld   | 2024-09-20
            3            | special   | 2024-09-02    | upheld   | 2024-09-20
            4            |           | 2024-09-02    | upheld   | 2024-09-20     phase not recorded: unknown
            5            | primary   | 2024-09-02    | pending  | 2024-09-20     not decided: outside
            6            | primary   | 2024-10-01    | upheld   | 2024-10-20     after the period
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            1         | 4           | 1       | 25.0
            """,
    )
