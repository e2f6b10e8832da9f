"""Permanent exclusions for persistent disruptive behaviour: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.exclusions import pex_reason_persistent_pct
from lineofsight.returns.tables import exclusion_statuses, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_any_of_three_reasons_counts(spec: Spec) -> None:
    spec(
        pex_reason_persistent_pct,
        {
            periods: SEPTEMBER,
            exclusion_statuses: """
            exclusion_id | excluded_from | reason | reason_2 | reason_3 | status   | status_date
            -------------+---------------+--------+----------+----------+----------+------------
            1            | 2024-09-02    | DB     |          |          | upheld   | 2024-09-20
            2            | 2024-09-02    | PA     | VA       | DB       | upheld   | 2024-09-20     the third reason
            3            | 2024-09-02    | PA     |          |          | upheld   | 2024-09-20
            4            | 2024-09-02    |        |          |          | upheld   | 2024-09-20     no reason: unknown
            5            | 2024-09-02    | DB     |          |          | quashed  | 2024-09-20     not confirmed: outside
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            2         | 4           | 1       | 50.0
            """,
    )
