"""Worked examples of the rules about children, referrals and assessments: rows that break each, and rows at its edge."""

from __future__ import annotations

from lineofsight.returns import tables as t
from tests.spec.rules.example import Examples

PEOPLE: Examples = {
    "died_before_birth": {
        t.children: """
            child_id | born       | died       | breaks
            ---------+------------+------------+-------
            a        | 2020-05-02 | 2020-05-01 | yes
            b        | 2020-05-02 | 2020-05-02 | no      lived for hours
            c        | 2020-05-02 |            | no
        """
    },
    "born_and_still_expected": {
        t.children: """
            child_id | born       | expected_birth | breaks
            ---------+------------+----------------+-------
            a        | 2024-05-02 | 2024-05-10     | yes
            b        |            | 2024-05-10     | no
            c        | 2024-05-02 |                | no
        """
    },
    "sex_of_unborn_child": {
        t.children: """
            child_id | born       | expected_birth | sex | breaks
            ---------+------------+----------------+-----+-------
            a        |            | 2024-05-10     | F   | yes
            b        |            | 2024-05-10     | U   | no
            c        |            | 2024-05-10     |     | no
            d        | 2024-05-02 |                | F   | no
        """
    },
    "upn_of_two_children": {
        t.children: """
            child_id | upn           | breaks
            ---------+---------------+-------
            a        | A100000000001 | yes
            b        | A100000000001 | yes
            c        | A100000000002 | no
            d        |               | no      two without a number share none
            e        |               | no
        """
    },
    "child_without_referral": {
        t.children: """
            child_id | breaks
            ---------+-------
            a        | yes
            b        | no
        """,
        t.referrals: """
            child_id | referral_date
            ---------+--------------
            b        | 2024-09-02
        """,
    },
    "no_disability_and_one": {
        t.disabilities: """
            child_id | disability | breaks
            ---------+------------+-------
            a        | NONE       | yes
            a        | HEAR       | no
            b        | NONE       | no
            c        | HEAR       | no
            c        | VIS        | no
        """
    },
    "upn_of_two_looked_after_children": {
        t.looked_after_children: """
            child_id | upn           | breaks
            ---------+---------------+-------
            a        | A100000000001 | yes
            b        | A100000000001 | yes
            c        | A100000000002 | no
            d        | UN1           | no      the reason why there is none
            e        | UN1           | no
        """
    },
    "birth_of_mothers_child_without_mother": {
        t.looked_after_children: """
            child_id | is_mother | childs_birth | breaks
            ---------+-----------+--------------+-------
            a        | no        | 2024-05-02   | yes
            b        | yes       | 2024-05-02   | no
            c        |           | 2024-05-02   | no      not recorded
            d        | no        |              | no
        """
    },
    "mother_without_birth": {
        t.looked_after_children: """
            child_id | is_mother | childs_birth | breaks
            ---------+-----------+--------------+-------
            a        | yes       |              | yes
            b        | yes       | 2024-05-02   | no
            c        | no        |              | no
            d        |           |              | no
        """
    },
    "mother_under_eleven": {
        t.looked_after_children: """
            child_id | born       | childs_birth | breaks
            ---------+------------+--------------+-------
            a        | 2010-05-02 | 2021-05-01   | yes     the day before her eleventh birthday
            b        | 2010-05-02 | 2021-05-02   | no
            c        |            | 2021-05-02   | no
        """
    },
    "unaccompanied_after_eighteen": {
        t.unaccompanied_children: """
            child_id | born       | status_ceased | breaks
            ---------+------------+---------------+-------
            a        | 2006-05-02 | 2024-05-03    | yes
            b        | 2006-05-02 | 2024-05-02    | no      the birthday itself
            c        | 2006-05-02 |               | no
        """
    },
}

