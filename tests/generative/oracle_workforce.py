"""The workforce's indicators as their definitions say in words, in plain loops."""

from __future__ import annotations

from collections.abc import Iterator

from lineofsight.calendar import Period
from tests.generative.oracle import Case, Row, World, is_open

PROGRAMMES = ("frontline", "step_up", "apprenticeship")


def _of_full_time(row: Row, period: Period, *, met: bool, not_recorded: bool) -> Case:
    share = row["full_time_share"]
    weight = 0 if share is None else share
    return Case(
        row=row,
        at=period.end,
        numerator=weight if met else 0,
        denominator=weight,
        unknown=int(share is None or not_recorded),
    )


def sw_vacancy_pct(world: World, period: Period) -> Iterator[Case]:
    for vacancy in world.tables["vacancies"]:
        if is_open(vacancy["opened"], vacancy["filled"], period.end):
            yield _of_full_time(vacancy, period, met=True, not_recorded=False)
    for worker in world.tables["workers"]:
        if is_open(worker["started"], worker["ended"], period.end) and worker["is_agency"] is not True:
            yield _of_full_time(worker, period, met=False, not_recorded=False)


def sw_agency_pct(world: World, period: Period) -> Iterator[Case]:
    for worker in world.tables["workers"]:
        if is_open(worker["started"], worker["ended"], period.end):
            agency = worker["is_agency"]
            yield _of_full_time(worker, period, met=agency is True, not_recorded=agency is None)


def _moves(world: World, period: Period, kind: str) -> Iterator[Case]:
    for move in world.tables["worker_moves"]:
        if move["kind"] == kind and move["moved"] is not None and move["moved"] in period:
            route = move["route"]
            yield Case(
                row=move, at=move["moved"], numerator=int(route in PROGRAMMES), unknown=int(route is None)
            )


def frontline_recruits_count(world: World, period: Period) -> Iterator[Case]:
    yield from _moves(world, period, "joined")


def frontline_moves_count(world: World, period: Period) -> Iterator[Case]:
    yield from _moves(world, period, "moved")
