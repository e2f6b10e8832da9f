"""A run: every month and group that was asked for, with noughts where nothing was counted, from the loads it names."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lineofsight.council import Council
from lineofsight.indicators.catalogue import indicator
from lineofsight.readings import State
from lineofsight.record import Record
from lineofsight.run.load import load
from lineofsight.run.measure import NothingToMeasureError, measure, question
from tests.unit.run.drawn_files import headers
from tests.unit.run.two_years import COUNTED, FIRST, SECOND, Home


def test_every_month_asked_for_is_there_with_nought_where_nothing_was_counted(in_order: Home) -> None:
    found = in_order.record.readings(
        in_order.runs["both"].id, indicator="rereferral_12m_pct", kind="month", breakdown=()
    )
    assert len(found) == 24
    assert (found[0].period_end, found[-1].period_end) == (date(2023, 4, 30), date(2025, 3, 31))
    july = found[3]
    assert (july.numerator, july.denominator, july.value) == (0, 0, None)  # no share of nothing
    september = found[17]
    assert (september.numerator, september.denominator, september.value) == (1, 2, 50)


def test_months_after_the_last_day_that_is_covered_are_not_available_and_hold_no_number(
    in_order: Home,
) -> None:
    found = in_order.record.readings(
        in_order.runs[FIRST].id, indicator="cpp_rate", kind="month", breakdown=()
    )
    after = [r for r in found if r.period_start > date(2024, 3, 31)]
    assert len(after) == 12
    assert {r.state for r in after} == {State.NOT_AVAILABLE}
    assert {(r.numerator, r.denominator, r.value) for r in after} == {(None, None, None)}


def test_a_rate_without_a_population_has_a_number_and_no_value(in_order: Home) -> None:
    found = in_order.record.readings(
        in_order.runs["both"].id, indicator="cpp_rate", kind="month", breakdown=()
    )
    assert (found[-1].numerator, found[-1].denominator, found[-1].value) == (1, None, None)


@pytest.mark.parametrize("id_", COUNTED)
def test_groups_add_up_to_the_total(in_order: Home, id_: str) -> None:
    run = in_order.runs["both"].id
    totals = in_order.record.readings(run, indicator=id_, kind="month", breakdown=())
    for breakdown in indicator(id_).breakdowns:
        groups = in_order.record.readings(run, indicator=id_, kind="month", breakdown=(breakdown.name,))
        for total in totals:
            theirs = [g for g in groups if g.period_end == total.period_end]
            assert sum(g.numerator or 0 for g in theirs) == (total.numerator or 0)
            assert sum(g.unknown for g in theirs) == total.unknown


def test_a_run_names_the_loads_and_settings_that_it_was_made_of(in_order: Home) -> None:
    run = in_order.runs[FIRST]
    assert set(run.loads) == {r.load for r in in_order.reports[FIRST]}
    both = {r.load for year in (FIRST, SECOND) for r in in_order.reports[year]}
    assert set(in_order.runs["both"].loads) == both
    assert run.settings == {"first_working_day": 0, "ehc_days": 140}
    assert (run.months, run.to) == (24, date(2025, 3, 31))


def test_with_nothing_loaded_there_is_nothing_to_measure(tmp_path: Path) -> None:
    with pytest.raises(NothingToMeasureError, match="Load files first"):
        measure(Record.open(tmp_path), Council.read(tmp_path / "council.toml"))


@pytest.mark.parametrize(
    ("to", "last"),
    [
        (None, date(2024, 1, 31)),  # the load covers up to 15 February
        (date(2023, 12, 31), date(2023, 12, 31)),
        (date(2023, 12, 30), date(2023, 11, 30)),
    ],
)
def test_a_run_ends_with_the_last_whole_month(tmp_path: Path, to: date | None, last: date) -> None:
    record = Record.open(tmp_path / "home")
    load(record, [headers(tmp_path / "header.csv", "a")], by="someone", key="2024-02-15")
    assert question(record, to=to, months=3).to == last
