"""Which load supplies each school's day: the newest that holds it, and nothing else of the older ones is lost.

A table by day (attendance marks) has a file for each day of a load. A file that comes again, or corrected, replaces
exactly the schools and days that it holds. So loads of such a return are not ranked by what they cover: for each school and
day the load that came last supplies the rows, and an older load goes on supplying its other schools and days.

The counts that are worked out from the marks are kept for each *cell*, a week cut at the month's end, under a name that is
made from the files that they were counted from. So a day that changes leaves every other cell's counts as they are.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from lineofsight.calendar import last_of_month
from lineofsight.record.day_files import schools_in
from lineofsight.record.loads import Load

COUNTING = (
    "1"  # changes with the way in which marks are counted, so that no older count is taken for a new one
)


@dataclass(frozen=True, kw_only=True)
class DayPart:
    """One load's file of one day. Its rows count, but for those of the schools that a newer load holds for that day."""

    day: date
    load: str
    path: Path
    but_for: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Cell:
    """A week cut at the month's end, with the files that its counts are worked out from."""

    since: date
    until: date
    parts: tuple[DayPart, ...]

    @property
    def name(self) -> str:
        """The same for the same cell of the same files, and for no other."""
        said = [COUNTING, *(f"{p.day} {p.load} {sorted(p.but_for)}" for p in self.parts)]
        digest = hashlib.sha256("\n".join(said).encode()).hexdigest()[:20]
        return f"{self.since}-{digest}.parquet"


def day_parts(
    loads: Iterable[Load], table: str, folder_of: Callable[[str, str], Path]
) -> tuple[DayPart, ...]:
    """For each day that the loads hold, the files whose rows count; ``folder_of`` takes load and table."""
    found: list[DayPart] = []
    taken: dict[date, set[str]] = defaultdict(set)
    newest_first = sorted(loads, key=lambda load: (load.loaded_at, load.id), reverse=True)
    for load in (load for load in newest_first if table in load.fills):
        for path in sorted(folder_of(load.id, table).glob("*.parquet")):
            day, schools = date.fromisoformat(path.stem), schools_in(path)
            if not schools <= taken[day]:
                found.append(DayPart(day=day, load=load.id, path=path, but_for=schools & taken[day]))
            taken[day] |= schools
    return tuple(sorted(found, key=lambda part: (part.day, part.load)))


def cells_of(parts: Iterable[DayPart]) -> Iterator[Cell]:
    """The cells that the days lie in, in order."""
    together: dict[tuple[date, date], list[DayPart]] = defaultdict(list)
    for part in parts:
        together[cell_around(part.day)].append(part)
    for (since, until), those in sorted(together.items()):
        yield Cell(since=since, until=until, parts=tuple(those))


def cell_around(day: date) -> tuple[date, date]:
    """The first and the last day of the cell that a day lies in: Monday to Sunday, within one month."""
    monday = day - timedelta(days=day.weekday())
    return max(monday, day.replace(day=1)), min(monday + timedelta(days=6), last_of_month(day))


def key_of_days(schools: Mapping[date, Collection[str]]) -> str:
    """The key of a load by day: the same for the same schools and days, so that it takes the place of those alone.

    >>> key_of_days({date(2025, 9, 10): ["3826001"]})
    '2025-09-10 (1 school, 6f0d3d5c)'
    """
    said = "\n".join(f"{day} {school}" for day in sorted(schools) for school in sorted(schools[day]))
    digest = hashlib.sha256(said.encode()).hexdigest()[:8]
    first, last = min(schools), max(schools)
    days = f"{first}" if first == last else f"{first} to {last}, {len(schools)} days"
    number = len({school for each in schools.values() for school in each})
    return f"{days} ({number} school{'' if number == 1 else 's'}, {digest})"
