"""Permanent exclusions from school."""

from __future__ import annotations

from datetime import date
from functools import reduce
from operator import or_

import ibis

from lineofsight.indicators.breakdowns import SEXES, OnRow, OrOnRow, Paired, ward_at_the_time
from lineofsight.indicators.child_protection import resident_sex, resident_ward
from lineofsight.indicators.shapes import Count, Ratio, Share, Source
from lineofsight.indicators.tally import Tally
from lineofsight.indicators.when import During, OpenAtEnd
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.derived import CONFIRMED, ENDED_OTHERWISE, residents
from lineofsight.returns.derived import permanent_exclusions as exclusions

REVIEWED = date(2026, 11, 26)

# The school census's reasons from 2020/21 on.
REASONS = (
    ("PP", "Physical assault against a pupil"),
    ("PA", "Physical assault against an adult"),
    ("VP", "Verbal abuse or threats against a pupil"),
    ("VA", "Verbal abuse or threats against an adult"),
    ("OW", "Offensive weapon or prohibited item"),
    ("BU", "Bullying"),
    ("RA", "Racist abuse"),
    ("LG", "Abuse about sexual orientation or gender identity"),
    ("DS", "Abuse about disability"),
    ("SM", "Sexual misconduct"),
    ("DA", "Drugs or alcohol"),
    ("DM", "Damage"),
    ("TH", "Theft"),
    ("DB", "Persistent or general disruptive behaviour"),
    ("MT", "Inappropriate use of social media or online technology"),
    ("PH", "Breach of protective measures for public health"),
)
NOT_DECIDED = ("notified", "pending")
PERSISTENT = "DB"
SUMMER = (8,)  # schools are closed in August

status_is_known = exclusions.status.isin((*CONFIRMED, *NOT_DECIDED, *ENDED_OTHERWISE))
# A status outside the list is unknown, not a no.
is_confirmed = ibis.ifelse(status_is_known, exclusions.status.isin(CONFIRMED), ibis.null("boolean"))
is_open = exclusions.status.isin(NOT_DECIDED)

education_act = Source(title="Education Act 2002", place="section 51A")
exclusion_regulations = Source(
    title="School Discipline (Pupil Exclusions and Reviews) Regulations 2012 (SI 2012/1033)",
    place="regulation 6",
)
register = Source(title="The council's register of permanent exclusions", place="notices and decisions")
home_ward = OrOnRow(first=ward_at_the_time, column="home_ward")
by_phase = OnRow(name="phase", title="phase of school", column=exclusions.phase)
by_sex = OnRow(name="sex", title="sex", column=exclusions.sex, words=SEXES)
by_reason = OnRow(name="reason", title="main reason", column=exclusions.reason, words=REASONS)

pex_confirmed_count = Count(
    id="pex_confirmed_count",
    title="Permanent exclusions confirmed",
    definition="Permanent exclusions that began in the period and whose latest status is that the governing board, and the "
    "review panel where there was one, upheld them. Those not decided yet are counted apart, as open.",
    why_it_matters="A pupil who is excluded for good loses school, friends and often a place of safety.",
    clock="By the first day of the exclusion. The governing board has 15 school days to consider it.",
    sources=(education_act, exclusion_regulations),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.NUMBER,
    counts="exclusions",
    family="exclusions",
    breakdowns=(home_ward, by_phase, by_sex, by_reason),
    caveats="Numbers are revised as boards and panels decide: a month's figure can rise when an open case is upheld. "
    "In August schools are closed: an August without an exclusion is left out, not counted as nought.",
    synonyms=("permanent exclusions", "PEX"),
    closed_months=SUMMER,
    reviewed=date(2026, 11, 25),
    of=exclusions.rows,
    when=During(exclusions.excluded_from),
    meeting=is_confirmed,
    undecided=is_open,
)

pex_notified_count = Count(
    id="pex_notified_count",
    title="Notices of permanent exclusion",
    definition="Notices from headteachers, dated in the period, that a pupil is excluded permanently, whatever came of them.",
    why_it_matters="The first word on an exclusion, and the moment at which a pupil can still be kept in school.",
    clock="By the day of the notice, or the first day of the exclusion where the notice has no date.",
    sources=(education_act, register),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.NUMBER,
    counts="notices",
    family="exclusions",
    breakdowns=(home_ward, by_phase, by_sex, by_reason),
    caveats="A notice is not an outcome: boards reinstate, and headteachers cancel. The Department for Education publishes "
    "confirmed exclusions only. In August schools are closed: an August without a notice is left out.",
    synonyms=("permanent exclusion notifications",),
    closed_months=SUMMER,
    reviewed=REVIEWED,
    of=exclusions.rows,
    when=During(exclusions.counted_on),
)

pex_conversion_pct = Share(
    id="pex_conversion_pct",
    title="Notices that became permanent exclusions",
    definition="Of the notices of permanent exclusion dated in the period and decided since, the share that the governing "
    "board, and the review panel where there was one, upheld. Those not decided yet are counted apart, as open.",
    why_it_matters="Many notices that are not upheld may mean that schools turn to exclusion before other help.",
    clock="By the day of the notice, whenever it was decided.",
    sources=(education_act, exclusion_regulations, register),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="notices",
    family="exclusions",
    breakdowns=(home_ward, by_phase, by_sex, by_reason),
    caveats="Pending cases are left out of both sides: 88 confirmed of 121 notices, 4 of them open, are 88 of 117. "
    "A notice that was cancelled, withdrawn, reinstated or quashed is decided.",
    synonyms=("conversion of permanent exclusions",),
    closed_months=SUMMER,
    reviewed=REVIEWED,
    of=exclusions.rows,
    when=During(exclusions.counted_on),
    meeting=is_confirmed,
    undecided=is_open,
)

