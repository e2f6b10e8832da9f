"""Social workers from agencies: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.workforce import sw_agency_pct
from lineofsight.returns.tables import periods, workers
from tests.spec.conftest import SEPTEMBER, Spec


def test_agency_workers_are_counted_in_full_time_equivalents_of_all_in_post(spec: Spec) -> None:
    spec(
        sw_agency_pct,
        {
            periods: SEPTEMBER,
            workers: """
            worker_id | full_time_share | is_agency | started    | ended
            ----------+-----------------+-----------+------------+-----------
            a         | 1.0             | yes       | 2024-09-30 |             began on the last day
            b         | 1.0             | yes       | 2024-01-01 | 2024-09-30  left on it
            c         | 1.0             | yes       | 2024-10-01 |             the day after
            d         | 2.0             | no        | 2024-01-01 |
            e         | 1.0             |           | 2024-01-01 |             not recorded: unknown, and not from an agency
            f         |                 | yes       | 2024-01-01 |             no share recorded
            """,
        },
        expect="""
            numerator | denominator | value | unknown
            ----------+-------------+-------+--------
            1         | 4           | 25.0  | 2
            """,
    )


def test_none_from_an_agency_is_a_true_nought(spec: Spec) -> None:
    spec(
        sw_agency_pct,
        {
            periods: SEPTEMBER,
            workers: """
            worker_id | full_time_share | is_agency | started
            ----------+-----------------+-----------+-----------
            a         | 1.0             | no        | 2024-01-01
            """,
        },
        expect="""
            numerator | denominator | value
            ----------+-------------+------
            0         | 1           | 0.0
            """,
    )
