"""Initial health assessments of children who have come into care."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from lineofsight.demo.cases import Care
from lineofsight.demo.changes import Change
from lineofsight.demo.days import plus, working_days_after
from lineofsight.demo.dice import Dice, Shares

REASONS_LATE = Shares.of(
    {"no clinic appointment": 45, "consent came late": 25, "placed out of area": 20, "was not brought": 10}
)
NEVER_DONE = 0.06  # of those not in time


@dataclass(frozen=True, kw_only=True, slots=True)
class HealthAssessment:
    """One initial health assessment, from the child's entering care to the report."""

    child_id: str
    entered: date
    consent: date
    requested: date
    appointment: date
    completed: date | None
    report: date | None
    reason_late: str
    refused: bool = False
    not_needed: bool = False


def health_assessments(
    dice: Dice, cares: Iterable[Care], *, since: date, timely: Change
) -> Iterator[HealthAssessment]:
    """One for each period of care that had not ended before a day; short breaks need none."""
    for care in cares:
        if care.left >= since and not care.short_breaks:
            yield _assessment(dice, care, timely)


def _assessment(dice: Dice, care: Care, timely: Change) -> HealthAssessment:
    due = working_days_after(care.entered, 20)
    in_time = dice.happens(timely.share_on(due))
    never = not in_time and dice.happens(NEVER_DONE)
    days = 20 - min(dice.days(4), 14) if in_time else 21 + min(dice.days(11), 80)
    appointment = working_days_after(care.entered, days)
    left = appointment > care.left
    done = None if left or never else appointment
    return HealthAssessment(
        child_id=care.child.child_id,
        entered=care.entered,
        consent=plus(care.entered, dice.between(0, 3) if in_time else dice.between(0, 12)),
        requested=plus(care.entered, dice.between(1, 5) if in_time else dice.between(2, 14)),
        appointment=appointment,
        completed=done,
        report=plus(done, dice.between(4, 15)) if done else None,
        reason_late="" if in_time else dice.pick(REASONS_LATE),
        refused=never and not left,
        not_needed=left,
    )


def status(found: HealthAssessment, until: date) -> str:
    """How the register says it stands on a day."""
    if found.not_needed:
        return "not_needed"
    if found.refused:
        return "refused" if found.appointment <= until else "booked"
    if found.completed and found.completed <= until:
        return "completed"
    return "booked" if found.requested <= until else "requested"
