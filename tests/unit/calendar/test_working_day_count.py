"""Working days: what counts, from which day, and what is not known."""

from __future__ import annotations

import pickle
from datetime import date
from itertools import pairwise

import pytest

from lineofsight.calendar import (
    FIRST_KNOWN,
    FIRST_WORKING_DAY,
    LAST_KNOWN,
    OutsideCalendarError,
    add_working_days,
    is_known,
    is_working_day,
    working_day_numbers,
    working_days_between,
)

DAY_BEFORE = date(2014, 12, 31)
DAY_AFTER = date(2029, 1, 1)


def test_a_conference_on_the_fifteenth_working_day_is_counted_as_fifteen():
    assert working_days_between(date(2024, 9, 2), date(2024, 9, 23)) == 15


def test_a_conference_the_day_after_is_counted_as_sixteen():
    assert working_days_between(date(2024, 9, 2), date(2024, 9, 24)) == 16


def test_the_august_bank_holiday_is_not_counted():
    assert working_days_between(date(2024, 8, 23), date(2024, 9, 16)) == 15


def test_the_moved_bank_holiday_of_may_2020_is_not_counted():
    assert working_days_between(date(2020, 5, 1), date(2020, 5, 11)) == 5


def test_the_start_is_day_0_unless_the_council_says_otherwise():
    assert FIRST_WORKING_DAY == 0
    assert working_days_between(date(2024, 9, 2), date(2024, 9, 2)) == 0


def test_the_start_is_day_1_where_the_council_says_so():
    assert working_days_between(date(2024, 9, 2), date(2024, 9, 2), first_working_day=1) == 1
    assert working_days_between(date(2024, 9, 2), date(2024, 9, 20), first_working_day=1) == 15


def test_a_weekend_takes_no_working_day():
    assert working_days_between(date(2024, 9, 6), date(2024, 9, 8)) == 0
    assert working_days_between(date(2024, 9, 7), date(2024, 9, 9)) == 1


def test_an_end_before_its_start_is_unknown():
    assert working_days_between(date(2024, 9, 3), date(2024, 9, 2)) is None


def test_the_first_and_the_last_known_day_are_counted():
    assert working_days_between(FIRST_KNOWN, date(2015, 1, 2)) == 1
    assert working_days_between(date(2028, 12, 28), LAST_KNOWN) == 1


def test_a_date_outside_the_known_years_is_unknown():
    assert working_days_between(DAY_BEFORE, date(2015, 1, 2)) is None
    assert working_days_between(date(2028, 12, 29), DAY_AFTER) is None
    assert working_days_between(date(1970, 1, 1), date(2031, 1, 1)) is None


def test_the_calendar_knows_where_it_begins_and_ends():
    assert [is_known(day) for day in (DAY_BEFORE, FIRST_KNOWN, LAST_KNOWN, DAY_AFTER)] == [
        False,
        True,
        True,
        False,
    ]


@pytest.mark.parametrize(
    ("day", "working"),
    [
        (date(2024, 8, 23), True),
        (date(2024, 8, 24), False),
        (date(2024, 8, 25), False),
        (date(2024, 8, 26), False),
        (date(2024, 8, 27), True),
        (date(2024, 12, 27), True),  # offices that close between Christmas and New Year change nothing
    ],
)
def test_a_working_day_is_monday_to_friday_and_no_bank_holiday(day, working):
    assert is_working_day(day) is working


@pytest.mark.parametrize("day", [DAY_BEFORE, DAY_AFTER])
def test_whether_a_day_of_an_unknown_year_is_a_working_day_is_refused(day):
    with pytest.raises(OutsideCalendarError):
        is_working_day(day)


def test_the_refusal_says_which_date_which_years_and_what_to_do():
    late = str(OutsideCalendarError(DAY_AFTER))
    assert "1 January 2029" in late
    assert "from 2015 to 2028" in late
    assert "Update Line of Sight" in late
    assert "from 1 January 2015 on" in str(OutsideCalendarError(DAY_BEFORE))


def test_the_refusal_survives_the_way_between_two_processes():
    refusal = pickle.loads(pickle.dumps(OutsideCalendarError(DAY_AFTER)))
    assert refusal.day == DAY_AFTER
    assert str(refusal) == str(OutsideCalendarError(DAY_AFTER))


def test_numbers_cover_every_known_day_and_grow_on_working_days_alone():
    rows = list(working_day_numbers())
    assert rows[:2] == [(date(2015, 1, 1), 0, False), (date(2015, 1, 2), 1, True)]
    assert rows[-1][0] == LAST_KNOWN
    assert len(rows) == (LAST_KNOWN - FIRST_KNOWN).days + 1
    assert sum(working for _, _, working in rows) == rows[-1][1]
    steps = [(after[1] - before[1], after[2]) for before, after in pairwise(rows)]
    assert set(steps) == {(0, False), (1, True)}


# What the law's sources and DfE's tables give, worked through Easter, May, Christmas and New Year.
@pytest.mark.parametrize(
    ("start", "count", "deadline"),
    [
        (date(2025, 4, 11), 15, date(2025, 5, 7)),
        (date(2024, 12, 20), 15, date(2025, 1, 15)),
        (date(2026, 12, 24), 15, date(2027, 1, 19)),
        (date(2024, 12, 20), 45, date(2025, 2, 26)),
        (date(2025, 4, 1), 45, date(2025, 6, 9)),
        (date(2025, 4, 11), 20, date(2025, 5, 14)),
    ],
)
def test_a_deadline_is_the_last_working_day_in_time(start, count, deadline):
    assert add_working_days(start, count) == deadline


def test_a_deadline_comes_a_day_earlier_where_the_start_is_day_1():
    assert add_working_days(date(2025, 4, 11), 15, first_working_day=1) == date(2025, 5, 6)
    assert add_working_days(date(2025, 4, 11), 1, first_working_day=1) == date(2025, 4, 11)


def test_no_working_days_from_a_day_is_the_day_itself():
    assert add_working_days(date(2024, 9, 7), 0) == date(2024, 9, 7)


def test_a_deadline_on_the_last_known_working_day_is_given():
    assert add_working_days(date(2028, 12, 28), 1) == date(2028, 12, 29)


def test_a_deadline_beyond_the_known_years_is_refused():
    with pytest.raises(OutsideCalendarError, match="1 January 2029"):
        add_working_days(date(2028, 12, 28), 2)


@pytest.mark.parametrize("start", [DAY_BEFORE, DAY_AFTER])
@pytest.mark.parametrize("count", [0, 1])
def test_a_deadline_from_an_unknown_year_is_refused(start, count):
    with pytest.raises(OutsideCalendarError):
        add_working_days(start, count)


def test_a_deadline_before_its_start_is_refused():
    with pytest.raises(ValueError, match="0 or more working days on, not -1"):
        add_working_days(date(2024, 9, 2), -1)
    with pytest.raises(ValueError, match="1 or more working days on, not 0"):
        add_working_days(date(2024, 9, 2), 0, first_working_day=1)
