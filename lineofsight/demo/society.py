"""The synthetic council's whole life: everyone and everything, from some years before its first return to the last day."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from lineofsight.demo.areas import Spell, child_spells
from lineofsight.demo.audits import Audit, audits
from lineofsight.demo.boundaries import redrawn_residents, redrawn_spells
from lineofsight.demo.cases import Care, Case
from lineofsight.demo.changes import LATE_LOCALITY, Changes, planted
from lineofsight.demo.days import plus
from lineofsight.demo.dice import Dice
from lineofsight.demo.elsewhere import Elsewhere, known_elsewhere
from lineofsight.demo.families import (
    RECORDS_BEGAN,
    advice_only,
    arriving_alone,
    long_in_care,
    referred_families,
    short_breaks,
)
from lineofsight.demo.health import HealthAssessment, health_assessments
from lineofsight.demo.people import Register
from lineofsight.demo.places import WARD_BY_NAME, Residents, population
from lineofsight.demo.size import Size
from lineofsight.demo.turnover import HOLD_CASES, Turnover, moved_on, turnover
from lineofsight.demo.workforce import Allocation, Worker, allocations, workers

LATE_BY_DAYS = 9  # after the last day: when the late batch was typed in
YEARS_BEFORE = 3  # for cases that are open when the first return begins


@dataclass(frozen=True, kw_only=True, slots=True)
class Society:
    """All that happened, was recorded late, or will happen."""

    size: Size
    changes: Changes
    cases: list[Case]
    cares: list[Care]
    health: list[HealthAssessment]
    elsewhere: Elsewhere
    areas: list[Spell]
    workers: list[Worker]
    turnover: Turnover
    allocations: list[Allocation]
    audits: list[Audit]
    population: list[Residents]


def life_of(size: Size) -> Society:
    """Lets the council live. Raises ValueError where its records would begin before the case system did."""
    since = size.windows[0].since
    if since <= RECORDS_BEGAN:
        raise ValueError(f"{size.months} months before {size.until} begin before {RECORDS_BEGAN.year + 1}.")
    changes = planted(size.until)
    register = Register(Dice(size.seed, "people"))
    cases = _cases(size, register, changes)
    breaks = short_breaks(
        Dice(size.seed, "short breaks"), register, scale=size.scale, since=since, until=size.until
    )
    cares = sorted(
        [case.care for case in cases if case.care] + list(breaks),
        key=lambda care: (care.child.child_id, care.entered),
    )
    spells = [spell for spell in child_spells(cases) if spell.until is None or spell.until >= since]
    with_team = [spell for spell in spells if spell.team and spell.since <= size.until]
    dice = Dice(size.seed, "workforce")
    holders, others = workers(dice, with_team, scale=size.scale, since=since, until=size.until)
    staff = moved_on(Dice(size.seed, "moves"), holders + others)
    holders = [worker for worker in staff if worker.role in HOLD_CASES]
    elsewhere = known_elsewhere(size, register, changes)
    allocated = allocations(holders, with_team, size.until)
    return Society(
        size=size,
        changes=changes,
        cases=cases,
        cares=cares,
        health=_health(size, cares, changes),
        elsewhere=elsewhere,
        areas=_areas(size, changes, [*spells, *elsewhere.homes()]),
        workers=staff,
        turnover=turnover(
            Dice(size.seed, "turnover"), staff, scale=size.scale, since=since, until=size.until
        ),
        allocations=allocated,
        audits=_audits(size, allocated, changes),
        population=_population(size, changes),
    )


def _areas(size: Size, changes: Changes, spells: list[Spell]) -> list[Spell]:
    day = changes.ward_boundaries.since
    return list(redrawn_spells(spells, day)) if day <= size.until else spells


def _population(size: Size, changes: Changes) -> list[Residents]:
    since, day = size.windows[0].since, changes.ward_boundaries.since
    dice = Dice(size.seed, "population")
    residents = list(population(dice, children=size.children, since=since, until=size.until))
    return redrawn_residents(residents, day) if day <= size.until else residents


def _cases(size: Size, register: Register, changes: Changes) -> list[Case]:
    first = size.windows[0].since
    start = max(date(first.year - YEARS_BEFORE, first.month, first.day), plus(RECORDS_BEGAN, 90))
    cases = list(
        long_in_care(Dice(size.seed, "long in care"), register, scale=size.scale, until=plus(start, -1))
    )
    cases += arriving_alone(
        Dice(size.seed, "alone"), register, scale=size.scale, since=start, until=size.until
    )
    cases += referred_families(
        Dice(size.seed, "families"),
        register,
        scale=size.scale,
        since=start,
        until=size.until,
        timely=changes.conferences_in_15_days,
    )
    cases += advice_only(
        Dice(size.seed, "advice"),
        register,
        scale=size.scale,
        since=changes.advice_as_referrals.since,
        until=size.until,
    )
    return [_typed_in(case, changes, size.until) for case in cases if case.referred <= size.until]


def _typed_in(case: Case, changes: Changes, until: date) -> Case:
    """The case, or, where its team typed in the newest month in one late batch, the case as it will be known later."""
    is_late = case.referred >= changes.late_batch.since and WARD_BY_NAME[case.ward].locality == LATE_LOCALITY
    if not is_late or case.care:
        return case
    return replace(case, lag=(until - case.referred).days + LATE_BY_DAYS)


def _health(size: Size, cares: list[Care], changes: Changes) -> list[HealthAssessment]:
    timely = changes.health_assessments_in_20_days
    since = size.windows[0].since
    return list(health_assessments(Dice(size.seed, "health"), cares, since=since, timely=timely))


def _audits(size: Size, cases: list[Allocation], changes: Changes) -> list[Audit]:
    since, dice = size.windows[0].since, Dice(size.seed, "audits")
    change = changes.new_auditors
    return list(audits(dice, cases, scale=size.scale, since=since, until=size.until, change=change))
