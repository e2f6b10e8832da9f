"""Excluded pupils without education after the sixth school day: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.day_six import pex_day6_overdue_open
from lineofsight.returns.tables import exclusion_statuses, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_pupil_without_education_is_late_from_the_sixth_school_day(spec: Spec) -> None:
    spec(
        pex_day6_overdue_open,
        {
            periods: SEPTEMBER,
            exclusion_statuses: """
            exclusion_id | excluded_from | provision_started | leaves_school | status     | status_date
            -------------+---------------+-------------------+---------------+------------+------------
            1            | 2024-09-23    |                   |               | notified   | 2024-09-23     the sixth is the 30th: late
            2            | 2024-09-24    |                   |               | notified   | 2024-09-24     the fifth: waiting
            3            | 2024-09-02    | 2024-09-30        |               | upheld     | 2024-09-20     began on the last day
            4            | 2024-09-02    | 2024-10-01        |               | upheld     | 2024-09-20     began after it: was waiting, and late
            5            | 2024-09-02    |                   |               | reinstated | 2024-09-20     back in school
            6            | 2024-05-02    |                   | 2024-06-28    | upheld     | 2024-05-20     has left school age
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            2         | 3           | 0       | 66.7
            """,
    )
