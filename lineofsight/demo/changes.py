"""What really changed in the synthetic council and when, and what only looks as if something had."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lineofsight.demo.days import months_before
from lineofsight.demo.places import ASSESSMENT

LATE_LOCALITY = "West"
NEW_WARDS_SINCE = date(2026, 5, 7)  # the day of the elections of May 2026


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
class Artefact:
    """What moves a figure though nothing changed for any child: from the first day of ``since`` on.

    ``figure`` is the part of the indicator's reading that moves, ``by`` and ``group`` where it shows.
    """

    kind: str  # "definition change", "late batch", "boundary change", "change of auditors"
    indicator: str
    since: date
    figure: str
    direction: str  # "up", "down", or "begins and ends" for groups
    what: str
    by: str = ""
    group: str = ""


@dataclass(frozen=True, kw_only=True, slots=True)
class Changes:
    """All planted changes and artefacts of a council whose data end on one day."""

    plans_in_20_weeks: Change
    conferences_in_15_days: Change
    health_assessments_in_20_days: Change
    advice_as_referrals: Artefact
    late_batch: Artefact
    ward_boundaries: Artefact
    new_auditors: Artefact

    def artefacts(self) -> tuple[Artefact, ...]:
        """In the order of their days."""
        artefacts = (self.advice_as_referrals, self.late_batch, self.ward_boundaries, self.new_auditors)
        return tuple(sorted(artefacts, key=lambda artefact: artefact.since))

    def listed(self) -> tuple[Change, ...]:
        """In the order of their months."""
        changes = (self.plans_in_20_weeks, self.conferences_in_15_days, self.health_assessments_in_20_days)
        return tuple(sorted(changes, key=lambda change: change.month))


def planted(until: date) -> Changes:
    """The changes of a council whose newest month ends on ``until``."""
    return Changes(
        plans_in_20_weeks=_plans_in_20_weeks(until),
        conferences_in_15_days=_conferences_in_15_days(until),
        health_assessments_in_20_days=_health_assessments_in_20_days(until),
        advice_as_referrals=_advice_as_referrals(until),
        late_batch=_late_batch(until),
        ward_boundaries=_ward_boundaries(),
        new_auditors=_new_auditors(until),
    )


def _plans_in_20_weeks(until: date) -> Change:
    return Change(
        indicator="ehcp_20w_exc_pct",
        month=months_before(until, 7),
        direction="up",
        before=0.23,
        after=0.65,
        what="More educational psychologists: from this month most new plans are issued within 20 weeks, beside old ones.",
    )


def _conferences_in_15_days(until: date) -> Change:
    return Change(
        indicator="icpc_15wd_pct",
        month=months_before(until, 5),
        direction="down",
        before=0.77,
        after=0.30,
        what="Conferences wait for a chair: from this month most are held after the fifteenth working day.",
    )


def _health_assessments_in_20_days(until: date) -> Change:
    return Change(
        indicator="iha_20wd_pct",
        month=months_before(until, 6),
        direction="down",
        before=0.86,
        after=0.42,
        what="Fewer clinics: from this month most assessments are done after the twentieth working day.",
    )


def _advice_as_referrals(until: date) -> Artefact:
    return Artefact(
        kind="definition change",
        indicator="rereferral_12m_pct",
        since=date(until.year - 1 - (until.month < 4), 4, 1),
        figure="denominator",
        direction="up",
        what="From this day contacts that only asked for advice are recorded as referrals with no further action.",
    )


def _late_batch(until: date) -> Artefact:
    return Artefact(
        kind="late batch",
        indicator="rereferral_12m_pct",
        since=until.replace(day=1),
        figure="denominator",
        direction="down",
        what="The team's referrals of the newest month were typed in after the extract, in one batch.",
        by="team",
        group=ASSESSMENT[LATE_LOCALITY],
    )


def _ward_boundaries() -> Artefact:
    return Artefact(
        kind="boundary change",
        indicator="cpp_rate",
        since=NEW_WARDS_SINCE,
        figure="group",
        direction="begins and ends",
        what="New ward boundaries: two wards become one, and a new ward is made of parts of two others.",
        by="ward",
        group="Canalside",
    )


def _new_auditors(until: date) -> Artefact:
    return Artefact(
        kind="change of auditors",
        indicator="audit_partnership_good_pct",
        since=months_before(until, 8),
        figure="value",
        direction="down",
        what="Most auditors are new from this day, and grade partnership working more strictly; the work is as it was.",
    )
