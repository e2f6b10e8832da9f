"""What really changed in the synthetic council, and when: a chart must find these months and no others."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lineofsight.demo.days import months_before


@dataclass(frozen=True, kw_only=True, slots=True)
class Change:
    """One planted change: from the first day of ``month`` on, the indicator moves in ``direction``."""

    indicator: str
    month: date
    direction: str  # "up" or "down"
    before: float
    after: float
    what: str

    def share_on(self, day: date) -> float:
        """The share that is aimed at on a day."""
        return self.after if day >= self.month else self.before


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """All planted changes of a council whose data end on one day."""

    plans_in_20_weeks: Change
    conferences_in_15_days: Change
    health_assessments_in_20_days: Change

    def listed(self) -> tuple[Change, ...]:
        """In the order of their months."""
        changes = (self.plans_in_20_weeks, self.conferences_in_15_days, self.health_assessments_in_20_days)
        return tuple(sorted(changes, key=lambda change: change.month))


def planted(until: date) -> Changes:
    """The changes of a council whose newest month ends on ``until``."""
    return Changes(
        plans_in_20_weeks=Change(
            indicator="ehcp_20w_exc_pct",
            month=months_before(until, 7),
            direction="up",
            before=0.23,
            after=0.65,
            what="More educational psychologists: from this month most new plans are issued within 20 weeks, beside old ones.",
        ),
        conferences_in_15_days=Change(
            indicator="icpc_15wd_pct",
            month=months_before(until, 5),
            direction="down",
            before=0.77,
            after=0.30,
            what="Conferences wait for a chair: from this month most are held after the fifteenth working day.",
        ),
        health_assessments_in_20_days=Change(
            indicator="iha_20wd_pct",
            month=months_before(until, 6),
            direction="down",
            before=0.86,
            after=0.42,
            what="Fewer clinics: from this month most assessments are done after the twentieth working day.",
        ),
    )
