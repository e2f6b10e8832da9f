"""Notices of permanent exclusion: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.exclusions import pex_notified_count
from lineofsight.returns.tables import exclusion_statuses, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_notice_counts_whatever_came_of_it(spec: Spec) -> None:
    spec(
        pex_notified_count,
        {
            periods: SEPTEMBER,
            exclusion_statuses: """
            exclusion_id | phase     | notified   | excluded_from | status    | status_date
            -------------+-----------+------------+---------------+-----------+------------
            1            | secondary | 2024-09-30 | 2024-10-01    | notified  | 2024-09-30     on the last day
            2            | secondary | 2024-09-02 | 2024-09-02    | notified  | 2024-09-02
            2            | secondary | 2024-09-02 | 2024-09-02    | cancelled | 2024-09-06     one notice, and it counts
            3            | primary   |            | 2024-09-10    | upheld    | 2024-09-24     no day of notice: the first day
            4            | primary   | 2024-08-31 | 2024-09-02    | upheld    | 2024-09-24     noticed before the period
            5            | primary   | 2024-10-01 | 2024-09-30    | upheld    | 2024-10-24     the day after it
            """,
        },
        by=("phase",),
        expect="""
            phase     | numerator | denominator | value
            ----------+-----------+-------------+------
            secondary | 2         |             | 2.0
            primary   | 1         |             | 1.0
            """,
    )
