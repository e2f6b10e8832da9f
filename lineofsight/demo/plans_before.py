"""Education, health and care plans that were made before the register of requests begins, which only SEN2 holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lineofsight.demo.days import birthday, plus
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.people import Child, Register
from lineofsight.demo.places import WHERE_CHILDREN_ARE

PLANS = 2_710  # in force in April 2019, where the council has 68,000 pupils
GROWTH, COUNTED_ON = (
    1.119,
    date(2019, 4, 1),
)  # a year; so that later months have about as many as were published
YEARS_BEFORE = 9
LATEST_AGE = 25
NEEDS = Shares.of(
    {
        "ASD": 32,
        "SEMH": 18,
        "SLCN": 17,
        "MLD": 11,
        "SLD": 7,
        "SPLD": 4,
        "PD": 4,
        "PMLD": 3,
        "HI": 2,
        "VI": 1,
        "OTH": 1,
    }
)


@dataclass(frozen=True, kw_only=True, slots=True)
class OlderPlan:
    """A plan with the day of its request, the day on which it was made, and the one on which it ceases."""

    child: Child
    ward: str
    received: date
    issued: date
    ceases: date
    need: str


def plans_before(dice: Dice, register: Register, *, scale: float, since: date) -> Iterator[OlderPlan]:
    """The plans that are in force on a day, as many as the council has of them, in the order of their numbers."""
    wanted = max(1, round(PLANS * scale * GROWTH ** ((since - COUNTED_ON).days / 365.25)))
    while wanted:
        issued = plus(since, -dice.between(1, 365 * YEARS_BEFORE))
        ceases = plus(issued, 900 + dice.days(3300))
        child = register.child(plus(issued, -dice.between(1100, 5000)), disabled=0.4, male=0.7)
        ceases = min(ceases, birthday(child.born, LATEST_AGE))
        ward, need = dice.pick(WHERE_CHILDREN_ARE), dice.pick(NEEDS)
        if ceases > since:
            wanted -= 1
            received = plus(issued, -dice.between(110, 180))
            yield OlderPlan(
                child=child, ward=ward, received=received, issued=issued, ceases=ceases, need=need
            )
