"""Worked examples of the rules about registers, and of those that every table has."""

from __future__ import annotations

from lineofsight.returns import tables as t
from tests.spec.rules.example import Examples

REGISTERS: Examples = {
    "status_before_exclusion": {
        t.exclusion_statuses: """
            exclusion_id | status   | excluded_from | status_date | breaks
            -------------+----------+---------------+-------------+-------
            1            | notified | 2024-09-03    | 2024-09-02  | yes
            2            | notified | 2024-09-03    | 2024-09-03  | no
            3            | upheld   | 2024-09-03    |             | no
        """
    },
    "exclusion_without_child": {
        t.exclusion_statuses: """
            exclusion_id | child_id | status   | breaks
            -------------+----------+----------+-------
            1            |          | notified | yes
            2            | a        | notified | no
        """
    },
    "exclusion_of_two_children": {
        t.exclusion_statuses: """
            exclusion_id | child_id | status   | breaks
            -------------+----------+----------+-------
            1            | a        | notified | yes
            1            | b        | upheld   | yes
            2            | a        | notified | no
            2            | a        | upheld   | no
            3            | a        | notified | no
            3            |          | upheld   | no      not named is not another
        """
    },
    "health_assessment_without_entry": {
        t.initial_health_assessments: """
            child_id | entered_care | breaks
            ---------+--------------+-------
            a        | 2024-05-03   | yes     the day after
            b        | 2024-05-02   | no
            c        | 2024-05-01   | no      before any episode that is loaded
            d        | 2024-05-03   | no      not in the looked-after return
        """,
        t.episodes: """
            child_id | started
            ---------+-----------
            a        | 2024-05-02
            b        | 2024-05-02
            c        | 2024-05-02
        """,
    },
    "assessed_long_before_care": {
        t.initial_health_assessments: """
            child_id | entered_care | completed  | breaks
            ---------+--------------+------------+-------
            a        | 2024-05-01   | 2024-01-31 | yes     91 days before
            b        | 2024-05-01   | 2024-02-01 | no      90 days before
            c        | 2024-05-01   |            | no
        """
    },
    "report_before_assessment": {
        t.initial_health_assessments: """
            child_id | entered_care | completed  | report_received | breaks
            ---------+--------------+------------+-----------------+-------
            a        | 2024-05-01   | 2024-05-20 | 2024-05-19      | yes
            b        | 2024-05-01   | 2024-05-20 | 2024-05-20      | no
            c        | 2024-05-01   |            | 2024-05-20      | no
        """
    },
    "completed_without_its_day": {
        t.initial_health_assessments: """
            child_id | entered_care | status    | completed  | breaks
            ---------+--------------+-----------+------------+-------
            a        | 2024-05-01   | completed |            | yes
            b        | 2024-05-01   | completed | 2024-05-20 | no
            c        | 2024-05-01   | booked    |            | no
            d        | 2024-05-01   |           |            | no
        """
    },
}

