"""Average caseload of social workers: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.workforce import sw_caseload_avg
from lineofsight.returns.tables import allocations, periods, workers
from tests.spec.conftest import SEPTEMBER, Spec


def test_cases_are_divided_by_the_share_of_those_who_hold_them(spec: Spec) -> None:
    spec(
        sw_caseload_avg,
        {
            periods: SEPTEMBER,
            workers: """
            worker_id | team  | full_time_share | started    | ended
            ----------+-------+-----------------+------------+-----------
            w1        | North | 1               | 2020-01-01 |
            w2        | North | 0.5             | 2020-01-01 |
            w3        | North | 1               | 2020-01-01 |              holds no case: left out
            w4        | South | 0               | 2020-01-01 |              no full-time share: left out, with the case
            w5        | South |                 | 2020-01-01 |              share not recorded: unknown
            w7        | South | 1               | 2020-01-01 | 2024-09-30   left on the last day, cases still allocated: unknown
            """,
            allocations: """
            child_id | worker_id | team  | started    | ended
            ---------+-----------+-------+------------+-----------
            a        | w1        | North | 2024-09-30 |              from the last day on
            b        | w1        | North | 2024-01-01 | 2024-10-01
            c        | w1        | North | 2024-01-01 | 2024-09-30   passed on on the last day
            d        | w2        | North | 2024-01-01 |
            e        | w4        | South | 2024-01-01 |
            f        | w5        | South | 2024-01-01 |
            g        | w6        | South | 2024-01-01 |              not in the list of workers: unknown
            h        | w7        | South | 2024-01-01 |
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            3         | 1.5         | 3       | 2.0
            """,
    )
