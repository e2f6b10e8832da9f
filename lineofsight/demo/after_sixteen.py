"""Young people after 16, as sheets: the courses that they began, and what the client caseload system says they do."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lineofsight.demo.days import plus
from lineofsight.demo.destinations import Leaver
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.sheets import Sheet
from lineofsight.demo.society import Society

COLLEGES = ("Wrenbeck College", "Ropewalk Sixth Form", "Thrale Valley College")
# By what comes of the young person: those who go on to university mostly took A levels.
COURSES = {
    "higher_education": Shares.of({"a_level": 74, "vocational": 18, "t_level": 8}),
    "further_education": Shares.of({"vocational": 68, "t_level": 14, "gcse": 10, "a_level": 8}),
    "apprenticeship": Shares.of({"apprenticeship": 80, "vocational": 20}),
    "employment": Shares.of({"vocational": 72, "a_level": 18, "gcse": 10}),
}
OTHERS = Shares.of({"gcse": 60, "vocational": 40})
STUDIES = ("employment", "further_education", "higher_education", "apprenticeship")
TAKES_NONE = 0.55  # of those who do none of these afterwards
NAMES = {
    "a_level": "Three A levels",
    "t_level": "T level in digital production",
    "vocational": "Diploma in health and social care",
    "apprenticeship": "Apprenticeship in engineering",
    "gcse": "GCSE English and mathematics",
}
LEVELS = {"gcse": "2"}
LEAVES_EARLY = 0.09
BETWEEN = Shares.of({"neet": 55, "employment": 20, "not_known": 25})
CODES = {"education": "210", "apprenticeship": "330", "employment": "340", "neet": "610", "not_known": "820"}
REVIEW_DAYS = {"neet": 90, "not_known": 30}


@dataclass(frozen=True, kw_only=True, slots=True)
class Course:
    """A course of two years from the September after year 11, or as much of it as was stayed for."""

    leaver: Leaver
    provider: str
    kind: str
    started: date
    planned_end: date
    ended: date
    outcome: str


def courses_of(society: Society) -> Iterator[Course]:
    """The course of each young person who began one, in the order of the year groups."""
    dice = Dice(society.size.seed, "courses")
    for leaver in society.elsewhere.leavers:
        if leaver.destination not in STUDIES and dice.happens(TAKES_NONE):
            continue
        started = date(_year_11_ends(leaver), 9, dice.between(2, 12))
        planned = date(started.year + 2, 7, 10)
        early = dice.happens(LEAVES_EARLY) and leaver.destination != "higher_education"
        yield Course(
            leaver=leaver,
            provider=dice.one_of(COLLEGES),
            kind=dice.pick(COURSES.get(leaver.destination, OTHERS)),
            started=started,
            planned_end=planned,
            ended=plus(started, dice.between(40, 500)) if early else planned,
            outcome="withdrawn" if early else "completed",
        )


def _year_11_ends(leaver: Leaver) -> int:
    return leaver.child.born.year + 16 + (leaver.child.born.month > 8)


def courses(society: Society) -> Sheet:
    """One row for each course, as known on the last day."""
    headings = "Child ID, ULN, Provider, Course, Kind of course, Level, Started, Planned end, Ended, Outcome"
    sheet = Sheet("courses", tuple(headings.split(", ")))
    for found in courses_of(society):
        is_over = found.ended <= society.size.until
        sheet.add(
            found.leaver.child.child_id,
            f"9{int(found.leaver.child.child_id[1:]):09}",
            found.provider,
            NAMES[found.kind],
            found.kind,
            LEVELS.get(found.kind, "3"),
            found.started,
            found.planned_end,
            found.ended if is_over else None,
            found.outcome if is_over else "continuing",
        )
    return sheet


def activities(society: Society) -> Sheet:
    """One row for each activity in the two years after year 11: a course, and what follows it."""
    headings = "Child ID, UPN, Birth date, Sex, Activity, Activity code, SEN, Activity started, Review by, Activity ended"
    sheet = Sheet("activities", tuple(headings.split(", ")))
    dice = Dice(society.size.seed, "activities")
    on_course = {course.leaver.child: course for course in courses_of(society)}
    for leaver in society.elsewhere.leavers:
        for activity, started, ended in _spells(dice, leaver, on_course.get(leaver.child)):
            if started <= society.size.until:
                _activity(sheet, leaver, activity, started, ended if ended <= society.size.until else None)
    return sheet


def _spells(dice: Dice, leaver: Leaver, course: Course | None) -> Iterator[tuple[str, date, date]]:
    begins = date(_year_11_ends(leaver), 9, 1)
    leaves_the_system = date(begins.year + 2, 8, 31)
    if course is None:
        yield dice.pick(BETWEEN), begins, leaves_the_system
        return
    activity = "apprenticeship" if course.kind == "apprenticeship" else "education"
    yield activity, course.started, course.ended
    if course.ended < course.planned_end:
        yield dice.pick(BETWEEN), plus(course.ended, 1), leaves_the_system


def _activity(sheet: Sheet, leaver: Leaver, activity: str, started: date, ended: date | None) -> None:
    child = leaver.child
    sheet.add(
        child.child_id,
        child.upn,
        child.born,
        child.sex,
        activity,
        CODES[activity],
        leaver.sen,
        started,
        plus(started, REVIEW_DAYS.get(activity, 365)),
        ended,
    )
