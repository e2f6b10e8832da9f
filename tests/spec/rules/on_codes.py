"""Worked examples of the rules about codes outside their years: rows that break each, and rows at its edge."""

from __future__ import annotations

from lineofsight.returns import tables as t
from tests.spec.rules.example import Examples

CODES: Examples = {
    "source_not_in_force": {
        t.referrals: """
            child_id | referral_date | source | breaks
            ---------+---------------+--------+-------
            a        | 2022-03-31    | 5D     | yes     early help is a source from 2022/23
            b        | 2022-04-01    | 5D     | no
            c        | 2022-03-31    | 5B     | no
            d        | 2022-03-31    |        | no
        """
    },
    "closure_reason_not_in_force": {
        t.referrals: """
            child_id | referral_date | closure_date | closure_reason | breaks
            ---------+---------------+--------------+----------------+-------
            a        | 2022-01-10    | 2022-03-31   | RC9            | yes
            b        | 2022-01-10    | 2022-04-01   | RC9            | no      referred before, closed after
            c        | 2022-01-10    |              | RC9            | no      not dated
            d        | 2022-01-10    | 2022-03-31   | RC8            | no
        """
    },
    "placement_not_in_force": {
        t.episodes: """
            child_id | started    | ended      | placement | breaks
            ---------+------------+------------+-----------+-------
            a        | 2025-04-01 |            | H5        | yes     the first day without it
            b        | 2025-03-31 |            | H5        | no
            c        | 2023-05-01 | 2024-03-31 | K3        | yes     ended before it came
            d        | 2023-05-01 | 2024-04-01 | K3        | no
            e        | 2023-05-01 |            | K3        | no
            f        | 2023-05-01 | 2024-03-31 | U4        | no
        """
    },
    "reason_ended_not_in_force": {
        t.episodes: """
            child_id | started    | ended      | reason_ended | breaks
            ---------+------------+------------+--------------+-------
            a        | 2017-05-01 | 2018-04-01 | E43          | yes
            b        | 2017-05-01 | 2018-03-31 | E43          | no
            c        | 2017-05-01 | 2018-03-31 | E45          | yes
            d        | 2017-05-01 | 2018-04-01 | E45          | no
            e        | 2017-05-01 |            | E43          | no      not dated
        """
    },
    "suspension_reason_not_in_force": {
        t.census_suspensions: """
            census      | suspension_record | started    | reason | breaks
            ------------+-------------------+------------+--------+-------
            2020 autumn | 1                 | 2020-08-31 | MT     | yes
            2020 autumn | 2                 | 2020-09-01 | MT     | no
            2020 autumn | 3                 | 2020-09-01 | OT     | yes     withdrawn with 2020/21
            2020 autumn | 4                 | 2020-08-31 | OT     | no
        """
    },
    "exclusion_reason_not_in_force": {
        t.exclusion_statuses: """
            exclusion_id | excluded_from | reason | breaks
            -------------+---------------+--------+-------
            1            | 2020-08-31    | OW     | yes
            2            | 2020-09-01    | OW     | no
            3            |               | OW     | no
        """
    },
}
