"""The attendance codes of England's school registers, dated: what each counts as, and from when to when.

Source: the School Attendance (Pupil Registration) (England) Regulations 2024 (SI 2024/208), regulation 10, in force from
19 August 2024. Which of them are possible sessions is how the Department for Education's published totals add up. J and H
were withdrawn on that day and still come in; its totals go on counting J as attended and H as authorised, so they are
counted so here too, with a warning.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lineofsight.returns.values import Caution, trimmed

REGULATIONS = date(2024, 8, 19)


class Mark(StrEnum):
    """What a session counts as. Only the first three are possible sessions."""

    ATTENDED = "attended"
    AUTHORISED = "authorised"
    UNAUTHORISED = "unauthorised"
    NOT_POSSIBLE = "not possible"


@dataclass(frozen=True, kw_only=True)
class AttendanceCode:
    """One code of the register: from when it is in use, until when, and what it counts as."""

    code: str
    meaning: str
    mark: Mark
    since: date | None = None  # None: before the first record
    until: date | None = None  # the last day of its use


def _codes(
    mark: Mark, since: date | None = None, until: date | None = None, **meanings: str
) -> list[AttendanceCode]:
    return [
        AttendanceCode(code=code, meaning=meaning, mark=mark, since=since, until=until)
        for code, meaning in meanings.items()
    ]


LAST_DAY_BEFORE = date(2024, 8, 18)
ATTENDANCE_CODES: tuple[AttendanceCode, ...] = (
    AttendanceCode(code="/", meaning="present in the morning", mark=Mark.ATTENDED),
    AttendanceCode(code="\\", meaning="present in the afternoon", mark=Mark.ATTENDED),
    AttendanceCode(code="#", meaning="planned closure of the whole school", mark=Mark.NOT_POSSIBLE),
    *_codes(
        Mark.ATTENDED,
        L="late, before the register closed",
        V="educational visit",
        P="sporting activity",
        W="work experience",
        B="another approved educational activity elsewhere",
    ),
    *_codes(Mark.ATTENDED, since=REGULATIONS, K="education arranged by the council"),
    *_codes(Mark.ATTENDED, until=LAST_DAY_BEFORE, J="interview"),
    *_codes(
        Mark.AUTHORISED,
        C="leave in exceptional circumstances",
        E="suspended or excluded, with nothing else arranged",
        I="illness",
        M="medical or dental appointment",
        R="religious observance",
        S="study leave",
        T="parent travelling for work",
    ),
    *_codes(
        Mark.AUTHORISED,
        since=REGULATIONS,
        C1="regulated performance or employment abroad",
        C2="part-time timetable",
        J1="interview",
    ),
    *_codes(Mark.AUTHORISED, until=LAST_DAY_BEFORE, H="holiday, agreed"),
    *_codes(
        Mark.UNAUTHORISED,
        G="holiday, not agreed",
        N="reason not yet established",
        O="other or unknown circumstances",
        U="arrived after the register closed",
    ),
    *_codes(
        Mark.NOT_POSSIBLE,
        D="registered at two schools, at the other one",
        X="not of compulsory age, not required",
        Z="not yet on the roll",
    ),
    *_codes(
        Mark.NOT_POSSIBLE,
        since=REGULATIONS,
        Q="the council did not arrange access",
        Y1="transport not provided",
        Y2="widespread disruption of travel",
        Y3="part of the school closed",
        Y4="the whole school unexpectedly closed",
        Y5="in criminal justice detention",
        Y6="public health guidance or law",
        Y7="another unavoidable cause",
    ),
    *_codes(Mark.NOT_POSSIBLE, until=LAST_DAY_BEFORE, Y="unable to attend"),
)
CODE_OF = {known.code: known for known in ATTENDANCE_CODES}
MARK_OF = {known.code: known.mark for known in ATTENDANCE_CODES}
NO_MARK = "-"  # what registers write where no mark was made

UNKNOWN = Caution(
    "code_unknown",
    "The value is no attendance code of the registration regulations; it was kept as it stands, and no figure is given for "
    "what it touches.",
    "Correct the code in the register, or say in council.toml, under [mapping], which code it stands for.",
)


def attendance_code(text: str) -> str:
    """An attendance code as the regulations write it, in capitals; one that is not theirs as it stands.

    >>> attendance_code(" i ")
    'I'
    """
    seen = trimmed(text)
    return seen.upper() if seen.upper() in CODE_OF else seen


def attendance_code_caution(text: str) -> Caution | None:
    """What to warn of where a value is no attendance code. That no mark was made is said of the row, not of the value."""
    seen = trimmed(text).upper()
    return None if seen in CODE_OF or seen == NO_MARK else UNKNOWN
