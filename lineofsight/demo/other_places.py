"""Places that are no school: early-years settings with the children who went there, and alternative provision, as sheets."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lineofsight.demo.attendance import SCHOOLS, Pupil
from lineofsight.demo.days import plus
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.places import WARDS
from lineofsight.demo.sheets import Sheet
from lineofsight.demo.society import Society

KINDS = ("private", "voluntary", "childminder")
OPENED = date(2009, 9, 1)
WENT_TO_ONE = 0.82  # of pupils who begin school at four, the year before
MOVED_WITHIN = 0.08  # of those, in the course of that year
FIRST_SCHOOL_AGE = 4
PROVIDERS = {
    "pupil_referral_unit": "Wrenbeck Pupil Referral Unit",
    "independent": "Old Dyehouse Studio School",
    "tuition": "Wrenbeck Home Tuition",
}
AFTER_EXCLUSION = Shares.of({"pupil_referral_unit": 78, "independent": 14, "tuition": 8})
FULL_HOURS, SOME_HOURS = 25.0, 15.0
PLACED_FOR_HEALTH = 0.004  # of pupils of the schools that send their lists, a year


@dataclass(frozen=True, kw_only=True, slots=True)
class Setting:
    """An early-years setting."""

    name: str
    number: str
    kind: str
    ward: str


def settings() -> tuple[Setting, ...]:
    """Two in each ward, of one kind or another."""
    return tuple(
        Setting(
            name=f"{ward.name} {'Childminders' if kind == 'childminder' else 'Nursery'} {letter}",
            number=f"EY{300_000 + 2 * place + second}",
            kind=kind,
            ward=ward.name,
        )
        for place, ward in enumerate(WARDS)
        for second, letter in enumerate("AB")
        for kind in (KINDS[(place + second) % len(KINDS)],)
    )


def early_years_settings(society: Society) -> Sheet:
    """One row for each setting."""
    headings = ("Early-years setting", "URN", "Kind of setting", "Ward", "Opened", "Closed")
    sheet = Sheet("early_years_settings", headings)
    for number, found in enumerate(settings()):
        closed = plus(society.size.until, -200) if number % 19 == 18 else None
        sheet.add(found.name, found.number, found.kind, found.ward, plus(OPENED, 97 * number), closed)
    return sheet


@dataclass(frozen=True, kw_only=True, slots=True)
class Before:
    """A child's spell at a setting in the year before school."""

    pupil: Pupil
    setting: Setting
    entered: date
    left: date


def before_school(society: Society) -> Iterator[Before]:
    """The spells of the pupils who began at one of the primary schools; a few moved from one setting to another."""
    dice = Dice(society.size.seed, "early years")
    every = settings()
    near = {school.ward: tuple(s for s in every if s.ward == school.ward) for school in SCHOOLS}
    for pupil in society.elsewhere.pupils:
        if (
            pupil.school.youngest != FIRST_SCHOOL_AGE
            or pupil.entered.month != 9
            or not dice.happens(WENT_TO_ONE)
        ):
            continue
        year = pupil.entered.year - 1
        first, second = near[pupil.school.ward] if dice.happens(0.5) else near[pupil.school.ward][::-1]
        last = date(pupil.entered.year, 7, 18)
        moved = date(year + 1, dice.between(1, 4), 10) if dice.happens(MOVED_WITHIN) else last
        yield Before(pupil=pupil, setting=first, entered=date(year, 9, 4), left=moved)
        if moved < last:
            yield Before(pupil=pupil, setting=second, entered=plus(moved, 4), left=last)


def alternative_places(society: Society) -> Sheet:
    """One row for each place: after a permanent exclusion, or while a pupil was too ill for school."""
    headings = "Child ID, Provider, URN, Kind of provision, Reason, Full time, Hours a week, Place started, Place ended"
    sheet = Sheet("alternative_places", tuple(headings.split(", ")))
    dice, until = Dice(society.size.seed, "alternative places"), society.size.until
    for found in society.elsewhere.exclusions:
        if found.provision_started is None:
            continue
        kind, last = dice.pick(AFTER_EXCLUSION), plus(found.provision_started, 60 + dice.days(260))
        if found.provision_started <= until:
            _place(
                sheet, found.child.child_id, kind, "permanent exclusion", found.provision_started, last, until
            )
    for pupil in society.elsewhere.pupils:
        years = (min(pupil.left, until) - pupil.entered).days / 365
        if years > 0 and dice.happens(PLACED_FOR_HEALTH * years):
            started = plus(pupil.entered, dice.between(20, int(365 * years)))
            last = plus(started, 30 + dice.days(90))
            if started <= until:
                _place(sheet, pupil.child.upn or "", "tuition", "health", started, last, until)
    return sheet


def _place(sheet: Sheet, child: str, kind: str, why: str, started: date, last: date, until: date) -> None:
    is_full = kind != "tuition"
    number = 149_000 + list(PROVIDERS).index(kind)
    hours = FULL_HOURS if is_full else SOME_HOURS
    ended = last if last <= until else None
    sheet.add(child, PROVIDERS[kind], number, kind, why, is_full, hours, started, ended)
