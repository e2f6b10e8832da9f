"""Education for pupils who are permanently excluded, from the sixth school day on."""

from __future__ import annotations

from datetime import date

import ibis

from lineofsight.indicators.breakdowns import SEXES, OnRow
from lineofsight.indicators.exclusions import home_ward
from lineofsight.indicators.shapes import Share, Source
from lineofsight.indicators.when import During, OpenAtEnd
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.derived import ENDED_OTHERWISE
from lineofsight.returns.derived import day_six_exclusions as exclusions
from lineofsight.returns.tables import periods

SEN = (("N", "No special educational needs"), ("K", "SEN support"), ("E", "Education, health and care plan"))
day_6 = (
    Source(title="Education Act 1996", place="section 19"),
    Source(
        title="Education (Provision of Full-Time Education for Excluded Pupils) (England) Regulations 2007 (SI 2007/1870)",
        place="the sixth school day, as amended by SI 2014/3216",
    ),
)

by_phase = OnRow(name="phase", title="phase of school", column=exclusions.phase)
by_sex = OnRow(name="sex", title="sex", column=exclusions.sex, words=SEXES)
by_sen = OnRow(name="sen", title="special educational needs", column=exclusions.sen, words=SEN)
WHOM = (home_ward, by_phase, by_sex, by_sen)
SCHOOL_DAYS = (
    "School days are weekdays without bank holidays and without the days in the list of school closures; without that "
    "list holidays count as school days, so that the limit falls too early."
)
REVIEWED = date(2026, 11, 26)

# Where it is not recorded whether the pupil is of compulsory school age, the duty is presumed.
has_a_right = exclusions.of_school_age.fill_null(True)  # noqa: FBT003
ended_before = exclusions.status.isin(ENDED_OTHERWISE) & (exclusions.status_date <= exclusions.provision_due)
in_time = exclusions.provision_started <= exclusions.provision_due

pex_day6_pct = Share(
    id="pex_day6_pct",
    title="Excluded pupils with full-time education from the sixth school day",
    definition="Of the permanent exclusions of pupils of compulsory school age whose sixth school day lies in the period, "
    "the share for whom full-time education had started by that day. One without any is not in time. Those cancelled, "
    "withdrawn, reinstated or quashed by then are left out.",
    why_it_matters="A pupil who is out of education falls behind, and is less safe, with every week.",
    clock="From the first school day of the exclusion (day 1) to the day on which other full-time education starts: the "
    "sixth counts. " + SCHOOL_DAYS,
    sources=day_6,
    polarity=Polarity.HIGHER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="exclusions",
    family="exclusions",
    breakdowns=WHOM,
    read_with="pex_day6_overdue_open",
    caveats="The home council is responsible, also where the school is another council's. A start before the exclusion is "
    "unknown. Where compulsory school age is not recorded it is presumed.",
    synonyms=("day 6 provision",),
    helped_by=("school_closures",),
    closed_months=(8,),
    reviewed=REVIEWED,
    of=exclusions.rows,
    when=During(exclusions.provision_due),
    where=has_a_right & ~ended_before.fill_null(False),  # noqa: FBT003
    meeting=ibis.ifelse(
        exclusions.provision_started < exclusions.excluded_from,
        ibis.null("boolean"),
        in_time.fill_null(False),  # noqa: FBT003
    ),
)

pex_day6_overdue_open = Share(
    id="pex_day6_overdue_open",
    title="Excluded pupils without education after the sixth school day",
    definition="Of the permanent exclusions of pupils of compulsory school age that had neither ended nor led to full-time "
    "education by the last day of the period, those whose sixth school day had passed.",
    why_it_matters="The share in time says nothing about the pupils who are still waiting.",
    clock="From the first school day of the exclusion (day 1) to the last day of the period: late from the sixth on. "
    + SCHOOL_DAYS,
    sources=day_6,
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="pupils",
    family="exclusions",
    breakdowns=WHOM,
    caveats="A pupil whose new start nobody recorded stays in until the end of compulsory school age.",
    synonyms=("excluded pupils out of education",),
    helped_by=("school_closures",),
    reviewed=REVIEWED,
    of=exclusions.rows,
    when=OpenAtEnd(exclusions.excluded_from, exclusions.settled),
    where=has_a_right,
    meeting=exclusions.provision_due <= periods.period_end,
)

INDICATORS = (pex_day6_pct, pex_day6_overdue_open)
