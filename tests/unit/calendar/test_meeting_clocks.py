"""The three clocks of a meeting, on both sides of their limits."""

from __future__ import annotations

from datetime import date

import pytest

from lineofsight.calendar import (
    OutsideCalendarError,
    clear_calendar_days_before,
    clear_working_days_before,
    two_months_beginning_with,
)

MEETING = date(2024, 10, 11)


def test_neither_end_of_clear_working_days_counts():
    assert clear_working_days_before(MEETING, 3) == date(2024, 10, 7)  # 8, 9 and 10 October lie between
    assert clear_working_days_before(MEETING, 5) == date(2024, 10, 3)


def test_no_clear_working_day_is_the_working_day_before():
    assert clear_working_days_before(MEETING, 0) == date(2024, 10, 10)
    assert clear_working_days_before(date(2024, 10, 14), 0) == MEETING


def test_a_meeting_at_the_weekend_is_counted_back_from_the_weekend():
    assert clear_working_days_before(date(2024, 10, 12), 1) == date(2024, 10, 10)


def test_papers_are_published_on_a_working_day():
    # The bank holiday on 26 December would leave five clear days before 6 January too; nobody publishes on it.
    assert clear_working_days_before(date(2025, 1, 6), 5) == date(2024, 12, 24)


def test_clear_working_days_that_reach_before_the_known_years_are_refused():
    assert clear_working_days_before(date(2015, 1, 9), 4) == date(2015, 1, 2)
    with pytest.raises(OutsideCalendarError, match="31 December 2014"):
        clear_working_days_before(date(2015, 1, 9), 5)


def test_a_meeting_beyond_the_known_years_is_refused():
    assert clear_working_days_before(date(2028, 12, 31), 0) == date(2028, 12, 29)
    with pytest.raises(OutsideCalendarError, match="1 January 2029"):
        clear_working_days_before(date(2029, 1, 1), 0)


def test_every_calendar_day_between_is_a_clear_day():
    assert clear_calendar_days_before(MEETING, 28) == date(2024, 9, 12)
    assert clear_calendar_days_before(MEETING, 0) == date(2024, 10, 10)


def test_clear_calendar_days_need_no_bank_holidays():
    assert clear_calendar_days_before(date(2031, 1, 31), 28) == date(2031, 1, 2)


@pytest.mark.parametrize("clock", [clear_working_days_before, clear_calendar_days_before])
def test_a_negative_number_of_clear_days_is_refused(clock):
    with pytest.raises(ValueError, match="0 or more, not -1"):
        clock(MEETING, -1)


@pytest.mark.parametrize(
    ("received", "ends"),
    [
        (date(2024, 10, 11), date(2024, 12, 10)),
        (date(2024, 10, 1), date(2024, 11, 30)),
        (date(2024, 7, 1), date(2024, 8, 31)),
        (date(2024, 11, 1), date(2024, 12, 31)),
        (date(2024, 12, 28), date(2025, 2, 27)),
        (date(2024, 12, 29), date(2025, 2, 28)),
        (date(2024, 12, 31), date(2025, 2, 28)),
        (date(2023, 12, 29), date(2024, 2, 28)),
        (date(2023, 12, 30), date(2024, 2, 29)),
        (date(2024, 8, 31), date(2024, 10, 30)),
    ],
)
def test_two_months_that_begin_with_a_day_end_on_the_eve_of_the_same_day(received, ends):
    assert two_months_beginning_with(received) == ends
