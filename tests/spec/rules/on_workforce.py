"""Worked examples of the rules about vacant posts, workers' moves and practice audits."""

from __future__ import annotations

from lineofsight.returns import tables as t
from tests.spec.rules.example import Examples

POSTS: Examples = {
    "vacancy_share_not_recorded": {
        t.vacancies: """
            post_id | full_time_share | breaks
            --------+-----------------+-------
            1       |                 | yes
            2       | 0.5             | no
        """
    },
    "post_vacant_twice": {
        t.vacancies: """
            post_id | opened     | filled     | breaks
            --------+------------+------------+-------
            1       | 2024-01-01 |            | yes
            1       | 2024-06-01 |            | yes
            2       | 2024-01-01 | 2024-03-01 | no      filled, and vacant again
            2       | 2024-06-01 |            | no
        """
    },
    "joined_without_route": {
        t.worker_moves: """
            worker_id | kind   | route       | is_agency | breaks
            ----------+--------+-------------+-----------+-------
            a         | joined |             | no        | yes
            b         | joined |             |           | yes     not recorded whether from an agency
            c         | joined | experienced | no        | no
            d         | joined |             | yes       | no      agency workers come by no route
            e         | left   |             | no        | no
        """
    },
    "left_and_still_in_post": {
        t.worker_moves: """
            worker_id | kind  | moved      | breaks
            ----------+-------+------------+-------
            a         | left  | 2024-06-30 | yes
            b         | left  | 2024-06-30 | yes
            c         | left  | 2024-06-30 | no
            d         | left  | 2024-06-30 | no      in no list
            b         | moved | 2024-06-30 | no
        """,
        t.workers: """
            worker_id | started    | ended
            ----------+------------+-----------
            a         | 2024-01-01 | 2024-07-01
            b         | 2024-01-01 |             still there
            c         | 2023-01-01 | 2024-01-01
            c         | 2024-01-01 | 2024-06-30
        """,
    },
    "programme_without_end": {
        t.apprenticeships: """
            worker_id | started    | ended      | outcome   | breaks
            ----------+------------+------------+-----------+-------
            a         | 2023-09-01 |            | completed | yes
            b         | 2023-09-01 | 2024-08-31 | completed | no
            c         | 2023-09-01 |            |           | no
        """
    },
}
AUDITS: Examples = {
    "audit_without_answers": {
        t.audits: """
            audit_id | breaks
            ---------+-------
            1        | yes
            2        | no
        """,
        t.audit_answers: """
            audit_id | question        | answer
            ---------+-----------------+-------
            2        | s_engage.grade  | good
        """,
    },
    "audit_without_team": {
        t.audits: """
            audit_id | team  | breaks
            ---------+-------+-------
            1        |       | yes
            2        | North | no
        """
    },
    "audit_of_a_case_nobody_held": {
        t.audits: """
            audit_id | child_id | breaks
            ---------+----------+-------
            1        | a        | yes
            2        | b        | no
        """,
        t.allocations: """
            child_id | worker_id | started
            ---------+-----------+-----------
            b        | w         | 2024-01-01
        """,
    },
    "answer_without_audit": {
        t.audit_answers: """
            audit_id | question       | breaks
            ---------+----------------+-------
            1        | s_engage.grade | yes
            2        | s_engage.grade | no
        """,
        t.audits: """
            audit_id
            --------
            2
        """,
    },
    "agreed_without_moderation": {
        t.audit_answers: """
            audit_id | question       | answer | agreed_answer | breaks
            ---------+----------------+--------+---------------+-------
            1        | s_engage.grade | good   | inadequate    | yes
            1        | s_plan.grade   | good   |               | no
            2        | s_engage.grade | good   | inadequate    | no
            3        | s_engage.grade | good   | inadequate    | no      not recorded
        """,
        t.audits: """
            audit_id | is_moderated
            ---------+-------------
            1        | no
            2        | yes
            3        |
        """,
    },
    "counted_question_left_blank": {
        t.audit_answers: """
            audit_id | question        | answer | agreed_answer | breaks
            ---------+-----------------+--------+---------------+-------
            1        | s_engage.grade  |        |               | yes
            1        | super.frequency | na     |               | no
            2        | s_engage.grade  |        | good          | no      agreed at moderation
            2        | s_plan.grade    |        |               | no      no figure counts it
        """
    },
}
