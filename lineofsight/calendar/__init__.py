"""Working days, clear days, and periods of every kind, in England. Dates only: it knows nothing of what is counted."""

from lineofsight.calendar.bank_holidays import BankHoliday, bank_holidays
from lineofsight.calendar.clear_days import (
    clear_calendar_days_before,
    clear_working_days_before,
    two_months_beginning_with,
)
from lineofsight.calendar.date_words import date_in_words, month_in_words, weekday_and_date_in_words
from lineofsight.calendar.keys import KeyNotUnderstoodError, covered_by_key
from lineofsight.calendar.labels import label, short_label
from lineofsight.calendar.look_back import months_earlier
from lineofsight.calendar.periods import (
    Period,
    PeriodKind,
    first_of_month,
    last_of_month,
    municipal_year_containing,
    period_containing,
    term_containing,
)
from lineofsight.calendar.runs import months_ending, run_periods
from lineofsight.calendar.school_age import (
    compulsory_school_age_begins,
    is_of_compulsory_school_age,
    last_friday_in_june,
    school_leaving_date,
)
from lineofsight.calendar.school_terms import Term, easter_monday, term_before, term_days
from lineofsight.calendar.working_days import (
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

__all__ = [
    "FIRST_KNOWN",
    "FIRST_WORKING_DAY",
    "LAST_KNOWN",
    "BankHoliday",
    "KeyNotUnderstoodError",
    "OutsideCalendarError",
    "Period",
    "PeriodKind",
    "Term",
    "add_working_days",
    "bank_holidays",
    "clear_calendar_days_before",
    "clear_working_days_before",
    "compulsory_school_age_begins",
    "covered_by_key",
    "date_in_words",
    "easter_monday",
    "first_of_month",
    "is_known",
    "is_of_compulsory_school_age",
    "is_working_day",
    "label",
    "last_friday_in_june",
    "last_of_month",
    "month_in_words",
    "months_earlier",
    "months_ending",
    "municipal_year_containing",
    "period_containing",
    "run_periods",
    "school_leaving_date",
    "short_label",
    "term_before",
    "term_containing",
    "term_days",
    "two_months_beginning_with",
    "weekday_and_date_in_words",
    "working_day_numbers",
    "working_days_between",
]
