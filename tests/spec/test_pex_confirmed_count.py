"""Permanent exclusions confirmed: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.exclusions import pex_confirmed_count
from lineofsight.returns.tables import exclusion_statuses, periods
from tests.spec.conftest import SEPTEMBER, Spec

STATUSES = """
    exclusion_id | child_id | excluded_from | phase     | status     | status_date
    -------------+----------+---------------+-----------+------------+------------
    1            | a        | 2024-09-02    | secondary | notified   | 2024-09-02
    1            | a        | 2024-09-02    | secondary | upheld     | 2024-09-20     the latest status decides
    2            | b        | 2024-09-30    | primary   | notified   | 2024-09-30     not decided: open
    3            | c        | 2024-09-10    | secondary | upheld     | 2024-09-24
    3            | c        | 2024-09-10    | secondary | quashed    | 2024-10-24     by the review panel, later
    4            | d        | 2024-09-11    | secondary | cancelled  | 2024-09-12
    5            | e        | 2024-09-11    | secondary |            | 2024-09-12     status not recorded: unknown
    8            | h        | 2024-09-11    | secondary | on hold    | 2024-09-12     not a status of the list: unknown
    6            | f        | 2024-08-31    | secondary | upheld     | 2024-09-12     began before the period
    7            | g        | 2024-09-11    | secondary | irp_upheld | 2024-11-12
    """


def test_the_latest_status_decides_and_one_not_decided_is_open(spec: Spec) -> None:
    spec(
        pex_confirmed_count,
        {periods: SEPTEMBER, exclusion_statuses: STATUSES},
        expect="""
            numerator | denominator | unknown | open | value
            ----------+-------------+---------+------+------
            2         |             | 2       | 1    | 2.0
            """,
    )


def test_a_phase_with_nothing_confirmed_is_nought(spec: Spec) -> None:
    spec(
        pex_confirmed_count,
        {periods: SEPTEMBER, exclusion_statuses: STATUSES},
        by=("phase",),
        expect="""
            phase     | numerator | open
            ----------+-----------+-----
            secondary | 2         | 0
            primary   | 0         | 1
            """,
    )
