"""Section 47 enquiries open for more than 5 working days: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.section_47 import s47_overdue_open
from lineofsight.returns.tables import periods, section_47_outcomes
from tests.spec.conftest import SEPTEMBER, Spec


def test_an_enquiry_is_late_from_the_sixth_working_day_after_it_started(spec: Spec) -> None:
    spec(
        s47_overdue_open,
        {
            periods: SEPTEMBER,
            section_47_outcomes: """
            child_id | started    | ended
            ---------+------------+-----------
            a        | 2024-09-23 |              5 working days on Monday 30 September: not yet late
            b        | 2024-09-20 |              6 working days: late
            c        | 2024-09-02 | 2024-09-30   ended on the last day: no longer open
            d        | 2024-09-02 | 2024-10-01   ended the day after: was open, and late
            e        | 2024-10-01 |              started after the period
            f        | 1970-06-02 |              before the first year whose bank holidays are known: unknown
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            2         | 4           | 1       | 50.0
            """,
    )
