"""The school census of each term as COLLECT exports it: pupils, suspensions, and the sessions of the term before."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from lineofsight.calendar import Term, term_before, term_days
from lineofsight.demo.attendance import ILL, STAYS_AWAY, Pupil, first_day
from lineofsight.demo.days import THURSDAY, age_on, plus, third_thursday
from lineofsight.demo.dice import Dice, Shares
from lineofsight.demo.school_year import is_school_day
from lineofsight.demo.sheets import Sheet
from lineofsight.demo.society import Society

SEPTEMBER = 9
ROLL, LEFT = "pupilonroll", "pupilnolongeronroll"
SESSIONS, SESSIONS_OF_LEFT = "termlysessiondetailsonroll", "termlysessiondetailsoffroll"
SUSPENSIONS = "termlyexclusionsonroll"
PUPIL = (
    "NativeId,upn,formerupn,sex,dob,entrydate,parttime,language,termlysessionspossible,"
    "summerhalfterm2sessionspossible"
)
ON_ROLL, GONE = "enrolstatus,ncyearactual,senprovision,servicechild", "leavingdate,ncyearleaving"
EXCLUSION = "startdate,category,sessions,reason1,reason2,reason3,senprovision"
SEN = Shares.of({"N": 81, "K": 14, "E": 5})
DAYS_ILL, DAYS_AWAY = 3.2, 2.4  # the mean length of an absence
HOLIDAY = 0.02  # of pupils, a term
SUSPENDED = {"primary": 0.004, "secondary": 0.035}  # of pupils, a term
REASONS = Shares.of({"DB": 46, "VA": 16, "PP": 16, "PA": 9, "VP": 5, "DA": 4, "OW": 2, "BU": 2})
ANOTHER_WORD_UNTIL = date(2022, 8, 31)  # SUSP was FIXD


@dataclass(frozen=True, kw_only=True, slots=True)
class Census:
    """One census: its day, and the term whose sessions and suspensions it tells of."""

    name: str
    day: date
    since: date
    until: date


def censuses(society: Society) -> list[Census]:
    """The censuses from the first term after the first month to chart to the last day of the data."""
    first, until = society.size.first_month, society.size.until
    found = []
    for year in range(first.year, until.year + 1):
        for term in (Term.SPRING, Term.SUMMER, Term.AUTUMN):
            since, last = term_days(*term_before(term, year))
            day = _day(term, year)
            if since >= first and day <= until:
                found.append(Census(name=f"{year}_{term.value}", day=day, since=since, until=last))
    return found


def _day(term: Term, year: int) -> date:
    if term == Term.SPRING:
        return third_thursday(year)
    first = date(year, 5 if term == Term.SUMMER else 10, 1)
    thursday = first + timedelta(days=(THURSDAY - first.weekday()) % 7)
    return plus(thursday, 14) if term == Term.SUMMER else thursday


def sheets_of(society: Society, census: Census) -> dict[str, Sheet]:
    """The tables of one census by name. While there are daily marks, the sessions are told by them and not again here."""
    sheets = {
        ROLL: Sheet(ROLL, (f"{ROLL}tableid", *PUPIL.split(","), *ON_ROLL.split(","))),
        LEFT: Sheet(LEFT, (f"{LEFT}tableid", *PUPIL.split(","), *GONE.split(","))),
        SESSIONS: Sheet(SESSIONS, _details(SESSIONS, ROLL)),
        SESSIONS_OF_LEFT: Sheet(SESSIONS_OF_LEFT, _details(SESSIONS_OF_LEFT, LEFT)),
        SUSPENSIONS: Sheet(
            SUSPENSIONS, (f"{SUSPENSIONS}tableid", f"{ROLL}tableid", "NativeId", *EXCLUSION.split(","))
        ),
    }
    for number, pupil in enumerate(society.elsewhere.pupils, start=1):
        if pupil.entered <= census.day and pupil.left >= census.since:
            _pupil(sheets, Dice(society.size.seed, f"{census.name} {number}"), pupil, census, number, society)
    return {name: sheet for name, sheet in sheets.items() if sheet.rows}


def _details(table: str, roll: str) -> tuple[str, ...]:
    return f"{table}tableid", f"{roll}tableid", "NativeId", "attendancereason", "sessions"


def _pupil(
    sheets: dict[str, Sheet], dice: Dice, pupil: Pupil, census: Census, number: int, society: Society
) -> None:
    is_on_roll = pupil.left >= census.day
    enrolment = f"{census.name}-{number:06}"
    days = _school_days(pupil, census)
    child, at = pupil.child, pupil.school.number
    about = (
        enrolment,
        at,
        child.upn,
        None,
        child.sex,
        _moment(child.born),
        _moment(pupil.entered),
        "false",
        "ENG",
        2 * days,
        None,
    )
    year = _year_group(child.born, census.day)
    if is_on_roll:
        sen = Dice(society.size.seed, f"sen {number}").pick(SEN)
        sheets[ROLL].add(*about, "C", year, sen, "N")
    else:
        sheets[LEFT].add(*about, _moment(pupil.left), year)
    if census.until < first_day(society.size.until):
        table = sheets[SESSIONS if is_on_roll else SESSIONS_OF_LEFT]
        for code, sessions in _absence(dice, pupil, days):
            table.add(f"{enrolment}-{code}", enrolment, at, code, sessions)
    if is_on_roll and days and dice.happens(SUSPENDED[pupil.school.phase]):
        _suspension(sheets[SUSPENSIONS], dice, pupil, census, enrolment)


def _year_group(born: date, day: date) -> str:
    """The national curriculum year on a day."""
    year = min(13, age_on(born, date(day.year - (day.month < SEPTEMBER), 8, 31)) - 4)
    return str(year) if year else "R"


def _school_days(pupil: Pupil, census: Census) -> int:
    """On how many days of the term that the census tells of the pupil was on the roll."""
    since, until = max(pupil.entered, census.since), min(pupil.left, census.until)
    return sum(is_school_day(plus(since, n)) for n in range((until - since).days + 1))


def _absence(dice: Dice, pupil: Pupil, days: int) -> Iterator[tuple[str, int]]:
    left = days
    for code, expected in (
        ("I", ILL[pupil.kind] * DAYS_ILL * days),
        ("O", STAYS_AWAY[pupil.kind] * DAYS_AWAY * days),
        ("G", 3.0 if dice.happens(HOLIDAY) else 0.0),
    ):
        away = min(left, dice.events(expected))
        left -= away
        if away:
            yield code, 2 * away


def _suspension(sheet: Sheet, dice: Dice, pupil: Pupil, census: Census, enrolment: str) -> None:
    since, until = max(pupil.entered, census.since), min(pupil.left, census.until)
    started = plus(since, dice.between(0, (until - since).days))
    while not is_school_day(started) and started < until:
        started = plus(started, 1)
    category = "FIXD" if census.until <= ANOTHER_WORD_UNTIL else "SUSP"
    sessions = 2 * dice.between(1, 5)
    sheet.add(
        f"{enrolment}-S",
        enrolment,
        pupil.school.number,
        _moment(started),
        category,
        sessions,
        dice.pick(REASONS),
        None,
        None,
        None,
    )


def _moment(day: date) -> str:
    """A day as COLLECT exports it."""
    return f"{day:%Y-%b-%d} 00:00:00"
