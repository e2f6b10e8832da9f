"""How far a reading can be relied on to stay as it is: the days that the loads cover, and both sides of each limit."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from lineofsight.calendar import Period, PeriodKind, period_containing
from lineofsight.indicators.catalogue import indicator
from lineofsight.readings import State
from lineofsight.record import Load, TableCount
from lineofsight.run.check import endangered
from lineofsight.run.coverage import Coverage, coverage_of, states

ENQUIRIES = indicator("s47_nfa_pct")  # complete 60 days after its period
AGAIN = indicator("rereferral_12m_pct")  # looks back 365 days
PLANS = indicator("cpp_rate")  # a stock, for a population


def a_load(since: date | None, until: date, *tables: str, number: int = 1) -> Load:
    return Load(
        id=f"load-{number:06d}",
        return_name="cin_census",
        key=until.isoformat(),
        covers_since=since,
        covers_until=until,
        files=(),
        rows=tuple(TableCount(table=t, rows_in=1, rows_kept=1, rows_held=0) for t in tables),
        loaded_at=datetime(2024, 11, 1, tzinfo=UTC),
        loaded_by="someone",
        current=True,
    )


def month(year: int, number: int) -> Period:
    return period_containing(PeriodKind.MONTH, date(year, number, 1))


def state(id_: str, covers: Coverage | None, period: Period, first_day: date | None = None) -> State:
    return states(indicator(id_), covers, [period], first_day)[period]


def test_a_figure_is_covered_where_all_of_its_tables_are() -> None:
    years = [
        a_load(date(2022, 4, 1), date(2023, 3, 31), "section_47_enquiries"),
        a_load(date(2023, 4, 1), date(2024, 3, 31), "section_47_enquiries", number=2),
    ]
    assert coverage_of(ENQUIRIES, years) == Coverage(since=date(2022, 4, 1), until=date(2024, 3, 31))


def test_a_figure_without_one_of_its_tables_is_not_covered_at_all() -> None:
    assert coverage_of(ENQUIRIES, [a_load(None, date(2024, 3, 31), "referrals")]) is None
    assert coverage_of(ENQUIRIES, []) is None


def test_a_rate_does_not_wait_for_its_population() -> None:
    only_plans = [a_load(date(2023, 4, 1), date(2024, 3, 31), "child_protection_plans")]
    assert coverage_of(PLANS, only_plans) == Coverage(since=date(2023, 4, 1), until=date(2024, 3, 31))


@pytest.mark.parametrize(
    ("until", "expected"),
    [
        (date(2023, 8, 31), State.NOT_AVAILABLE),  # the eve of the period
        (date(2023, 9, 1), State.NOT_COMPLETE_YET),
        (date(2023, 11, 28), State.NOT_COMPLETE_YET),  # 59 days after its end
        (date(2023, 11, 29), State.COMPLETE),  # 60 days after its end
    ],
)
def test_a_figure_that_matures_is_complete_so_many_days_after_its_period(
    until: date, expected: State
) -> None:
    covers = Coverage(since=date(2020, 4, 1), until=until)
    assert state("s47_nfa_pct", covers, month(2023, 9)) is expected


@pytest.mark.parametrize(
    ("since", "expected"),
    [(date(2022, 9, 1), State.COMPLETE), (date(2022, 9, 2), State.NOT_COMPLETE_YET)],
)
def test_a_figure_that_looks_back_needs_the_days_before_its_period(since: date, expected: State) -> None:
    covers = Coverage(since=since, until=date(2023, 12, 31))
    assert state("rereferral_12m_pct", covers, month(2023, 9)) is expected


def test_where_no_load_says_since_when_the_first_row_does() -> None:
    covers = Coverage(since=None, until=date(2023, 12, 31))
    assert state("rereferral_12m_pct", covers, month(2023, 9), date(2022, 9, 1)) is State.COMPLETE
    assert state("rereferral_12m_pct", covers, month(2023, 9), date(2022, 10, 1)) is State.NOT_COMPLETE_YET
    assert state("rereferral_12m_pct", covers, month(2023, 9), None) is State.NOT_COMPLETE_YET


def test_a_stock_needs_its_last_day_alone() -> None:
    covers = Coverage(since=date(2023, 9, 30), until=date(2023, 9, 30))
    assert state("cpp_rate", covers, month(2023, 9)) is State.COMPLETE
    assert state("cpp_rate", covers, month(2023, 8)) is State.NOT_COMPLETE_YET


def test_a_figure_without_its_tables_is_not_available() -> None:
    assert state("cpp_rate", None, month(2023, 9)) is State.NOT_AVAILABLE


def test_a_column_endangers_the_figures_that_read_it_and_no_others() -> None:
    assert "icpc_15wd_pct" in endangered("conferences", "held_date")
    assert "cla_rate" not in endangered("conferences", "held_date")
    assert endangered("conferences", "no such column") == ()
    assert endangered("no such table", "held_date") == ()


SEN2 = ("sen_requests", "sen_assessments", "sen_named_plans")


def test_of_two_sources_of_the_same_cases_one_is_enough() -> None:
    issued = indicator("ehcp_issued_count")
    register = a_load(None, date(2025, 6, 30), "ehc_requests")
    census = a_load(date(2024, 1, 1), date(2025, 1, 16), *SEN2, number=2)
    assert coverage_of(issued, [register]) == Coverage(since=None, until=date(2025, 6, 30))
    assert coverage_of(issued, [census]) == Coverage(since=date(2024, 1, 1), until=date(2025, 1, 16))
    assert coverage_of(issued, [census, register]) == Coverage(since=None, until=date(2025, 6, 30))


def test_half_of_a_source_is_none() -> None:
    some = a_load(date(2024, 1, 1), date(2025, 1, 16), *SEN2[:2])
    assert coverage_of(indicator("ehcp_maintained"), [some]) is None