WORKFORCE: Examples = {
    "share_not_recorded": {
        t.workers: """
            worker_id | started    | full_time_share | breaks
            ----------+------------+-----------------+-------
            v         | 2024-01-01 |                 | yes
            w         | 2024-01-01 | 0               | no
        """
    },
    "share_of_nought": {
        t.workers: """
            worker_id | started    | ended      | full_time_share | breaks
            ----------+------------+------------+-----------------+-------
            u         | 2024-01-01 |            | 0               | yes
            v         | 2024-01-01 |            | 0.1             | no
            w         | 2024-01-01 | 2024-05-01 | 0               | no
            x         | 2024-01-01 |            |                 | no
        """
    },
    "more_than_full_time": {
        t.workers: """
            worker_id | started    | ended      | full_time_share | breaks
            ----------+------------+------------+-----------------+-------
            u         | 2024-01-01 |            | 0.6             | yes
            u         | 2024-02-01 |            | 0.5             | yes
            v         | 2024-01-01 |            | 0.5             | no
            v         | 2024-02-01 |            | 0.5             | no
            w         | 2024-01-01 | 2024-05-01 | 1               | no
            w         | 2024-05-01 |            | 1               | no
        """
    },
    "worker_without_team": {
        t.workers: """
            worker_id | started    | team | breaks
            ----------+------------+------+-------
            v         | 2024-01-01 |      | yes
            w         | 2024-01-01 | East | no
        """
    },
    "allocated_to_unknown_worker": {
        t.allocations: """
            child_id | worker_id | started    | breaks
            ---------+-----------+------------+-------
            a        | v         | 2024-05-01 | yes
            b        | w         | 2024-05-01 | no
        """,
        t.workers: """
            worker_id | started
            ----------+-----------
            w         | 2024-01-01
        """,
    },
    "allocated_before_in_post": {
        t.allocations: """
            child_id | worker_id | started    | breaks
            ---------+-----------+------------+-------
            a        | w         | 2023-12-31 | yes
            b        | w         | 2024-01-01 | no
        """,
        t.workers: """
            worker_id | started
            ----------+-----------
            w         | 2024-01-01
            w         | 2024-02-01
        """,
    },
    "allocated_after_leaving": {
        t.allocations: """
            child_id | worker_id | started    | ended      | breaks
            ---------+-----------+------------+------------+-------
            a        | v         | 2024-02-01 | 2024-06-02 | yes
            b        | v         | 2024-02-01 | 2024-06-01 | no
            c        | v         | 2024-02-01 |            | yes     still open
            d        | w         | 2024-02-01 |            | no
        """,
        t.workers: """
            worker_id | started    | ended
            ----------+------------+-----------
            v         | 2024-01-01 | 2024-06-01
            w         | 2024-01-01 |
        """,
    },
    "two_workers_at_once": {
        t.allocations: """
            child_id | worker_id | started    | ended      | breaks
            ---------+-----------+------------+------------+-------
            a        | v         | 2024-02-01 |            | yes
            a        | w         | 2024-03-01 |            | yes
            b        | v         | 2024-02-01 | 2024-03-01 | no
            b        | w         | 2024-03-01 |            | no
        """
    },
    "allocated_and_closed": {
        t.allocations: """
            child_id | worker_id | started    | ended      | breaks
            ---------+-----------+------------+------------+-------
            a        | v         | 2024-02-01 |            | yes
            b        | v         | 2024-02-01 |            | no      open
            c        | v         | 2024-02-01 |            | no      looked after
            d        | v         | 2024-02-01 | 2024-06-01 | no
            e        | v         | 2024-02-01 |            | no      not in the census
        """,
        t.referrals: """
            child_id | referral_date | closure_date
            ---------+---------------+-------------
            a        | 2024-01-01    | 2024-06-01
            b        | 2024-01-01    |
            c        | 2024-01-01    | 2024-06-01
            d        | 2024-01-01    | 2024-06-01
        """,
        t.episodes: """
            child_id | started
            ---------+-----------
            c        | 2024-03-01
        """,
    },
    "ward_not_recorded": {
        t.child_areas: """
            child_id | ward  | since      | breaks
            ---------+-------+------------+-------
            a        |       | 2024-01-01 | yes
            b        | North | 2024-01-01 | no
        """
    },
    "areas_overlap": {
        t.child_areas: """
            child_id | ward  | since      | until      | breaks
            ---------+-------+------------+------------+-------
            a        | North | 2024-01-01 | 2024-02-02 | yes
            a        | South | 2024-02-01 |            | no
            b        | North | 2024-01-01 | 2024-02-01 | no
            b        | South | 2024-02-01 |            | no
        """
    },
    "ward_without_residents": {
        t.child_areas: """
            child_id | ward  | since      | breaks
            ---------+-------+------------+-------
            a        | Nroth | 2024-01-01 | yes
            b        | North | 2024-01-01 | no
            c        |       | 2024-01-01 | no
        """,
        t.population: """
            since      | ward  | age | people
            -----------+-------+-----+-------
            2023-06-30 | North | 5   | 100
        """,
    },
    "people_below_nought": {
        t.population: """
            since      | ward  | age | people | breaks
            -----------+-------+-----+--------+-------
            2023-06-30 | North | 5   | -1     | yes
            2023-06-30 | North | 6   | 0      | no
        """
    },
}

