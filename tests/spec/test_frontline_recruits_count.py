"""Social workers who joined by Frontline, Step Up or apprenticeship: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.workforce import frontline_recruits_count
from lineofsight.returns.tables import periods, worker_moves
from tests.spec.conftest import SEPTEMBER, Spec


def test_those_who_joined_by_a_programme_are_counted_and_those_who_moved_into_a_team_are_not(
    spec: Spec,
) -> None:
    spec(
        frontline_recruits_count,
        {
            periods: SEPTEMBER,
            worker_moves: """
            worker_id | moved      | kind   | route
            ----------+------------+--------+---------------
            a         | 2024-09-01 | joined | frontline        the first day
            b         | 2024-09-30 | joined | step_up          the last
            c         | 2024-08-31 | joined | frontline        the day before
            d         | 2024-10-01 | joined | frontline        the day after
            e         | 2024-09-10 | joined | apprenticeship
            f         | 2024-09-10 | joined | newly_qualified  another route
            g         | 2024-09-10 | joined |                  not recorded
            h         | 2024-09-10 | moved  | frontline        no new recruit
            i         | 2024-09-10 | left   | frontline
            """,
        },
        expect="""
            numerator | value | unknown
            ----------+-------+--------
            3         | 3.0   | 1
            """,
    )
