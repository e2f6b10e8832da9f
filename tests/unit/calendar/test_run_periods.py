"""The periods of a run."""

from __future__ import annotations

from collections import Counter
from datetime import date

import pytest

from lineofsight.calendar import Period, PeriodKind, months_ending, run_periods

K = PeriodKind
AUGUST = date(2024, 8, 31)


def test_months_end_with_the_month_that_the_day_lies_in():
    expected = (
        Period(K.MONTH, date(2023, 12, 1), date(2023, 12, 31)),
        Period(K.MONTH, date(2024, 1, 1), date(2024, 1, 31)),
        Period(K.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
    )
    assert months_ending(date(2024, 2, 1), 3) == expected
    assert months_ending(date(2024, 2, 29), 3) == expected


def test_no_month_is_no_month():
    assert months_ending(AUGUST, 0) == ()
    with pytest.raises(ValueError, match="0 or more, not -1"):
        months_ending(AUGUST, -1)


def test_a_run_of_one_month_holds_what_ends_in_it():
    assert Counter(period.kind for period in run_periods(AUGUST, 1)) == {
        K.MONTH: 1,
        K.ROLLING_12_MONTHS: 1,
        K.ACADEMIC_YEAR: 1,
        K.FINANCIAL_YEAR_TO_DATE: 1,
        K.CALENDAR_YEAR_TO_DATE: 1,
        K.ACADEMIC_YEAR_TO_DATE: 1,
        K.WORKFORCE_YEAR_TO_DATE: 1,
    }


@pytest.mark.parametrize(
    "last", [date(2024, 8, 31), date(2024, 3, 31), date(2024, 12, 31), date(2024, 2, 29)]
)
def test_sixty_months_are_four_hundred_periods_wherever_they_end(last):
    by_kind = Counter(period.kind for period in run_periods(last, 60))
    assert by_kind.pop(K.QUARTER) == 20
    assert {kind for kind, count in by_kind.items() if count == 5} == {
        K.FINANCIAL_YEAR,
        K.CALENDAR_YEAR,
        K.ACADEMIC_YEAR,
        K.WORKFORCE_YEAR,
    }
    assert {count for count in by_kind.values() if count != 5} == {60}
    assert by_kind.total() + 20 == 400


def test_every_period_of_a_run_ends_in_its_months_and_is_there_once():
    periods = run_periods(AUGUST, 12)
    ends = {month.end for month in months_ending(AUGUST, 12)}
    assert {period.end for period in periods} == ends
    assert len(set(periods)) == len(periods)


def test_a_rolling_year_of_the_first_month_begins_before_the_run():
    rolling = [period for period in run_periods(AUGUST, 2) if period.kind is K.ROLLING_12_MONTHS]
    assert rolling[0] == Period(K.ROLLING_12_MONTHS, date(2023, 8, 1), date(2024, 7, 31))


def test_a_full_year_has_a_to_date_form_beside_it():
    kinds = {period.kind for period in run_periods(date(2024, 3, 31), 1)}
    assert {K.FINANCIAL_YEAR, K.FINANCIAL_YEAR_TO_DATE} <= kinds


@pytest.mark.parametrize("day", [date(2024, 8, 30), date(2024, 2, 28)])
def test_a_run_that_does_not_end_with_a_month_is_refused(day):
    with pytest.raises(ValueError, match="is not the last day of its month"):
        run_periods(day, 1)


def test_a_run_without_a_month_is_refused():
    with pytest.raises(ValueError, match="at least 1 month, not 0"):
        run_periods(AUGUST, 0)
