"""The ways out of care: home soon or later, a permanent family, adoption, or staying until eighteen."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lineofsight.demo.days import age_on, plus
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.people import Child

SOON_HOME, LATER_HOME, PERMANENT, ADOPTED, UNTIL_ADULT = "soon", "later", "permanent", "adopted", "adult"
ROUTES = {
    "under 5": Shares.of({SOON_HOME: 22, LATER_HOME: 16, PERMANENT: 27, ADOPTED: 24, UNTIL_ADULT: 11}),
    "5 to 11": Shares.of({SOON_HOME: 30, LATER_HOME: 22, PERMANENT: 20, ADOPTED: 4, UNTIL_ADULT: 20}),
    "12 and over": Shares.of({SOON_HOME: 38, LATER_HOME: 18, PERMANENT: 2, UNTIL_ADULT: 38}),
}
HOME = Shares.of({"E4A": 60, "E4B": 20, "E13": 12, "E8": 8})
REASONS = {
    SOON_HOME: HOME,
    LATER_HOME: HOME,
    PERMANENT: Shares.of({"E46": 40, "E45": 34, "E41": 22, "E48": 4}),
    ADOPTED: Shares.of({"E11": 8, "E12": 92}),
    UNTIL_ADULT: Shares.of({"E17": 34, "E5": 20, "E6": 12, "E7": 6, "E8": 28}),
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Ending:
    """How a period of being looked after ends."""

    route: str
    left: date
    reason: str


def ending(dice: Dice, child: Child, entered: date, *, unaccompanied: bool) -> Ending:
    """Draws the way out of care; nobody is looked after beyond the eighteenth birthday."""
    age = age_on(child.born, entered)
    shares = ROUTES["under 5" if age < 5 else "5 to 11" if age < 12 else "12 and over"]
    route = UNTIL_ADULT if unaccompanied else dice.pick(shares)
    left = plus(entered, _length(dice, route))
    if left >= child.adult_on:
        route, left = UNTIL_ADULT, child.adult_on
    return Ending(route=route, left=left, reason=dice.pick(REASONS[route]))


def _length(dice: Dice, route: str) -> int:
    match route:
        case "soon":
            return 2 + dice.days(90, shape=1.6)
        case "later":
            return 180 + dice.days(260)
        case "permanent":
            return 210 + dice.days(260)
        case "adopted":
            return 420 + dice.days(230, shape=3)
    return 25 * 365
