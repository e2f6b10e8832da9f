"""Pupils who joined or left a school at an unusual time: the worked examples."""

from __future__ import annotations

from datetime import date

from lineofsight.calendar import Period, PeriodKind
from lineofsight.indicators.pupils import pupil_mobility_pct
from lineofsight.returns.tables import enrolments, periods
from tests.spec.conftest import SEPTEMBER, Spec

OCTOBER = (Period(PeriodKind.MONTH, date(2024, 10, 1), date(2024, 10, 31)),)


def test_joining_in_september_is_usual_and_in_october_is_not(spec: Spec) -> None:
    rows = """
            child_id | setting | kind        | enrolment_status | entered    | left
            ---------+---------+-------------+------------------+------------+-----------
            a        | Hill    | school      | C                | 2024-09-02 |
            b        | Hill    | school      | C                | 2024-09-30 |              still the usual time
            c        | Hill    | school      | C                | 2024-10-01 |              joined late
            d        | Hill    | school      | C                | 2021-09-02 | 2024-10-31   left on the last day of October
            e        | Hill    | school      | C                | 2021-09-02 | 2024-07-19   left at the end of a year, and is gone
            f        | Hill    | school      | C                | 2024-10-07 | 2024-10-18   joined and left: once
            g        | Hill    | school      | S                | 2024-10-07 |              a second school
            h        | Daisies | early_years |                  | 2024-10-07 |              no school
            """
    spec(
        pupil_mobility_pct,
        {periods: SEPTEMBER, enrolments: rows},
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            0         | 3           | 0       | 0.0
            """,
    )
    spec(
        pupil_mobility_pct,
        {periods: OCTOBER, enrolments: rows},
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            3         | 5           | 0       | 60.0
            """,
    )


def test_who_left_on_the_first_day_of_a_period_was_there_and_who_left_the_day_before_was_not(
    spec: Spec,
) -> None:
    spec(
        pupil_mobility_pct,
        {
            periods: OCTOBER,
            enrolments: """
            child_id | setting | kind   | governance | entered    | left
            ---------+---------+--------+------------+------------+-----------
            a        | Hill    | school | academy    | 2021-09-02 | 2024-10-01
            b        | Hill    | school | academy    | 2021-09-02 | 2024-09-30
            c        | Dale    | school |            | 2024-10-31 |              the last day
            d        | Dale    | school |            | 2024-11-01 |              the day after
            """,
        },
        by=("governance",),
        expect="""
            governance | numerator | denominator
            -----------+-----------+------------
            academy    | 1         | 1
                       | 1         | 1
            """,
    )
