"""Worked examples of the rules about looked-after children: rows that break each, and rows at its edge."""

from __future__ import annotations

from lineofsight.returns import tables as t
from tests.spec.rules.example import Examples

BIRTHS = """
            child_id | born
            ---------+-----------
            a        | 2006-05-02
            b        | 2006-05-02
            c        |
"""

CARE: Examples = {
    "two_open_placements": {
        t.episodes: """
            child_id | started    | ended      | legal_status | breaks
            ---------+------------+------------+--------------+-------
            a        | 2024-05-02 |            | C2           | yes
            a        | 2024-06-02 |            | C2           | yes
            b        | 2024-05-02 | 2024-06-02 | C2           | no
            b        | 2024-06-02 |            | C2           | no
            c        | 2024-05-02 |            | V4           | no      a short break
            c        | 2024-06-02 |            | C2           | no
        """
    },
    "episodes_overlap": {
        t.episodes: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-05-02 | 2024-06-03 | yes
            a        | 2024-06-02 |            | no
            b        | 2024-05-02 | 2024-06-02 | no
            b        | 2024-06-02 |            | no
        """
    },
    "episode_of_one_day": {
        t.episodes: """
            child_id | started    | ended      | legal_status | breaks
            ---------+------------+------------+--------------+-------
            a        | 2024-05-02 | 2024-05-02 | C2           | yes
            b        | 2024-05-02 | 2024-05-03 | C2           | no
            c        | 2024-05-02 | 2024-05-02 | V4           | no      a short break by day
        """
    },
    "ended_without_reason": {
        t.episodes: """
            child_id | started    | ended      | reason_ended | breaks
            ---------+------------+------------+--------------+-------
            a        | 2024-05-02 | 2024-06-02 |              | yes
            b        | 2024-05-02 | 2024-06-02 | E4A          | no
            c        | 2024-05-02 |            |              | no
        """
    },
    "reason_without_end": {
        t.episodes: """
            child_id | started    | ended      | reason_ended | breaks
            ---------+------------+------------+--------------+-------
            a        | 2024-05-02 |            | E4A          | yes
            b        | 2024-05-02 | 2024-06-02 | E4A          | no
            c        | 2024-05-02 |            |              | no
        """
    },
    "care_goes_on_and_nothing_follows": {
        t.episodes: """
            child_id | started    | ended      | reason_ended | breaks
            ---------+------------+------------+--------------+-------
            a        | 2024-05-02 | 2024-09-30 | X1           | yes     on the last day of the files
            b        | 2024-05-02 | 2024-06-02 | X1           | no
            b        | 2024-06-02 |            |              | no
            c        | 2024-05-02 | 2024-06-02 | E4A          | no
            d        | 2024-05-02 | 2024-10-01 | X1           | no      what follows is not in these files
        """
    },
    "gap_in_a_stay": {
        t.episodes: """
            child_id | started    | reason_started | ended      | reason_ended | breaks
            ---------+------------+----------------+------------+--------------+-------
            a        | 2024-05-02 | S              | 2024-06-02 | X1           | no
            a        | 2024-06-03 | P              |            |              | yes
            b        | 2024-05-02 | S              | 2024-06-02 | X1           | no
            b        | 2024-06-02 | P              |            |              | no
            c        | 2024-05-02 | S              | 2024-06-02 | E4A          | no
            c        | 2024-06-03 | S              |            |              | no      a new stay
            d        | 2024-06-03 | P              |            |              | no      its first is in no file
        """
    },
    "care_ended_and_carries_on": {
        t.episodes: """
            child_id | started    | reason_started | ended      | reason_ended | breaks
            ---------+------------+----------------+------------+--------------+-------
            a        | 2024-05-02 | S              | 2024-06-02 | E4A          | yes
            a        | 2024-06-02 | P              |            |              | no
            b        | 2024-05-02 | S              | 2024-06-02 | E4A          | no
            b        | 2024-06-02 | S              |            |              | no
            c        | 2024-05-02 | S              | 2024-06-02 | X1           | no
            c        | 2024-06-02 | P              |            |              | no
        """
    },
    "care_goes_on_and_starts_again": {
        t.episodes: """
            child_id | started    | reason_started | ended      | reason_ended | breaks
            ---------+------------+----------------+------------+--------------+-------
            a        | 2024-05-02 | S              | 2024-06-02 | X1           | no
            a        | 2024-06-02 | S              |            |              | yes
            b        | 2024-05-02 | S              | 2024-06-02 | E4A          | no
            b        | 2024-06-02 | S              |            |              | no
            c        | 2024-05-02 | S              | 2024-06-02 | X1           | no
            c        | 2024-06-02 | P              |            |              | no
        """
    },
    "episode_after_death": {
        t.episodes: """
            child_id | started    | ended      | reason_ended | breaks
            ---------+------------+------------+--------------+-------
            a        | 2024-05-02 | 2024-06-02 | E2           | no
            a        | 2024-07-02 |            |              | yes
            b        | 2024-05-02 | 2024-06-02 | E4A          | no
            b        | 2024-07-02 |            |              | no
        """
    },
    "episode_without_child": {
        t.episodes: """
            child_id | started    | breaks
            ---------+------------+-------
            a        | 2024-05-02 | no
            d        | 2024-05-02 | yes
        """,
        t.looked_after_children: BIRTHS,
    },
    "child_without_episode": {
        t.looked_after_children: """
            child_id | breaks
            ---------+-------
            a        | yes
            b        | no
        """,
        t.episodes: """
            child_id | started
            ---------+-----------
            b        | 2024-05-02
        """,
    },
    "episode_before_birth": {
        t.episodes: """
            child_id | started    | breaks
            ---------+------------+-------
            a        | 2006-05-01 | yes
            b        | 2006-05-02 | no
            c        | 2006-05-01 | no
        """,
        t.looked_after_children: BIRTHS,
    },
    "care_starts_after_18th_birthday": {
        t.episodes: """
            child_id | started    | reason_started | breaks
            ---------+------------+----------------+-------
            a        | 2024-05-02 | S              | yes     the birthday itself
            b        | 2024-05-01 | S              | no
            b        | 2024-05-03 | P              | no      it carries on
            c        | 2024-05-02 | S              | no
        """,
        t.looked_after_children: BIRTHS,
    },
    "care_open_after_18th_birthday": {
        t.episodes: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-01-02 |            | yes
            b        | 2024-01-02 | 2024-05-02 | no
            c        | 2024-01-02 |            | no
            d        | 2024-01-02 |            | yes     18 on the last day of the files
            e        | 2024-01-02 |            | no      18 the day after
        """,
        t.looked_after_children: f"""{BIRTHS}
            d        | 2006-09-30
            e        | 2006-10-01
        """,
    },
    "care_open_after_death": {
        t.episodes: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-01-02 |            | yes
            b        | 2024-01-02 | 2024-05-02 | no
            c        | 2024-01-02 |            | no
            d        | 2024-01-02 |            | no      on the last day of the files
        """,
        t.children: """
            child_id | died
            ---------+-----------
            a        | 2024-05-02
            b        | 2024-05-02
            c        |
            d        | 2024-09-30
        """,
    },
    "looked_after_in_a_closed_case": {
        t.episodes: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-01-02 |            | yes
            b        | 2024-01-02 |            | no
            c        | 2024-01-02 | 2024-06-02 | no
            d        | 2024-01-02 |            | no      not in the census
        """,
        t.referrals: """
            child_id | referral_date | closure_date
            ---------+---------------+-------------
            a        | 2024-01-01    | 2024-06-01
            b        | 2023-01-01    | 2023-06-01
            b        | 2024-01-01    |
            c        | 2024-01-01    | 2024-06-01
        """,
    },
}

