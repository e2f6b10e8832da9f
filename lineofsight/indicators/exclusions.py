"""Permanent exclusions from school."""

from __future__ import annotations

from datetime import date

import ibis

from lineofsight.indicators.breakdowns import SEXES, OnRow, ward_at_the_time
from lineofsight.indicators.shapes import Count, Source
from lineofsight.indicators.when import During
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.derived import permanent_exclusions as exclusions

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
CONFIRMED = ("upheld", "irp_upheld")
NOT_DECIDED = ("notified", "pending")
ENDED_OTHERWISE = ("cancelled", "withdrawn", "reinstated", "quashed")
status_is_known = exclusions.status.isin((*CONFIRMED, *NOT_DECIDED, *ENDED_OTHERWISE))

pex_confirmed_count = Count(
    id="pex_confirmed_count",
    title="Permanent exclusions confirmed",
    definition="Permanent exclusions that began in the period and whose latest status is that the governing board, and the "
    "review panel where there was one, upheld them. Those not decided yet are counted apart, as open.",
    why_it_matters="A pupil who is excluded for good loses school, friends and often a place of safety.",
    clock="By the first day of the exclusion. The governing board has 15 school days to consider it.",
    sources=(
        Source(title="Education Act 2002", place="section 51A"),
        Source(
            title="School Discipline (Pupil Exclusions and Reviews) Regulations 2012 (SI 2012/1033)",
            place="regulation 6",
        ),
    ),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.NUMBER,
    counts="exclusions",
    family="exclusions",
    breakdowns=(
        ward_at_the_time,
        OnRow(name="phase", title="phase of school", column=exclusions.phase),
        OnRow(name="sex", title="sex", column=exclusions.sex, words=SEXES),
        OnRow(name="reason", title="main reason", column=exclusions.reason, words=REASONS),
    ),
    caveats="Numbers are revised as boards and panels decide: a month's figure can rise when an open case is upheld. "
    "In August schools are closed: an August without an exclusion is left out, not counted as nought.",
    synonyms=("permanent exclusions", "PEX"),
    closed_months=(8,),
    reviewed=date(2026, 11, 25),
    of=exclusions.rows,
    when=During(exclusions.excluded_from),
    # A status outside the list is unknown, not a no.
    meeting=ibis.ifelse(status_is_known, exclusions.status.isin(CONFIRMED), ibis.null("boolean")),
    undecided=exclusions.status.isin(NOT_DECIDED),
)

INDICATORS = (pex_confirmed_count,)
