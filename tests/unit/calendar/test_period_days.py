"""Which period a day lies in, and where each kind begins and ends."""

from __future__ import annotations

from datetime import date

import pytest

from lineofsight.calendar import (
    Period,
    PeriodKind,
    first_of_month,
    last_of_month,
    municipal_year_containing,
    period_containing,
    term_containing,
)

K = PeriodKind
ANNUAL_MEETINGS = [date(2025, 5, 21), date(2023, 5, 24), date(2024, 5, 22)]
AUTUMN = Period(K.TERM, date(2024, 9, 3), date(2024, 12, 20))
SPRING = Period(K.TERM, date(2025, 1, 6), date(2025, 4, 4))


@pytest.mark.parametrize(
    ("kind", "first", "last"),
    [
        (K.MONTH, date(2024, 2, 1), date(2024, 2, 29)),
        (K.MONTH, date(2024, 12, 1), date(2024, 12, 31)),
        (K.QUARTER, date(2024, 1, 1), date(2024, 3, 31)),
        (K.QUARTER, date(2024, 10, 1), date(2024, 12, 31)),
        (K.FINANCIAL_YEAR, date(2024, 4, 1), date(2025, 3, 31)),
        (K.CALENDAR_YEAR, date(2024, 1, 1), date(2024, 12, 31)),
        (K.ACADEMIC_YEAR, date(2024, 9, 1), date(2025, 8, 31)),
        (K.WORKFORCE_YEAR, date(2024, 10, 1), date(2025, 9, 30)),
        (K.WEEK, date(2024, 12, 30), date(2025, 1, 5)),
        (K.DAY, date(2024, 2, 29), date(2024, 2, 29)),
    ],
)
def test_a_period_holds_its_first_and_its_last_day_and_no_other(kind, first, last):
    period = Period(kind, first, last)
    assert period_containing(kind, first) == period
    assert period_containing(kind, last) == period
    assert period_containing(kind, date.fromordinal(first.toordinal() - 1)).end < first
    assert period_containing(kind, date.fromordinal(last.toordinal() + 1)).start > last


def test_a_rolling_year_ends_with_the_months_last_day():
    expected = Period(K.ROLLING_12_MONTHS, date(2023, 9, 1), date(2024, 8, 31))
    assert period_containing(K.ROLLING_12_MONTHS, date(2024, 8, 1)) == expected
    assert period_containing(K.ROLLING_12_MONTHS, date(2024, 8, 31)) == expected


def test_a_rolling_year_to_a_leap_day_begins_in_march():
    assert period_containing(K.ROLLING_12_MONTHS, date(2024, 2, 29)).start == date(2023, 3, 1)


@pytest.mark.parametrize(
    ("kind", "start"),
    [
        (K.FINANCIAL_YEAR_TO_DATE, date(2024, 4, 1)),
        (K.CALENDAR_YEAR_TO_DATE, date(2024, 1, 1)),
        (K.ACADEMIC_YEAR_TO_DATE, date(2023, 9, 1)),
        (K.WORKFORCE_YEAR_TO_DATE, date(2023, 10, 1)),
    ],
)
def test_a_year_to_date_runs_from_its_years_first_day_to_the_months_last(kind, start):
    assert period_containing(kind, date(2024, 8, 14)) == Period(kind, start, date(2024, 8, 31))


def test_a_year_to_date_may_end_on_any_day():
    assert date(2024, 9, 13) in Period(K.ACADEMIC_YEAR_TO_DATE, date(2024, 9, 1), date(2024, 9, 13))


def test_the_last_month_of_all_has_an_end():
    assert period_containing(K.MONTH, date.max).end == date.max


@pytest.mark.parametrize(
    ("kind", "start", "end"),
    [
        (K.MONTH, date(2024, 8, 2), date(2024, 8, 31)),
        (K.MONTH, date(2024, 8, 1), date(2024, 8, 30)),
        (K.QUARTER, date(2024, 8, 1), date(2024, 10, 31)),
        (K.WEEK, date(2024, 9, 8), date(2024, 9, 14)),
        (K.ROLLING_12_MONTHS, date(2023, 8, 31), date(2024, 8, 30)),
        (K.FINANCIAL_YEAR, date(2024, 1, 1), date(2024, 12, 31)),
        (K.FINANCIAL_YEAR_TO_DATE, date(2024, 4, 2), date(2024, 8, 31)),
        (K.FINANCIAL_YEAR_TO_DATE, date(2023, 4, 1), date(2024, 8, 31)),
        (K.TERM, date(2024, 12, 20), date(2024, 9, 3)),
    ],
)
def test_days_that_make_no_period_of_the_kind_are_refused(kind, start, end):
    with pytest.raises(ValueError, match=f"^The {kind.in_words} from "):
        Period(kind, start, end)


def test_periods_of_a_kind_sort_by_time():
    months = [period_containing(K.MONTH, date(2024, month, 1)) for month in (10, 2, 9)]
    assert [month.start.month for month in sorted(months)] == [2, 9, 10]


def test_a_municipal_year_runs_from_one_annual_meeting_to_the_eve_of_the_next():
    year = Period(K.MUNICIPAL_YEAR, date(2024, 5, 22), date(2025, 5, 20))
    assert municipal_year_containing(date(2024, 5, 22), ANNUAL_MEETINGS) == year
    assert municipal_year_containing(date(2025, 5, 20), ANNUAL_MEETINGS) == year
    assert municipal_year_containing(date(2024, 5, 21), ANNUAL_MEETINGS).start == date(2023, 5, 24)


@pytest.mark.parametrize("day", [date(2023, 5, 23), date(2025, 5, 21)])
def test_a_municipal_year_without_both_annual_meetings_is_refused(day):
    with pytest.raises(ValueError, match="needs the dates of the annual meetings before and after it"):
        municipal_year_containing(day, ANNUAL_MEETINGS)


def test_a_term_holds_its_first_and_its_last_day():
    assert term_containing(date(2024, 9, 3), [AUTUMN, SPRING]) == AUTUMN
    assert term_containing(date(2024, 12, 20), [AUTUMN, SPRING]) == AUTUMN
    assert term_containing(date(2025, 1, 6), [AUTUMN, SPRING]) == SPRING


@pytest.mark.parametrize("day", [date(2024, 9, 2), date(2024, 12, 21), date(2025, 4, 5)])
def test_a_day_in_the_holidays_is_in_no_term(day):
    assert term_containing(day, [AUTUMN, SPRING]) is None


@pytest.mark.parametrize("kind", [K.MUNICIPAL_YEAR, K.TERM])
def test_a_period_that_the_council_dates_is_never_guessed(kind):
    with pytest.raises(ValueError, match=f"Use {kind}_containing and give it the dates"):
        period_containing(kind, date(2024, 9, 3))


def test_months_are_counted_over_the_year():
    assert first_of_month(date(2024, 12, 31), later=2) == date(2025, 2, 1)
    assert first_of_month(date(2024, 1, 31), later=-1) == date(2023, 12, 1)
    assert last_of_month(date(2023, 2, 1)) == date(2023, 2, 28)
