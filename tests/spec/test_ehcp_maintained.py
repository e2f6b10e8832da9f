"""Education, health and care plans maintained: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.send import ehcp_maintained
from lineofsight.returns.tables import (
    ehc_requests,
    periods,
    sen_active_plans,
    sen_assessments,
    sen_named_plans,
    sen_persons,
    sen_requests,
)
from tests.spec.conftest import SEPTEMBER, Spec


def test_a_plan_that_ceases_on_the_last_day_is_no_longer_maintained(spec: Spec) -> None:
    spec(
        ehcp_maintained,
        {
            periods: SEPTEMBER,
            ehc_requests: """
            request_id | received   | plan_issued | plan_ceased
            -----------+------------+-------------+------------
            a          | 2024-04-29 | 2024-09-30  |                issued on the last day: maintained
            b          | 2020-04-29 | 2020-09-16  | 2024-09-30     ceased on the last day: not maintained
            c          | 2020-04-29 | 2020-09-16  | 2024-10-01     ceased the day after: maintained
            d          | 2024-04-29 | 2024-10-01  |                issued after the period
            e          | 2024-04-29 |             |                not issued
            """,
        },
        expect="""
            numerator | denominator | value
            ----------+-------------+------
            2         |             | 2.0
            """,
    )


SEN2 = {
    sen_requests: """
    request_id | child_id | received   | outcome
    -----------+----------+------------+--------
    f          | 6        | 2019-04-29 | H
    g          | 7        | 2024-06-03 | H
    h          | 8        | 2024-04-29 | Y
    """,
    sen_assessments: """
    assessment_id | request_id | outcome | outcome_date
    --------------+------------+---------+-------------
    f             | f          | H       |
    h             | h          | Y       | 2024-09-16
    """,
    sen_named_plans: """
    plan_id | assessment_id | started
    --------+---------------+-----------
    f       | f             | 2019-09-02     of an earlier year, and still maintained
    h       | h             | 2024-09-16
    """,
    sen_active_plans: """
    active_plan_id | request_id | transferred_from
    ---------------+------------+-----------------
    f              | f          |
    g              | g          | 382                taken over: maintained, though it names no plan of ours
    """,
}


def test_plans_of_earlier_years_and_of_other_authorities_are_maintained_too(spec: Spec) -> None:
    spec(
        ehcp_maintained,
        {periods: SEPTEMBER, **SEN2},
        expect="""
            numerator | value
            ----------+------
            3         | 3.0
            """,
    )


def test_a_plan_that_overlaps_one_of_the_same_child_in_the_register_is_that_plan(spec: Spec) -> None:
    spec(
        ehcp_maintained,
        {
            periods: SEPTEMBER,
            **SEN2,
            sen_persons: """
            child_id | upn
            ---------+----
            8        | U8
            """,
            ehc_requests: """
            request_id | child_id | upn | received   | plan_issued | plan_ceased
            -----------+----------+-----+------------+-------------+------------
            k          | 6        |     | 2019-04-29 | 2019-09-03  |                the same child, at the same time
            l          | 7        |     | 2020-04-29 | 2020-09-03  | 2024-06-03     ended before the other began
            m          | 9        | U8  | 2024-04-30 | 2024-09-16  |                known by the UPN
            """,
        },
        expect="""
            numerator | value
            ----------+------
            3         | 3.0
            """,
    )
