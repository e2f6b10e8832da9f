"""Requests for plans open beyond 20 weeks: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.send import ehcp_overdue_open
from lineofsight.returns.tables import ehc_requests, periods
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_request_is_late_from_the_141st_day(spec: Spec) -> None:
    spec(
        ehcp_overdue_open,
        {
            periods: SEPTEMBER,
            ehc_requests: """
            request_id | received   | concluded
            -----------+------------+-----------
            a          | 2024-05-13 |              140 days on 30 September: not late
            b          | 2024-05-12 |              141: late
            c          | 2024-01-01 | 2024-09-30   concluded on the last day
            d          | 2024-01-01 | 2024-10-01   concluded the day after: was open, and late
            e          | 2024-10-01 |              asked after the period
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            2         | 3           | 0       | 66.7
            """,
    )
