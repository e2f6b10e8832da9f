"""Education, health and care plans within 20 weeks: the worked examples."""

from __future__ import annotations

import pytest

from lineofsight.indicators.send import ehcp_20w_exc_pct
from lineofsight.returns.tables import ehc_requests, periods
from tests.spec.conftest import SEPTEMBER, Spec

REQUESTS = """
    request_id | received   | plan_issued | exceptions_apply
    -----------+------------+-------------+-----------------
    a          | 2024-04-29 | 2024-09-16  | no                 140 days
    b          | 2024-04-28 | 2024-09-16  |                    141 days: the day after the limit
    c          | 2024-04-30 | 2024-09-16  |                    139 days
    d          | 2023-01-01 | 2024-09-16  | yes                a lawful exception: outside
    e          |            | 2024-09-16  |                    no request date: unknown
    f          | 2024-09-17 | 2024-09-16  |                    issued before it was asked for: unknown
    g          | 2024-04-29 | 2024-10-01  |                    issued after the period
    h          | 2024-04-29 |             |                    not issued
    """


@pytest.mark.parametrize(("ehc_days", "in_time"), [(140, 2), (139, 1)])
def test_the_last_day_that_counts_is_the_councils_setting(spec: Spec, ehc_days: int, in_time: int) -> None:
    spec(
        ehcp_20w_exc_pct,
        {periods: SEPTEMBER, ehc_requests: REQUESTS},
        settings={"ehc_days": ehc_days},
        expect=f"""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            {in_time}         | 5           | 2       | {in_time * 20.0}
            """,
    )
