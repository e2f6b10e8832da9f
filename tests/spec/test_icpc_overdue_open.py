"""Enquiries waiting over 15 working days for a conference: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.child_protection import icpc_overdue_open
from lineofsight.returns.tables import periods, section_47_enquiries
from tests.spec.conftest import SEPTEMBER, Spec, month


def test_an_enquiry_is_late_from_the_sixteenth_working_day_after_it_began(spec: Spec) -> None:
    spec(
        icpc_overdue_open,
        {
            periods: SEPTEMBER,
            section_47_enquiries: """
            child_id | started    | conference_date | conference_not_required
            ---------+------------+-----------------+------------------------
            a        | 2024-09-09 |                 |                           15 working days on 30 September: not yet late
            b        | 2024-09-06 |                 |                           16 working days: late
            c        | 2024-08-01 |                 | no                        late
            d        | 2024-08-01 |                 | yes                       decided: none needed
            e        | 2024-08-01 | 2024-09-30      |                           held on the last day: no longer waiting
            f        | 2024-08-01 | 2024-10-01      |                           held the day after: was waiting, and late
            g        | 2024-10-01 |                 |                           began after the period
            """,
        },
        expect="""
            numerator | denominator | unknown | value
            ----------+-------------+---------+------
            3         | 4           | 0       | 75.0
            """,
    )


def test_the_bank_holiday_in_august_does_not_count(spec: Spec) -> None:
    spec(
        icpc_overdue_open,
        {
            periods: (month(2024, 8),),
            section_47_enquiries: """
            child_id | started
            ---------+-----------
            a        | 2024-08-08   15 working days to Saturday 31 August, the 26th left out
            b        | 2024-08-07   16: late
            """,
        },
        expect="""
            numerator | denominator
            ----------+------------
            1         | 2
            """,
    )


def test_an_enquiry_outside_the_known_calendar_is_unknown_and_never_guessed(spec: Spec) -> None:
    spec(
        icpc_overdue_open,
        {
            periods: SEPTEMBER,
            section_47_enquiries: """
            child_id | started
            ---------+-----------
            a        | 1970-06-02   before the first year whose bank holidays are known
            b        | 2024-09-30   on the last day: waiting, not late
            """,
        },
        expect="""
            numerator | denominator | unknown
            ----------+-------------+--------
            0         | 2           | 1
            """,
    )
