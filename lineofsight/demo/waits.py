"""Referrals to mental health and neurodevelopmental services, how long children wait, and who is turned away."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lineofsight.demo.days import plus
from lineofsight.demo.dice import Dice, Shares, arrivals
from lineofsight.demo.people import Child, Register
from lineofsight.demo.places import WHERE_NEED_IS

CAMHS, NEURODEVELOPMENTAL = "camhs", "neurodevelopmental"
A_YEAR = {CAMHS: 2_600, NEURODEVELOPMENTAL: 1_300}  # referrals, for 99,822 residents aged 0 to 17
SEASONS = (1.05, 1.05, 1.15, 0.9, 1.1, 1.1, 1.05, 0.6, 0.95, 1.1, 1.15, 0.8)
SOURCES = Shares.of({"gp": 44, "school": 27, "hospital": 9, "social_care": 8, "family": 9, "other": 2, "": 1})
PATHWAYS = Shares.of({"autism": 49, "adhd": 31, "autism_and_adhd": 17, "other": 2, "": 1})
TEAMS = ("Getting help", "Getting more help", "Eating disorders")
DECISIONS = Shares.of({"accepted": 77, "signposted": 15, "not_accepted": 5, "withdrawn": 3})
IN_13_WEEKS = 0.14  # most wait for many months
MEAN_WAIT = {CAMHS: 36, NEURODEVELOPMENTAL: 250}
GIVES_UP = 0.07  # closed after a long wait without a contact


@dataclass(frozen=True, kw_only=True, slots=True)
class HealthReferral:
    """One referral, from its receipt to the first contact that was kept and the closure."""

    number: int
    child: Child
    ward: str
    service: str
    pathway: str
    team: str
    source: str
    received: date
    decided: date
    outcome: str
    first_contact: date | None
    closed: date


def health_referrals(
    dice: Dice, register: Register, *, scale: float, since: date, until: date
) -> Iterator[HealthReferral]:
    """Every referral received between two days, service by service."""
    number = 0
    for service, a_year in A_YEAR.items():
        for day in arrivals(dice, since=since, until=until, per_year=a_year * scale, seasons=SEASONS):
            number += 1
            yield _referral(dice, register, number, service, day)


def _referral(dice: Dice, register: Register, number: int, service: str, received: date) -> HealthReferral:
    youngest, oldest = (2200, 6400) if service == CAMHS else (1300, 6000)
    male = 0.42 if service == CAMHS else 0.66
    decided = plus(received, dice.between(2, 18))
    outcome = dice.pick(DECISIONS)
    first_contact, closed = _course(dice, service, received, decided, outcome)
    return HealthReferral(
        number=number,
        child=register.child(plus(received, -dice.between(youngest, oldest)), male=male),
        ward=dice.pick(WHERE_NEED_IS),
        service=service,
        pathway=dice.pick(PATHWAYS) if service == NEURODEVELOPMENTAL else "",
        team=dice.one_of(TEAMS) if service == CAMHS else "Neurodevelopmental pathway",
        source=dice.pick(SOURCES),
        received=received,
        decided=decided,
        outcome=outcome,
        first_contact=first_contact,
        closed=closed,
    )


def _course(
    dice: Dice, service: str, received: date, decided: date, outcome: str
) -> tuple[date | None, date]:
    """The first contact, if there is to be one, and the closure: both may lie after the last day."""
    if outcome != "accepted":
        return None, decided
    if service == NEURODEVELOPMENTAL and dice.happens(IN_13_WEEKS):
        wait = dice.between(15, 90)
    else:
        wait = (92 if service == NEURODEVELOPMENTAL else 1) + dice.days(MEAN_WAIT[service])
    seen = max(plus(received, wait), plus(decided, 1))
    if dice.happens(GIVES_UP):
        return None, seen
    return seen, plus(seen, 20 + dice.days(160))