PLACEMENTS: Examples = {
    "placement_unknown": {
        t.episodes: """
            child_id | started    | legal_status | placement | breaks
            ---------+------------+--------------+-----------+-------
            a        | 2024-01-02 | C2           |           | yes
            b        | 2024-01-02 | C2           | U4        | no
            c        | 2024-01-02 | V4           |           | no      a short break
        """
    },
    "provider_unknown": {
        t.episodes: """
            child_id | started    | placement | provider | breaks
            ---------+------------+-----------+----------+-------
            a        | 2024-01-02 | U4        |          | yes
            b        | 2024-01-02 | U4        | PR1      | no
            c        | 2024-01-02 | T1        |          | no      a hospital
            d        | 2024-01-02 | Z1        |          | no
            e        | 2024-01-02 |           |          | no      said already
        """
    },
    "parents_provide_another_placement": {
        t.episodes: """
            child_id | started    | placement | provider | breaks
            ---------+------------+-----------+----------+-------
            a        | 2024-01-02 | U4        | PR0      | yes
            b        | 2024-01-02 | P1        | PR0      | no
            c        | 2024-01-02 |           | PR0      | no
        """
    },
    "council_provides_what_it_cannot": {
        t.episodes: """
            child_id | started    | placement | provider | breaks
            ---------+------------+-----------+----------+-------
            a        | 2024-01-02 | P1        | PR1      | yes
            b        | 2024-01-02 | R5        | PR2      | yes
            c        | 2024-01-02 | K2        | PR1      | no
            d        | 2024-01-02 | R2        | PR3      | no
        """
    },
    "agency_provides_parents": {
        t.episodes: """
            child_id | started    | placement | provider | breaks
            ---------+------------+-----------+----------+-------
            a        | 2024-01-02 | P1        | PR4      | yes
            b        | 2024-01-02 | P1        | PR5      | yes
            c        | 2024-01-02 | P1        | PR0      | no
            d        | 2024-01-02 | U4        | PR4      | no
        """
    },
    "short_break_too_long": {
        t.episodes: """
            child_id | started    | ended      | legal_status | breaks
            ---------+------------+------------+--------------+-------
            a        | 2024-01-02 | 2024-01-20 | V4           | yes     18 days
            b        | 2024-01-02 | 2024-01-19 | V4           | no      17 days
            c        | 2024-01-02 | 2024-01-20 | V3           | no
        """
    },
    "police_protection_too_long": {
        t.episodes: """
            child_id | started    | ended      | legal_status | breaks
            ---------+------------+------------+--------------+-------
            a        | 2024-01-02 | 2024-01-06 | L1           | yes
            b        | 2024-01-02 | 2024-01-05 | L1           | no
            c        | 2024-01-02 |            | L1           | no
        """
    },
    "emergency_order_too_long": {
        t.episodes: """
            child_id | started    | ended      | legal_status | breaks
            ---------+------------+------------+--------------+-------
            a        | 2024-01-02 | 2024-01-24 | L2           | yes
            b        | 2024-01-02 | 2024-01-23 | L2           | no
        """
    },
    "assessment_order_too_long": {
        t.episodes: """
            child_id | started    | ended      | legal_status | breaks
            ---------+------------+------------+--------------+-------
            a        | 2024-01-02 | 2024-01-10 | L3           | yes
            b        | 2024-01-02 | 2024-01-09 | L3           | no
        """
    },
    "holiday_placement_too_long": {
        t.episodes: """
            child_id | started    | ended      | placement | breaks
            ---------+------------+------------+-----------+-------
            a        | 2024-01-02 | 2024-01-24 | T3        | yes
            b        | 2024-01-02 | 2024-01-23 | T3        | no
        """
    },
    "temporary_placement_too_long": {
        t.episodes: """
            child_id | started    | ended      | placement | breaks
            ---------+------------+------------+-----------+-------
            a        | 2024-01-02 | 2024-01-10 | T4        | yes
            b        | 2024-01-02 | 2024-01-09 | T4        | no
        """
    },
    "too_young_for_supported_accommodation": {
        t.episodes: """
            child_id | started    | placement | breaks
            ---------+------------+-----------+-------
            a        | 2022-05-01 | K3        | yes     the day before the 16th birthday
            b        | 2022-05-02 | K3        | no
            b        | 2022-05-01 | U4        | no
            c        | 2022-05-01 | K3        | no
        """,
        t.looked_after_children: BIRTHS,
    },
    "too_young_for_custody": {
        t.episodes: """
            child_id | started    | placement | breaks
            ---------+------------+-----------+-------
            a        | 2016-05-01 | R5        | yes
            b        | 2016-05-02 | R5        | no
            c        | 2016-05-01 | R5        | no
        """,
        t.looked_after_children: BIRTHS,
    },
    "too_young_for_residential_school": {
        t.episodes: """
            child_id | started    | placement | breaks
            ---------+------------+-----------+-------
            a        | 2010-05-01 | S1        | yes
            b        | 2010-05-02 | S1        | no
            c        | 2010-05-01 | S1        | no
        """,
        t.looked_after_children: BIRTHS,
    },
}
