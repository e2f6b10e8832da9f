"""Which ward each child lived in and which team had the case, day by day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from lineofsight.demo.cases import Case
from lineofsight.demo.days import birthday, plus
from lineofsight.demo.places import (
    ASSESSMENT,
    DISABLED,
    LEAVING_CARE,
    LOOKED_AFTER,
    SUPPORT,
    WARD_BY_NAME,
    WARDS,
)

WARD_NUMBERS = {ward.name: number for number, ward in enumerate(WARDS)}
DAYS_TO_HAND_OVER = 4
DAYS_IN_CARE_BEFORE_ITS_TEAM = 45


@dataclass(frozen=True, kw_only=True, slots=True)
class Spell:
    """A child in a ward and with a team (empty: with none); ``until`` is the first day that is no longer so."""

    child_id: str
    ward: str
    team: str
    since: date
    until: date | None


def team_spells(case: Case) -> list[Spell]:
    """The teams that a case passes through, from its referral to the day it closes."""
    steps = [(day, team) for day, team in _steps(case) if day < case.closed]
    ends = [*(day for day, _ in steps[1:]), case.closed][: len(steps)]
    return [
        Spell(child_id=case.child.child_id, ward=case.ward, team=team, since=since, until=until)
        for (since, team), until in zip(steps, ends, strict=True)
        if until > since
    ]


def _steps(case: Case) -> Iterator[tuple[date, str]]:
    """Each team with its first day, in order: assessment, support, then care and leaving care where it comes to that."""
    locality, number = WARD_BY_NAME[case.ward].locality, WARD_NUMBERS[case.ward]
    last = case.referred
    if case.assessments or case.no_further_action:
        yield last, ASSESSMENT[locality]
    if case.assessments:
        last = plus(case.assessments[0].authorised, DAYS_TO_HAND_OVER)
        yield last, DISABLED if case.need == "N2" else SUPPORT[locality][number % 2]
    if case.care:
        settled = plus(case.care.entered, DAYS_IN_CARE_BEFORE_ITS_TEAM) if case.assessments else last
        last = max(last, settled)
        yield last, LOOKED_AFTER[number % len(LOOKED_AFTER)]
        yield max(plus(last, 1), birthday(case.child.born, 17)), LEAVING_CARE


def child_spells(cases: Iterable[Case]) -> Iterator[Spell]:
    """Every day of each child that is known to social care: its ward always, its team while a case is open."""
    for _, theirs in groupby(sorted(cases, key=_in_order), key=lambda case: case.child.child_id):
        yield from _of_one_child(list(theirs))


def _in_order(case: Case) -> tuple[str, date]:
    return case.child.child_id, case.referred


def _of_one_child(cases: list[Case]) -> Iterator[Spell]:
    first = cases[0]
    if first.child.born < first.referred:
        yield _at_home(first, since=first.child.born, until=first.referred)
    nexts = [case.referred for case in cases[1:]] + [None]
    for case, following in zip(cases, nexts, strict=True):
        spells = team_spells(case)
        yield from spells
        since = spells[-1].until if spells else case.referred
        if since is not None and since != following:
            yield _at_home(case, since=since, until=following)


def _at_home(case: Case, *, since: date, until: date | None) -> Spell:
    return Spell(child_id=case.child.child_id, ward=case.ward, team="", since=since, until=until)
