"""Worked examples of linking: which pupil a child known to social care is, and where that is left open."""

from __future__ import annotations

from collections.abc import Mapping

from lineofsight.returns.columns import Table
from lineofsight.returns.linking import linked_children
from lineofsight.returns.tables import (
    census_pupils,
    children,
    episodes,
    looked_after_children,
    sen_persons,
)
from tests.spec.conftest import Bench
from tests.spec.drawn import drawn, typed

PUPILS = """
    enrolment | child_id      | former_upn    | born       | sex
    ----------+---------------+---------------+------------+----
    1         | A100000000001 |               | 2012-05-02 | F
    2         | A100000000002 |               | 2013-06-03 | M
    3         | A100000000003 | B200000000003 | 2014-07-04 | F
"""


def linked(bench: Bench, given: Mapping[Table, str], expect: str) -> None:
    bench.draw(given)
    found = bench.engine.table(linked_children.rows.order_by("child_id")).to_pylist()
    shown = [{name: value for name, value in row.items() if value is not None} for row in found]
    assert shown == typed(drawn(expect), linked_children.columns)


def test_a_number_that_is_a_pupils_links_and_one_that_is_nobodys_does_not(bench: Bench) -> None:
    given = {
        census_pupils: PUPILS,
        children: """
            child_id | upn
            ---------+--------------
            a        | A100000000001
            b        | a100000000002    as somebody typed it
            c        | A100000000009
            d        | UN1              the reason why there is none
            e        |
        """,
    }
    expect = """
            child_id | pupil_id      | how    | doubt
            ---------+---------------+--------+------
            a        | A100000000001 | number |
            b        | A100000000002 | number |
            c        |               |        |
            d        |               |        |
            e        |               |        |
    """
    linked(bench, given, expect)


def test_a_former_number_of_either_side_links_and_a_present_one_goes_before_it(bench: Bench) -> None:
    given = {
        census_pupils: PUPILS,
        children: """
            child_id | upn           | former_upn
            ---------+---------------+--------------
            a        | B200000000003 |                  the pupil's former number
            b        | C300000000009 | A100000000002    the child's former number
            c        | A100000000001 | A100000000003    the present one decides
        """,
    }
    expect = """
            child_id | pupil_id      | how           | doubt
            ---------+---------------+---------------+------
            a        | A100000000003 | former number |
            b        | A100000000002 | former number |
            c        | A100000000001 | number        |
    """
    linked(bench, given, expect)


def test_dates_of_birth_that_differ_leave_a_doubt_and_one_that_is_not_recorded_does_not(bench: Bench) -> None:
    given = {
        census_pupils: PUPILS,
        children: """
            child_id | upn           | born
            ---------+---------------+-----------
            a        | A100000000001 | 2012-05-03
            b        | A100000000002 |
            c        | A100000000003 | 2014-07-04
        """,
    }
    expect = """
            child_id | pupil_id      | how    | doubt
            ---------+---------------+--------+---------------------------
            a        |               |        | the dates of birth differ
            b        | A100000000002 | number |
            c        | A100000000003 | number |
    """
    linked(bench, given, expect)


def test_a_number_of_two_children_links_neither(bench: Bench) -> None:
    given = {
        census_pupils: PUPILS,
        children: """
            child_id | upn
            ---------+--------------
            a        | A100000000001
            b        | A100000000001
        """,
        looked_after_children: """
            child_id | upn
            ---------+--------------
            c        | A100000000002
        """,
    }
    expect = """
            child_id | pupil_id      | how    | doubt
            ---------+---------------+--------+------------------------------
            a        |               |        | the number is two children's
            b        |               |        | the number is two children's
            c        | A100000000002 | number |
    """
    linked(bench, given, expect)


def test_two_numbers_of_two_pupils_leave_a_doubt_and_two_of_one_pupil_do_not(bench: Bench) -> None:
    given = {
        census_pupils: PUPILS,
        children: """
            child_id | upn
            ---------+--------------
            a        | A100000000001
            b        | A100000000003
        """,
        looked_after_children: """
            child_id | upn
            ---------+--------------
            a        | A100000000002    another number than the census has
            b        | B200000000003    the same pupil's former number
        """,
    }
    expect = """
            child_id | pupil_id      | how    | doubt
            ---------+---------------+--------+--------------------
            a        |               |        | several pupils fit
            b        | A100000000003 | number |
    """
    linked(bench, given, expect)


