"""Worked examples of the rules about enquiries, conferences and plans: rows that break each, and rows at its edge."""

from __future__ import annotations

from lineofsight.returns import tables as t
from tests.spec.rules.example import Examples

CASES = """
            child_id | referral_date | closure_date
            ---------+---------------+-------------
            a        | 2024-09-02    | 2024-09-20
            b        | 2024-09-02    | 2024-09-20
            c        | 2024-09-02    |
"""
DEATHS = """
            child_id | died
            ---------+-----------
            a        | 2024-09-03
            b        | 2024-09-03
            c        |
"""

PROTECTION: Examples = {
    "enquiry_before_referral": {
        t.section_47_enquiries: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-02    | 2024-09-01 | yes
            b        | 2024-09-02    | 2024-09-02 | no
        """
    },
    "enquiry_without_referral": {
        t.section_47_enquiries: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-01    | 2024-09-03 | yes
            b        | 2024-09-02    | 2024-09-03 | no
        """,
        t.referrals: CASES,
    },
    "enquiry_after_closure": {
        t.section_47_enquiries: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-02    | 2024-09-21 | yes
            b        | 2024-09-02    | 2024-09-20 | no
            c        | 2024-09-02    | 2024-09-21 | no      still open
        """,
        t.referrals: CASES,
    },
    "enquiry_open_in_a_closed_case": {
        t.section_47_enquiries: """
            child_id | referral_date | started    | conference_date | conference_not_required | breaks
            ---------+---------------+------------+-----------------+-------------------------+-------
            a        | 2024-09-02    | 2024-09-03 |                 |                         | yes
            a        | 2024-09-02    | 2024-09-04 |                 | no                      | yes
            b        | 2024-09-02    | 2024-09-03 | 2024-09-18      |                         | no
            b        | 2024-09-02    | 2024-09-04 |                 | yes                     | no
            c        | 2024-09-02    | 2024-09-03 |                 |                         | no
        """,
        t.referrals: CASES,
    },
    "enquiry_after_death": {
        t.section_47_enquiries: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-02    | 2024-09-04 | yes
            b        | 2024-09-02    | 2024-09-03 | no
            c        | 2024-09-02    | 2024-09-04 | no
        """,
        t.children: DEATHS,
    },
    "two_undecided_enquiries": {
        t.section_47_enquiries: """
            child_id | referral_date | started    | conference_date | conference_not_required | breaks
            ---------+---------------+------------+-----------------+-------------------------+-------
            a        | 2024-09-02    | 2024-09-03 |                 |                         | yes
            a        | 2024-09-02    | 2024-09-04 |                 | no                      | yes
            b        | 2024-09-02    | 2024-09-03 | 2024-09-18      |                         | no
            b        | 2024-09-02    | 2024-09-04 |                 |                         | no
            c        | 2024-09-02    | 2024-09-03 |                 | yes                     | no
            c        | 2024-09-02    | 2024-09-04 |                 |                         | no
        """
    },
    "enquiry_without_assessment": {
        t.section_47_enquiries: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-02    | 2024-09-04 | yes
            b        | 2024-09-02    | 2024-09-04 | no
        """,
        t.assessments: """
            child_id | referral_date | started
            ---------+---------------+-----------
            b        | 2024-09-02    | 2024-09-03
        """,
    },
    "conference_target_on_a_weekend": {
        t.section_47_enquiries: """
            child_id | started    | conference_target | breaks
            ---------+------------+-------------------+-------
            a        | 2024-09-02 | 2024-09-21        | yes     a Saturday
            b        | 2024-09-02 | 2024-09-22        | yes     a Sunday
            c        | 2024-09-02 | 2024-09-23        | no      a Monday
            d        | 2024-09-02 | 2024-09-20        | no      a Friday
            e        | 2024-09-02 |                   | no
        """
    },
    "conference_held_and_not_required": {
        t.section_47_enquiries: """
            child_id | started    | conference_date | conference_not_required | breaks
            ---------+------------+-----------------+-------------------------+-------
            a        | 2024-09-03 | 2024-09-18      | yes                     | yes
            b        | 2024-09-03 | 2024-09-18      | no                      | no
            c        | 2024-09-03 |                 | yes                     | no
            d        | 2024-09-03 | 2024-09-18      |                         | no
        """
    },
    "conference_before_discussion": {
        t.conferences: """
            child_id | strategy_discussion_date | held_date  | breaks
            ---------+--------------------------+------------+-------
            a        | 2024-09-03               | 2024-09-02 | yes
            b        | 2024-09-03               | 2024-09-03 | no
            c        |                          | 2024-09-02 | no
        """
    },
    "conference_before_referral": {
        t.conferences: """
            child_id | referral_date | held_date  | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-03    | 2024-09-02 | yes
            b        | 2024-09-03    | 2024-09-03 | no
        """
    },
    "conference_on_a_weekend": {
        t.conferences: """
            child_id | held_date  | breaks
            ---------+------------+-------
            a        | 2024-09-21 | yes     a Saturday
            b        | 2024-09-22 | yes     a Sunday
            c        | 2024-09-20 | no      a Friday
            d        | 2024-09-23 | no      a Monday
        """
    },
    "conference_after_closure": {
        t.conferences: """
            child_id | referral_date | held_date  | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-02    | 2024-09-21 | yes
            b        | 2024-09-02    | 2024-09-20 | no
            c        | 2024-09-02    | 2024-09-21 | no
        """,
        t.referrals: CASES,
    },
    "conference_after_death": {
        t.conferences: """
            child_id | held_date  | breaks
            ---------+------------+-------
            a        | 2024-09-04 | yes
            b        | 2024-09-03 | no
            c        | 2024-09-04 | no
        """,
        t.children: DEATHS,
    },
    "conference_without_enquiry": {
        t.conferences: """
            child_id | strategy_discussion_date | held_date  | breaks
            ---------+--------------------------+------------+-------
            a        |                          | 2024-09-18 | yes
            b        | 2024-09-02               | 2024-09-18 | no
            c        |                          | 2024-09-18 | yes     the only enquiry came later
            d        |                          | 2024-09-18 | no      one of that day
        """,
        t.section_47_enquiries: """
            child_id | started
            ---------+-----------
            b        | 2024-09-02
            c        | 2024-09-19
            d        | 2024-09-18
        """,
    },
}

PLANS: Examples = {
    "plan_before_referral": {
        t.child_protection_plans: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-02    | 2024-09-01 | yes
            b        | 2024-09-02    | 2024-09-02 | no
        """
    },
    "plan_without_referral": {
        t.child_protection_plans: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-01    | 2024-09-03 | yes
            b        | 2024-09-02    | 2024-09-03 | no
        """,
        t.referrals: CASES,
    },
    "plan_after_closure": {
        t.child_protection_plans: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-02    | 2024-09-21 | yes
            b        | 2024-09-02    | 2024-09-20 | no
            c        | 2024-09-02    | 2024-09-21 | no
        """,
        t.referrals: CASES,
    },
    "plan_open_in_a_closed_case": {
        t.child_protection_plans: """
            child_id | referral_date | started    | ended      | breaks
            ---------+---------------+------------+------------+-------
            a        | 2024-09-02    | 2024-09-10 |            | yes
            b        | 2024-09-02    | 2024-09-10 | 2024-09-20 | no
            c        | 2024-09-02    | 2024-09-10 |            | no
        """,
        t.referrals: CASES,
    },
    "plan_after_death": {
        t.child_protection_plans: """
            child_id | started    | breaks
            ---------+------------+-------
            a        | 2024-09-04 | yes
            b        | 2024-09-03 | no
            c        | 2024-09-04 | no
        """,
        t.children: DEATHS,
    },
    "plan_ends_after_death": {
        t.child_protection_plans: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-08-04 | 2024-09-04 | yes
            b        | 2024-08-04 | 2024-09-03 | no
            c        | 2024-08-04 | 2024-09-04 | no
        """,
        t.children: DEATHS,
    },
    "plan_open_after_death": {
        t.child_protection_plans: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-08-04 |            | yes
            b        | 2024-08-04 | 2024-09-03 | no
            c        | 2024-08-04 |            | no
            d        | 2024-08-04 |            | no      died on the last day of the files
        """,
        t.children: f"{DEATHS}            d        | 2024-09-30\n",
    },
    "plan_open_after_18th_birthday": {
        t.child_protection_plans: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-08-04 |            | yes     18 on the last day of the files
            b        | 2024-08-04 |            | no      18 the day after
            c        | 2024-08-04 | 2024-09-29 | no
        """,
        t.children: """
            child_id | born
            ---------+-----------
            a        | 2006-09-30
            b        | 2006-10-01
            c        | 2006-09-30
        """,
    },
    "two_open_plans": {
        t.child_protection_plans: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-07-04 |            | yes
            a        | 2024-08-04 |            | yes
            b        | 2024-07-04 | 2024-08-04 | no
            b        | 2024-08-04 |            | no
        """
    },
    "plans_overlap": {
        t.child_protection_plans: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-07-04 | 2024-08-05 | yes
            a        | 2024-08-04 |            | no
            b        | 2024-07-04 | 2024-08-04 | no
            b        | 2024-08-04 |            | no
        """
    },
    "plan_of_one_day": {
        t.child_protection_plans: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-07-04 | 2024-07-04 | yes
            b        | 2024-07-04 | 2024-07-05 | no
            c        | 2024-07-04 |            | no
        """
    },
    "plan_without_conference": {
        t.child_protection_plans: """
            child_id | started    | breaks
            ---------+------------+-------
            a        | 2024-07-04 | yes     the conference was the day before
            b        | 2024-07-04 | no
        """,
        t.conferences: """
            child_id | held_date
            ---------+-----------
            a        | 2024-07-03
            b        | 2024-07-04
        """,
    },
    "review_without_plan": {
        t.child_protection_reviews: """
            child_id | plan_started | review_date | breaks
            ---------+--------------+-------------+-------
            a        | 2024-07-03   | 2024-09-03  | yes
            b        | 2024-07-04   | 2024-09-03  | no
        """,
        t.child_protection_plans: """
            child_id | started
            ---------+-----------
            a        | 2024-07-04
            b        | 2024-07-04
        """,
    },
    "review_before_plan": {
        t.child_protection_reviews: """
            child_id | plan_started | review_date | breaks
            ---------+--------------+-------------+-------
            a        | 2024-07-03   | 2024-07-03  | yes     on its first day
            b        | 2024-07-03   | 2024-07-04  | no
        """
    },
    "review_after_plan": {
        t.child_protection_reviews: """
            child_id | plan_started | review_date | breaks
            ---------+--------------+-------------+-------
            a        | 2024-07-03   | 2024-09-04  | yes
            b        | 2024-07-03   | 2024-09-03  | no      on its last day
            c        | 2024-07-03   | 2024-09-04  | no      still open
        """,
        t.child_protection_plans: """
            child_id | started    | ended
            ---------+------------+-----------
            a        | 2024-07-03 | 2024-09-03
            b        | 2024-07-03 | 2024-09-03
            c        | 2024-07-03 |
        """,
    },
    "need_plan_before_referral": {
        t.child_in_need_plans: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-02    | 2024-09-01 | yes
            b        | 2024-09-02    | 2024-09-02 | no
        """
    },
    "need_plan_after_closure": {
        t.child_in_need_plans: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-02    | 2024-09-21 | yes
            b        | 2024-09-02    | 2024-09-20 | no
            c        | 2024-09-02    | 2024-09-21 | no
        """,
        t.referrals: CASES,
    },
    "need_plan_open_in_a_closed_case": {
        t.child_in_need_plans: """
            child_id | referral_date | started    | ended      | breaks
            ---------+---------------+------------+------------+-------
            a        | 2024-09-02    | 2024-09-10 |            | yes
            b        | 2024-09-02    | 2024-09-10 | 2024-09-20 | no
            c        | 2024-09-02    | 2024-09-10 |            | no
        """,
        t.referrals: CASES,
    },
    "need_plan_after_death": {
        t.child_in_need_plans: """
            child_id | started    | breaks
            ---------+------------+-------
            a        | 2024-09-04 | yes
            b        | 2024-09-03 | no
            c        | 2024-09-04 | no
        """,
        t.children: DEATHS,
    },
    "two_open_need_plans": {
        t.child_in_need_plans: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-07-04 |            | yes
            a        | 2024-08-04 |            | yes
            b        | 2024-07-04 | 2024-08-04 | no
            b        | 2024-08-04 |            | no
        """
    },
    "need_plans_overlap": {
        t.child_in_need_plans: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-07-04 | 2024-08-05 | yes
            a        | 2024-08-04 |            | no
            b        | 2024-07-04 | 2024-08-04 | no
            b        | 2024-08-04 |            | no
        """
    },
    "need_plan_beside_protection_plan": {
        t.child_in_need_plans: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-07-04 |            | yes
            b        | 2024-07-04 | 2024-08-04 | no
            c        | 2024-07-04 |            | no      the protection plan has ended
        """,
        t.child_protection_plans: """
            child_id | started    | ended
            ---------+------------+-----------
            a        | 2024-08-04 |
            b        | 2024-08-04 |
            c        | 2024-05-04 | 2024-07-03
        """,
    },
    "pre_proceedings_without_referral": {
        t.pre_proceedings: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-01    | 2024-09-03 | yes
            b        | 2024-09-02    | 2024-09-03 | no
        """,
        t.referrals: CASES,
    },
    "court_before_pre_proceedings": {
        t.pre_proceedings: """
            child_id | started    | court_application | breaks
            ---------+------------+-------------------+-------
            a        | 2024-09-03 | 2024-09-02        | yes
            b        | 2024-09-03 | 2024-09-03        | no
            c        | 2024-09-03 |                   | no
        """
    },
    "pre_proceedings_after_closure": {
        t.pre_proceedings: """
            child_id | referral_date | started    | breaks
            ---------+---------------+------------+-------
            a        | 2024-09-02    | 2024-09-21 | yes
            b        | 2024-09-02    | 2024-09-20 | no
            c        | 2024-09-02    | 2024-09-21 | no
        """,
        t.referrals: CASES,
    },
}
