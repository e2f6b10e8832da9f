"""The council's registers of strategy discussions, with their times, and of section 47 enquiries, with their outcomes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from lineofsight.demo.cases import Case, Enquiry
from lineofsight.demo.days import plus, working_days_after
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.places import ASSESSMENT, WARD_BY_NAME
from lineofsight.demo.sheets import Sheet
from lineofsight.demo.society import Society

DAYS_FROM_CONCERN_TO_DISCUSSION = Shares.of({"0": 64, "1": 26, "2": 5, "3": 3, "5": 2})
NO_TIME_IS_KNOWN = 0.04
DISCUSSED_WITHOUT_AN_ENQUIRY = 0.05
STOOD_DOWN = 0.15
OUTCOMES = Shares.of({"no_further_action": 46, "child_in_need": 41, "early_help": 11, "other": 2})
OPENS, CLOSES = 8 * 60 + 30, 18 * 60


@dataclass(frozen=True, kw_only=True, slots=True)
class Discussion:
    """One strategy discussion, of one child: when the concern came, and when it was held or stood down."""

    child_id: str
    received: date
    received_at: str | None
    held: date | None
    held_at: str | None
    stood_down: date | None
    team: str
    section_47: bool | None


def strategy_discussions(society: Society) -> Sheet:
    """One row for each child that a discussion was called for, as known on the last day."""
    sheet = Sheet(
        "strategy_discussions",
        (
            "Child ID",
            "Referral received",
            "Referral received time",
            "Discussion held",
            "Discussion held time",
            "Stood down",
            "Team",
            "Section 47",
        ),
    )
    for found in sorted(_discussions(society), key=lambda one: (one.received, one.child_id)):
        sheet.add(
            found.child_id,
            found.received,
            found.received_at,
            found.held,
            found.held_at,
            found.stood_down,
            found.team,
            found.section_47,
        )
    return sheet


def _discussions(society: Society) -> Iterator[Discussion]:
    throw = _Throws(society, "strategy discussions")
    for case in _recorded(society):
        for enquiry in case.enquiries:
            yield _as_known(_before_an_enquiry(throw.of(case, enquiry.started), case, enquiry), society)
        dice = throw.of(case, case.referred)
        if case.assessments and not case.enquiries and dice.happens(DISCUSSED_WITHOUT_AN_ENQUIRY):
            yield _as_known(_without_an_enquiry(dice, case), society)


class _Throws:
    """Chance that brothers and sisters share: they are discussed together."""

    def __init__(self, society: Society, part: str) -> None:
        self._seed, self._part = society.size.seed, part

    def of(self, case: Case, day: date) -> Dice:
        """The same throws for whoever lives in the ward and was referred on the same day."""
        return Dice(self._seed, f"{self._part} {case.ward} {case.referred} {day}")


def _recorded(society: Society) -> Iterator[Case]:
    since, until = society.size.windows[0].since, society.size.until
    return (case for case in society.cases if case.closed >= since and plus(case.referred, case.lag) <= until)


def _before_an_enquiry(dice: Dice, case: Case, enquiry: Enquiry) -> Discussion:
    waited = int(dice.pick(DAYS_FROM_CONCERN_TO_DISCUSSION))
    received = max(case.referred, plus(enquiry.started, -waited))
    return _held(dice, case, received, enquiry.started, section_47=True)


def _without_an_enquiry(dice: Dice, case: Case) -> Discussion:
    held = plus(case.referred, min(int(dice.pick(DAYS_FROM_CONCERN_TO_DISCUSSION)), 2))
    if not dice.happens(STOOD_DOWN):
        return _held(dice, case, case.referred, held, section_47=False)
    return Discussion(
        child_id=case.child.child_id,
        received=case.referred,
        received_at=clock(dice.between(OPENS, CLOSES)),
        held=None,
        held_at=None,
        stood_down=held,
        team=team_of(case),
        section_47=None,
    )


def _held(dice: Dice, case: Case, received: date, held: date, *, section_47: bool) -> Discussion:
    came = dice.between(OPENS, CLOSES - 60)
    met = dice.between(came + 30 if held == received else OPENS, CLOSES + 60)
    timed = not dice.happens(NO_TIME_IS_KNOWN)
    return Discussion(
        child_id=case.child.child_id,
        received=received,
        received_at=clock(came),
        held=held,
        held_at=clock(met) if timed else None,
        stood_down=None,
        team=team_of(case),
        section_47=section_47,
    )


def _as_known(found: Discussion, society: Society) -> Discussion:
    """The discussion without what has not happened by the last day."""
    until = society.size.until
    is_held = found.held is not None and found.held <= until
    stood_down = found.stood_down if found.stood_down and found.stood_down <= until else None
    return Discussion(
        child_id=found.child_id,
        received=min(found.received, until),
        received_at=found.received_at,
        held=found.held if is_held else None,
        held_at=found.held_at if is_held else None,
        stood_down=stood_down,
        team=found.team,
        section_47=found.section_47 if is_held else None,
    )


def section_47_outcomes(society: Society) -> Sheet:
    """One row for each enquiry that the census holds: when it ended, and what came of it."""
    sheet = Sheet(
        "section_47_outcomes",
        ("Child ID", "Enquiry started", "Enquiry ended", "Enquiry outcome", "Team"),
    )
    throw = _Throws(society, "section 47 outcomes")
    rows = [
        (
            case.child.child_id,
            enquiry.started,
            *_ending(throw.of(case, enquiry.started), enquiry),
            team_of(case),
        )
        for case in _recorded(society)
        for enquiry in case.enquiries
    ]
    until = society.size.until
    for child_id, started, ended, outcome, team in sorted(rows, key=lambda row: (row[1], row[0])):
        if started <= until:
            has_ended = ended <= until
            sheet.add(child_id, started, ended if has_ended else None, outcome if has_ended else None, team)
    return sheet


def _ending(dice: Dice, enquiry: Enquiry) -> tuple[date, str]:
    if enquiry.not_required_on:
        return enquiry.not_required_on, dice.pick(OUTCOMES)
    assert enquiry.conference is not None  # noqa: S101 - an enquiry ends in one or the other
    return min(working_days_after(enquiry.started, dice.between(2, 8)), enquiry.conference), "conference"


@cache
def clock(minute: int) -> str:
    """A minute of the day as a clock shows it."""
    return f"{minute // 60:02}:{minute % 60:02}"


def team_of(case: Case) -> str:
    """The team that takes referrals from where the child lives."""
    return ASSESSMENT[WARD_BY_NAME[case.ward].locality]
