"""The calendar against slow, plain counting, on days that nobody chose."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lineofsight.calendar import (
    FIRST_KNOWN,
    LAST_KNOWN,
    KeyNotUnderstoodError,
    OutsideCalendarError,
    Period,
    PeriodKind,
    add_working_days,
    clear_calendar_days_before,
    clear_working_days_before,
    covered_by_key,
    is_working_day,
    last_of_month,
    months_ending,
    period_containing,
    run_periods,
    two_months_beginning_with,
    working_days_between,
)

UNHURRIED = settings(deadline=None)  # a busy machine is no fault of the calendar
ONE_DAY = timedelta(days=1)
KNOWN = st.dates(FIRST_KNOWN, LAST_KNOWN)
ANY = st.dates(date(1900, 1, 1), date(2199, 12, 31))
FIRST_DAY = st.sampled_from([0, 1])
KINDS = st.sampled_from(
    [kind for kind in PeriodKind if kind not in (PeriodKind.MUNICIPAL_YEAR, PeriodKind.TERM)]
)
CLOSED_KINDS = KINDS.filter(lambda kind: kind is not PeriodKind.ROLLING_12_MONTHS and "to_date" not in kind)


def _days(first, last):
    return [first + timedelta(days=step) for step in range((last - first).days + 1)]


@UNHURRIED
@given(start=KNOWN, days=st.integers(0, 400), first_working_day=FIRST_DAY)
def test_subtracting_numbers_is_counting_days(start, days, first_working_day):
    end = min(start + timedelta(days=days), LAST_KNOWN)
    counted = sum(is_working_day(day) for day in _days(start, end)[1:])
    assert (
        working_days_between(start, end, first_working_day=first_working_day) == counted + first_working_day
    )


@UNHURRIED
@given(start=ANY, end=ANY)
def test_a_count_is_unknown_exactly_when_it_cannot_be_known(start, end):
    known = FIRST_KNOWN <= start <= end <= LAST_KNOWN
    assert (working_days_between(start, end) is not None) is known


@UNHURRIED
@given(start=KNOWN, count=st.integers(0, 300), first_working_day=FIRST_DAY)
def test_a_deadline_is_in_time_and_the_next_working_day_is_late(start, count, first_working_day):
    count += first_working_day
    try:
        deadline = add_working_days(start, count, first_working_day=first_working_day)
        next_working_day = add_working_days(deadline, 1)
    except OutsideCalendarError:
        return
    assert working_days_between(start, deadline, first_working_day=first_working_day) == count
    assert working_days_between(start, next_working_day, first_working_day=first_working_day) == count + 1


@UNHURRIED
@given(meeting=st.dates(date(2015, 3, 1), LAST_KNOWN), count=st.integers(0, 30))
def test_clear_working_days_lie_between_and_one_day_later_is_too_late(meeting, count):
    last = clear_working_days_before(meeting, count)
    later = next(day for day in _days(last + ONE_DAY, meeting) if is_working_day(day) or day == meeting)
    assert is_working_day(last)
    assert sum(is_working_day(day) for day in _days(last + ONE_DAY, meeting - ONE_DAY)) == count
    assert sum(is_working_day(day) for day in _days(later + ONE_DAY, meeting - ONE_DAY)) == max(count - 1, 0)


@UNHURRIED
@given(meeting=ANY, count=st.integers(0, 60))
def test_clear_calendar_days_lie_between(meeting, count):
    assert len(_days(clear_calendar_days_before(meeting, count), meeting)) == count + 2


@UNHURRIED
@given(day=ANY)
def test_two_months_never_run_into_a_third(day):
    end = two_months_beginning_with(day)
    months = (end.year - day.year) * 12 + end.month - day.month
    assert 58 <= (end - day).days <= 61
    assert months == (1 if day.day == 1 else 2)


@UNHURRIED
@given(kind=KINDS, day=ANY)
def test_a_day_lies_in_its_period(kind, day):
    period = period_containing(kind, day)
    assert day in period
    assert period == Period(kind, period.start, period.end)


@UNHURRIED
@given(kind=CLOSED_KINDS, day=ANY)
def test_periods_of_a_kind_lie_end_to_end(kind, day):
    period = period_containing(kind, day)
    following = period_containing(kind, period.end + ONE_DAY)
    assert following.start == period.end + ONE_DAY
    assert period_containing(kind, period.start) == period_containing(kind, period.end) == period


@settings(deadline=None, max_examples=30)
@given(day=ANY, months=st.integers(1, 15))
def test_a_run_holds_every_period_that_ends_in_its_months_and_no_other(day, months):
    last = last_of_month(day)
    window = _days(months_ending(last, months)[0].start, last)
    kinds = {period.kind for period in run_periods(date(2024, 8, 31), 12)}
    expected = {period_containing(kind, each) for kind in kinds for each in window}
    found = run_periods(last, months)
    assert set(found) == {period for period in expected if period.end in window}
    assert len(set(found)) == len(found)


@UNHURRIED
@given(day=ANY)
def test_a_key_says_what_it_was_written_for(day):
    financial = period_containing(PeriodKind.FINANCIAL_YEAR, day)
    month = period_containing(PeriodKind.MONTH, day)
    year = f"{financial.start.year:04d}/{financial.end.year % 100:02d}"
    assert covered_by_key(year) == (financial.start, financial.end)
    assert covered_by_key(day.isoformat()) == (financial.start, day)
    if (day.year + 1) % 100 == day.month:
        with pytest.raises(KeyNotUnderstoodError, match=f"Write {day.year}/{day.month:02d} for the year"):
            covered_by_key(f"{day:%Y-%m}")
    else:
        assert covered_by_key(f"{day:%Y-%m}") == (month.start, month.end)


@UNHURRIED
@given(text=st.text("0129-/ ", max_size=11))
def test_a_key_covers_some_days_or_is_refused(text):
    try:
        first, last = covered_by_key(text)
    except KeyNotUnderstoodError:
        return
    assert first <= last


def test_a_deadline_can_be_the_last_known_working_day_and_none_after_it():
    last = max(day for day in _days(LAST_KNOWN - timedelta(days=9), LAST_KNOWN) if is_working_day(day))
    with pytest.raises(OutsideCalendarError):
        add_working_days(last, 1)
