"""The daily marks as the schools' systems export them: a file for each month, a line for each pupil's day."""

from __future__ import annotations

from collections import defaultdict
from datetime import date

from lineofsight.demo.attendance import Day, marks_of, school_days
from lineofsight.demo.dice import Dice
from lineofsight.demo.sheets import Sheet
from lineofsight.demo.society import Society

HEADINGS = ("UPN", "School", "Date", "AM", "PM")


def months_of_marks(society: Society) -> dict[str, Sheet]:
    """By month (2026-09), the marks of every pupil on every school day, in the order of the days."""
    days = school_days(society.size.until)
    found: dict[date, list[tuple[str, str, Day]]] = defaultdict(list)
    for number, pupil in enumerate(society.elsewhere.pupils):
        dice = Dice(society.size.seed, f"marks {number}")
        for day, marks in marks_of(dice, pupil, days):
            found[day].append((pupil.child.upn or "", pupil.school.number, marks))
    sheets: dict[str, Sheet] = {}
    for day in days:
        month = f"{day:%Y-%m}"
        sheet = sheets.setdefault(month, Sheet("attendance", HEADINGS))
        for upn, school, (morning, afternoon) in found[day]:
            sheet.add(upn, school, day, morning, afternoon)
    return sheets
