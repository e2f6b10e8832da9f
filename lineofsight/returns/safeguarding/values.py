"""Values as the dataset's extracts write them: moments for days, and outcomes as JSON in one cell."""

from __future__ import annotations

import json
import re
from datetime import date, datetime

from lineofsight.returns.times import day_first_moment
from lineofsight.returns.values import UnreadableError, trimmed

# What a database writes for want of a value. Its years begin in 1900, so that no date is one.
NOTHING = frozenset(
    {
        "NULL",
        "1900-01-01",
        "1900-01-01 00:00:00",
        "1900-01-01 00:00:00.000",
        "1900-01-01T00:00:00",
        "01/01/1900",
        "01/01/1900 00:00",
        "01/01/1900 00:00:00",
    }
)
_FLAG = re.compile(r'"(\w+?)(?:_FLAG)?"\s*:\s*"?(\w+)', re.ASCII)
_FACTOR = re.compile(r"\d{1,2}[A-Z]?", re.ASCII)
_YES = frozenset({"Y", "YES", "TRUE", "1"})


def day(text: str) -> date:
    """A day, yyyy-mm-dd or dd/mm/yyyy; a time of day after it is left out."""
    found = day_first_moment(text)
    return found.date() if isinstance(found, datetime) else found


def enquiry_outcome(text: str) -> str | None:
    """The outcome of a section 47 enquiry, from its flags: a conference before all else.

    The cell is put together from text, so that a comment in it may break its JSON: only the flags are looked at.

    >>> enquiry_outcome('{"NFA_FLAG": "N", "CP_CONFERENCE_FLAG": "Y"}')
    'conference'
    """
    said = _flags(text)
    return _first(
        said,
        ("CP_CONFERENCE", "conference"),
        ("PROV_OF_SERVICES", "child_in_need"),
        ("PROV_OF_SB_CARE", "child_in_need"),
        ("NFA_CONTINUE_SINGLE", "child_in_need"),
        ("NFA", "no_further_action"),
        ("LEGAL_ACTION", "other"),
        ("MONITOR", "other"),
        ("OTHER_OUTCOMES_EXIST", "other"),
    )


def contact_outcome(text: str) -> str | None:
    """The outcome of a contact, from its flags: a new referral before all else."""
    said = _flags(text)
    return _first(
        said,
        ("NEW_REFERRAL", "referral"),
        ("CP_ENQUIRY", "referral"),
        ("ADVICE", "information"),
        ("NFA", "no_further_action"),
        *((name, "other") for name in sorted(said)),
    )


def factors(text: str) -> tuple[str, ...]:
    """The factors of an assessment: a list of codes, or codes each with a yes or no."""
    try:
        told = json.loads(trimmed(text))
    except ValueError:
        told = None
    if isinstance(told, dict):
        told = [name for name, answer in told.items() if str(answer).upper() in _YES]
    found = tuple(str(each).upper() for each in told) if isinstance(told, list) else None
    if found is None or not all(_FACTOR.fullmatch(each) for each in found):
        raise UnreadableError(
            "factors_unreadable",
            "The value is no list of assessment factors.",
            'Give it as the dataset does: ["1A", "2B"].',
        )
    return tuple(dict.fromkeys(found))


def _flags(text: str) -> set[str]:
    """The names of the flags that say yes. Raises UnreadableError where there is no flag at all."""
    found = _FLAG.findall(text)
    if not found:
        raise UnreadableError(
            "outcome_unreadable",
            "The value holds none of the flags that the dataset writes an outcome with.",
            'Give it as the dataset does: {"NFA_FLAG": "N", "CP_CONFERENCE_FLAG": "Y"}.',
        )
    return {name for name, answer in found if answer.upper() in _YES}


def _first(said: set[str], *meanings: tuple[str, str]) -> str | None:
    return next((meaning for name, meaning in meanings if name in said), None)
