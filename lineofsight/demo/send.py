"""Requests for education, health and care plans, the queue behind them, and the plans."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lineofsight.demo.changes import Change
from lineofsight.demo.days import plus
from lineofsight.demo.dice import Dice, arrivals
from lineofsight.demo.people import Child, Register
from lineofsight.demo.places import WHERE_CHILDREN_ARE

REQUESTS = 890  # a year, for 68,000 pupils
NOT_ASSESSED, WITHDRAWN, NO_PLAN = 0.29, 0.02, 0.05
EXCEPTIONS = 0.03
LIMIT = 140
SEASONS = (1.1, 1.15, 1.2, 0.9, 1.1, 1.2, 1.25, 0.35, 0.8, 1.05, 1.15, 0.75)


@dataclass(frozen=True, kw_only=True, slots=True)
class PlanRequest:
    """One request, with all that comes of it, also beyond the end of the data."""

    number: int
    child: Child
    ward: str
    received: date
    decided: date
    decision: str  # Y, N or W
    concluded: date | None
    conclusion: str  # Y, N or W; empty where there was no assessment
    exception: bool
    ceased: date | None
    lag: int


def plan_requests(
    dice: Dice, register: Register, *, scale: float, since: date, until: date, timely: Change
) -> Iterator[PlanRequest]:
    """Every request received between two days."""
    days = arrivals(dice, since=since, until=until, per_year=REQUESTS * scale, seasons=SEASONS)
    for number, day in enumerate(days, start=1):
        yield _request(dice, register, number, day, timely)


def _request(dice: Dice, register: Register, number: int, received: date, timely: Change) -> PlanRequest:
    child = register.child(plus(received, -dice.between(1000, 6000)), disabled=0.3, male=0.7)
    decided = plus(received, dice.between(24, 42) if dice.happens(0.8) else dice.between(43, 75))
    decision = "N" if dice.happens(NOT_ASSESSED) else "W" if dice.happens(WITHDRAWN) else "Y"
    conclusion = "" if decision != "Y" else "N" if dice.happens(NO_PLAN) else "Y"
    concluded = plus(received, dice.between(85, 150)) if conclusion == "N" else None
    if conclusion == "Y":
        concluded = _issued(dice, received, timely)
    ends = dice.happens(0.10) and conclusion == "Y" and concluded is not None
    return PlanRequest(
        number=number,
        child=child,
        ward=dice.pick(WHERE_CHILDREN_ARE),
        received=received,
        decided=decided,
        decision=decision,
        concluded=concluded,
        conclusion=conclusion,
        exception=conclusion == "Y" and dice.happens(EXCEPTIONS),
        ceased=plus(concluded, 200 + dice.days(900)) if ends and concluded else None,
        lag=dice.between(0, 9),
    )


def _issued(dice: Dice, received: date, timely: Change) -> date:
    """The day of the final plan. Before the change most wait long; from then on the queue is cleared within months."""
    on_time = plus(received, LIMIT - min(dice.days(6), 30))
    improved = plus(received, LIMIT) >= timely.month
    if dice.happens(timely.after + 0.12 if improved else timely.before):
        return on_time
    late = plus(received, LIMIT + 1 + dice.days(30 if improved else 120))
    cleared = plus(timely.month, -dice.between(-190, 15))
    return late if improved or late <= cleared else max(cleared, plus(received, LIMIT + 1))
