"""Who joined, moved and left in the synthetic council, and the posts that stood empty: one story in every file."""

from __future__ import annotations

from collections import Counter
from datetime import date
from xml.etree import ElementTree

import pytest

from lineofsight.demo.dice import Dice
from lineofsight.demo.size import Size
from lineofsight.demo.society import Society, life_of
from lineofsight.demo.turnover import PROGRAMMES, moved_on
from lineofsight.demo.workforce import Worker
from lineofsight.returns.model import Row
from lineofsight.returns.workforce import WORKFORCE
from tests.unit.demo.conftest import UNTIL, Council

SINCE = date(2022, 10, 1)


@pytest.fixture(scope="module")
def society() -> Society:
    return life_of(Size(pupils=20_000, months=36, seed=1, until=UNTIL))


def test_whoever_left_was_in_post_until_that_day(society: Society) -> None:
    ends = {(worker.worker_id, worker.ended) for worker in society.workers}
    left = [(move.worker_id, move.day) for move in society.turnover.moves if move.kind == "left"]
    assert left
    assert set(left) <= ends


def test_whoever_moved_holds_a_post_in_the_new_team_from_that_day(society: Society) -> None:
    starts = {(worker.worker_id, worker.started, worker.team) for worker in society.workers}
    moved = [(move.worker_id, move.day, move.team) for move in society.turnover.moves if move.kind == "moved"]
    assert moved
    assert set(moved) <= starts


def test_a_recruit_by_a_programme_joins_once_and_moves_into_a_team_later(society: Society) -> None:
    joined = {m.worker_id: m.day for m in society.turnover.moves if m.kind == "joined"}
    into_a_team = [m for m in society.turnover.moves if m.kind == "moved" and m.route in PROGRAMMES]
    assert max(Counter(m.worker_id for m in society.turnover.moves if m.kind == "joined").values()) == 1
    assert into_a_team
    assert all(joined.get(m.worker_id, SINCE) < m.day for m in into_a_team if m.day > SINCE)


def test_a_worker_holds_one_post_at_a_time(society: Society) -> None:
    last: dict[str, date] = {}
    for worker in sorted(society.workers, key=lambda one: (one.worker_id, one.started)):
        assert last.get(worker.worker_id, worker.started) <= worker.started
        last[worker.worker_id] = worker.ended


def test_posts_stand_empty_as_often_as_in_the_district_that_the_rates_are_of(society: Society) -> None:
    """4.2 to 9.9% of posts in Kirklees at 30 September 2021 to 2025 (DfE)."""
    rates = []
    for day in (date(2024, 9, 30), date(2025, 9, 30), UNTIL):
        vacant = sum(v.share for v in society.turnover.vacancies if v.opened <= day < v.filled)
        held = sum(w.share for w in society.workers if w.started <= day < w.ended and not w.agency)
        rates.append(100 * vacant / (vacant + held))
    assert 5 < sum(rates) / len(rates) < 13


def test_nobody_moves_into_the_team_that_was_left_or_before_the_day() -> None:
    def worker(number: int, team: str, started: date, ended: date) -> Worker:
        return Worker(
            worker_id=f"SW{number}",
            team=team,
            role="Social worker",
            share=1,
            agency=False,
            started=started,
            ended=ended,
        )

    first = [worker(n, "North", date(2024, 1, 1), date(2025, 1, 1)) for n in range(40)]
    day_before = worker(50, "South", date(2024, 12, 31), UNTIL)
    same_team = worker(51, "North", date(2025, 1, 1), UNTIL)
    too_late = worker(52, "South", date(2025, 1, 22), UNTIL)
    in_time = worker(53, "South", date(2025, 1, 21), UNTIL)
    after = moved_on(Dice(1, "x"), [*first, day_before, same_team, too_late, in_time])
    kept = {one.worker_id for one in after}
    assert {"SW50", "SW51", "SW52"} <= kept
    assert "SW53" not in kept


def test_the_workforce_census_holds_those_whom_the_list_of_workers_holds(council: Council) -> None:
    tree = ElementTree.parse(council.folder / "workforce/social_work_workforce_2025.xml")
    census = {(w.findtext("SWENo"), w.findtext("RoleStartDate")) for w in tree.iter("CSWWWorker")}
    listed = set()
    for item in WORKFORCE.read(council.folder / "registers/workforce.xlsx", "workers", "workforce.xlsx"):
        if isinstance(item, Row):
            worker, started, ended = (item.values[name] for name in ("worker_id", "started", "ended"))
            if started <= date(2025, 9, 30) and (ended or date.max) > date(2024, 9, 30):
                listed.add((worker, started.isoformat()))
    assert census == listed


def test_the_names_of_the_workforce_census_change_in_2025(council: Council) -> None:
    old, new = (
        (council.folder / f"workforce/social_work_workforce_{year}.xml").read_text(encoding="utf-8")
        for year in (2024, 2025)
    )
    assert "<LALevelVacancies>" in old
    assert "<GenderCurrent>" in old
    assert "<LALevel>" in new
    assert "<Sex>" in new
