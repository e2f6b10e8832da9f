"""The orders and agreements under which children are looked after."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lineofsight.demo.days import plus
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.routes import ADOPTED, SOON_HOME, Ending

FIRST_ORDER = Shares.of({"V2": 46, "C1": 38, "L1": 10, "L2": 4, "J1": 2})
SHORT = {"L1": (1, 3), "L2": (4, 8)}
AFTER_SHORT = Shares.of({"C1": 60, "V2": 40})


@dataclass(frozen=True, kw_only=True, slots=True)
class Order:
    """A legal status from a day on."""

    since: date
    status: str


def orders(dice: Dice, entered: date, ending: Ending, *, voluntary: bool) -> tuple[Order, ...]:
    """One legal status after another, from the day of entering care to the end."""
    found = [Order(since=entered, status="V2" if voluntary else dice.pick(FIRST_ORDER))]
    if found[-1].status in SHORT:
        since = plus(entered, dice.between(*SHORT[found[-1].status]))
        found.append(Order(since=since, status=dice.pick(AFTER_SHORT)))
    if found[-1].status == "V2" and ending.route != SOON_HOME and not voluntary and dice.happens(0.6):
        found.append(Order(since=plus(found[-1].since, 30 + dice.days(80)), status="C1"))
    if found[-1].status == "C1":
        found.append(Order(since=plus(found[-1].since, 170 + dice.days(60)), status="C2"))
    if ending.route == ADOPTED:
        found = [o for o in found if o.since < plus(ending.left, -330)]
        found.append(Order(since=max(plus(ending.left, -300), plus(entered, 30)), status="E1"))
    return tuple(o for o in found if o.since < ending.left)
