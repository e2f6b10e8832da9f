"""Pupils of the schools that send their lists and their daily marks, and what stands in the registers of the last thirteen months."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lineofsight.demo.days import months_before, plus
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.people import Child, Register
from lineofsight.demo.places import AUTHORITY_CODE
from lineofsight.demo.school_year import is_school_day

MONTHS = 13
PRESENT = ("/", "\\")
Day = tuple[str, str]  # the marks of the morning and the afternoon

# Most pupils are seldom away, some often, and a few hardly come: no average describes all three.
KINDS = Shares.of({"steady": 87.5, "often away": 11, "hardly there": 1.5})
ILL = {"steady": 0.0105, "often away": 0.034, "hardly there": 0.05}  # falls ill on a school day
STAYS_AWAY = {"steady": 0.0011, "often away": 0.03, "hardly there": 0.24}  # without leave
WINTER = {9: 0.8, 10: 1.0, 11: 1.3, 12: 1.5, 1: 1.3, 2: 1.1, 3: 1.0, 4: 0.8, 5: 0.8, 6: 0.8, 7: 0.7}
GOES_ON_HOLIDAY = 0.024  # of pupils, on each side of each school holiday
NOT_YET_KNOWN_DAYS = 3  # school days before the last one, in which schools still ask why
JOINS_LATER, LEAVES_BEFORE = 0.022, 0.026  # of pupils, a year
HALF_DAYS = Shares.of({"": 9_640, "L": 190, "M": 105, "U": 45, "C": 20})  # of a morning otherwise attended


@dataclass(frozen=True, kw_only=True, slots=True)
class School:
    """A school that sends its marks: which pupils it has, by their age on 31 August."""

    number: str
    name: str
    ward: str
    phase: str
    governance: str
    youngest: int
    oldest: int
    pupils: int  # where the council has 68,000


SCHOOLS = (
    School(
        number=f"{AUTHORITY_CODE}2101",
        name="Ropewalk Primary School",
        ward="Ropewalk",
        phase="primary",
        governance="academy",
        youngest=4,
        oldest=10,
        pupils=420,
    ),
    School(
        number=f"{AUTHORITY_CODE}2102",
        name="Fellside & Crag Primary School",
        ward="Fellside & Crag",
        phase="primary",
        governance="maintained",
        youngest=4,
        oldest=10,
        pupils=310,
    ),
    School(
        number=f"{AUTHORITY_CODE}2103",
        name="Cindermoor Primary School",
        ward="Cindermoor",
        phase="primary",
        governance="maintained",
        youngest=4,
        oldest=10,
        pupils=380,
    ),
    School(
        number=f"{AUTHORITY_CODE}4101",
        name="Nethercross High School",
        ward="Nethercross",
        phase="secondary",
        governance="academy",
        youngest=11,
        oldest=15,
        pupils=1050,
    ),
)


@dataclass(frozen=True, kw_only=True, slots=True)
class Pupil:
    """A child at one school, from the first day on the roll to the last one."""

    child: Child
    school: School
    kind: str
    entered: date
    left: date

    def is_on_roll(self, day: date) -> bool:
        return self.entered <= day <= self.left


def first_day(until: date) -> date:
    """The first day of the months of which there are marks."""
    return months_before(until, MONTHS - 1)


def pupils(dice: Dice, register: Register, *, scale: float, since: date, until: date) -> Iterator[Pupil]:
    """Everyone who is at one of the schools at some time between two days, at least one of each year group."""
    for school in SCHOOLS:
        a_year = max(1, round(school.pupils * scale / (school.oldest - school.youngest + 1)))
        stays = school.oldest - school.youngest + 1
        for year in range(since.year - stays, until.year + 1):
            for _ in range(a_year):
                pupil = _pupil(dice, register, school, date(year, 9, 1))
                if pupil.left >= since and pupil.entered <= until:
                    yield pupil


def _pupil(dice: Dice, register: Register, school: School, intake: date) -> Pupil:
    """One of the year group that joins in a September; a few join later, a few leave before the others."""
    stays = school.oldest - school.youngest + 1
    entered, left = plus(intake, 1), date(intake.year + stays, 7, 21)
    if dice.happens(JOINS_LATER * stays):
        entered = plus(entered, dice.between(30, 365 * stays - 120))
    if dice.happens(LEAVES_BEFORE * stays):
        left = min(left, plus(entered, dice.between(40, 365 * stays)))
    born = plus(date(intake.year - school.youngest, 8, 31), -dice.between(0, 364))
    return Pupil(child=register.child(born), school=school, kind=dice.pick(KINDS), entered=entered, left=left)


def school_days(until: date) -> tuple[date, ...]:
    """The days of those months on which schools are open."""
    first = first_day(until)
    days = (plus(first, n) for n in range((until - first).days + 1))
    return tuple(day for day in days if is_school_day(day))


def marks_of(dice: Dice, pupil: Pupil, days: Sequence[date]) -> Iterator[tuple[date, Day]]:
    """The marks of each school day on which the pupil is on the roll."""
    away: list[str] = []
    for place, day in enumerate(days):
        if not pupil.is_on_roll(day):
            continue
        if not away:
            away = _begins(dice, pupil, days, place)
        code = away.pop() if away else ""
        if code in ("O", "I") and place >= len(days) - NOT_YET_KNOWN_DAYS and dice.happens(0.5):
            code = "N"
        yield day, (code, code) if code else _at_school(dice)


def _begins(dice: Dice, pupil: Pupil, days: Sequence[date], place: int) -> list[str]:
    """The codes of an absence that begins on a day, a code for each of its days; none on most days."""
    day = days[place]
    if dice.happens(ILL[pupil.kind] * WINTER.get(day.month, 1.0)):
        return ["I"] * (1 + min(dice.days(2.2), 9))
    if dice.happens(STAYS_AWAY[pupil.kind]):
        return ["O"] * (1 + dice.days(3.0 if pupil.kind == "hardly there" else 1.2))
    if _is_beside_a_holiday(days, place) and dice.happens(GOES_ON_HOLIDAY):
        return ["G"] * dice.between(2, 5)
    return []


def _is_beside_a_holiday(days: Sequence[date], place: int) -> bool:
    """Whether more than a weekend lies before a day, or comes five school days after it."""
    before = place > 0 and (days[place] - days[place - 1]).days > 4
    after = place + 5 < len(days) and (days[place + 5] - days[place + 4]).days > 4
    return before or after


def _at_school(dice: Dice) -> Day:
    code = dice.pick(HALF_DAYS)
    return (code, PRESENT[1]) if code else PRESENT
