"""From a figure to a row of a file that the council gave, and to the child who stands there."""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterator
from datetime import date
from random import Random

import pytest

from lineofsight.calendar import Period, PeriodKind, period_containing
from lineofsight.indicators.catalogue import BY_ID, INDICATORS
from lineofsight.readings import MeasureType, Reading
from lineofsight.run.rows import CaseRow, case_rows
from tests.slow.conftest import Demo
from tests.slow.originals import at_row

pytestmark = pytest.mark.slow
OF_EACH = 14  # readings followed of each indicator, so that 15 indicators make 210
SHARES = (MeasureType.PROPORTION, MeasureType.STOCK_PROPORTION)
COUNT_COLUMNS = ("Number", "Children", "Cases")  # what the paper calls a numerator


def rows_of(demo: Demo, reading: Reading) -> list[CaseRow]:
    period = Period(PeriodKind(reading.period_kind), reading.period_start, reading.period_end)
    found = case_rows(
        demo.record, demo.run, BY_ID[reading.indicator], period, by=reading.breakdown, group=reading.group
    )
    return list(found)


def picked(demo: Demo) -> Iterator[Reading]:
    """Readings that count something: of each indicator half by month and half of other kinds, totals among them."""
    for indicator in INDICATORS:
        random = Random(f"figures of {indicator.id}")
        every = demo.record.readings(demo.run.id, indicator=indicator.id)
        full = [r for r in every if r.numerator or r.unknown or r.open]
        months = [r for r in full if r.period_kind == "month"]
        others = [r for r in full if r.period_kind != "month"]
        totals = [r for r in full if not r.breakdown]
        yield from random.sample(months, OF_EACH // 2)
        yield from random.sample(others, OF_EACH - OF_EACH // 2 - 2)
        yield from random.sample(totals, 2)


def assert_adds_up(reading: Reading, rows: list[CaseRow]) -> None:
    where = f"{reading.indicator} {reading.period_kind} to {reading.period_end} {reading.group}"
    known = [row for row in rows if not row.unknown]
    assert sum(row.amount or 0 for row in known) == pytest.approx(reading.numerator or 0), where
    assert len(_unknown(reading, rows)) == reading.unknown, where
    assert sum(row.open for row in rows) == reading.open, where
    if BY_ID[reading.indicator].measure_type in SHARES and not weighed(reading):
        assert sum(row.met for row in rows) == reading.numerator, where
        assert sum(not row.open for row in rows) == reading.denominator, where


def weighed(reading: Reading) -> bool:
    """Whether its rows count as more or less than one each."""
    return getattr(BY_ID[reading.indicator], "weight", None) is not None


def _unknown(reading: Reading, rows: list[CaseRow]) -> list[object]:
    """What is not known: the rows themselves, or for an average the workers whose rows they are."""
    unknown = [row for row in rows if row.unknown]
    is_average = BY_ID[reading.indicator].measure_type is MeasureType.MEAN
    return list({row.worker for row in unknown}) if is_average else list(unknown)


def assert_leads_to_a_case(demo: Demo, row: CaseRow) -> None:
    """The file that the row names, opened here, holds the row's child or worker at that very row."""
    original = demo.record.trace(row.load, row.file, row.sheet, row.row)
    assert {row.child, row.worker} - {None} <= at_row(original.path, row.sheet, row.row)


def test_two_hundred_figures_lead_to_the_rows_that_they_count(demo: Demo) -> None:
    followed = Counter[str]()
    for number, reading in enumerate(picked(demo)):
        rows = rows_of(demo, reading)
        assert_adds_up(reading, rows)
        cases = [row for row in rows if row.child or row.worker]
        assert cases, reading
        for row in Random(number).sample(cases, min(3, len(cases))):
            assert_leads_to_a_case(demo, row)
            followed[row.file.rsplit(".", 1)[-1]] += 1
    assert sum(1 for _ in picked(demo)) >= 200
    assert set(followed) == {"xml", "csv", "xlsx"}


def printed(demo: Demo) -> list[tuple[Reading, float]]:
    """Figures of the paper's CSV file that count something, each with the reading that it must be."""
    with demo.paper("csv").open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.DictReader(file))
    found = []
    for line in lines:
        if line["figure"] in COUNT_COLUMNS and line["value"] not in ("c", "x", "z", "0"):
            found.append((_reading(demo, line), float(line["value"])))
    return found


def _reading(demo: Demo, line: dict[str, str]) -> Reading:
    indicator = BY_ID[line["measure"]]
    by, group, period = (), (), period_containing(PeriodKind.MONTH, demo.run.to)
    if line["by"] == "Month":
        period = period_containing(PeriodKind.MONTH, date.fromisoformat(line["row_code"]))
    else:
        if not indicator.measure_type.is_stock:
            period = period_containing(PeriodKind.ROLLING_12_MONTHS, demo.run.to)
        if line["row"] != "All":
            by = tuple(b.name for b in indicator.breakdowns if b.title.capitalize() == line["by"])
            group = (None if line["row"] == "Not recorded" else line["row_code"],)
    (found,) = [
        r
        for r in demo.record.readings(
            demo.run.id,
            indicator=indicator.id,
            kind=str(period.kind),
            breakdown=by,
            since=period.start,
            until=period.end,
        )
        if r.group == group
    ]
    return found


def test_figures_that_the_paper_prints_lead_to_the_rows_that_they_count(demo: Demo) -> None:
    figures = printed(demo)
    assert {reading.indicator for reading, _ in figures} > {"cpp_rate", "icpc_15wd_pct", "sw_caseload_avg"}
    assert {reading.breakdown for reading, _ in figures} > {(), ("ward",), ("age_band",)}
    for reading, value in Random("figures of the paper").sample(figures, 40):
        assert reading.numerator == value
        rows = rows_of(demo, reading)
        assert_adds_up(reading, rows)
        people = [row for row in rows if row.met and (row.child or row.worker)]
        assert people or reading.indicator == "sw_vacancy_pct"  # a vacant post is nobody's
        for row in people[:1]:
            assert_leads_to_a_case(demo, row)
