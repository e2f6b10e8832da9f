"""England's bank holidays, as data: one row for each, with its source."""

from __future__ import annotations

import csv
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files


@dataclass(frozen=True, kw_only=True)
class BankHoliday:
    """One bank holiday in England, on the weekday on which it is taken, and where the date was read."""

    day: date
    title: str
    source: str


@cache
def bank_holidays() -> tuple[BankHoliday, ...]:
    """Every bank holiday that is known, in order.

    Each calendar year between the first and the last is known completely: a year is added as a whole, once it has
    been announced. A holiday that falls on a weekend stands on its substitute day.
    """
    text = files("lineofsight.calendar").joinpath("bank_holidays.csv").read_text(encoding="utf-8")
    return tuple(
        BankHoliday(day=date.fromisoformat(row["date"]), title=row["title"], source=row["source"])
        for row in csv.DictReader(text.splitlines())
    )
