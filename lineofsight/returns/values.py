"""Reading one value out of a file: a value, or a sentence that says why it cannot be read. Never a guess.

Every parser takes text that is not blank (ask ``blank`` first; a blank one raises ``value_missing``), returns the
value, or raises ``UnreadableError``, whose message never holds the value itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

EARLIEST, LATEST = date(1900, 1, 1), date(2100, 12, 31)  # no record of a living child lies outside
NO_DATE = frozenset({date(1900, 1, 1), date(9999, 12, 31)})  # what systems write when they hold no date
WORDS_FOR_NOTHING = frozenset({"none", "null", "nan", "nat", "n/a", "#n/a", "<na>", "#value!", "#ref!"})
LARGEST = 2**63 - 1  # what the record can hold as a whole number

_INVISIBLE = str.maketrans(
    {"\u00a0": " ", "\u2007": " ", "\u202f": " "} | dict.fromkeys("\u200b\u200c\u200d\u2060\ufeff")
)
_MIDNIGHT = r"(?:[T ]00:00(?::00(?:\.0+)?)?)?"  # a time of day that only says that the system stored a date
_ISO = re.compile(rf"(\d{{4}})-(\d\d)-(\d\d){_MIDNIGHT}(?:Z|[+-]\d\d:\d\d)?", re.ASCII)
_DAY_FIRST = re.compile(rf"(\d{{1,2}})([/-])(\d{{1,2}})\2(\d{{4}}){_MIDNIGHT}", re.ASCII)
_TWO_DIGIT_YEAR = re.compile(r"\d{1,2}[/.-]\d{1,2}[/.-]\d\d(?!\d).*", re.ASCII)
_NUMERIC_DATE = re.compile(r"\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4}(?!\d).*", re.ASCII)
_FIGURES = re.compile(r"[+-]?(?:\d{1,300}(?:\.\d*)?|\.\d+)", re.ASCII)  # 300 figures still fit a float
_WHOLE = re.compile(r"([+-]?\d{1,300})(?:\.0*)?", re.ASCII)
_EXCEL_ID = re.compile(r"(\d+)\.0+", re.ASCII)
_SCIENTIFIC = re.compile(r"\d(?:[.,]\d+)?e[+]?\d+", re.ASCII | re.IGNORECASE)

_FLAGS = dict.fromkeys(("1", "true", "yes", "y", "1.0"), True) | dict.fromkeys(
    ("0", "false", "no", "n", "0.0"), False
)
# ``1`` and ``2`` are how SSDA903 to 2023/24 and the census's GenderCurrent wrote it; 0 and 9 are the census's
# "not recorded, or unborn" and "indeterminate", both U since 2024/25.
_SEXES = {"M": "M", "F": "F", "U": "U", "1": "M", "2": "F", "0": "U", "9": "U", "MALE": "M", "FEMALE": "F"}


class UnreadableError(ValueError):
    """A value that cannot be read: the rule's stable name, what is wrong (without the value), and what to do."""

    def __init__(self, rule: str, message: str, remedy: str) -> None:
        super().__init__(message)
        self.rule, self.message, self.remedy = rule, message, remedy


@dataclass(frozen=True, slots=True)
class Caution:
    """A value that was read, but that a person should look at: a warning for the caller to pass on."""

    rule: str
    message: str
    remedy: str


ID_WENT_THROUGH_EXCEL = Caution(
    "id_went_through_excel",
    "The identifier ends in .0, so a spreadsheet has stored it as a number; zeros in front may be lost.",
    "Export the file again with identifiers as text. It was read here without the .0.",
)
DATE_WRITTEN_YEAR_FIRST = Caution(
    "date_written_year_first",
    "The date is written year first (yyyy-mm-dd), where this return asks for dd/mm/yyyy.",
    "Nothing was guessed, the date was read as written; export dates as dd/mm/yyyy.",
)


def trimmed(text: str) -> str:
    """The text without spaces around it, ordinary or not, and without zero-width marks anywhere."""
    return text.strip() if text.isascii() else text.translate(_INVISIBLE).strip()


def blank(text: str | None) -> bool:
    """Whether there is nothing in it that a person could see."""
    return not text or text.isspace() or (not text.isascii() and not trimmed(text))


def code(text: str) -> str:
    """A code of a code list, trimmed and in capitals (`` wbri `` is ``WBRI``); ``nan`` and its like are no code."""
    return _not_a_placeholder(_something(text)).upper()


def identifier(text: str) -> str:
    """An identifier as text, leading zeros kept.

    ``101.0`` is read as ``101``, since no council's system writes such a number: held back, a whole file would be
    lost for it; kept as it is, it would be another child. Pass ``identifier_caution`` on. ``1.2E+11`` has lost digits
    and is unreadable.
    """
    seen = _not_a_placeholder(_something(text))
    if _SCIENTIFIC.fullmatch(seen):
        raise UnreadableError(
            "id_has_lost_digits",
            "The identifier is in scientific notation, so a spreadsheet has lost digits of it.",
            "Export the file again with identifiers as text.",
        )
    excel = _EXCEL_ID.fullmatch(seen)
    return excel[1] if excel else seen


