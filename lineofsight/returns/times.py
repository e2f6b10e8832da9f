"""Reading times of day: beside a date in one cell, or in a column of their own."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from lineofsight.returns.values import UnreadableError, day_first_date, trimmed

MINUTES_IN_A_DAY = 1440

_CLOCK = re.compile(
    r"(\d{1,2})[:.](\d\d)(?::(\d\d)(?:\.\d+)?)?\s*([ap])?\.?(?:m\.?)?", re.ASCII | re.IGNORECASE
)
_MOMENT = re.compile(r"(\d{1,4}[/-]\d{1,2}[/-]\d{1,4})(?:T|,?\s+)(\S.*)", re.ASCII)
_ZONE = re.compile(r"(?<=\d)(?:Z|[+-]00:?00)$")


def minute_of_the_day(text: str) -> int:
    """The minute of the day, 0 to 1439, from a clock of 24 hours (``14:35``) or of twelve (``2.35 pm``).

    Seconds are left out. Raises UnreadableError for anything else: a bare number or ``24:00`` may mean several things.
    """
    found = _CLOCK.fullmatch(trimmed(text))
    hour = -1 if found is None else _hour(int(found[1]), (found[4] or "").lower())
    if found is None or not 0 <= hour <= 23 or int(found[2]) > 59 or int(found[3] or 0) > 59:
        raise UnreadableError(
            "time_unreadable",
            "The value is not a time of day.",
            "Give it as hours and minutes of 24 hours, such as 14:35; leave it empty where it is not known.",
        )
    return hour * 60 + int(found[2])


def day_first_moment(text: str) -> date | datetime:
    """A date written dd/mm/yyyy, with or without a time of day after it.

    A ``date`` where there is no time, or midnight, which only says that the system stored a date; else a ``datetime``.
    """
    found = _MOMENT.fullmatch(_ZONE.sub("", trimmed(text)))
    if not found:
        return day_first_date(text)
    day, minute = day_first_date(found[1]), minute_of_the_day(found[2])
    return datetime.combine(day, time(minute // 60, minute % 60)) if minute else day


def parted(values: dict[str, object], day: str, minute: str) -> None:
    """Puts the time that a date came with into the column of its minute, unless that column has one of its own."""
    moment = values.get(day)
    if isinstance(moment, datetime):
        values[day] = moment.date()
        if values.get(minute) is None:
            values[minute] = moment.hour * 60 + moment.minute


def _hour(hour: int, half: str) -> int:
    """The hour of 24; -1 where a clock of twelve hours has no such hour."""
    if not half:
        return hour
    return hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else -1
