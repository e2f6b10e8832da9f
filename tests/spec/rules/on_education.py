"""Worked examples of the rules about SEN2's modules, enrolments, settings, courses and activities."""

from __future__ import annotations

from lineofsight.returns import tables as t
from tests.spec.rules.example import Examples

SEN2: Examples = {
    "request_without_person": {
        t.sen_requests: """
            request_id | child_id | breaks
            -----------+----------+-------
            1          | a        | yes
            2          | b        | no
        """,
        t.sen_persons: """
            child_id
            --------
            b
        """,
    },
    "assessment_without_request": {
        t.sen_assessments: """
            assessment_id | request_id | breaks
            --------------+------------+-------
            1             | 1          | yes
            2             | 2          | no
        """,
        t.sen_requests: """
            request_id | received
            -----------+-----------
            2          | 2024-01-01
        """,
    },
    "assessed_before_requested": {
        t.sen_assessments: """
            assessment_id | request_id | outcome_date | breaks
            --------------+------------+--------------+-------
            1             | 1          | 2023-12-31   | yes
            2             | 2          | 2024-01-01   | no      on the day
            3             | 3          | 2023-12-31   | no      the request has no day
        """,
        t.sen_requests: """
            request_id | received
            -----------+-----------
            1          | 2024-01-01
            2          | 2024-01-01
            3          |
        """,
    },
    "named_plan_without_assessment": {
        t.sen_named_plans: """
            plan_id | assessment_id | breaks
            --------+---------------+-------
            1       | 1             | yes
            2       | 2             | no
        """,
        t.sen_assessments: """
            assessment_id | request_id
            --------------+-----------
            2             | 2
        """,
    },
    "plan_without_need": {
        t.sen_active_plans: """
            active_plan_id | breaks
            ---------------+-------
            1              | yes
            2              | no
        """,
        t.sen_needs: """
            active_plan_id | need | need_rank
            ---------------+------+----------
            2              | ASD  | 1
        """,
    },
}
EDUCATION: Examples = {
    "provision_before_exclusion": {
        t.exclusion_statuses: """
            exclusion_id | excluded_from | provision_started | breaks
            -------------+---------------+-------------------+-------
            1            | 2024-09-03    | 2024-09-02        | yes
            2            | 2024-09-03    | 2024-09-03        | no
            3            | 2024-09-03    |                   | no
        """
    },
    "exclusion_without_reason": {
        t.exclusion_statuses: """
            exclusion_id | reason | breaks
            -------------+--------+-------
            1            |        | yes
            2            | DB     | no
        """
    },
    "enrolled_in_unknown_setting": {
        t.enrolments: """
            child_id | setting   | kind        | breaks
            ---------+-----------+-------------+-------
            a        | Sunflower | early_years | yes
            b        | Daisy     | early_years | no
            c        | Hill Top  | school      | no      a school is in no list of settings
        """,
        t.early_years_settings: """
            setting
            -------
            Daisy
        """,
    },
    "setting_closed_before_it_opened": {
        t.early_years_settings: """
            setting | opened     | closed     | breaks
            --------+------------+------------+-------
            Daisy   | 2024-09-02 | 2024-09-01 | yes
            Poppy   | 2024-09-02 | 2024-09-02 | no
            Rose    | 2024-09-02 |            | no
        """
    },
    "planned_to_end_before_it_starts": {
        t.courses: """
            child_id | course  | started    | planned_end | breaks
            ---------+---------+------------+-------------+-------
            a        | Biology | 2024-09-02 | 2024-09-01  | yes
            b        | Biology | 2024-09-02 | 2024-09-02  | no
        """
    },
    "two_activities_at_once": {
        t.activities: """
            child_id | started    | ended      | breaks
            ---------+------------+------------+-------
            a        | 2024-01-01 |            | yes
            a        | 2024-06-01 |            | yes
            b        | 2024-01-01 | 2024-06-01 | no
            b        | 2024-06-01 |            | no
        """
    },
}
