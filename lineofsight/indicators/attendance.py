"""Absence from school, by sessions: what is unauthorised, what is illness, what is holiday that nobody agreed to."""

from __future__ import annotations

from datetime import date

import ibis

from lineofsight.indicators.breakdowns import OnRow, ward_at_the_time
from lineofsight.indicators.shapes import Share, Source
from lineofsight.indicators.when import During
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.attendance_codes import Mark
from lineofsight.returns.columns import Column
from lineofsight.returns.tables import attendance_counts as sessions

ILLNESS, HOLIDAY = "I", "G"
NO_SCHOOL = (8,)

regulations = Source(
    title="The School Attendance (Pupil Registration) (England) Regulations 2024",
    place="SI 2024/208, regulation 10; the codes before 19 August 2024 by the regulations then in force",
)
methodology = Source(
    title="Pupil absence in schools in England, methodology", place="sessions missed of sessions possible"
)
BY_SCHOOL = (ward_at_the_time, OnRow(name="school", title="school", column=sessions.school))
OUT_OF = (
    "Possible sessions are those attended or missed, with leave or without it; sessions that a pupil could not attend "
    "(codes D, Q, X, Y, Y1 to Y7, Z and #) are none of them. Where the mark of any session is missing or unknown, no "
    "figure is given for what it belongs to."
)
FROM_MARKS = "From the daily marks of the schools that send them; the school census counts the same sessions a term later."

_known = sessions.mark.notnull()


def _coded(code: str) -> Column:
    """Whether the sessions have a code; not known where their mark is not."""
    return ibis.ifelse(_known, (sessions.code == code).fill_null(False), ibis.null("boolean"))  # noqa: FBT003


absence_unauth_pct = Share(
    id="absence_unauth_pct",
    title="Unauthorised absence",
    definition="Of the possible sessions in the period, the share missed without leave: codes G, N, O and U. "
    + OUT_OF,
    why_it_matters="A child who is not at school, and of whom nobody knows why, may not be safe.",
    sources=(regulations, methodology),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="sessions",
    family="attendance",
    breakdowns=BY_SCHOOL,
    caveats="Code N, no reason yet, becomes another code within days: the newest weeks look worse than they will. "
    + FROM_MARKS,
    synonyms=("unauthorised absence rate", "unauthorised absences"),
    closed_months=NO_SCHOOL,
    reviewed=date(2026, 11, 29),
    of=sessions.rows,
    when=During(sessions.since),
    weight=sessions.sessions,
    meeting=sessions.mark == Mark.UNAUTHORISED.value,
    only_if_all_known=True,
)

absence_reason_illness_pct = Share(
    id="absence_reason_illness_pct",
    title="Absence for illness",
    definition="Of the possible sessions in the period, the share missed for illness: code I. Appointments (code M) are "
    "not among them. " + OUT_OF,
    why_it_matters="Illness is the commonest reason for absence; what moves it is seldom what moves the others.",
    sources=(regulations, methodology),
    polarity=Polarity.CONTEXT,
    unit=Unit.PERCENT,
    counts="sessions",
    family="attendance",
    breakdowns=BY_SCHOOL,
    caveats="A share of possible sessions, not of the sessions missed. It rises every winter. " + FROM_MARKS,
    synonyms=("illness absence rate", "absence because of illness"),
    closed_months=NO_SCHOOL,
    reviewed=date(2026, 11, 29),
    of=sessions.rows,
    when=During(sessions.since),
    weight=sessions.sessions,
    meeting=_coded(ILLNESS),
    only_if_all_known=True,
)

absence_holiday_unauth_pct = Share(
    id="absence_holiday_unauth_pct",
    title="Unauthorised holidays",
    definition="Of the possible sessions in the period, the share missed for a holiday that the school had not agreed to: "
    "code G. " + OUT_OF,
    why_it_matters="Families can be fined for it, and it is the unauthorised absence that they choose.",
    sources=(regulations, methodology),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="sessions",
    family="attendance",
    breakdowns=BY_SCHOOL,
    caveats="It is highest beside the school holidays: compare a month with the same month a year before. "
    + FROM_MARKS,
    synonyms=("unauthorised holiday rate", "term-time holidays"),
    closed_months=NO_SCHOOL,
    reviewed=date(2026, 11, 29),
    of=sessions.rows,
    when=During(sessions.since),
    weight=sessions.sessions,
    meeting=_coded(HOLIDAY),
    only_if_all_known=True,
)

INDICATORS = (absence_unauth_pct, absence_reason_illness_pct, absence_holiday_unauth_pct)
