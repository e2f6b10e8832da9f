"""The health of looked-after children."""

from __future__ import annotations

from datetime import date

from lineofsight.indicators.breakdowns import team_at_the_time, ward_at_the_time
from lineofsight.indicators.clocks import working_days_between
from lineofsight.indicators.looked_after import age_in_care, sex_in_care
from lineofsight.indicators.shapes import Share, Source
from lineofsight.indicators.when import During, OpenAtEnd
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.derived import IHA_WORKING_DAYS, care_entries, earliest
from lineofsight.returns.tables import periods

BY_CHILD_IN_CARE = (ward_at_the_time, age_in_care, sex_in_care, team_at_the_time)
guidance = Source(
    title="Promoting the health and well-being of looked-after children, statutory guidance 2015",
    place="initial health assessment before the first review (regulations 7 and 33, SI 2010/959)",
)

iha_20wd_pct = Share(
    id="iha_20wd_pct",
    title="Initial health assessments within 20 working days",
    definition="Of the children whose initial health assessment fell due in the period and who were still looked after "
    "when it did, the share who had it by then. One that has not been done is not in time.",
    why_it_matters="The first review needs to know of any health need that has gone unmet.",
    clock="From entering care (day 0), in working days of England. Dated by the twentieth working day, when it fell due.",
    sources=(guidance,),
    polarity=Polarity.HIGHER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="assessments due",
    family="looked-after children",
    breakdowns=BY_CHILD_IN_CARE,
    read_with="iha_overdue_open",
    caveats="The day of entering care comes from the looked-after return, the day of the assessment from the council's own "
    "register. An assessment done in the three months before entering care counts.",
    synonyms=("IHA timeliness",),
    reviewed=date(2026, 11, 25),
    of=care_entries.rows,
    when=During(care_entries.due),
    where=care_entries.left.isnull() | (care_entries.left >= care_entries.due),
    meeting=(care_entries.assessed <= care_entries.due).fill_null(False),  # noqa: FBT003
)

iha_overdue_open = Share(
    id="iha_overdue_open",
    title="Initial health assessments overdue",
    definition="Of the children looked after on the last day of the period who have had no initial health assessment yet, "
    "those who entered care more than 20 working days before it.",
    why_it_matters="These children are still waiting.",
    clock="From entering care (day 0) to the last day of the period, in working days: late from the 21st.",
    sources=(guidance,),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="children",
    family="looked-after children",
    breakdowns=BY_CHILD_IN_CARE,
    caveats="Children who entered care before the first return that is loaded are not known here.",
    synonyms=("IHA backlog",),
    reviewed=date(2026, 11, 25),
    of=care_entries.rows,
    when=OpenAtEnd(care_entries.entered, earliest(care_entries.assessed, care_entries.left)),
    meeting=working_days_between(care_entries.entered, periods.period_end) > IHA_WORKING_DAYS,
)

INDICATORS = (iha_20wd_pct, iha_overdue_open)
