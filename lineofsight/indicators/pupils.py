"""Pupils who come and go at unusual times, and what becomes of those who have left."""

from __future__ import annotations

from datetime import date

import ibis

from lineofsight.indicators.breakdowns import SEXES, OnRow, ward_at_the_time
from lineofsight.indicators.shapes import Share, Source
from lineofsight.indicators.when import AtAnyTime, During
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.tables import enrolments, leaver_destinations, periods

INTAKE = (8, 9)  # months in which a school is joined at the usual time
YEAR_ENDS = (7, 8)  # months in which it is left at the usual time
SUBSIDIARY = "S"  # the second school of a pupil who is registered at two
PHASES = (("primary", "Primary"), ("secondary", "Secondary"), ("special", "Special"))
GOVERNANCE = (("academy", "Academy"), ("maintained", "Maintained"), ("independent", "Independent"))
UNDATED = ("not_known", "higher_education")  # said of somebody of whom no day of entering is given
AUGUST = 8  # the month in which the school year ends, and with it the time in which to enter
SEN = (("N", "No special educational needs"), ("K", "SEN support"), ("E", "EHC plan"))
FREE_MEALS = (("true", "Free school meals"), ("false", "No free school meals"))

joined = enrolments.entered.between(
    periods.period_start, periods.period_end
) & ~enrolments.entered.month().isin(INTAKE)
went = enrolments.left.between(periods.period_start, periods.period_end) & ~enrolments.left.month().isin(
    YEAR_ENDS
)

pupil_mobility_pct = Share(
    id="pupil_mobility_pct",
    title="Pupils who joined or left a school at an unusual time",
    definition="Of the enrolments at schools that lasted on any day of the period, the share that began in it in a month "
    "other than August or September, or ended in it in a month other than July or August. An enrolment that did both "
    "counts once. A second school of a pupil who is registered at two is left out.",
    why_it_matters="A child who changes school during the year loses friends, teaching and the people who would notice.",
    sources=(
        Source(title="School census", place="entry date and leaving date"),
        Source(title="The council's list of enrolments"),
    ),
    polarity=Polarity.CONTEXT,
    unit=Unit.PERCENT,
    counts="enrolments",
    family="pupils",
    breakdowns=(
        ward_at_the_time,
        OnRow(name="school", title="school", column=enrolments.setting),
        OnRow(name="phase", title="phase", column=enrolments.phase, words=PHASES),
        OnRow(name="governance", title="governance", column=enrolments.governance, words=GOVERNANCE),
    ),
    caveats="A longer period holds more moves: compare a year with a year, and a month with a month. A pupil who changes "
    "school within the council counts at both. One who leaves in July before the last year is not told from those "
    "whose schooling there was complete.",
    synonyms=("pupil mobility", "in-year moves"),
    reviewed=date(2026, 11, 29),
    of=enrolments.rows,
    when=AtAnyTime(enrolments.entered, enrolments.left),
    where=(enrolments.kind == "school") & (enrolments.enrolment_status.fill_null("") != SUBSIDIARY),
    meeting=joined.fill_null(False) | went.fill_null(False),  # noqa: FBT003
)

he_by_19_pct = Share(
    id="he_by_19_pct",
    title="Young people who entered higher education by 19",
    definition="Of the pupils who were in a state school at 15, the share who had entered higher education by the end of "
    "the school year that they began at 19. One of whom nobody knows what became of them is counted as not known.",
    why_it_matters="It shows how far the schools of a place open the way for all of their pupils.",
    clock="Dated by 31 August at the end of that school year, so each year group is counted once.",
    sources=(
        Source(
            title="Widening participation in higher education",
            place="progression to higher education by age 19",
        ),
        Source(title="The council's list of destinations"),
    ),
    polarity=Polarity.HIGHER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="pupils",
    family="destinations",
    breakdowns=(
        OnRow(name="sex", title="sex", column=leaver_destinations.sex, words=SEXES),
        OnRow(
            name="free_meals",
            title="free school meals",
            column=leaver_destinations.free_meals.cast("string"),
            words=FREE_MEALS,
        ),
        OnRow(name="sen", title="special educational needs", column=leaver_destinations.sen, words=SEN),
    ),
    caveats="A share of the whole year group, not of those who took A levels, of whom far more go on. A figure for a year "
    "group is known four years after its pupils were 15.",
    synonyms=("progression to university", "higher education by 19"),
    closed_months=tuple(month for month in range(1, 13) if month != AUGUST),
    reviewed=date(2026, 11, 29),
    of=leaver_destinations.rows,
    when=During(leaver_destinations.aged_19_until),
    meeting=ibis.cases(
        (leaver_destinations.entered_higher_education <= leaver_destinations.aged_19_until, True),
        (leaver_destinations.entered_higher_education.notnull(), False),
        (leaver_destinations.destination.fill_null("not_known").isin(UNDATED), None),
        else_=ibis.literal(False),  # noqa: FBT003
    ),
)

INDICATORS = (pupil_mobility_pct, he_by_19_pct)
