"""Pupils who come and go, and what becomes of them, as the definitions say in words, in plain loops."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lineofsight.calendar import Period
from tests.generative.oracle import Case, Group, World
from tests.generative.oracle_definitions import share


def pupil_mobility_pct(world: World, period: Period) -> Iterator[Case]:
    for row in world.tables["enrolments"]:
        entered, left = row["entered"], row["left"]
        if entered is None or row["kind"] != "school" or row["enrolment_status"] == "S":
            continue
        if entered > period.end or (left is not None and left < period.start):
            continue
        joined = entered in period and entered.month not in (8, 9)
        went = left is not None and left in period and left.month not in (7, 8)
        yield share(row, max(entered, period.start), met=joined or went)


def he_by_19_pct(world: World, period: Period) -> Iterator[Case]:
    for row in world.tables["leaver_destinations"]:
        until: date | None = row["aged_19_until"]
        if until is None or until not in period:
            continue
        entered, now = row["entered_higher_education"], row["destination"]
        met: bool | None
        if entered is not None:
            met = entered <= until
        else:
            met = None if now in (None, "not_known", "higher_education") else False
        yield share(row, until, met=met)


def free_meals(_world: World, case: Case) -> Group:
    """Yes, no or not recorded, as the engines write it."""
    answer = case.row["free_meals"]
    return None if answer is None else str(answer).lower()
