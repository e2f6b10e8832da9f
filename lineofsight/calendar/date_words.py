"""Dates in words, in English whatever the machine's locale."""

from __future__ import annotations

from datetime import date

MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


def date_in_words(day: date) -> str:
    """The date as a paper prints it: ``31 August 2024``."""
    return f"{day.day} {month_in_words(day)}"


def weekday_and_date_in_words(day: date) -> str:
    """The date with its weekday: ``Monday 9 September 2024``."""
    return f"{WEEKDAYS[day.weekday()]} {date_in_words(day)}"


def month_in_words(day: date) -> str:
    """The month that a day is in: ``August 2024``."""
    return f"{MONTHS[day.month - 1]} {day.year}"


def short_month(day: date) -> str:
    """The month that a day is in, for a chart's axis: ``Aug 24``."""
    return f"{MONTHS[day.month - 1][:3]} {day.year % 100:02d}"


def short_date(day: date) -> str:
    """The date for a chart's axis: ``9 Sep 24``."""
    return f"{day.day} {short_month(day)}"
