"""The synthetic council's whole life: everyone and everything, from some years before its first return to the last day."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from lineofsight.demo.areas import Spell, child_spells
from lineofsight.demo.attendance import Pupil, pupils
from lineofsight.demo.audits import Audit, audits
from lineofsight.demo.boundaries import redrawn_residents, redrawn_spells
from lineofsight.demo.cases import Care, Case
from lineofsight.demo.changes import LATE_LOCALITY, Changes, planted
from lineofsight.demo.days import Window, financial_years, months_before, plus
from lineofsight.demo.dice import Dice
from lineofsight.demo.exclusions import Exclusion, excluded_again, exclusions
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
from lineofsight.demo.places import CHILDREN_PER_PUPIL, WARD_BY_NAME, Residents, population
from lineofsight.demo.send import PlanRequest, plan_requests
from lineofsight.demo.turnover import HOLD_CASES, Turnover, moved_on, turnover
from lineofsight.demo.waits import HealthReferral, health_referrals
from lineofsight.demo.workforce import Allocation, Worker, allocations, workers

FULL_SIZE = 99_822  # residents aged 0-17 of the district whose rates these are
HISTORY_MONTHS = 15  # a referral looks back twelve months, and returns are yearly
LATE_BY_DAYS = 9  # after the last day: when the late batch was typed in
YEARS_BEFORE = 3  # for cases that are open when the first return begins


@dataclass(frozen=True, kw_only=True, slots=True)
class Size:
    """How large the council is, and which days its returns cover."""

    pupils: int
    months: int
    seed: int
    until: date

    @property
    def children(self) -> int:
        """Residents aged 0 to 17."""
        return round(self.pupils * CHILDREN_PER_PUPIL)

    @property
    def scale(self) -> float:
        """Beside a district of 99,822 children."""
        return self.children / FULL_SIZE

    @property
    def first_month(self) -> date:
        """The first day of the first month to chart."""
        return months_before(self.until, self.months - 1)

    @property
    def windows(self) -> list[Window]:
        """The financial years of the returns, with enough history before the first month."""
        return financial_years(months_before(self.first_month, HISTORY_MONTHS), self.until)


@dataclass(frozen=True, kw_only=True, slots=True)
class Society:
    """All that happened, was recorded late, or will happen."""

    size: Size
    changes: Changes
    cases: list[Case]
    cares: list[Care]
    health: list[HealthAssessment]
    requests: list[PlanRequest]
    exclusions: list[Exclusion]
    health_referrals: list[HealthReferral]
    pupils: list[Pupil]
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
    requests = list(_requests(size, register, changes))
    notices = list(_exclusions(size, register))
    referred = list(_health_referrals(size, register))
    at_school = list(_pupils(size, register))
    allocated = allocations(holders, with_team, size.until)
    return Society(
        size=size,
        changes=changes,
        cases=cases,
        cares=cares,
        health=_health(size, cares, changes),
        requests=requests,
        exclusions=notices,
        health_referrals=referred,
        pupils=at_school,
        areas=_areas(size, changes, spells + _known_to_others(requests, notices, referred, at_school)),
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


def _requests(size: Size, register: Register, changes: Changes) -> list[PlanRequest]:
    since = plus(size.windows[0].since, -365)
    timely = changes.plans_in_20_weeks
    dice = Dice(size.seed, "send")
    return list(plan_requests(dice, register, scale=size.scale, since=since, until=size.until, timely=timely))


def _exclusions(size: Size, register: Register) -> list[Exclusion]:
    since = size.windows[0].since
    dice = Dice(size.seed, "exclusions")
    notices = list(exclusions(dice, register, scale=size.scale, since=since, until=size.until))
    return excluded_again(Dice(size.seed, "excluded again"), notices)


def _audits(size: Size, cases: list[Allocation], changes: Changes) -> list[Audit]:
    since, dice = size.windows[0].since, Dice(size.seed, "audits")
    change = changes.new_auditors
    return list(audits(dice, cases, scale=size.scale, since=since, until=size.until, change=change))


def _health_referrals(size: Size, register: Register) -> Iterator[HealthReferral]:
    since = size.windows[0].since
    dice = Dice(size.seed, "waits")
    return health_referrals(dice, register, scale=size.scale, since=since, until=size.until)


def _pupils(size: Size, register: Register) -> Iterator[Pupil]:
    return pupils(Dice(size.seed, "pupils"), register, scale=size.pupils / 68_000, until=size.until)


def _known_to_others(
    requests: list[PlanRequest],
    notices: list[Exclusion],
    referred: list[HealthReferral],
    at_school: list[Pupil],
) -> list[Spell]:
    """Where the children live whom only the education and health services know; registers know a pupil by the UPN."""
    known: list[PlanRequest | Exclusion | HealthReferral] = [*requests, *notices, *referred]
    people = {found.child: (found.child.child_id, found.ward) for found in known}
    people |= {pupil.child: (pupil.child.upn or "", pupil.school.ward) for pupil in at_school}
    return [
        Spell(child_id=number, ward=ward, team="", since=child.born, until=None)
        for child, (number, ward) in people.items()
    ]
