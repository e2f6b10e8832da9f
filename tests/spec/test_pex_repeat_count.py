"""Pupils permanently excluded again: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.exclusions import pex_repeat_count
from lineofsight.returns.tables import exclusion_statuses, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_pupil_counts_once_and_only_confirmed_exclusions_make_a_second(spec: Spec) -> None:
    spec(
        pex_repeat_count,
        {
            periods: SEPTEMBER,
            exclusion_statuses: """
            exclusion_id | child_id | excluded_from | status    | status_date
            -------------+----------+---------------+-----------+------------
            1            | a        | 2021-03-01    | upheld    | 2021-03-20
            2            | a        | 2024-09-02    | upheld    | 2024-09-20     the second, in another year
            3            | a        | 2024-09-30    | upheld    | 2024-10-20     a third in the same month: one pupil
            4            | b        | 2024-03-01    | cancelled | 2024-03-04
            5            | b        | 2024-09-02    | upheld    | 2024-09-20     the first was cancelled
            6            | c        | 2024-03-01    | upheld    | 2024-03-20
            7            | c        | 2024-09-02    | pending   | 2024-09-20     not decided yet
            8            |          | 2024-03-01    | upheld    | 2024-03-20
            9            |          | 2024-09-02    | upheld    | 2024-09-20     nobody knows whose they are
            """,
        },
        expect="""
            numerator | value
            ----------+------
            1         | 1.0
            """,
    )
