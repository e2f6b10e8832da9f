"""Permanent exclusions: notices from head teachers, and what became of them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lineofsight.demo.days import age_on, plus
from lineofsight.demo.dice import Dice, Shares, arrivals
from lineofsight.demo.people import Child, Register
from lineofsight.demo.places import WHERE_NEED_IS, school
from lineofsight.demo.school_year import school_day

NOTICES = 120  # a school year, for 68,000 pupils
SEASONS = (1.1, 1.0, 1.4, 0.7, 1.15, 1.35, 0.7, 0.0, 0.9, 1.2, 1.5, 1.0)
PHASES = Shares.of({"secondary": 77, "primary": 20, "special": 3})
REASONS = Shares.of({"DB": 40, "PA": 17, "PP": 15, "VA": 9, "OW": 7, "DA": 7, "SM": 3, "VP": 2})
ENDINGS = Shares.of({"upheld": 77, "cancelled": 11, "reinstated": 12})
GOES_TO_PANEL = 0.10
EXCLUDED_AGAIN = 0.09  # of pupils of secondary schools whose exclusion was upheld
OLDEST_WHEN_AGAIN = 15
SECOND_REASONS = Shares.of({"": 55, "DB": 15, "VA": 14, "PA": 8, "DM": 8})
SEN = Shares.of({"N": 42, "K": 48, "E": 10})
PROVIDED_IN_TIME, NEVER_PROVIDED = 0.78, 0.02
PANEL = Shares.of({"irp_upheld": 70, "quashed": 30})


@dataclass(frozen=True, kw_only=True, slots=True)
class Exclusion:
    """One notice with every status that it has had or will have, each with its day."""

    number: int
    child: Child
    ward: str
    notified: date
    excluded_from: date
    school: str
    phase: str
    year_group: str
    reason: str
    second_reason: str | None
    sen: str
    board_met: date | None
    review_requested: date | None
    review_outcome: str | None
    provision_started: date | None
    statuses: tuple[tuple[str, date], ...]


def exclusions(
    dice: Dice, register: Register, *, scale: float, since: date, until: date
) -> Iterator[Exclusion]:
    """Every notice received between two days; none arrives at a weekend."""
    days = arrivals(dice, since=since, until=until, per_year=NOTICES * scale, seasons=SEASONS)
    for number, day in enumerate(days, start=1):
        yield _exclusion(dice, register, number, plus(day, max(0, day.weekday() - 4) * -1))


def excluded_again(dice: Dice, notices: Sequence[Exclusion]) -> list[Exclusion]:
    """The same notices; a few of them are now about a pupil who was excluded before, from another school."""
    found = list(notices)
    taken: set[int] = set()
    for first in notices:
        if first.phase != "secondary" or first.statuses[1][0] != "upheld" or not dice.happens(EXCLUDED_AGAIN):
            continue
        since = plus(first.excluded_from, dice.between(120, 500))
        later = next(
            (
                place
                for place, one in enumerate(found)
                if place not in taken and _may_be_of(first, one, since)
            ),
            None,
        )
        if later is not None:
            taken.add(later)
            found[later] = _of_the_same_pupil(first, found[later])
    return found


def _may_be_of(first: Exclusion, later: Exclusion, since: date) -> bool:
    is_later = later.excluded_from >= since and later.school != first.school
    return (
        is_later
        and later.phase == "secondary"
        and age_on(first.child.born, later.excluded_from) <= OLDEST_WHEN_AGAIN
    )


def _of_the_same_pupil(first: Exclusion, later: Exclusion) -> Exclusion:
    year = _year_group(first.child, later.notified)
    return replace(later, child=first.child, ward=first.ward, sen=first.sen, year_group=year)


def _year_group(child: Child, notified: date) -> str:
    september = date(notified.year - (notified.month < 9), 9, 1)
    return str(min(11, max(1, age_on(child.born, september) - 4)))


def _exclusion(dice: Dice, register: Register, number: int, notified: date) -> Exclusion:
    phase = dice.pick(PHASES)
    youngest, oldest = (2000, 4000) if phase == "primary" else (4150, 5700)
    child = register.child(plus(notified, -dice.between(youngest, oldest)), disabled=0.2, male=0.76)
    ward = dice.pick(WHERE_NEED_IS)
    statuses = tuple(_statuses(dice, notified))
    ending, decided = statuses[1]
    to_panel = statuses[2:]
    return Exclusion(
        number=number,
        child=child,
        ward=ward,
        notified=notified,
        excluded_from=notified,
        school=f"{ward} Learning Centre"
        if phase == "special"
        else school(dice, ward, secondary=phase != "primary"),
        phase=phase,
        year_group=_year_group(child, notified),
        reason=dice.pick(REASONS),
        second_reason=dice.pick(SECOND_REASONS) or None,
        sen=dice.pick(SEN),
        board_met=None if ending == "cancelled" else decided,
        review_requested=to_panel[0][1] if to_panel else None,
        review_outcome=to_panel[1][0].removeprefix("irp_") if to_panel else None,
        provision_started=_provision(dice, notified, ending),
        statuses=statuses,
    )


def _provision(dice: Dice, first: date, ending: str) -> date | None:
    """The day on which other full-time education begins; few wait long, and nobody whose exclusion was cancelled."""
    if ending == "cancelled" or dice.happens(NEVER_PROVIDED):
        return None
    number = dice.between(2, 6) if dice.happens(PROVIDED_IN_TIME) else 6 + 1 + dice.days(9)
    return school_day(first, number)


def _statuses(dice: Dice, notified: date) -> Iterator[tuple[str, date]]:
    yield "notified", notified
    ending = dice.pick(ENDINGS)
    days = dice.between(2, 12) if ending == "cancelled" else dice.between(14, 34)
    decided = plus(notified, days + (40 if notified.month in (7, 8) else 0))
    yield ending, decided
    if ending == "upheld" and dice.happens(GOES_TO_PANEL):
        lodged = plus(decided, dice.between(8, 20))
        yield "pending", lodged
        yield dice.pick(PANEL), plus(lodged, dice.between(20, 45))
