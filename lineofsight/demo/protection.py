"""Section 47 enquiries, initial conferences and child protection plans; brothers and sisters share their dates."""

from __future__ import annotations

from datetime import date

from lineofsight.demo.cases import Enquiry, PreProceedings, ProtectionPlan
from lineofsight.demo.changes import Change
from lineofsight.demo.days import plus, working_days_after
from lineofsight.demo.dice import Dice, Shares

CONFERENCE_FOLLOWS = 0.425
NO_CONFERENCE_IS_RECORDED = 0.99  # the rest are left without an outcome for months
DECIDED_QUICKLY = 0.96
PLAN_FOLLOWS = 0.87
CATEGORIES = Shares.of({"NEG": 46, "EMO": 37, "PHY": 8, "SAB": 4, "MUL": 5})
PREVIOUS_PLANS = Shares.of({"0": 76, "1": 17, "2": 5, "3": 2})
FIRST_REVIEW_IN_TIME = 0.94
REMOVED = {"conference": 0.175, "enquiry": 0.066, "neither": 0.076}
OUTCOMES = Shares.of({"A": 50, "B": 25, "C": 25})


def enquiry(dice: Dice, started: date, timely: Change) -> Enquiry:
    """An enquiry that begins with a strategy discussion; ``timely`` says how many conferences come in time."""
    if dice.happens(CONFERENCE_FOLLOWS):
        return Enquiry(started=started, conference=_conference(dice, started, timely))
    quick = dice.happens(DECIDED_QUICKLY)
    days = dice.between(2, 13) if quick else dice.between(16, 34)
    if not dice.happens(NO_CONFERENCE_IS_RECORDED):
        days += 40 + dice.days(40)
    return Enquiry(started=started, not_required_on=working_days_after(started, days))


def _conference(dice: Dice, started: date, timely: Change) -> date:
    due = working_days_after(started, 15)
    if dice.happens(timely.share_on(due)):
        return working_days_after(started, 15 - min(dice.days(2.6), 11))
    return working_days_after(started, 16 + min(dice.days(6), 30))


def protection_plan(dice: Dice, conference: date, *, latest: date) -> ProtectionPlan | None:
    """The plan that a conference made, if it made one; it ends no later than a day."""
    if plus(conference, 10) >= latest or not dice.happens(PLAN_FOLLOWS):
        return None
    ended = min(plus(conference, 75 + min(dice.days(212, shape=1.7), 660)), latest)
    category = dice.pick(CATEGORIES)
    return ProtectionPlan(
        started=conference,
        ended=ended,
        category=category,
        latest_category=category if dice.happens(0.9) else dice.pick(CATEGORIES),
        previous=int(dice.pick(PREVIOUS_PLANS)),
        reviews=tuple(_reviews(dice, conference, ended)),
    )


def _reviews(dice: Dice, started: date, ended: date) -> list[date]:
    reviews = []
    wait = dice.between(76, 90) if dice.happens(FIRST_REVIEW_IN_TIME) else dice.between(93, 120)
    day = working_days_after(plus(started, wait - 1), 1)
    while day <= ended:
        reviews.append(day)
        day = working_days_after(plus(day, dice.between(150, 178)), 1)
    return reviews


def pre_proceedings(dice: Dice, plan: ProtectionPlan) -> PreProceedings:
    """The legal meetings beside a plan that does not work."""
    started = plus(plan.started, dice.between(40, 70))
    first = plus(started, dice.between(10, 21))
    decided = plus(first, dice.between(40, 120))
    outcome = dice.pick(OUTCOMES)
    return PreProceedings(
        started=started,
        letter=plus(started, dice.between(0, 7)),
        family_meeting_offered=dice.happens(0.8),
        family_meeting_held=dice.happens(0.5),
        first_meeting=first,
        reviews=dice.between(1, 3),
        decided=decided,
        outcome=outcome,
        application=plus(decided, dice.between(3, 20)) if outcome == "A" else None,
    )


def removal(dice: Dice, referred: date, *, enquired: bool, conference: date | None) -> date | None:
    """The day on which children of a family begin to be looked after, if they do."""
    if conference:
        return plus(conference, dice.days(110)) if dice.happens(REMOVED["conference"]) else None
    if enquired:
        return plus(referred, dice.days(30)) if dice.happens(REMOVED["enquiry"]) else None
    return plus(referred, dice.days(60)) if dice.happens(REMOVED["neither"]) else None
