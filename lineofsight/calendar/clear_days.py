"""The clocks of a meeting: clear days, of which neither end counts, and months that begin with a day.

Clear working days, clear calendar days and months are three different clocks, so they are three functions.
"""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta

from lineofsight.calendar.working_days import is_working_day, working_day_number, working_day_numbered


def clear_working_days_before(meeting: date, count: int) -> date:
    """The last working day on which to publish or receive so that ``count`` clear working days lie before the meeting.

    Neither the day itself nor the meeting's day counts; Saturdays, Sundays and bank holidays never do. Days of
    mourning do count unless they are bank holidays: that they should not is disputed. Source: SI 2002/715 for five
    clear days' notice; R v Swansea City Council, ex parte Elitestone. Raises OutsideCalendarError where either end is
    beyond the known years, ValueError for a negative count.

    >>> clear_working_days_before(date(2024, 10, 11), 5)
    datetime.date(2024, 10, 3)
    """
    _refuse_negative(count)
    working_days_before = working_day_number(meeting) - is_working_day(meeting)
    return working_day_numbered(working_days_before - count)


def clear_calendar_days_before(meeting: date, count: int) -> date:
    """The last day on which to publish so that ``count`` clear calendar days lie before the meeting.

    Neither the day itself nor the meeting's day counts; every day between does, whatever it is. Source: SI 2012/2089,
    regulations 5 and 9 (28 clear days). Raises ValueError for a negative count.

    >>> clear_calendar_days_before(date(2024, 10, 11), 28)
    datetime.date(2024, 9, 12)
    """
    _refuse_negative(count)
    return meeting - timedelta(days=count + 1)


def two_months_beginning_with(day: date) -> date:
    """The last day of the two months of which ``day`` is the first.

    They end on the eve of the same day two months on, or with the second month where it has no such day. Source:
    Local Government Act 2000, section 9FE (the executive answers a scrutiny report).

    >>> two_months_beginning_with(date(2024, 12, 31))
    datetime.date(2025, 2, 28)
    """
    year, month = divmod(day.year * 12 + day.month - 1 + 2, 12)
    _, last = monthrange(year, month + 1)
    if day.day > last:
        return date(year, month + 1, last)
    return date(year, month + 1, day.day) - timedelta(days=1)


def _refuse_negative(count: int) -> None:
    if count < 0:
        raise ValueError(f"A number of clear days is 0 or more, not {count}.")
