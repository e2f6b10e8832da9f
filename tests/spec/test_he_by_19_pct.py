"""Young people who entered higher education by 19: the worked examples."""

from __future__ import annotations

from datetime import date

from lineofsight.calendar import Period, PeriodKind
from lineofsight.indicators.pupils import he_by_19_pct
from lineofsight.returns.tables import leaver_destinations, periods
from tests.spec.conftest import Spec

YEAR = (Period(PeriodKind.ACADEMIC_YEAR, date(2023, 9, 1), date(2024, 8, 31)),)


def test_entering_by_the_last_day_of_the_school_year_counts(spec: Spec) -> None:
    spec(
        he_by_19_pct,
        {
            periods: YEAR,
            leaver_destinations: """
            child_id | destination      | entered_higher_education | aged_19_until
            ---------+------------------+--------------------------+--------------
            a        | higher_education | 2022-09-20               | 2024-08-31      at 18
            b        | higher_education | 2024-08-31               | 2024-08-31      on the last day
            c        | higher_education | 2024-09-01               | 2024-08-31      a day too late
            d        | employment       |                          | 2024-08-31
            e        | neet             |                          | 2024-08-31
            f        | not_known        |                          | 2024-08-31      unknown
            g        |                  |                          | 2024-08-31      unknown
            h        | higher_education |                          | 2024-08-31      nobody says since when: unknown
            i        | higher_education | 2023-09-20               | 2025-08-31      the next year group
            j        | higher_education | 2023-09-20               |                 no date of birth: of no year group
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            2         | 8           | 3       | 25.0
            """,
    )


def test_by_free_school_meals(spec: Spec) -> None:
    spec(
        he_by_19_pct,
        {
            periods: YEAR,
            leaver_destinations: """
            child_id | free_meals | destination      | entered_higher_education | aged_19_until
            ---------+------------+------------------+--------------------------+--------------
            a        | yes        | higher_education | 2022-09-20               | 2024-08-31
            b        | yes        | employment       |                          | 2024-08-31
            c        | no         | higher_education | 2022-09-20               | 2024-08-31
            d        |            | employment       |                          | 2024-08-31      not recorded
            """,
        },
        by=("free_meals",),
        expect="""
            free_meals | numerator | denominator | value
            -----------+-----------+-------------+------
            true       | 1         | 2           | 50.0
            false      | 1         | 1           | 100.0
                       | 0         | 1           | 0.0
            """,
    )
