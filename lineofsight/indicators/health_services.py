"""Referrals to mental health and neurodevelopmental services, how long children wait, and who still does."""

from __future__ import annotations

from datetime import date

import ibis

from lineofsight.indicators.breakdowns import SEXES, AgeBand, OnRow, OrOnRow, ward_at_the_time
from lineofsight.indicators.clocks import days_between
from lineofsight.indicators.shapes import Count, Share, Source
from lineofsight.indicators.when import During, OpenAtEnd
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.derived import earliest
from lineofsight.returns.health_referrals import TURNED_AWAY
from lineofsight.returns.tables import health_referrals as referrals
from lineofsight.returns.tables import periods

CAMHS_DAYS = 28
NEURODEVELOPMENTAL_DAYS = 91

PATHWAYS = (
    ("autism", "Autism"),
    ("adhd", "ADHD"),
    ("autism_and_adhd", "Autism and ADHD"),
    ("other", "Other"),
)
REFERRED_BY = (
    ("gp", "General practice"),
    ("school", "School"),
    ("social_care", "Social care"),
    ("hospital", "Hospital"),
    ("family", "Child or family"),
    ("other", "Other"),
)
of_the_child = (
    OrOnRow(first=ward_at_the_time, column="home_ward"),
    AgeBand(name="age_band", title="age", people=None),
    OnRow(name="sex", title="sex", column=referrals.sex, words=SEXES),
)
WITH_TEAM = (*of_the_child, OnRow(name="team", title="team", column=referrals.team))
WITH_SOURCE = (
    *WITH_TEAM,
    OnRow(name="source", title="source of the referral", column=referrals.source, words=REFERRED_BY),
)
WITH_PATHWAY = (
    *of_the_child,
    OnRow(name="pathway", title="pathway", column=referrals.pathway, words=PATHWAYS),
)

to_camhs = referrals.service == "camhs"
to_neurodevelopmental = referrals.service == "neurodevelopmental"
turned_away = referrals.outcome.isin(TURNED_AWAY).fill_null(False)  # noqa: FBT003
waited = days_between(referrals.received, referrals.first_contact)
waiting = OpenAtEnd(referrals.received, earliest(referrals.first_contact, referrals.closed))
waits_for = days_between(referrals.received, periods.period_end)
thirteen_weeks_on = referrals.received + ibis.interval(days=NEURODEVELOPMENTAL_DAYS)

extract = Source(title="The provider's extract of referrals")
FROM_THE_PROVIDER = (
    "What the provider's extract holds; services differ in what they count as a referral and as a contact."
)

camhs_referrals_count = Count(
    id="camhs_referrals_count",
    title="Referrals to child and adolescent mental health services",
    definition="Referrals that the service received in the period, whatever it decided. A child who is referred twice "
    "counts twice.",
    why_it_matters="How much help with their mental health is asked for on behalf of children.",
    sources=(
        extract,
        Source(title="Mental Health Services Data Set", place="referral request received date"),
    ),
    polarity=Polarity.CONTEXT,
    unit=Unit.NUMBER,
    counts="referrals",
    family="health services",
    breakdowns=WITH_SOURCE,
    caveats=FROM_THE_PROVIDER
    + " A new single point of access moves the number without any change for children.",
    synonyms=("CAMHS referrals",),
    reviewed=date(2026, 11, 29),
    of=referrals.rows,
    when=During(referrals.received),
    where=to_camhs,
)

nd_referrals_count = Count(
    id="nd_referrals_count",
    title="Referrals for a neurodevelopmental assessment",
    definition="Referrals for an assessment of autism, of ADHD or of both that the service received in the period, "
    "whatever it decided. A child who is referred twice counts twice.",
    why_it_matters="How many families look for an explanation and for the support that follows it.",
    sources=(extract,),
    polarity=Polarity.CONTEXT,
    unit=Unit.NUMBER,
    counts="referrals",
    family="health services",
    breakdowns=WITH_PATHWAY,
    caveats=FROM_THE_PROVIDER + " Children who are assessed by community paediatrics may be missing.",
    synonyms=("neurodevelopmental referrals", "neuro developmental referrals", "autism and ADHD referrals"),
    reviewed=date(2026, 11, 29),
    of=referrals.rows,
    when=During(referrals.received),
    where=to_neurodevelopmental,
)