pex_phase_split = Share(
    id="pex_phase_split",
    title="Permanent exclusions that are from primary schools",
    definition="Of the permanent exclusions that began in the period and are confirmed, the share from primary schools.",
    why_it_matters="A young child who is excluded for good has most of school life still ahead.",
    clock="By the first day of the exclusion.",
    sources=(education_act, register),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="exclusions",
    family="exclusions",
    breakdowns=(home_ward, by_sex, by_reason),
    caveats="The numbers by phase stand with the confirmed exclusions, split by phase; those still to be decided are in "
    "neither, so that both have the same base. Few primary exclusions move the share a lot.",
    synonyms=("exclusions by phase", "primary school exclusions"),
    closed_months=SUMMER,
    reviewed=REVIEWED,
    of=exclusions.rows,
    when=During(exclusions.excluded_from),
    where=exclusions.status.isin(CONFIRMED),
    meeting=exclusions.phase == "primary",
)

reasons = (exclusions.reason, exclusions.reason_2, exclusions.reason_3)
gives_persistent = reduce(or_, ((reason == PERSISTENT).fill_null(False) for reason in reasons))  # noqa: FBT003
gives_a_reason = reduce(or_, (reason.notnull() for reason in reasons))

pex_reason_persistent_pct = Share(
    id="pex_reason_persistent_pct",
    title="Permanent exclusions for persistent disruptive behaviour",
    definition="Of the permanent exclusions that began in the period and are confirmed, the share with persistent or general "
    "disruptive behaviour among their up to three reasons. One without any reason is unknown.",
    why_it_matters="Behaviour that goes on for long leaves time to help before an exclusion.",
    clock="By the first day of the exclusion.",
    sources=(
        Source(title="School census", place="reasons for exclusion, up to three from 2020/21"),
        register,
    ),
    polarity=Polarity.CONTEXT,
    unit=Unit.PERCENT,
    counts="exclusions",
    family="exclusions",
    breakdowns=(home_ward, by_phase, by_sex),
    caveats="An exclusion may have three reasons, so shares by reason add up to more than 100.",
    synonyms=("persistent disruptive behaviour",),
    closed_months=SUMMER,
    reviewed=REVIEWED,
    of=exclusions.rows,
    when=During(exclusions.excluded_from),
    where=exclusions.status.isin(CONFIRMED),
    meeting=ibis.ifelse(gives_a_reason, gives_persistent, ibis.null("boolean")),
)

pex_repeat_count = Count(
    id="pex_repeat_count",
    title="Pupils permanently excluded again",
    definition="Pupils with a confirmed permanent exclusion that began in the period and an earlier confirmed one, in this "
    "year or any year that the register holds. A pupil counts once in a period.",
    why_it_matters="A second exclusion says that the new school did not hold either.",
    clock="By the first day of the later exclusion.",
    sources=(register,),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.NUMBER,
    counts="pupils",
    family="exclusions",
    breakdowns=(home_ward, by_phase, by_sex),
    caveats="Very few: look at years, not months. Exclusions by other councils' schools are not in the register, nor is a "
    "pupil without an identifier.",
    synonyms=("repeat permanent exclusions", "second permanent exclusion"),
    closed_months=SUMMER,
    reviewed=REVIEWED,
    of=exclusions.rows,
    when=During(exclusions.excluded_from),
    where=exclusions.previous.notnull(),
    one_per="child_id",
    newest_by=exclusions.excluded_from,
)

pex_ward_rate = Ratio(
    id="pex_ward_rate",
    title="Permanent exclusions of resident pupils",
    definition="Confirmed permanent exclusions that began in the period, by the ward where the pupil lived, for every 10,000 "
    "residents aged 5 to 15.",
    why_it_matters="Whether children of one place are excluded more often than those of another.",
    clock="By the first day of the exclusion; the population is that of the last day of the period.",
    sources=(
        register,
        Source(title="Office for National Statistics", place="mid-year population estimates, aged 5 to 15"),
    ),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PER_10_000,
    counts="exclusions",
    family="exclusions",
    breakdowns=(
        Paired(name="ward", title="ward", top=home_ward, bottom=resident_ward),
        Paired(name="sex", title="sex", top=by_sex, bottom=resident_sex),
    ),
    caveats="A ward has a handful in a year: pool three years before comparing wards, and not across the change of wards in "
    "May 2026. Children at schools of other councils are in it only if the register has them.",
    synonyms=("exclusions by ward",),
    closed_months=SUMMER,
    reviewed=REVIEWED,
    top=Tally(
        of=exclusions.rows, when=During(exclusions.excluded_from), where=exclusions.status.isin(CONFIRMED)
    ),
    bottom=Tally(
        of=residents.rows,
        when=OpenAtEnd(residents.since, residents.until),
        amount=residents.people,
        where=residents.age.between(5, 15),
    ),
)

INDICATORS = (
    pex_notified_count,
    pex_confirmed_count,
    pex_conversion_pct,
    pex_phase_split,
    pex_reason_persistent_pct,
    pex_repeat_count,
    pex_ward_rate,
)
