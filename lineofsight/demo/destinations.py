"""What became of the pupils who were at the council's schools at 15, year group by year group."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lineofsight.demo.days import plus
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.people import Child, Register
from lineofsight.demo.places import WHERE_CHILDREN_ARE, school

YEAR_GROUP = 4_900  # pupils aged 15, where the council has 68,000
FREE_MEALS = 0.24
GOES_ON = {True: 0.28, False: 0.50}  # by free school meals
GIRLS, BOYS = 1.15, 0.87  # beside the average
SEN = Shares.of({"N": 82, "K": 13, "E": 5})
WITH_SEN = {"N": 1.08, "K": 0.6, "E": 0.25}
OTHERWISE = Shares.of(
    {"further_education": 34, "apprenticeship": 14, "employment": 33, "neet": 10, "other": 3, "not_known": 6}
)
LATE = 0.12  # of those who go on, entering a year after the others


@dataclass(frozen=True, kw_only=True, slots=True)
class Leaver:
    """A pupil of a state school at 15, and the day of entering higher education, if any."""

    child: Child
    school: str
    free_meals: bool
    sen: str
    destination: str
    entered: date | None


def leavers(dice: Dice, register: Register, *, scale: float, since: date, until: date) -> Iterator[Leaver]:
    """The year groups whose nineteenth year ended between two days, at least three pupils of each."""
    for year in range(since.year, until.year + 1):
        if since <= date(year, 8, 31) <= until:
            for _ in range(max(3, round(YEAR_GROUP * scale))):
                yield _leaver(dice, register, year)


def _leaver(dice: Dice, register: Register, year: int) -> Leaver:
    child = register.child(plus(date(year - 20, 8, 31), -dice.between(0, 364)))
    free_meals, sen = dice.happens(FREE_MEALS), dice.pick(SEN)
    goes_on = GOES_ON[free_meals] * WITH_SEN[sen] * (GIRLS if child.sex == "F" else BOYS)
    entered = None
    if dice.happens(goes_on):
        entered = date(year - 2 + dice.happens(LATE), 9, dice.between(12, 28))
    ward = dice.pick(WHERE_CHILDREN_ARE)
    return Leaver(
        child=child,
        school=school(dice, ward, secondary=True),
        free_meals=free_meals,
        sen=sen,
        destination="higher_education" if entered else dice.pick(OTHERWISE),
        entered=entered,
    )