def identifier_caution(text: str) -> Caution | None:
    """What to warn of, when an identifier was read that a spreadsheet has changed."""
    return ID_WENT_THROUGH_EXCEL if _EXCEL_ID.fullmatch(trimmed(text)) else None


@lru_cache(maxsize=20_000)  # a return repeats few thousand different days
def iso_date(text: str) -> date:
    """A date written yyyy-mm-dd (with midnight or a zone after it, as xs:date and xs:dateTime allow), nothing else."""
    seen = _not_a_placeholder(_something(text))
    found = _ISO.fullmatch(seen)
    if not found:
        raise _not_a_date(seen, "yyyy-mm-dd")
    return _day(int(found[1]), int(found[2]), int(found[3]))


@lru_cache(maxsize=20_000)
def day_first_date(text: str) -> date:
    """A date written dd/mm/yyyy or dd-mm-yyyy, single digits and midnight allowed.

    A date written yyyy-mm-dd can be read in one way only and is accepted: pass ``day_first_caution`` on.
    """
    seen = _not_a_placeholder(_something(text))
    found = _DAY_FIRST.fullmatch(seen)
    if found:
        return _day(int(found[4]), int(found[3]), int(found[1]))
    if _ISO.fullmatch(seen):
        return iso_date(seen)
    raise _not_a_date(seen, "dd/mm/yyyy")


def day_first_caution(text: str) -> Caution | None:
    """What to warn of, when a day-first column holds a date that is written year first."""
    return DATE_WRITTEN_YEAR_FIRST if _ISO.fullmatch(trimmed(text)) else None


def flag(text: str) -> bool:
    """Yes or no, from 1/0, true/false, yes/no or y/n in any case."""
    seen = _FLAGS.get(_something(text).lower())
    if seen is None:
        raise UnreadableError("flag_unknown", "The value is neither a yes nor a no.", "Give 1 or 0.")
    return seen


def sex(text: str) -> str:
    """M, F or U, from those letters or the older figures 1, 2, 0 and 9."""
    seen = _SEXES.get(code(text))
    if seen is None:
        raise UnreadableError("sex_unknown", "The sex is not a code of this return.", "Give M, F or U.")
    return seen


def whole(text: str) -> int:
    """A whole number; ``10.0`` is one, ``10.5`` is not."""
    found = _WHOLE.fullmatch(_not_a_placeholder(_something(text)))
    if not found or abs(int(found[1])) > LARGEST:
        raise UnreadableError(
            "whole_number_unreadable", "The value is not a whole number.", "Give digits only."
        )
    return int(found[1])


def number(text: str) -> float:
    """A number in figures with a decimal point; no separators, no per cent sign, no exponent."""
    seen = _not_a_placeholder(_something(text))
    if not _FIGURES.fullmatch(seen):
        raise UnreadableError(
            "number_unreadable", "The value is not a number.", "Give figures and a decimal point only."
        )
    return float(seen)


def _something(text: str) -> str:
    seen = trimmed(text)
    if not seen:
        raise UnreadableError("value_missing", "The value is missing.", "Give it in the source system.")
    return seen


def _not_a_placeholder(seen: str) -> str:
    if seen.lower() in WORDS_FOR_NOTHING:
        raise _placeholder()
    return seen


def _placeholder() -> UnreadableError:
    return UnreadableError(
        "placeholder_for_nothing",
        "The value is a word or date that stands for nothing.",
        "Leave it empty where there is none; otherwise give it.",
    )


def _day(year: int, month: int, day: int) -> date:
    try:
        seen = date(year, month, day)
    except ValueError:
        month_first = day <= 12 < month <= 31
        raise UnreadableError(
            "date_month_first" if month_first else "date_not_in_calendar",
            "The date seems to have its month and day in the wrong order."
            if month_first
            else "There is no such day in the calendar.",
            "Correct the date in the source system.",
        ) from None
    if seen in NO_DATE:
        raise _placeholder()
    if not EARLIEST <= seen <= LATEST:
        raise UnreadableError(
            "date_out_of_range",
            f"The date lies outside {EARLIEST.year} to {LATEST.year}.",
            "Correct the year in the source system.",
        )
    return seen


def _not_a_date(seen: str, form: str) -> UnreadableError:
    again = f"Export the file again with dates as {form}."
    if _FIGURES.fullmatch(seen):
        return UnreadableError("date_is_a_number", "A number stands where a date should be.", again)
    if _TWO_DIGIT_YEAR.fullmatch(seen):
        return UnreadableError("date_two_digit_year", "The year of the date has two digits only.", again)
    if _NUMERIC_DATE.fullmatch(seen):
        return UnreadableError("date_in_another_form", f"The date is not written as {form}.", again)
    return UnreadableError("date_unreadable", f"The value is not a date written as {form}.", again)
