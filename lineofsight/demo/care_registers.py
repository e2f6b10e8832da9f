"""What the service keeps of its looked-after children's health, its care leavers and its foster homes, as sheets."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lineofsight.demo.cases import Care
from lineofsight.demo.days import age_on, birthday, months_before, plus
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.places import WHERE_CHILDREN_ARE
from lineofsight.demo.sheets import Sheet
from lineofsight.demo.society import Society

CHECKS = ("dental", "review_health_assessment", "immunisations", "sdq")
EVERY = {"dental": 182, "review_health_assessment": 365, "immunisations": 365, "sdq": 365}  # days
DONE = {
    "dental": 0.74,
    "review_health_assessment": 0.9,
    "immunisations": 0.83,
    "sdq": 0.8,
}  # of those that are due
NOT_DONE = Shares.of({"refused": 30, "missed": 70})
UNDER_FIVE_EVERY = 182  # review health assessments, by regulation 7 of the Care Planning Regulations 2010
SDQ_AGES = range(4, 17)

LEAVERS_MONTHS = 24
OLDEST_LEAVER = 25
IN_TOUCH = Shares.of({"Y": 94, "N": 4, "U": 2})
SUITABLE = Shares.of({"suitable": 90, "unsuitable": 7, "not_recorded": 3})
HOMES = Shares.of({"U": 38, "T": 12, "D": 14, "Z": 10, "R": 6, "V": 8, "B": 5, "K": 3})
ACTIVITIES = Shares.of({"F2": 22, "F5": 20, "P5": 6, "F1": 4, "F4": 3, "G5": 28, "G4": 12, "G6": 5})

HOUSEHOLDS = 175  # of the council's own, where it has 68,000 pupils
KINDS = Shares.of({"mainstream": 62, "kinship": 30, "short_breaks": 5, "supported_lodgings": 3})
APPROVED_FOR_YEARS = 9
REASONS_ENDED = Shares.of({"resigned": 50, "retired": 25, "moved to an agency": 15, "approval withdrawn": 10})


def health_checks(society: Society) -> Sheet:
    """One row for each check that fell due of a child who was looked after then, with its day if it was done."""
    sheet = Sheet(
        "health_checks", ("Child ID", "Kind of check", "Check due", "Check done", "Check status", "Score")
    )
    for number, care in enumerate(_looked_after(society)):
        dice = Dice(society.size.seed, f"checks {number}")
        for kind in CHECKS:
            for due in _due(care, kind, society.size.until):
                _check(sheet, dice, care, kind, due, society.size.until)
    return sheet


def _looked_after(society: Society) -> Iterator[Care]:
    first = society.size.windows[0].since
    return (care for care in society.cares if not care.short_breaks and care.left >= first)


def _due(care: Care, kind: str, until: date) -> Iterator[date]:
    due = plus(care.entered, 91 if kind == "dental" else 182)
    while due <= min(care.left, plus(until, 60)):
        age = age_on(care.child.born, due)
        if kind != "sdq" or age in SDQ_AGES:
            yield due
        is_early = kind == "review_health_assessment" and age < 5
        due = plus(due, UNDER_FIVE_EVERY if is_early else EVERY[kind])


def _check(sheet: Sheet, dice: Dice, care: Care, kind: str, due: date, until: date) -> None:
    is_done, done = dice.happens(DONE[kind]), plus(due, dice.between(-21, 40))
    score, otherwise = dice.between(2, 28), dice.pick(NOT_DONE)
    if is_done and done <= min(until, care.left):
        sheet.add(care.child.child_id, kind, due, done, "done", score if kind == "sdq" else None)
    elif due > until or is_done:
        sheet.add(care.child.child_id, kind, due, None, "planned", None)
    else:
        sheet.add(care.child.child_id, kind, due, None, otherwise, None)


def care_leavers(society: Society) -> Sheet:
    """One row a month for each young person who left care at eighteen, for the last two years."""
    headings = (
        "Child ID, As at, Birth date, Eligibility, In touch, Last contact, Accommodation, Accommodation suitable, Activity, "
        "Pathway plan reviewed, Adviser ID, Team"
    )
    sheet = Sheet("care_leavers", tuple(headings.split(", ")))
    until = society.size.until
    left = [care for care in society.cares if not care.short_breaks and care.left == care.child.adult_on]
    for number, care in enumerate(left):
        dice = Dice(society.size.seed, f"leaver {number}")
        home, activity, adviser = dice.pick(HOMES), dice.pick(ACTIVITIES), f"PA{dice.between(1, 14):02}"
        for ago in range(LEAVERS_MONTHS - 1, -1, -1):
            as_at = plus(months_before(until, ago - 1), -1) if ago else until
            if care.left <= as_at < birthday(care.child.born, OLDEST_LEAVER):
                home = dice.pick(HOMES) if dice.happens(0.03) else home
                activity = dice.pick(ACTIVITIES) if dice.happens(0.05) else activity
                _leaver(sheet, dice, care, as_at, (home, activity, adviser))
    return sheet


def _leaver(sheet: Sheet, dice: Dice, care: Care, as_at: date, now: tuple[str, str, str]) -> None:
    home, activity, adviser = now
    touch = dice.pick(IN_TOUCH)
    is_known = touch == "Y"
    child = care.child
    sheet.add(
        child.child_id,
        as_at,
        child.born,
        "former_relevant" if age_on(child.born, as_at) < 21 else "qualifying",
        touch,
        plus(as_at, -dice.between(1, 50 if is_known else 150)),
        home if is_known else None,
        dice.pick(SUITABLE) if is_known else "not_recorded",
        activity if is_known else None,
        max(care.left, plus(as_at, -dice.between(10, 180))),
        adviser,
        "Leaving Care",
    )


def foster_homes(society: Society) -> Sheet:
    """One row for each household's approval, in force at some time since the first return."""
    headings = (
        "Household ID, Kind of fostering, Fostering provider, Approved, Approved places, Ward, Approval ended, "
        "Reason approval ended"
    )
    sheet = Sheet("foster_homes", tuple(headings.split(", ")))
    dice, size = Dice(society.size.seed, "foster homes"), society.size
    first = size.windows[0].since
    years = (size.until - first).days / 365 + APPROVED_FOR_YEARS
    for number in range(1, max(2, round(HOUSEHOLDS * size.scale * years / APPROVED_FOR_YEARS))):
        approved = plus(first, dice.between(-365 * APPROVED_FOR_YEARS, (size.until - first).days))
        ended = plus(approved, 200 + dice.days(365 * APPROVED_FOR_YEARS))
        kind, places, ward = dice.pick(KINDS), dice.between(1, 3), dice.pick(WHERE_CHILDREN_ARE)
        why = dice.pick(REASONS_ENDED)
        if ended >= first:
            is_over = ended <= size.until
            sheet.add(
                f"FH{number:04}",
                kind,
                "own",
                approved,
                places,
                ward,
                ended if is_over else None,
                why if is_over else None,
            )
    return sheet