camhs_wait_4w_pct = Share(
    id="camhs_wait_4w_pct",
    title="Mental health: first contact within 4 weeks",
    definition="Of the referrals to child and adolescent mental health services whose first attended contact was in the "
    "period, the share in which it came no more than 28 days after the referral was received.",
    why_it_matters="A child who waits may get worse, and the family copes alone.",
    clock="From the receipt of the referral (day 0) to the first attended contact, in calendar days: 28 count, 29 do not.",
    sources=(
        Source(title="NHS England", place="ambition of a four-week wait; not a statutory limit"),
        extract,
    ),
    polarity=Polarity.HIGHER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="referrals",
    family="health services",
    breakdowns=WITH_TEAM,
    read_with="camhs_overdue_open",
    caveats="Dated by the contact, so children who still wait are not counted here. " + FROM_THE_PROVIDER,
    synonyms=("CAMHS waiting times", "CAMHS timeliness"),
    reviewed=date(2026, 11, 29),
    of=referrals.rows,
    when=During(referrals.first_contact),
    where=to_camhs,
    meeting=waited <= CAMHS_DAYS,
)

camhs_overdue_open = Share(
    id="camhs_overdue_open",
    title="Mental health: waiting for more than 4 weeks",
    definition="Of the referrals to child and adolescent mental health services that wait for a first contact on the last "
    "day of the period, those received more than 28 days before it. A referral that was turned away or withdrawn does not "
    "wait.",
    why_it_matters="The timeliness of the contacts made says nothing about the children still waiting.",
    clock="From the receipt of the referral (day 0) to the last day of the period, in calendar days: late from the 29th.",
    sources=(
        Source(title="NHS England", place="ambition of a four-week wait; not a statutory limit"),
        extract,
    ),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="referrals",
    family="health services",
    breakdowns=WITH_TEAM,
    caveats="A referral that nobody closed goes on waiting. " + FROM_THE_PROVIDER,
    synonyms=("CAMHS waiting list",),
    reviewed=date(2026, 11, 29),
    of=referrals.rows,
    when=waiting,
    where=to_camhs & ~turned_away,
    meeting=waits_for > CAMHS_DAYS,
)

nd_wait_13w_pct = Share(
    id="nd_wait_13w_pct",
    title="Neurodevelopmental assessments begun within 13 weeks",
    definition="Of the referrals for a neurodevelopmental assessment whose 13 weeks ended in the period, the share with a "
    "first attended contact by then. One without a contact is not in time; one that was closed, turned away or withdrawn "
    "before then without a contact is left out.",
    why_it_matters="Support at home and at school often waits for the assessment.",
    clock="From the receipt of the referral (day 0) to the first attended contact, in calendar days: 91 count, 92 do not. "
    "Dated by the 91st day, so that every referral has had its time.",
    sources=(
        Source(
            title="NICE quality standard 51",
            place="statement 1: a diagnostic assessment begins within 3 months",
        ),
        extract,
    ),
    polarity=Polarity.HIGHER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="referrals",
    family="health services",
    breakdowns=WITH_PATHWAY,
    read_with="nd_overdue_open",
    caveats="The standard is for autism; the pathway tells it apart. National statistics date the same referrals by the "
    "quarter in which they came. " + FROM_THE_PROVIDER,
    synonyms=("autism assessment within 13 weeks", "neurodevelopmental timeliness"),
    reviewed=date(2026, 11, 29),
    of=referrals.rows,
    when=During(thirteen_weeks_on),
    where=to_neurodevelopmental
    & (
        (referrals.first_contact <= thirteen_weeks_on).fill_null(False)  # noqa: FBT003
        | (~turned_away & (referrals.closed.isnull() | (referrals.closed > thirteen_weeks_on)))
    ),
    meeting=ibis.cases((referrals.first_contact.isnull(), False), else_=waited <= NEURODEVELOPMENTAL_DAYS),
)

nd_overdue_open = Share(
    id="nd_overdue_open",
    title="Neurodevelopmental assessments: waiting for more than 13 weeks",
    definition="Of the referrals for a neurodevelopmental assessment that wait for a first contact on the last day of the "
    "period, those received more than 91 days before it. A referral that was turned away or withdrawn does not wait.",
    why_it_matters="These children are still waiting, some of them for years.",
    clock="From the receipt of the referral (day 0) to the last day of the period, in calendar days: late from the 92nd.",
    sources=(
        Source(
            title="NICE quality standard 51",
            place="statement 1: a diagnostic assessment begins within 3 months",
        ),
        extract,
    ),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="referrals",
    family="health services",
    breakdowns=WITH_PATHWAY,
    caveats="A referral that nobody closed goes on waiting. " + FROM_THE_PROVIDER,
    synonyms=("neurodevelopmental waiting list", "autism waiting list"),
    reviewed=date(2026, 11, 29),
    of=referrals.rows,
    when=waiting,
    where=to_neurodevelopmental & ~turned_away,
    meeting=waits_for > NEURODEVELOPMENTAL_DAYS,
)

INDICATORS = (
    camhs_referrals_count,
    camhs_wait_4w_pct,
    camhs_overdue_open,
    nd_referrals_count,
    nd_wait_13w_pct,
    nd_overdue_open,
)
