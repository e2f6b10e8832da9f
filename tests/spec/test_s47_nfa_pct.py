"""Section 47 enquiries after which no conference was needed: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.child_protection import s47_nfa_pct
from lineofsight.returns.tables import periods, section_47_enquiries
from tests.spec.conftest import SEPTEMBER, Spec


def test_an_enquiry_with_neither_the_mark_nor_a_conference_is_open(spec: Spec) -> None:
    spec(
        s47_nfa_pct,
        {
            periods: SEPTEMBER,
            section_47_enquiries: """
            child_id | started    | conference_date | conference_not_required
            ---------+------------+-----------------+------------------------
            a        | 2024-09-01 |                 | yes                       the first day of the period
            b        | 2024-09-30 | 2024-10-18      | no                        the last day
            c        | 2024-09-30 | 2024-10-18      |                           the conference decides it
            d        | 2024-09-15 |                 | no                        open
            e        | 2024-09-15 |                 |                           open
            f        | 2024-08-31 |                 | yes                       the day before the period
            g        | 2024-10-01 |                 | yes                       the day after it
            """,
        },
        expect="""
            numerator | denominator | unknown | open | value
            ----------+-------------+---------+------+------
            1         | 3           | 0       | 2    | 33.3
            """,
    )


def test_with_nothing_decided_there_is_no_share(spec: Spec) -> None:
    spec(
        s47_nfa_pct,
        {
            periods: SEPTEMBER,
            section_47_enquiries: """
            child_id | started
            ---------+-----------
            a        | 2024-09-15
            """,
        },
        expect="""
            numerator | denominator | open | value
            ----------+-------------+------+------
            0         | 0           | 1    |
            """,
    )
