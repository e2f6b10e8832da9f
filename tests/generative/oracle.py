"""The slow plain way to the same figures: which rows count, clocks, groups and sums, as loops over dictionaries."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from typing import Any

import holidays

from lineofsight.calendar import FIRST_KNOWN, LAST_KNOWN, Period
from lineofsight.returns.columns import Table

Row = dict[str, Any]
Group = str | None
Sums = tuple[float | None, float | None, int, int]  # numerator, denominator, unknown, open
ENGLAND = holidays.country_holidays("GB", subdiv="ENG", years=range(FIRST_KNOWN.year, LAST_KNOWN.year + 1))


def rows_that_count(table: Table, raw: Sequence[Row]) -> list[Row]:
    """One event, one row: an older load supplies only what lies before the newer one's period, and the newest wins."""
    supplied = [row for row in raw if _may_supply(row, table)]
    of_key: dict[tuple[Any, ...], list[Row]] = defaultdict(list)
    for row in supplied:
        of_key[tuple(row[column] for column in table.key)].append(row)
    counted = []
    for rows in of_key.values():
        newest = max(row["rank_"] for row in rows)
        of_the_newest = [row for row in rows if row["rank_"] == newest]
        # Two events under one key in one file are two events; of a person or thing there is but one, the last one.
        counted += of_the_newest if table.span else [max(of_the_newest, key=place_in_files)]
    return counted


def _may_supply(row: Row, table: Table) -> bool:
    if row["supplies_before_"] is None:
        return True
    if table.span is None:  # people have no day: unsaid only by a load that is complete from the beginning
        return bool(row["supplies_before_"] != date.min)
    last = row[table.span.until or table.span.since]
    return last is not None and last < row["supplies_before_"]


def place_in_files(row: Row) -> tuple[str, str, int]:
    """Where the row stands in what was loaded: of two that are otherwise alike, the later one is taken."""
    return row["load"], row["file"], row["row"]


@dataclass(frozen=True, kw_only=True)
class World:
    """The rows that count, by table, and what the council has settled."""

    tables: Mapping[str, list[Row]]
    first_working_day: int = 0
    ehc_days: int = 140

    def working_days(self, start: date | None, end: date | None) -> int | None:
        """Working days after the start up to the end; the start is day 0, or day 1 where the council says so."""
        if start is None or end is None or end < start:
            return None
        if not (_is_known(start) and _is_known(end)):
            return None
        return working_days_after(start, end) + self.first_working_day

    def nth_working_day(self, start: date, number: int) -> date | None:
        """The day on which that many working days have passed; None where it lies beyond the known calendar."""
        day, counted = start, self.first_working_day
        while _is_known(day) and counted < number:
            day += timedelta(days=1)
            counted += _is_known(day) and _is_working_day(day)
        return day if _is_known(day) else None


def _is_known(day: date) -> bool:
    return FIRST_KNOWN <= day <= LAST_KNOWN


def _is_working_day(day: date) -> bool:
    return day.weekday() < 5 and day not in ENGLAND


@cache
def is_working_day_known(day: date) -> bool:
    """Whether a day is a working day of the known calendar."""
    return _is_known(day) and _is_working_day(day)


@cache
def working_days_after(start: date, end: date) -> int:
    """How many working days there are after the start, up to and with the end."""
    days = (start + timedelta(days=n) for n in range(1, (end - start).days + 1))
    return sum(_is_working_day(day) for day in days)


def is_open(started: date | None, ended: date | None, day: date) -> bool:
    """Whether a spell is open at the end of a day: one that ended on it is not."""
    return started is not None and started <= day and (ended is None or ended > day)


@dataclass(frozen=True, kw_only=True)
class Case:
    """One thing counted in one period."""

    row: Row
    at: date  # the day at which its groups are looked up
    numerator: float | None = None
    denominator: float | None = None
    unknown: int = 0
    open: int = 0
    side: str = "top"  # a rate's people are its bottom


Definition = Callable[[World, Period], Iterator[Case]]
Grouping = Callable[[World, Case], Group]


@dataclass(frozen=True, kw_only=True)
class Counted:
    """What an indicator is, in plain loops: its cases in a period, its groups, and the tables that it needs."""

    cases: Definition
    per: int | None  # the value is numerator * per / denominator; None: a count
    tables: tuple[Table, ...]
    groupings: Mapping[str, Grouping] = field(default_factory=dict)


def figures(
    counted: Counted, world: World, periods: Sequence[Period], by: str | None = None
) -> dict[tuple[Period, Group], Sums]:
    """The sums in each period and group in which anything is counted."""
    cases: dict[tuple[Period, Group], list[Case]] = defaultdict(list)
    for period in periods:
        for case in counted.cases(world, period):
            group = counted.groupings[by](world, case) if by else None
            cases[period, group].append(case)
    return {cell: sums(those) for cell, those in cases.items()}


def sums(cases: Sequence[Case]) -> Sums:
    """The four sums of a cell; a side on which nothing stands is missing, not nought."""
    return (
        _sum([case.numerator for case in cases]),
        _sum([case.denominator for case in cases]),
        sum(case.unknown for case in cases),
        sum(case.open for case in cases),
    )


def _sum(numbers: Sequence[float | None]) -> float | None:
    given = [number for number in numbers if number is not None]
    return float(sum(given)) if given else None


def value(counted: Counted, cell: Sums) -> float | None:
    """What is printed: nothing where there is nothing to divide by."""
    numerator, denominator = cell[:2]
    if counted.per is None:
        return numerator
    if numerator is None or not denominator:
        return None
    return numerator * counted.per / denominator


# ---- groups ----------------------------------------------------------------------------------------------------


def on_row(column: str) -> Grouping:
    """The value that the row carries."""
    return lambda _world, case: case.row.get(column)


def of_child(table: str, column: str) -> Grouping:
    """The value in the table of children."""

    def group(world: World, case: Case) -> Group:
        theirs = [row for row in world.tables[table] if row["child_id"] == case.row["child_id"]]
        return theirs[0][column] if theirs else None

    return group


def area(column: str) -> Grouping:
    """The ward or team on the day itself. A later spell ends the one before, even where nobody closed that."""

    def group(world: World, case: Case) -> Group:
        begun = [
            spell
            for spell in world.tables["child_areas"]
            if spell["child_id"] == case.row["child_id"]
            and case.row["child_id"] is not None
            and spell["since"] is not None
            and spell["since"] <= case.at
        ]
        if not begun:
            return None
        latest = max(begun, key=lambda spell: (spell["since"], place_in_files(spell)))
        is_over = latest["until"] is not None and latest["until"] <= case.at
        return None if is_over else latest[column]

    return group


def age_band(table: str) -> Grouping:
    """The band of the child's age in whole years on the day itself."""
    born_of = of_child(table, "born")

    def group(world: World, case: Case) -> Group:
        born: Any = born_of(world, case)
        return None if born is None else band(age_on(born, case.at))

    return group


def age_on(born: date, day: date) -> int:
    """Birthdays had by that day; somebody born on 29 February has it on 1 March in other years. Below nought: unborn."""
    try:
        birthday = born.replace(year=day.year)
    except ValueError:
        birthday = date(day.year, 3, 1)
    return day.year - born.year - (day < birthday)


def band(age: int | None) -> Group:
    """The age band that an age falls in."""
    if age is None:
        return None
    if age < 0:
        return "not yet born"
    for low, high in ((1, 4), (5, 9), (10, 15), (16, 17)):
        if low <= age <= high:
            return f"{low} to {high}"
    return "under 1" if age == 0 else "18 and over"