REFERRALS: Examples = {
    "referral_long_before_birth": {
        t.referrals: """
            child_id | referral_date | breaks
            ---------+---------------+-------
            a        | 2023-06-26    | yes     281 days before birth
            b        | 2023-06-27    | no      280 days
            c        | 2023-06-26    | no      birth not known
        """,
        t.children: """
            child_id | born
            ---------+-----------
            a        | 2024-04-02
            b        | 2024-04-02
            c        |
        """,
    },
    "referral_after_death": {
        t.referrals: """
            child_id | referral_date | breaks
            ---------+---------------+-------
            a        | 2024-05-03    | yes
            b        | 2024-05-02    | no      the day itself
            c        | 2024-05-03    | no
        """,
        t.children: """
            child_id | died
            ---------+-----------
            a        | 2024-05-02
            b        | 2024-05-02
            c        |
        """,
    },
    "case_open_after_death": {
        t.referrals: """
            child_id | referral_date | closure_date | no_further_action | breaks
            ---------+---------------+--------------+-------------------+-------
            a        | 2024-05-01    |              |                   | yes
            b        | 2024-05-01    | 2024-05-20   |                   | no
            c        | 2024-05-01    |              |                   | no      died on the last day of the files
            d        | 2024-05-01    |              | yes               | no      never opened
        """,
        t.children: """
            child_id | died
            ---------+-----------
            a        | 2024-05-02
            b        | 2024-05-02
            c        | 2024-09-30
            d        | 2024-05-02
        """,
    },
    "case_open_after_25th_birthday": {
        t.referrals: """
            child_id | referral_date | closure_date | breaks
            ---------+---------------+--------------+-------
            a        | 2024-05-01    |              | yes     25 on the last day of the files
            b        | 2024-05-01    |              | no      25 the day after
            c        | 2024-05-01    | 2024-05-20   | no
        """,
        t.children: """
            child_id | born
            ---------+-----------
            a        | 1999-09-30
            b        | 1999-10-01
            c        | 1999-09-30
        """,
    },
    "two_open_referrals": {
        t.referrals: """
            child_id | referral_date | closure_date | no_further_action | breaks
            ---------+---------------+--------------+-------------------+-------
            a        | 2024-05-01    |              |                   | yes
            a        | 2024-06-01    |              | no                | yes
            b        | 2024-05-01    | 2024-06-01   |                   | no
            b        | 2024-06-01    |              |                   | no
            c        | 2024-05-01    |              | yes               | no      no case was opened
            c        | 2024-06-01    |              |                   | no
        """
    },
    "open_referral_not_the_latest": {
        t.referrals: """
            child_id | referral_date | closure_date | no_further_action | breaks
            ---------+---------------+--------------+-------------------+-------
            a        | 2024-05-01    |              |                   | yes
            a        | 2024-06-01    | 2024-07-01   |                   | no
            b        | 2024-05-01    | 2024-05-20   |                   | no
            b        | 2024-06-01    |              |                   | no
            c        | 2024-05-01    |              |                   | no
            c        | 2024-06-01    |              | yes               | no      the later one was not acted on
        """
    },
    "cases_overlap": {
        t.referrals: """
            child_id | referral_date | closure_date | no_further_action | breaks
            ---------+---------------+--------------+-------------------+-------
            a        | 2024-05-01    | 2024-06-02   |                   | yes
            a        | 2024-06-01    |              |                   | no
            b        | 2024-05-01    | 2024-06-01   |                   | no      closed on the day of the next
            b        | 2024-06-01    |              |                   | no
            c        | 2024-05-01    | 2024-07-01   |                   | no
            c        | 2024-06-01    | 2024-06-01   | yes               | no      not acted on
        """
    },
    "closed_without_reason": {
        t.referrals: """
            child_id | referral_date | closure_date | closure_reason | no_further_action | breaks
            ---------+---------------+--------------+----------------+-------------------+-------
            a        | 2024-05-01    | 2024-06-02   |                |                   | yes
            b        | 2024-05-01    | 2024-06-02   | RC7            |                   | no
            c        | 2024-05-01    |              |                |                   | no
            d        | 2024-05-01    | 2024-05-01   |                | yes               | no
        """
    },
    "reason_without_closure": {
        t.referrals: """
            child_id | referral_date | closure_date | closure_reason | breaks
            ---------+---------------+--------------+----------------+-------
            a        | 2024-05-01    |              | RC7            | yes
            b        | 2024-05-01    | 2024-06-02   | RC7            | no
            c        | 2024-05-01    |              |                | no
        """
    },
    "closed_by_death_without_its_day": {
        t.referrals: """
            child_id | referral_date | closure_date | closure_reason | breaks
            ---------+---------------+--------------+----------------+-------
            a        | 2024-05-01    | 2024-06-02   | RC2            | yes
            b        | 2024-05-01    | 2024-06-02   | RC2            | no
            c        | 2024-05-01    | 2024-06-02   | RC7            | no
            d        | 2024-05-01    | 2024-06-02   | RC2            | no      the child's row was not kept
        """,
        t.children: """
            child_id | died
            ---------+-----------
            a        |
            b        | 2024-06-02
            c        |
        """,
    },
    "activity_after_no_further_action": {
        t.referrals: """
            child_id | referral_date | no_further_action | breaks
            ---------+---------------+-------------------+-------
            a        | 2024-05-01    | yes               | yes     an enquiry
            b        | 2024-05-01    | yes               | yes     a plan
            c        | 2024-05-01    | no                | no
            d        | 2024-05-01    | yes               | no      the enquiry is another referral's
        """,
        t.section_47_enquiries: """
            child_id | referral_date | started
            ---------+---------------+-----------
            a        | 2024-05-01    | 2024-05-02
            c        | 2024-05-01    | 2024-05-02
            d        | 2024-06-01    | 2024-06-02
        """,
        t.child_protection_plans: """
            child_id | referral_date | started
            ---------+---------------+-----------
            b        | 2024-05-01    | 2024-05-20
        """,
    },
    "assessment_after_no_further_action": {
        t.referrals: """
            child_id | referral_date | no_further_action | breaks
            ---------+---------------+-------------------+-------
            a        | 2024-05-01    | yes               | yes
            b        | 2024-05-01    |                   | no
            c        | 2024-05-01    | yes               | no
        """,
        t.assessments: """
            child_id | referral_date | started
            ---------+---------------+-----------
            a        | 2024-05-01    | 2024-05-02
            b        | 2024-05-01    | 2024-05-02
        """,
    },
    "open_case_in_no_ward": {
        t.referrals: """
            child_id | referral_date | closure_date | breaks
            ---------+---------------+--------------+-------
            a        | 2024-05-01    |              | yes
            b        | 2024-05-01    |              | no
            c        | 2024-05-01    | 2024-06-01   | no
            d        | 2024-05-01    |              | yes     a row without a ward
        """,
        t.child_areas: """
            child_id | ward  | since
            ---------+-------+-----------
            b        | North | 2024-01-01
            d        |       | 2024-01-01
        """,
    },
    "open_case_without_worker": {
        t.referrals: """
            child_id | referral_date | closure_date | breaks
            ---------+---------------+--------------+-------
            a        | 2024-05-01    |              | yes     the allocation has ended
            b        | 2024-05-01    |              | no
            c        | 2024-05-01    | 2024-06-01   | no
        """,
        t.allocations: """
            child_id | worker_id | started    | ended
            ---------+-----------+------------+-----------
            a        | w         | 2024-05-02 | 2024-05-20
            b        | w         | 2024-05-02 |
        """,
    },
}

