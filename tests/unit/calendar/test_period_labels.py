"""What periods are called, in sentences and on axes."""

from __future__ import annotations

from datetime import date

import pytest

from lineofsight.calendar import (
    Period,
    PeriodKind,
    date_in_words,
    label,
    month_in_words,
    period_containing,
    run_periods,
    short_label,
    weekday_and_date_in_words,
)

K = PeriodKind


@pytest.mark.parametrize(
    ("kind", "day", "words", "short"),
    [
        (K.MONTH, date(2024, 8, 31), "August 2024", "Aug 24"),
        (K.QUARTER, date(2024, 8, 31), "quarter to 30 September 2024", "to Sep 24"),
        (K.ROLLING_12_MONTHS, date(2024, 8, 31), "12 months to 31 August 2024", "to Aug 24"),
        (K.FINANCIAL_YEAR, date(2025, 3, 31), "financial year 2024/25", "2024/25"),
        (K.CALENDAR_YEAR, date(2024, 8, 31), "calendar year 2024", "2024"),
        (K.ACADEMIC_YEAR, date(2024, 8, 31), "academic year 2023/24", "2023/24"),
        (K.WORKFORCE_YEAR, date(2024, 9, 30), "workforce year 2023/24", "2023/24"),
        (
            K.FINANCIAL_YEAR_TO_DATE,
            date(2024, 8, 31),
            "financial year 2024/25 to 31 August 2024",
            "to Aug 24",
        ),
        (K.CALENDAR_YEAR_TO_DATE, date(2024, 8, 31), "calendar year 2024 to 31 August 2024", "to Aug 24"),
        (
            K.ACADEMIC_YEAR_TO_DATE,
            date(2024, 9, 1),
            "academic year 2024/25 to 30 September 2024",
            "to Sep 24",
        ),
        (K.WORKFORCE_YEAR_TO_DATE, date(2024, 8, 1), "workforce year 2023/24 to 31 August 2024", "to Aug 24"),
        (K.WEEK, date(2024, 9, 15), "week beginning Monday 9 September 2024", "9 Sep 24"),
        (K.DAY, date(2024, 9, 9), "Monday 9 September 2024", "9 Sep 24"),
    ],
)
def test_a_period_is_called_by_its_kind_and_its_days(kind, day, words, short):
    period = period_containing(kind, day)
    assert (label(period), short_label(period)) == (words, short)


@pytest.mark.parametrize(
    ("period", "words", "short"),
    [
        (
            Period(K.MUNICIPAL_YEAR, date(2024, 5, 22), date(2025, 5, 20)),
            "municipal year 2024/25",
            "2024/25",
        ),
        (
            Period(K.TERM, date(2024, 9, 3), date(2024, 12, 20)),
            "term from 3 September 2024 to 20 December 2024",
            "3 Sep 24",
        ),
        (
            Period(K.ACADEMIC_YEAR_TO_DATE, date(2024, 9, 1), date(2024, 9, 13)),
            "academic year 2024/25 to 13 September 2024",
            "to 13 Sep 24",
        ),
    ],
)
def test_a_period_with_days_of_its_own_says_them(period, words, short):
    assert (label(period), short_label(period)) == (words, short)


def test_the_year_over_the_century_has_two_digits():
    assert label(period_containing(K.FINANCIAL_YEAR, date(2099, 4, 1))) == "financial year 2099/00"
    assert label(period_containing(K.FINANCIAL_YEAR, date(2008, 4, 1))) == "financial year 2008/09"


@pytest.mark.parametrize("name", [label, short_label])
def test_no_two_periods_of_a_kind_are_called_the_same(name):
    periods = run_periods(date(2024, 8, 31), 120)
    assert len({(period.kind, name(period)) for period in periods}) == len(periods)


def test_labels_of_different_kinds_are_never_the_same():
    periods = run_periods(date(2024, 8, 31), 60)
    assert len({label(period) for period in periods}) == len(periods)


def test_dates_are_in_words():
    day = date(2024, 8, 31)
    assert date_in_words(day) == "31 August 2024"
    assert month_in_words(day) == "August 2024"
    assert weekday_and_date_in_words(day) == "Saturday 31 August 2024"


def test_a_kind_is_in_words():
    assert K.FINANCIAL_YEAR_TO_DATE.in_words == "financial year to date"
