"""Requests for plans open beyond 20 weeks: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.send import ehcp_overdue_open
from lineofsight.returns.tables import ehc_requests, periods, sen_assessments, sen_requests
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


def test_a_request_in_sen2_is_open_until_a_plan_a_refusal_or_a_withdrawal(spec: Spec) -> None:
    spec(
        ehcp_overdue_open,
        {
            periods: SEPTEMBER,
            sen_requests: """
            request_id | child_id | received   | outcome | settled    | moved_away
            -----------+----------+------------+---------+------------+-----------
            a          | 1        | 2024-05-12 | A       |            |               not decided: late
            b          | 2        | 2024-05-12 | Y       | 2024-06-20 |               being assessed: late
            c          | 3        | 2024-05-12 | Y       | 2024-06-20 |               decided on, and not issued: late
            d          | 4        | 2024-05-13 | Y       | 2024-06-20 |               accepted, no assessment yet: open
            e          | 5        | 2024-05-12 | N       | 2024-06-20 |               refused
            f          | 6        | 2024-05-12 | Y       | 2024-06-20 |               issued in September
            g          | 7        | 2024-05-12 | Y       | 2024-06-20 |               issued in October: was open, and late
            h          | 8        | 2019-05-12 | H       | 2019-05-12 |               of an earlier year: open on no day
            i          | 9        | 2024-05-12 | A       |            | B             moved away on an unknown day
            """,
            sen_assessments: """
            assessment_id | request_id | outcome | outcome_date
            --------------+------------+---------+-------------
            b             | b          | A       |
            c             | c          | Y       |
            f             | f          | Y       | 2024-09-30
            g             | g          | Y       | 2024-10-01
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            4         | 5           | 0       | 80.0
            """,
    )
