"""Referrals and assessments: where a case comes from, and how long it takes to see what is needed."""

from __future__ import annotations

from datetime import date

from lineofsight.demo.cases import Assessment
from lineofsight.demo.days import plus, working_days_after
from lineofsight.demo.dice import Dice, Shares

SOURCES = Shares.of(
    {
        "6": 27,
        "2A": 19,
        "1A": 7,
        "1D": 3,
        "3A": 3,
        "3B": 4,
        "3E": 6,
        "3F": 6,
        "4": 2,
        "5A": 6,
        "5B": 5,
        "5D": 4,
    }
    | {"7": 3, "8": 3, "9": 1, "10": 1}
)
NEEDS = Shares.of({"N1": 62, "N2": 7, "N3": 4, "N4": 8, "N5": 14, "N6": 2, "N8": 2, "N9": 1})
FACTORS = Shares.of(
    {
        "3B": 20,
        "4B": 16,
        "16A": 14,
        "17A": 14,
        "1B": 8,
        "2B": 8,
        "3A": 5,
        "4A": 5,
        "18B": 5,
        "18C": 3,
        "19B": 2,
    }
    | {"11A": 2, "13A": 2, "15A": 3, "7A": 3, "10A": 2, "6B": 2, "24A": 2, "14A": 2}
)
NEW_CODES_SINCE = date(2022, 4, 1)  # 5D and RC9, of early help, come with the census of 2022/23
WITHIN_45_DAYS = 0.75
RECORDED_LATE = Shares.of({"0": 55, "1": 20, "3": 12, "7": 8, "14": 4, "28": 1})


def source(dice: Dice, referred: date) -> str:
    """Where a referral comes from, by the list of its year."""
    found = dice.pick(SOURCES)
    return "5B" if found == "5D" and referred < NEW_CODES_SINCE else found


def assessment(dice: Dice, referred: date) -> Assessment:
    """An assessment that starts within days; three in four are signed within 45 working days of the referral."""
    if dice.happens(WITHIN_45_DAYS):
        length = 45 - min(dice.days(9, shape=1.1), 42)
    else:
        length = 46 + min(dice.days(13, shape=1.2), 44)
    started = plus(referred, dice.between(0, 2))
    return Assessment(
        started=started,
        reviewed=working_days_after(started, min(10, length - 2)),
        authorised=working_days_after(referred, length),
        factors=tuple(dict.fromkeys(dice.pick(FACTORS) for _ in range(dice.between(1, 4)))),
    )


def recording_lag(dice: Dice) -> int:
    """In how many days after its day an event is typed in."""
    return int(dice.pick(RECORDED_LATE))
