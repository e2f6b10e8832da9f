"""New education, health and care plans issued: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.send import ehcp_issued_count
from lineofsight.returns.tables import (
    child_areas,
    ehc_requests,
    periods,
    sen_active_plans,
    sen_assessments,
    sen_named_plans,
    sen_needs,
    sen_persons,
    sen_requests,
)
from tests.spec.conftest import SEPTEMBER, Spec

REGISTER = """
    request_id | child_id | received   | plan_issued
    -----------+----------+------------+------------
    a          | 1        | 2024-04-29 | 2024-09-01     issued on the first day
    b          | 2        | 2024-04-29 | 2024-09-30     issued on the last day
    c          | 3        | 2024-04-29 | 2024-10-01     issued the day after
    d          | 4        | 2024-04-29 |                not issued
    """


def test_a_plan_counts_in_the_period_in_which_it_is_issued(spec: Spec) -> None:
    spec(
        ehcp_issued_count,
        {
            periods: SEPTEMBER,
            ehc_requests: REGISTER,
            child_areas: """
            child_id | ward  | since
            ---------+-------+-----------
            1        | North | 2024-01-01
            """,
        },
        by=("ward",),
        expect="""
            ward  | numerator | denominator | value
            ------+-----------+-------------+------
            North | 1         |             | 1.0
                  | 1         |             | 1.0
            """,
    )


def test_in_sen2_a_plan_is_new_when_its_assessment_ended_in_it(spec: Spec) -> None:
    spec(
        ehcp_issued_count,
        {
            periods: SEPTEMBER,
            sen_requests: """
            request_id | child_id | received   | outcome
            -----------+----------+------------+--------
            e          | 5        | 2024-04-29 | Y          issued
            f          | 6        | 2024-04-29 | Y          decided on, and not issued yet
            g          | 7        | 2019-04-29 | H          a plan of an earlier year
            h          | 8        | 2024-04-29 | Y          moved in with a plan from elsewhere
            i          | 9        | 2024-04-29 | Y          to be issued: the plan's own day stands for a missing one
            """,
            sen_assessments: """
            assessment_id | request_id | outcome | outcome_date
            --------------+------------+---------+-------------
            e             | e          | Y       | 2024-09-16
            f             | f          | Y       |
            g             | g          | H       |
            h             | h          | Y       | 2024-09-16
            i             | i          | Y       |
            """,
            sen_named_plans: """
            plan_id | assessment_id | started
            --------+---------------+-----------
            g       | g             | 2024-09-02
            i       | i             | 2024-09-17
            """,
            sen_active_plans: """
            active_plan_id | request_id | transferred_from
            ---------------+------------+-----------------
            h              | h          | 382
            """,
        },
        expect="""
            numerator | value
            ----------+------
            2         | 2.0
            """,
    )


def test_a_case_that_stands_in_the_register_and_in_sen2_counts_once(spec: Spec) -> None:
    spec(
        ehcp_issued_count,
        {
            periods: SEPTEMBER,
            ehc_requests: """
            request_id | child_id | upn | received   | plan_issued
            -----------+----------+-----+------------+------------
            a          | 1        |     | 2024-04-29 | 2024-09-02
            b          | 2        |     | 2024-04-30 | 2024-09-02
            c          | 3        | U3  | 2024-05-01 | 2024-09-02
            """,
            sen_persons: """
            child_id | upn
            ---------+----
            P3       | U3
            """,
            sen_requests: """
            request_id | child_id | received   | outcome
            -----------+----------+------------+--------
            a          | P1       | 2024-04-28 | Y          the same number
            x          | 2        | 2024-04-30 | Y          the same child and day
            y          | P3       | 2024-05-01 | Y          the same UPN and day
            z          | P3       | 2024-05-02 | Y          another day: another request
            """,
            sen_assessments: """
            assessment_id | request_id | outcome | outcome_date
            --------------+------------+---------+-------------
            a             | a          | Y       | 2024-09-02
            x             | x          | Y       | 2024-09-02
            y             | y          | Y       | 2024-09-02
            z             | z          | Y       | 2024-09-03
            """,
        },
        expect="""
            numerator | value
            ----------+------
            4         | 4.0
            """,
    )


def test_a_child_s_primary_need_is_that_of_rank_one(spec: Spec) -> None:
    spec(
        ehcp_issued_count,
        {
            periods: SEPTEMBER,
            sen_requests: """
            request_id | child_id | received   | outcome
            -----------+----------+------------+--------
            e          | 5        | 2024-04-29 | Y
            """,
            sen_assessments: """
            assessment_id | request_id | outcome | outcome_date
            --------------+------------+---------+-------------
            e             | e          | Y       | 2024-09-16
            """,
            sen_active_plans: """
            active_plan_id | request_id
            ---------------+-----------
            p              | e
            """,
            sen_needs: """
            active_plan_id | need | need_rank
            ---------------+------+----------
            p              | SLCN | 2
            p              | ASD  | 1
            """,
        },
        by=("need",),
        expect="""
            need | numerator
            -----+----------
            ASD  | 1
            """,
    )
