"""Section 47 enquiries after which no conference was needed: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.child_protection import s47_nfa_pct
from lineofsight.returns.tables import periods, section_47_enquiries, section_47_outcomes
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


def test_where_the_census_decides_nothing_the_register_of_outcomes_does(spec: Spec) -> None:
    spec(
        s47_nfa_pct,
        {
            periods: SEPTEMBER,
            section_47_enquiries: """
            child_id | started    | conference_date | conference_not_required
            ---------+------------+-----------------+------------------------
            a        | 2024-09-02 |                 | no                        the register: no further action
            b        | 2024-09-02 |                 |                           the register: help without a conference
            c        | 2024-09-02 |                 | no                        the register: a conference is to be held
            d        | 2024-09-02 | 2024-09-20      | no                        held, whatever the register says
            e        | 2024-09-02 |                 | yes                       not needed, whatever the register says
            f        | 2024-09-02 |                 | no                        the register has no end yet: open
            g        | 2024-09-02 |                 | no                        a word that nobody knows: open
            h        | 2024-09-02 |                 | no                        another enquiry of the child: open
            """,
            section_47_outcomes: """
            child_id | started    | ended      | outcome
            ---------+------------+------------+------------------
            a        | 2024-09-02 | 2024-09-09 | no_further_action
            b        | 2024-09-02 | 2024-09-09 | child_in_need
            c        | 2024-09-02 | 2024-09-09 | conference
            d        | 2024-09-02 | 2024-09-09 | no_further_action
            e        | 2024-09-02 | 2024-09-09 | conference
            f        | 2024-09-02 |            | no_further_action
            g        | 2024-09-02 | 2024-09-09 | paused
            h        | 2024-09-03 | 2024-09-09 | no_further_action
            """,
        },
        expect="""
            numerator | denominator | unknown | open | value
            ----------+-------------+---------+------+------
            3         | 5           | 0       | 3    | 60.0
            """,
    )


def test_of_two_rows_about_one_enquiry_the_last_in_the_file_is_taken_and_it_counts_once(spec: Spec) -> None:
    spec(
        s47_nfa_pct,
        {
            periods: SEPTEMBER,
            section_47_enquiries: """
            child_id | started
            ---------+-----------
            a        | 2024-09-02
            """,
            section_47_outcomes: """
            child_id | started    | ended      | outcome
            ---------+------------+------------+------------------
            a        | 2024-09-02 | 2024-09-09 | no_further_action
            a        | 2024-09-02 | 2024-09-10 | conference
            """,
        },
        expect="""
            numerator | denominator | value
            ----------+-------------+------
            0         | 1           | 0.0
            """,
    )
