"""Practice audits of children's records, and the auditors who came and went."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lineofsight.demo.changes import Artefact
from lineofsight.demo.days import plus
from lineofsight.demo.dice import Dice, Shares, arrivals
from lineofsight.demo.places import ASSESSMENT, DISABLED, LEAVING_CARE, LOOKED_AFTER, SUPPORT
from lineofsight.demo.workforce import Allocation

AUDITS = 400  # a year, in a district of 99,822 children
AUDITORS, WHO_STAYED = 24, 7
LENIENT, STRICT = 0.81, 0.54  # how often partnership working is found good or better
ENGAGED, SUPERVISED = 0.74, 0.6
GOOD = Shares.of({"good": 85, "outstanding": 15})
LESS = Shares.of({"requires_improvement": 86, "inadequate": 14})
RISK = Shares.of({"strong": 44, "some": 36, "weak": 14, "none": 6})
OVERALL = Shares.of({"outstanding": 6, "good": 54, "requires_improvement": 33, "inadequate": 7})
NOT_APPLICABLE, NOT_GRADED, MODERATED, CHANGED = 0.04, 0.01, 0.2, 0.15
DAYS_TO_MODERATE = 10
TRIES = 200  # to find a case that is open on the day
SERVICES = {
    **dict.fromkeys(ASSESSMENT.values(), "Assessment"),
    **{team: "Children in need" for pair in SUPPORT.values() for team in pair},
    **dict.fromkeys(LOOKED_AFTER, "Children looked after"),
    DISABLED: "Children looked after",
    LEAVING_CARE: "Children looked after",
}


@dataclass(frozen=True, kw_only=True, slots=True)
class Audit:
    """One finished audit, with what was answered to each question: first, and as agreed where that differs."""

    number: int
    child_id: str
    team: str
    service: str
    auditor: str
    audited: date
    is_moderated: bool
    overall: str
    answers: tuple[tuple[str, str, str], ...]


def audits(
    dice: Dice, cases: list[Allocation], *, scale: float, since: date, until: date, change: Artefact
) -> Iterator[Audit]:
    """Every audit finished between two days, of cases drawn by chance; ``change`` is that of the auditors."""
    days = arrivals(dice, since=since, until=until, per_year=AUDITS * scale)
    number = 0
    for day in days:
        case = _open_case(dice, cases, day)
        if case:
            number += 1
            yield _audit(dice, number, case, day, until, change.since)


def _open_case(dice: Dice, cases: list[Allocation], day: date) -> Allocation | None:
    for _ in range(TRIES if cases else 0):
        case = cases[dice.between(0, len(cases) - 1)]
        if case.started <= day < case.ended:
            return case
    return None


def _audit(dice: Dice, number: int, case: Allocation, day: date, until: date, new_since: date) -> Audit:
    place = dice.between(1, AUDITORS)
    is_new = day >= new_since and place > WHO_STAYED
    overall = dice.pick(OVERALL)
    is_read_again = overall == "inadequate" or dice.happens(MODERATED)
    is_moderated = is_read_again and plus(day, DAYS_TO_MODERATE) <= until
    return Audit(
        number=number,
        child_id=case.child_id,
        team=case.team,
        service=SERVICES[case.team],
        auditor=f"QA{place + (AUDITORS if is_new else 0):02}",
        audited=day,
        is_moderated=is_moderated,
        overall=overall,
        answers=tuple(_answers(dice, partnership=STRICT if is_new else LENIENT, is_moderated=is_moderated)),
    )


def _answers(dice: Dice, *, partnership: float, is_moderated: bool) -> Iterator[tuple[str, str, str]]:
    """To each question the first answer, and the agreed one where moderation changed it."""
    firsts = {
        "s_engage.grade": _grade(dice, ENGAGED),
        "s_partner.grade": _grade(dice, partnership),
        "super.frequency": "yes" if dice.happens(SUPERVISED) else "no",
        "risk.addressed": dice.pick(RISK),
    }
    for question, first in firsts.items():
        is_changed = is_moderated and first == "good" and dice.happens(CHANGED)
        agreed = "requires_improvement" if is_changed else ""
        if dice.happens(NOT_APPLICABLE):
            yield question, "na", ""
        else:
            yield question, "" if dice.happens(NOT_GRADED) else first, agreed


def _grade(dice: Dice, good: float) -> str:
    return dice.pick(GOOD if dice.happens(good) else LESS)