SEND: Examples = {
    "plan_before_request": {
        t.ehc_requests: """
            request_id | received   | plan_issued | breaks
            -----------+------------+-------------+-------
            1          | 2024-05-02 | 2024-05-01  | yes
            2          | 2024-05-02 | 2024-05-02  | no
            3          | 2024-05-02 |             | no
        """
    },
    "decision_before_request": {
        t.ehc_requests: """
            request_id | received   | request_outcome_date | breaks
            -----------+------------+----------------------+-------
            1          | 2024-05-02 | 2024-05-01           | yes
            2          | 2024-05-02 | 2024-05-02           | no
            3          | 2024-05-02 |                      | no
        """
    },
    "outcome_before_decision": {
        t.ehc_requests: """
            request_id | received   | request_outcome_date | assessment_outcome_date | breaks
            -----------+------------+----------------------+-------------------------+-------
            1          | 2024-05-02 | 2024-06-02           | 2024-06-01              | yes
            2          | 2024-05-02 | 2024-06-02           | 2024-06-02              | no
            3          | 2024-05-02 |                      | 2024-06-01              | no
        """
    },
    "plan_before_outcome": {
        t.ehc_requests: """
            request_id | received   | assessment_outcome_date | plan_issued | breaks
            -----------+------------+-------------------------+-------------+-------
            1          | 2024-05-02 | 2024-06-02              | 2024-06-01  | yes
            2          | 2024-05-02 | 2024-06-02              | 2024-06-02  | no
            3          | 2024-05-02 |                         | 2024-06-01  | no
        """
    },
    "plan_after_refusal": {
        t.ehc_requests: """
            request_id | received   | request_outcome | assessment_outcome | plan_issued | breaks
            -----------+------------+-----------------+--------------------+-------------+-------
            1          | 2024-05-02 | N               |                    | 2024-09-02  | yes
            2          | 2024-05-02 | Y               | N                  | 2024-09-02  | yes
            3          | 2024-05-02 | Y               | Y                  | 2024-09-02  | no
            4          | 2024-05-02 | N               |                    |             | no
            5          | 2024-05-02 |                 |                    | 2024-09-02  | no
        """
    },
    "plan_agreed_and_not_issued": {
        t.ehc_requests: """
            request_id | received   | assessment_outcome | plan_issued | plan_ceased | breaks
            -----------+------------+--------------------+-------------+-------------+-------
            1          | 2024-05-02 | Y                  |             | 2024-09-02  | yes
            2          | 2024-05-02 | Y                  | 2024-08-02  | 2024-09-02  | no
            3          | 2024-05-02 | Y                  |             |             | no
        """
    },
    "plan_ceased_before_issue": {
        t.ehc_requests: """
            request_id | received   | plan_issued | plan_ceased | breaks
            -----------+------------+-------------+-------------+-------
            1          | 2024-05-02 | 2024-08-02  | 2024-08-01  | yes
            2          | 2024-05-02 | 2024-08-02  | 2024-08-02  | no
            3          | 2024-05-02 | 2024-08-02  |             | no
        """
    },
    "two_open_requests": {
        t.ehc_requests: """
            request_id | child_id | received   | concluded  | breaks
            -----------+----------+------------+------------+-------
            1          | a        | 2024-05-02 |            | yes
            2          | a        | 2024-06-02 |            | yes
            3          | b        | 2024-05-02 | 2024-06-02 | no
            4          | b        | 2024-06-02 |            | no
            5          |          | 2024-05-02 |            | no      two unnamed children are two
            6          |          | 2024-06-02 |            | no
        """
    },
    "request_without_child": {
        t.ehc_requests: """
            request_id | child_id | received   | breaks
            -----------+----------+------------+-------
            1          |          | 2024-05-02 | yes
            2          | a        | 2024-05-02 | no
        """
    },
    "exceptions_not_recorded": {
        t.ehc_requests: """
            request_id | received   | plan_issued | exceptions_apply | breaks
            -----------+------------+-------------+------------------+-------
            1          | 2024-05-02 | 2024-09-02  |                  | yes
            2          | 2024-05-02 | 2024-09-02  | no               | no
            3          | 2024-05-02 |             |                  | no
        """
    },
}

EVERYWHERE: Examples = {
    "repeated_row": {
        t.episodes: """
            child_id | started    | placement | breaks
            ---------+------------+-----------+-------
            a        | 2024-05-02 | U4        | no
            a        | 2024-05-02 | U4        | yes
            b        | 2024-05-02 | U4        | no
            b        | 2024-05-02 | U6        | no
        """
    },
    "same_key_different_details": {
        t.episodes: """
            child_id | started    | placement | breaks
            ---------+------------+-----------+-------
            a        | 2024-05-02 | U4        | yes
            a        | 2024-05-02 | U6        | yes
            b        | 2024-05-02 | U4        | no
            b        | 2024-05-03 | U6        | no
        """
    },
    "ends_before_it_starts": {
        t.episodes: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-05-02 | 2024-05-01 | yes
            b        | 2024-05-02 | 2024-05-02 | no
            c        | 2024-05-02 |            | no
        """
    },
    "date_outside_calendar": {
        t.conferences: """
            child_id | strategy_discussion_date | held_date  | breaks
            ---------+--------------------------+------------+-------
            a        | 1899-12-30               | 2024-05-02 | yes
            b        | 2024-05-01               | 2024-05-02 | no
            c        |                          | 2024-05-02 | no
        """
    },
    "date_after_the_period": {
        t.episodes: """
            child_id | started    | breaks
            ---------+------------+-------
            a        | 2024-10-01 | yes
            b        | 2024-09-30 | no      the last day that the files cover
        """
    },
}
