"""The tables that the engine itself supplies: periods, working days, settings."""

from __future__ import annotations

from lineofsight.returns.columns import Clocked, Date, Flag, Table, Text, Whole


class Periods(Table):
    """One row for each period of each kind that a run computes."""

    has_provenance = False

    period_kind: Text
    period_start: Date
    period_end: Clocked


class WorkingDays(Table):
    """Every calendar day that England's bank holidays are known for, with the running count of working days."""

    has_provenance = False

    day: Date
    number: Whole
    is_working_day: Flag


class Settings(Table):
    """One row: what the council decides, as columns that a definition may read."""

    has_provenance = False

    first_working_day: Whole  # 0: the day after the start is day 1; 1: the start itself is day 1
    ehc_days: Whole  # the last day that counts as within 20 weeks of the request, 139 or 140 days after it


periods = Periods()
working_days = WorkingDays()
settings = Settings()

GIVEN: tuple[Table, ...] = (
    periods,
    working_days,
    settings,
)
