"""Worked examples of the rules about what is recorded beside episodes, and about adoption."""

from __future__ import annotations

from lineofsight.returns import tables as t
from tests.spec.rules.example import Examples

STAYS = """
            child_id | started    | ended
            ---------+------------+-----------
            a        | 2024-01-02 | 2024-03-02
            a        | 2024-03-02 | 2024-06-02
            b        | 2024-01-02 | 2024-03-02
            b        | 2024-03-02 | 2024-06-02
            c        | 2024-01-02 |
"""

LOOKED_AFTER: Examples = {
    "review_before_care": {
        t.looked_after_reviews: """
            child_id | review_date | breaks
            ---------+-------------+-------
            a        | 2024-01-01  | yes
            b        | 2024-01-02  | no
            d        | 2024-01-01  | no      no episode at all
        """,
        t.episodes: STAYS,
    },
    "review_after_care": {
        t.looked_after_reviews: """
            child_id | review_date | breaks
            ---------+-------------+-------
            a        | 2024-06-03  | yes
            b        | 2024-06-02  | no
            c        | 2024-06-03  | no
        """,
        t.episodes: STAYS,
    },
    "missing_spells_overlap": {
        t.missing_episodes: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-01-02 | 2024-01-06 | yes
            a        | 2024-01-05 | 2024-01-07 | no
            b        | 2024-01-02 | 2024-01-05 | no
            b        | 2024-01-05 | 2024-01-07 | no
        """
    },
    "two_open_missing_spells": {
        t.missing_episodes: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-01-02 |            | yes
            a        | 2024-01-05 |            | yes
            b        | 2024-01-02 | 2024-01-05 | no
            b        | 2024-01-05 |            | no
        """
    },
    "missing_before_care": {
        t.missing_episodes: """
            child_id | started    | breaks
            ---------+------------+-------
            a        | 2024-01-01 | yes
            b        | 2024-01-02 | no
        """,
        t.episodes: STAYS,
    },
    "missing_after_care": {
        t.missing_episodes: """
            child_id | started    | breaks
            ---------+------------+-------
            a        | 2024-06-03 | yes
            b        | 2024-06-02 | no
            c        | 2024-06-03 | no
        """,
        t.episodes: STAYS,
    },
    "missing_spell_open_after_care": {
        t.missing_episodes: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-05-03 |            | yes
            b        | 2024-05-03 | 2024-05-04 | no
            c        | 2024-05-03 |            | no
        """,
        t.episodes: STAYS,
    },
    "missing_before_birth": {
        t.missing_episodes: """
            child_id | born       | started    | breaks
            ---------+------------+------------+-------
            a        | 2010-05-02 | 2010-05-01 | yes
            b        | 2010-05-02 | 2010-05-02 | no
            c        |            | 2010-05-01 | no
        """
    },
    "workers_spells_overlap": {
        t.social_worker_episodes: """
            child_id | worker_id | started    | ended      | breaks
            ---------+-----------+------------+------------+-------
            a        | v         | 2024-01-02 | 2024-02-03 | yes
            a        | w         | 2024-02-02 |            | no
            b        | v         | 2024-01-02 | 2024-02-02 | no
            b        | w         | 2024-02-02 |            | no
        """
    },
    "two_social_workers": {
        t.social_worker_episodes: """
            child_id | worker_id | started    | ended      | breaks
            ---------+-----------+------------+------------+-------
            a        | v         | 2024-01-02 |            | yes
            a        | w         | 2024-02-02 |            | yes
            b        | v         | 2024-01-02 | 2024-02-02 | no
            b        | w         | 2024-02-02 |            | no
        """
    },
    "looked_after_without_social_worker": {
        t.episodes: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-01-02 |            | yes
            b        | 2024-01-02 |            | no
            c        | 2024-01-02 | 2024-06-02 | no
        """,
        t.social_worker_episodes: """
            child_id | worker_id | started    | ended
            ---------+-----------+------------+-----------
            a        | v         | 2024-01-02 | 2024-02-02
            b        | w         | 2024-02-02 |
        """,
    },
    "score_and_reason_for_none": {
        t.looked_after_outcomes: """
            child_id | sdq_score | sdq_reason | breaks
            ---------+-----------+------------+-------
            a        | 0         | SDQ1       | yes
            b        | 0         |            | no
            c        |           | SDQ1       | no
        """
    },
    "help_received_and_offered": {
        t.looked_after_outcomes: """
            child_id | intervention_received | intervention_offered | breaks
            ---------+-----------------------+----------------------+-------
            a        | yes                   | yes                  | yes
            b        | yes                   |                      | no
            c        | no                    | yes                  | no
            d        |                       | yes                  | no
        """
    },
    "help_without_problem": {
        t.looked_after_outcomes: """
            child_id | substance_misuse | intervention_received | breaks
            ---------+------------------+-----------------------+-------
            a        | no               | no                    | yes
            b        | no               |                       | no
            c        | yes              | no                    | no
            d        |                  | no                    | no
        """
    },
    "problem_without_help_recorded": {
        t.looked_after_outcomes: """
            child_id | substance_misuse | intervention_received | breaks
            ---------+------------------+-----------------------+-------
            a        | yes              |                       | yes
            b        | yes              | no                    | no
            c        | no               |                       | no
            d        |                  |                       | no
        """
    },
    "in_touch_and_nothing_known": {
        t.care_leavers: """
            child_id | in_touch | activity | accommodation | breaks
            ---------+----------+----------+---------------+-------
            a        | YES      | 0        | U1            | yes
            b        | YES      | F2       | 0             | yes
            c        | YES      | F2       | U1            | no
            d        | NO       | 0        | 0             | no
        """
    },
    "liberty_orders_overlap": {
        t.deprivations_of_liberty: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-01-02 | 2024-01-06 | yes
            a        | 2024-01-05 | 2024-01-07 | no
            b        | 2024-01-02 | 2024-01-05 | no
            b        | 2024-01-05 | 2024-01-07 | no
        """
    },
    "liberty_order_before_birth": {
        t.deprivations_of_liberty: """
            child_id | born       | started    | breaks
            ---------+------------+------------+-------
            a        | 2010-05-02 | 2010-05-01 | yes
            b        | 2010-05-02 | 2010-05-02 | no
        """
    },
    "liberty_order_open_after_care": {
        t.deprivations_of_liberty: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-05-03 |            | yes
            b        | 2024-05-03 | 2024-05-04 | no
            c        | 2024-05-03 |            | no
        """,
        t.episodes: STAYS,
    },
}