def test_two_children_who_are_one_pupil_are_both_left_open(bench: Bench) -> None:
    given = {
        census_pupils: PUPILS,
        children: """
            child_id | upn
            ---------+--------------
            a        | A100000000003
            b        | B200000000003    the pupil's former number
            c        | A100000000001
        """,
    }
    expect = """
            child_id | pupil_id      | how    | doubt
            ---------+---------------+--------+----------------------------
            a        |               |        | two children fit one pupil
            b        |               |        | two children fit one pupil
            c        | A100000000001 | number |
    """
    linked(bench, given, expect)


SEN = """
    child_id      | upn           | born       | sex | postcode
    --------------+---------------+------------+-----+---------
    SEN2 1        |               | 2012-05-02 | F   | HD1 1AA
    SEN2 2        |               | 2013-06-03 | M   | HD1 1AA
    SEN2 3        |               | 2013-06-03 | M   | HD1 1AA
    A100000000004 | A100000000004 | 2014-07-04 | F   | HD1 2BB
"""
HOMES = """
    child_id | started    | home_postcode
    ---------+------------+--------------
    a        | 2024-01-02 | hd11aa
    b        | 2024-01-02 | HD1 1AA
    c        | 2024-01-02 | HD1 9ZZ
    c        | 2023-01-02 | HD1 2BB
    d        | 2024-01-02 | HD1 1AB
"""


def test_without_a_number_birth_sex_and_any_home_postcode_link_if_they_fit_one_pupil_alone(
    bench: Bench,
) -> None:
    given = {
        sen_persons: SEN,
        episodes: HOMES,
        looked_after_children: """
            child_id | born       | sex
            ---------+------------+----
            a        | 2012-05-02 | F
            b        | 2013-06-03 | M      two pupils fit
            c        | 2014-07-04 | F      the postcode before the last
            d        | 2012-05-02 | F      the house next door
            e        | 2012-05-02 | F      no postcode
        """,
    }
    expect = """
            child_id | pupil_id      | how                     | doubt
            ---------+---------------+-------------------------+--------------------
            a        | SEN2 1        | birth, sex and postcode |
            b        |               |                         | several pupils fit
            c        | A100000000004 | birth, sex and postcode |
            d        |               |                         |
            e        |               |                         |
    """
    linked(bench, given, expect)


def test_birth_sex_and_postcode_never_join_two_numbers_nor_two_children_to_one_pupil(bench: Bench) -> None:
    given = {
        sen_persons: SEN,
        episodes: HOMES,
        looked_after_children: """
            child_id | upn           | born       | sex
            ---------+---------------+------------+----
            a        |               | 2012-05-02 | F
            b        |               | 2012-05-02 | F      a twin, or the same child
            c        | A100000000005 | 2014-07-04 | F      another number
            d        |               | 2012-05-02 | U      the sex is not known
        """,
    }
    expect = """
            child_id | pupil_id | how | doubt
            ---------+----------+-----+-----------------------------------------------------
            a        |          |     | two children fit one pupil
            b        |          |     | two children fit one pupil
            c        |          |     | birth, sex and postcode fit, and the numbers differ
            d        |          |     |
    """
    linked(bench, given, expect)


def test_a_date_of_birth_on_which_the_returns_do_not_agree_is_not_used(bench: Bench) -> None:
    given = {
        census_pupils: PUPILS,
        children: """
            child_id | upn           | born
            ---------+---------------+-----------
            a        | A100000000001 | 2012-05-03
        """,
        looked_after_children: """
            child_id | upn           | born
            ---------+---------------+-----------
            a        | A100000000001 | 2012-05-02
        """,
    }
    expect = """
            child_id | pupil_id      | how    | doubt
            ---------+---------------+--------+------
            a        | A100000000001 | number |
    """
    linked(bench, given, expect)
