"""Two financial years of one small council, in which the second year's files carry on, correct and forget the first's.

Each child shows one thing that can happen to a case between two yearly files:

    child     first year's files say                second year's files say           what is so
    stays     closed within the first year          nothing                           as the first year says
    carried   open                                  closed in June 2024               one case, closed in June 2024
    gone      open                                  nothing                           deleted: it never was
    changed   ended in March 2024                   the same case ended in April      ended in April
    edge      ended on 31 March 2024                nothing                           as the first year says
    over      ended on 1 April 2024                 nothing                           deleted: it reached into year two
    new       nothing                               begun in autumn 2024              as the second year says
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from lineofsight.council import Council
from lineofsight.engines.duckdb import DuckDB
from lineofsight.indicators.catalogue import indicator
from lineofsight.record import Record, Run, TableSource
from lineofsight.returns.columns import Table
from lineofsight.run.load import load
from lineofsight.run.measure import measure
from lineofsight.run.reports import FileReport
from tests.unit.run.drawn_files import case, census, child, episode, episodes, headers, plan

FIRST, SECOND = "first year", "second year"
KEYS = {FIRST: "2023-24", SECOND: "2024-25"}
COUNTED = ("rereferral_12m_pct", "cpp_rate", "cla_rate")


def write_years(folder: Path) -> dict[str, Path]:
    """The files of both years, each year in a folder of its own."""
    one, two = folder / FIRST, folder / SECOND
    census(
        one / "census.xml",
        "2024-03-31",
        child("stays", case("2023-06-05", "2023-09-01", plan("2023-06-20", "2023-08-20"))),
        child("carried", case("2024-01-10", "", plan("2024-02-01"))),
        child("gone", case("2024-02-12", "", plan("2024-02-20"))),
        child("changed", case("2023-11-20", "2024-03-15", plan("2023-12-01", "2024-03-10"))),
        child("edge", case("2024-03-04", "2024-03-31", plan("2024-03-08", "2024-03-31"))),
        child("over", case("2024-03-05", "2024-04-01", plan("2024-03-09", "2024-04-01"))),
    )
    census(
        two / "census.xml",
        "2025-03-31",
        child(
            "carried",
            case("2024-01-10", "2024-06-30", plan("2024-02-01", "2024-05-05")),
            case("2024-09-10"),
        ),
        child("gone", case("2024-10-07")),
        child("changed", case("2023-11-20", "2024-04-20", plan("2023-12-01", "2024-04-20"))),
        child("new", case("2024-09-02", "", plan("2024-10-01"))),
    )
    headers(one / "header.csv", "stays", "carried", "gone", "changed", "edge", "over")
    episodes(
        one / "episodes.csv",
        episode("stays", "01/05/2023", "01/09/2023"),
        episode("carried", "01/01/2024"),
        episode("gone", "01/02/2024"),
        episode("changed", "01/12/2023", "10/03/2024"),
        episode("edge", "06/03/2024", "31/03/2024"),
        episode("over", "07/03/2024", "01/04/2024"),
    )
    headers(two / "header.csv", "carried", "changed", "new")
    episodes(
        two / "episodes.csv",
        episode("carried", "01/01/2024", "10/06/2024"),
        episode("carried", "10/06/2024", began="P"),
        episode("changed", "01/12/2023", "20/04/2024"),
        episode("new", "01/10/2024"),
    )
    return {FIRST: one, SECOND: two}


@dataclass
class Home:
    """A record into which the years are loaded one after another, measured after each."""

    record: Record
    years: dict[str, Path]
    runs: dict[str, Run] = field(default_factory=dict)
    reports: dict[str, list[FileReport]] = field(default_factory=dict)

    def load(self, year: str) -> list[FileReport]:
        self.reports[year] = load(self.record, [self.years[year]], by="someone", key=KEYS[year])
        return self.reports[year]

    def measure(self, named: str, *only: str) -> None:
        self.runs[named] = measure(
            self.record,
            Council.read(self.record.home / "council.toml"),
            to=date(2025, 3, 31),
            months=24,
            only=[indicator(id_) for id_ in only or COUNTED],
        )

    def remove(self, year: str) -> None:
        for load_id in sorted({report.load for report in self.reports[year] if report.load}):
            self.record.remove(load_id, by="someone")

    def numerators(self, run: str, id_: str) -> dict[str, float | None]:
        """The monthly totals, those of nought left out."""
        found = self.record.readings(self.runs[run].id, indicator=id_, kind="month", breakdown=())
        return {f"{r.period_end:%Y-%m}": r.numerator for r in found if r.numerator}

    def denominators(self, run: str, id_: str) -> dict[str, float | None]:
        found = self.record.readings(self.runs[run].id, indicator=id_, kind="month", breakdown=())
        return {f"{r.period_end:%Y-%m}": r.denominator for r in found if r.denominator}


def counted(sources: tuple[TableSource, ...], table: Table, *columns: str) -> list[tuple[object, ...]]:
    """The rows of a table that count, in order."""
    engine = DuckDB()
    engine.supply_sources(sources, only=[table.name])
    found = engine.table(table.rows.select(*columns)).to_pylist()
    return sorted(tuple(row[c] and str(row[c]) for c in columns) for row in found)
