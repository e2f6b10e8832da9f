"""How a value is to be written: in words, with an example, and the codes that a column takes.

For whoever makes an export or fills a template. What is said here is what the reader accepts, so a test reads every
example with the column's own parser.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lineofsight.returns.attendance_codes import ATTENDANCE_CODES, attendance_code
from lineofsight.returns.codes.model import Code
from lineofsight.returns.collect import collect_date, record_id, sessions
from lineofsight.returns.parts import Codes, Parser
from lineofsight.returns.safeguarding import values as dataset
from lineofsight.returns.times import day_first_moment, minute_of_the_day
from lineofsight.returns.values import (
    UnreadableError,
    code,
    day_first_date,
    flag,
    identifier,
    iso_date,
    number,
    sex,
    trimmed,
    whole,
)


@dataclass(frozen=True, kw_only=True)
class Form:
    """How the values of a column are written, one of them, and the values to choose from where they are few."""

    words: str
    example: str
    choices: tuple[str, ...] = ()


@dataclass(frozen=True, kw_only=True)
class CodeWord:
    """One code: what it means where its list says so, its days of use, and what else is understood for it."""

    code: str
    meaning: str = ""
    since: date | None = None
    until: date | None = None
    also: tuple[str, ...] = ()


FORMS: dict[object, Form] = {
    identifier: Form(words="an identifier, as text, leading zeros kept", example="100200"),
    record_id: Form(words="an identifier, as it stands", example="100200"),
    trimmed: Form(words="text", example="text"),
    code: Form(words="a code, kept as it stands", example="A1"),
    day_first_date: Form(words="a day, dd/mm/yyyy", example="31/01/2025"),
    iso_date: Form(words="a day, yyyy-mm-dd", example="2025-01-31"),
    collect_date: Form(words="a day: dd/mm/yyyy, yyyy-mm-dd or 2025-Jan-31 00:00:00", example="31/01/2025"),
    day_first_moment: Form(
        words="a day, dd/mm/yyyy, with its time after it where it is known: 31/01/2025 16:40",
        example="31/01/2025",
    ),
    minute_of_the_day: Form(words="a time of day: 14:35 or 2.35 pm", example="14:35"),
    flag: Form(
        words="yes or no: 1 and 0, yes and no, y and n, true and false", example="1", choices=("yes", "no")
    ),
    sex: Form(
        words="M, F or U; the older 1, 2, 0 and 9 are understood", example="F", choices=("F", "M", "U")
    ),
    whole: Form(words="a whole number", example="1"),
    sessions: Form(words="a number of half-day sessions, 0 or more", example="10"),
    attendance_code: Form(words="an attendance code", example="/"),
    number: Form(words="a number in figures, with a decimal point", example="0.5"),
    dataset.day: Form(
        words="a day, yyyy-mm-dd or dd/mm/yyyy; a time after it is left out", example="2025-01-31"
    ),
    dataset.enquiry_outcome: Form(
        words="flags as JSON: a conference, a child in need plan, no further action or another outcome",
        example='{"NFA_FLAG": "N", "CP_CONFERENCE_FLAG": "Y"}',
    ),
    dataset.contact_outcome: Form(
        words="flags as JSON: a referral, information, no further action or another outcome",
        example='{"NEW_REFERRAL_FLAG": "Y", "NFA_FLAG": "N"}',
    ),
    dataset.factors: Form(
        words='a list of codes as JSON, or codes each with a yes or no: {"1A": "Yes"}',
        example='["1A", "2B"]',
    ),
}
TRIED = (
    "100200",
    "1",
    "31/01/2025",
    "2025-01-31",
    "F",
    "A1",
)  # for a parser that has no words of its own here


def form_of(as_: Parser | Codes) -> Form:
    """How a column's values are written; a parser without an entry above speaks by the first words of its docstring."""
    if isinstance(as_, Codes):
        return Form(words="a code", example=as_.known[0])
    if as_ in FORMS:
        return FORMS[as_]
    first = (as_.__doc__ or "text").strip().split(".")[0].split("\n")[0]
    return Form(words=first[:1].lower() + first[1:], example=next(text for text in TRIED if reads(as_, text)))


def reads(parse: Parser, text: str) -> bool:
    """Whether a parser reads a text."""
    try:
        parse(text)
    except UnreadableError:
        return False
    return True


def code_words(as_: Parser | Codes) -> tuple[CodeWord, ...]:
    """The codes of a column, in the order of their list; none where it takes anything but codes."""
    if as_ is attendance_code:
        return tuple(
            CodeWord(
                code=each.code, meaning=f"{each.meaning} ({each.mark})", since=each.since, until=each.until
            )
            for each in ATTENDANCE_CODES
        )
    if not isinstance(as_, Codes):
        return ()
    told = {each.value: each for each in as_.of.codes} if as_.of else {}
    return tuple(_word(each, as_, told.get(each)) for each in as_.known)


def _word(value: str, codes: Codes, told: Code | None) -> CodeWord:
    also = tuple(way for way, meant in codes.also if meant == value)
    if told is None:
        return CodeWord(code=value, also=also)
    return CodeWord(code=value, meaning=told.meaning, since=told.since, until=told.until, also=also)
