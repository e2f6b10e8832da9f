"""Workers who moved into a team from a programme: the worked examples."""

from __future__ import annotations

from lineofsight.indicators.workforce import frontline_moves_count
from lineofsight.returns.tables import periods, worker_moves
from tests.spec.conftest import SEPTEMBER, Spec


def test_those_who_moved_into_a_team_from_a_programme_are_counted_and_recruits_are_not(spec: Spec) -> None:
    spec(
        frontline_moves_count,
        {
            periods: SEPTEMBER,
            worker_moves: """
            worker_id | moved      | kind   | route
            ----------+------------+--------+----------
            a         | 2024-09-01 | moved  | frontline
            a         | 2024-08-31 | moved  | frontline    the day before the period
            b         | 2024-09-30 | moved  | experienced  another route
            c         | 2024-09-10 | joined | frontline    a recruit
            d         | 2024-09-10 | moved  |              not recorded
            """,
        },
        expect="""
            numerator | value | unknown
            ----------+-------+--------
            1         | 1.0   | 1
            """,
    )
