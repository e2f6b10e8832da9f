"""The same figures worked out again from the files, by other means: csv, ElementTree and plain loops.

Nothing of the product is imported here, so that a mistake in it cannot be repeated in what it is compared with.
"""

from __future__ import annotations

import csv
from calendar import monthrange
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from xml.etree import ElementTree

import holidays

Month = tuple[int, int]


def last_day(month: Month) -> date:
    return date(*month, monthrange(*month)[1])


def months(first: Month, last: Month) -> Iterator[Month]:
    year, number = first
    while (year, number) <= last:
        yield year, number
        year, number = (year + 1, 1) if number == 12 else (year, number + 1)


class Care:
    """Episodes of a looked-after return's CSV files."""

    def __init__(self, folder: Path) -> None:
        self.episodes = [
            (row["CHILD"].strip(), _day_first(row["DECOM"]), _day_first(row["DEC"]), row)
            for path in sorted(folder.glob("*.csv"))
            for row in _rows_with(path, "DECOM", "DEC", "PLACE")
        ]

    def newest(self, day: date) -> dict[str, dict[str, str]]:
        """For each child looked after on that day, the open episode that started last."""
        found: dict[str, tuple[date, dict[str, str]]] = {}
        for child, started, ended, row in self.episodes:
            is_open = started is not None and started <= day and (ended is None or ended > day)
            if (
                is_open
                and row["LS"] not in ("V3", "V4")
                and (child not in found or started >= found[child][0])
            ):
                found[child] = (started, row)
        return {child: row for child, (_, row) in found.items()}


class Need:
    """Referrals, enquiries and conferences of children in need censuses."""

    def __init__(self, *paths: Path) -> None:
        self.referrals: list[tuple[str, date]] = []
        self.apart: list[date] = []
        self.enquiries: list[tuple[date, date | None, bool]] = []
        for path in paths:
            for child in ElementTree.parse(path).iter("Child"):
                name = child.findtext("ChildIdentifiers/LAchildID") or ""
                for case in child.iter("CINdetails"):
                    self._case(name, case)

    def _case(self, child: str, case: ElementTree.Element) -> None:
        referred = _iso(case.findtext("CINreferralDate"))
        if referred is not None:
            self.referrals.append((child, referred))
        held = set()
        for enquiry in case.iter("Section47"):
            started = _iso(enquiry.findtext("S47ActualStartDate"))
            conference = _iso(enquiry.findtext("DateOfInitialCPC"))
            not_needed = (enquiry.findtext("ICPCnotRequired") or "").lower() in ("1", "true")
            if started is not None:
                self.enquiries.append((started, conference, not_needed))
            held.add(conference)
        apart = _iso(case.findtext("DateOfInitialCPC"))
        if apart is not None and apart not in held:
            self.apart.append(apart)

    def rereferrals(self, month: Month) -> tuple[int, int]:
        """How many of the month's referrals came within 365 days after an earlier day's, and how many there were."""
        days: dict[str, set[date]] = {}
        for child, day in self.referrals:
            days.setdefault(child, set()).add(day)
        these = [(child, day) for child, day in self.referrals if (day.year, day.month) == month]
        again = [
            (child, day)
            for child, day in these
            if any(1 <= (day - other).days <= 365 for other in days[child])
        ]
        return len(again), len(these)

    def conferences_apart(self, month: Month) -> int:
        return sum((day.year, day.month) == month for day in self.apart)

    def conferences_in_time(self, month: Month) -> tuple[int, int]:
        held = [(s, c) for s, c, _ in self.enquiries if c is not None and (c.year, c.month) == month]
        return sum(0 <= working_days(s, c) <= 15 for s, c in held), len(held)

    def not_needed(self, month: Month) -> tuple[int, int, int]:
        started = [(c, n) for s, c, n in self.enquiries if (s.year, s.month) == month]
        decided = [n for c, n in started if n or c is not None]
        return sum(decided), len(decided), len(started) - len(decided)


ENGLAND = holidays.country_holidays("GB", subdiv="ENG", years=range(2014, 2030))


def working_days(start: date, end: date) -> int:
    """Working days after the start up to and including the end; negative when the end comes first."""
    step = 1 if end >= start else -1
    days = [start + timedelta(days=n * step) for n in range(1, abs((end - start).days) + 1)]
    return step * sum(day.weekday() < 5 and day not in ENGLAND for day in days)


def _rows_with(path: Path, *columns: str) -> list[dict[str, str]]:
    with path.open(encoding="utf-8-sig", newline="") as file:
        reader = csv.DictReader(file)
        return list(reader) if set(columns) <= set(reader.fieldnames or ()) else []


def _day_first(text: str) -> date | None:
    try:
        return datetime.strptime(text.strip(), "%d/%m/%Y").date()  # noqa: DTZ007
    except ValueError:
        return None


def _iso(text: str | None) -> date | None:
    try:
        return date.fromisoformat((text or "").strip())
    except ValueError:
        return None
