"""Young people who left care at eighteen, as the return asks about them at each birthday."""

from __future__ import annotations

from lineofsight.demo.cases import Care
from lineofsight.demo.days import Window, birthday
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.sheets import Sheet

IN_TOUCH = Shares.of({"YES": 95, "NO": 3, "REFU": 1, "NREQ": 1})
ACTIVITY = Shares.of({"F2": 22, "F5": 20, "P5": 6, "F1": 4, "F4": 3, "G5": 28, "G4": 12, "G6": 5})
HOME = Shares.of({"U1": 38, "T1": 12, "D1": 14, "Z1": 10, "R1": 6, "V1": 8, "B1": 5, "K2": 3, "X2": 4})
AGES = range(18, 22)


def care_leavers(sheet: Sheet, cares: list[Care], window: Window, dice: Dice) -> None:
    """A row for each young person whose eighteenth to twenty-first birthday falls in the year."""
    for care in cares:
        child = care.child
        if care.short_breaks or care.left != child.adult_on:
            continue
        if any(window.since <= birthday(child.born, age) <= window.until for age in AGES):
            touch = dice.pick(IN_TOUCH)
            known = touch == "YES"
            sheet.add(
                child.child_id,
                child.born,
                touch,
                dice.pick(ACTIVITY) if known else "0",
                dice.pick(HOME) if known else "0",
            )