ASSESSMENTS: Examples = {
    "assessment_before_referral": {
        t.assessments: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-02    | 2024-09-01 | yes
            b        | 2024-09-02    | 2024-09-02 | no
            c        |               | 2024-09-01 | no
        """
    },
    "assessment_without_referral": {
        t.assessments: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-02    | 2024-09-03 | yes
            b        | 2024-09-02    | 2024-09-03 | no
            c        |               | 2024-09-03 | no      said already: its day is missing
        """,
        t.referrals: """
            child_id | referral_date
            ---------+--------------
            a        | 2024-09-01
            b        | 2024-09-02
        """,
    },
    "assessment_open_in_a_closed_case": {
        t.assessments: """
            child_id | referral_date | started    | authorised | breaks
            ---------+---------------+------------+------------+-------
            a        | 2024-09-02    | 2024-09-03 |            | yes
            b        | 2024-09-02    | 2024-09-03 | 2024-09-20 | no
            c        | 2024-09-02    | 2024-09-03 |            | no
        """,
        t.referrals: """
            child_id | referral_date | closure_date
            ---------+---------------+-------------
            a        | 2024-09-02    | 2024-09-25
            b        | 2024-09-02    | 2024-09-25
            c        | 2024-09-02    |
        """,
    },
    "assessment_after_closure": {
        t.assessments: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-02    | 2024-09-21 | yes
            b        | 2024-09-02    | 2024-09-20 | no
        """,
        t.referrals: """
            child_id | referral_date | closure_date
            ---------+---------------+-------------
            a        | 2024-09-02    | 2024-09-20
            b        | 2024-09-02    | 2024-09-20
        """,
    },
    "assessment_authorised_after_closure": {
        t.assessments: """
            child_id | referral_date | started    | authorised | breaks
            ---------+---------------+------------+------------+-------
            a        | 2024-09-02    | 2024-09-03 | 2024-09-21 | yes
            b        | 2024-09-02    | 2024-09-03 | 2024-09-20 | no
            c        | 2024-09-02    | 2024-09-21 | 2024-09-22 | no      said already: it starts after
        """,
        t.referrals: """
            child_id | referral_date | closure_date
            ---------+---------------+-------------
            a        | 2024-09-02    | 2024-09-20
            b        | 2024-09-02    | 2024-09-20
            c        | 2024-09-02    | 2024-09-20
        """,
    },
    "assessment_after_death": {
        t.assessments: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-02    | 2024-09-04 | yes
            b        | 2024-09-02    | 2024-09-03 | no
        """,
        t.children: """
            child_id | died
            ---------+-----------
            a        | 2024-09-03
            b        | 2024-09-03
        """,
    },
    "review_before_assessment": {
        t.assessments: """
            child_id | referral_date | started    | internal_review | breaks
            ---------+---------------+------------+-----------------+-------
            a        | 2024-09-02    | 2024-09-03 | 2024-09-02      | yes
            b        | 2024-09-02    | 2024-09-03 | 2024-09-03      | no
            c        | 2024-09-02    | 2024-09-03 |                 | no
        """
    },
    "assessments_overlap": {
        t.assessments: """
            child_id | referral_date | started    | authorised | breaks
            ---------+---------------+------------+------------+-------
            a        | 2024-05-02    | 2024-05-03 | 2024-06-04 | yes
            a        | 2024-05-02    | 2024-06-03 |            | no
            b        | 2024-05-02    | 2024-05-03 | 2024-06-03 | no      ends on the day of the next
            b        | 2024-05-02    | 2024-06-03 |            | no
            c        | 2024-05-02    | 2024-05-03 | 2024-07-03 | no      of two cases
            c        | 2024-06-02    | 2024-06-03 |            | no
        """
    },
    "two_open_assessments": {
        t.assessments: """
            child_id | referral_date | started    | authorised | breaks
            ---------+---------------+------------+------------+-------
            a        | 2024-05-02    | 2024-05-03 |            | yes
            a        | 2024-05-02    | 2024-06-03 |            | yes
            b        | 2024-05-02    | 2024-05-03 | 2024-06-03 | no
            b        | 2024-05-02    | 2024-06-03 |            | no
            c        | 2024-05-02    | 2024-05-03 |            | no      of two cases
            c        | 2024-06-02    | 2024-06-03 |            | no
        """
    },
    "assessment_without_factors": {
        t.assessments: """
            child_id | referral_date | started    | authorised | breaks
            ---------+---------------+------------+------------+-------
            a        | 2024-05-02    | 2024-05-03 | 2024-06-03 | yes
            b        | 2024-05-02    | 2024-05-03 | 2024-06-03 | no
            c        | 2024-05-02    | 2024-05-03 |            | no      not complete
        """,
        t.assessment_factors: """
            child_id | referral_date | assessment_started | factor
            ---------+---------------+--------------------+-------
            b        | 2024-05-02    | 2024-05-03         | 4A
        """,
    },
    "factors_of_an_open_assessment": {
        t.assessment_factors: """
            child_id | referral_date | assessment_started | factor | breaks
            ---------+---------------+--------------------+--------+-------
            a        | 2024-05-02    | 2024-05-03         | 4A     | yes
            b        | 2024-05-02    | 2024-05-03         | 4A     | no
        """,
        t.assessments: """
            child_id | referral_date | started    | authorised
            ---------+---------------+------------+-----------
            a        | 2024-05-02    | 2024-05-03 |
            b        | 2024-05-02    | 2024-05-03 | 2024-06-03
        """,
    },
    "no_factor_and_one": {
        t.assessment_factors: """
            child_id | referral_date | assessment_started | factor | breaks
            ---------+---------------+--------------------+--------+-------
            a        | 2024-05-02    | 2024-05-03         | 21     | yes
            a        | 2024-05-02    | 2024-05-03         | 4A     | no
            b        | 2024-05-02    | 2024-05-03         | 21     | no
            c        | 2024-05-02    | 2024-05-03         | 21     | no
            c        | 2024-05-02    | 2024-08-03         | 4A     | no      another assessment
        """
    },
}
