"""Social work posts that are vacant: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.workforce import sw_vacancy_pct
from lineofsight.returns.tables import periods, vacancies, workers
from tests.spec.conftest import SEPTEMBER, Spec

IN_POST = """
    worker_id | full_time_share | is_agency | started    | ended
    ----------+-----------------+-----------+------------+-----------
    a         | 1.0             | no        | 2024-01-01 |
    b         | 0.5             |           | 2024-01-01 |             whether from an agency not recorded: in post
    c         | 1.0             | yes       | 2024-01-01 |             from an agency: fills no post
    d         | 1.0             | no        | 2024-01-01 | 2024-09-30  left on the last day
    """


def test_vacancies_are_of_vacancies_and_own_workers_in_full_time_equivalents(spec: Spec) -> None:
    spec(
        sw_vacancy_pct,
        {
            periods: SEPTEMBER,
            workers: IN_POST,
            vacancies: """
            post_id | full_time_share | opened     | filled
            --------+-----------------+------------+-----------
            p       | 0.5             | 2024-09-30 |             vacant since the last day
            q       | 1.0             | 2024-06-01 | 2024-09-30  filled on the last day: no longer vacant
            r       | 1.0             | 2024-10-01 |             the day after
            s       |                 | 2024-06-01 |             how much of full time not recorded
            """,
        },
        expect="""
            numerator | denominator | value | unknown
            ----------+-------------+-------+--------
            0.5       | 2.0         | 25.0  | 1
            """,
    )


def test_no_vacancy_is_nought_of_those_in_post(spec: Spec) -> None:
    spec(
        sw_vacancy_pct,
        {periods: SEPTEMBER, workers: IN_POST},
        expect="""
            numerator | denominator | value
            ----------+-------------+------
            0         | 1.5         | 0.0
            """,
    )
