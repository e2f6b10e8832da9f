"""Notices that became permanent exclusions: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.exclusions import pex_conversion_pct
from lineofsight.returns.tables import exclusion_statuses, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_notice_that_is_still_open_is_in_neither_part(spec: Spec) -> None:
    spec(
        pex_conversion_pct,
        {
            periods: SEPTEMBER,
            exclusion_statuses: """
            exclusion_id | notified   | excluded_from | status     | status_date
            -------------+------------+---------------+------------+------------
            1            | 2024-09-02 | 2024-09-02    | upheld     | 2024-11-20     decided long after the period
            2            | 2024-09-03 | 2024-09-03    | irp_upheld | 2025-01-20
            3            | 2024-09-04 | 2024-09-04    | quashed    | 2025-01-20
            4            | 2024-09-05 | 2024-09-05    | cancelled  | 2024-09-06
            5            | 2024-09-06 | 2024-09-06    | pending    | 2024-10-06     open
            6            | 2024-09-07 | 2024-09-07    | notified   | 2024-09-07     open
            7            | 2024-09-08 | 2024-09-08    | on hold    | 2024-09-09     not a status of the list: unknown
            8            | 2024-10-01 | 2024-10-01    | upheld     | 2024-10-20     after the period
            """,
        },
        expect="""
            numerator | denominator | unknown | open | value
            ----------+-------------+---------+------+------
            2         | 5           | 1       | 2    | 40.0
            """,
    )