DECISIONS = """
            child_id | placed
            ---------+-----------
            a        | 2024-01-03
            b        | 2024-01-02
"""

ADOPTION: Examples = {
    "placed_for_adoption_without_decision": {
        t.episodes: """
            child_id | started    | placement | breaks
            ---------+------------+-----------+-------
            c        | 2024-01-02 | A4        | yes
            b        | 2024-01-02 | A4        | no
            d        | 2024-01-02 | U4        | no
        """,
        t.placements_for_adoption: DECISIONS,
    },
    "placed_for_adoption_before_decision": {
        t.episodes: """
            child_id | started    | placement | breaks
            ---------+------------+-----------+-------
            a        | 2024-01-02 | A4        | yes
            b        | 2024-01-02 | A4        | no
            a        | 2023-01-02 | U4        | no
        """,
        t.placements_for_adoption: DECISIONS,
    },
    "adopted_without_record": {
        t.episodes: """
            child_id | started    | reason_ended | breaks
            ---------+------------+--------------+-------
            a        | 2024-01-02 | E11          | yes
            b        | 2024-01-02 | E12          | no
            c        | 2024-01-02 | E4A          | no
        """,
        t.adoptions: """
            child_id | decision_date
            ---------+--------------
            b        | 2023-01-02
        """,
    },
    "match_before_decision": {
        t.adoptions: """
            child_id | decision_date | match_date | breaks
            ---------+---------------+------------+-------
            a        | 2024-01-03    | 2024-01-02 | yes
            b        | 2024-01-03    | 2024-01-03 | no
            c        | 2024-01-03    |            | no
        """
    },
    "adoption_decided_before_birth": {
        t.adoptions: """
            child_id | born       | decision_date | breaks
            ---------+------------+---------------+-------
            a        | 2024-01-03 | 2024-01-02    | yes
            b        | 2024-01-03 | 2024-01-03    | no
        """
    },
    "decision_before_birth": {
        t.placements_for_adoption: """
            child_id | born       | placed     | breaks
            ---------+------------+------------+-------
            a        | 2024-01-03 | 2024-01-02 | yes
            b        | 2024-01-03 | 2024-01-03 | no
        """
    },
    "reversal_without_reason": {
        t.placements_for_adoption: """
            child_id | placed     | ceased     | reason_ceased | breaks
            ---------+------------+------------+---------------+-------
            a        | 2024-01-03 | 2024-02-03 |               | yes
            b        | 2024-01-03 | 2024-02-03 | RD1           | no
            c        | 2024-01-03 |            |               | no
        """
    },
    "reason_without_reversal": {
        t.placements_for_adoption: """
            child_id | placed     | ceased     | reason_ceased | breaks
            ---------+------------+------------+---------------+-------
            a        | 2024-01-03 |            | RD1           | yes
            b        | 2024-01-03 | 2024-02-03 | RD1           | no
            c        | 2024-01-03 |            |               | no
        """
    },
    "two_open_decisions": {
        t.placements_for_adoption: """
            child_id | placed     | ceased     | breaks
            ---------+------------+------------+-------
            a        | 2024-01-03 |            | yes
            a        | 2024-02-03 |            | yes
            b        | 2024-01-03 | 2024-02-03 | no
            b        | 2024-02-03 |            | no
        """
    },
    "decisions_overlap": {
        t.placements_for_adoption: """
            child_id | placed     | ceased     | breaks
            ---------+------------+------------+-------
            a        | 2024-01-03 | 2024-02-04 | yes
            a        | 2024-02-03 |            | no
            b        | 2024-01-03 | 2024-02-03 | no
            b        | 2024-02-03 |            | no
        """
    },
}
