"""From a concern to the end of a section 47 enquiry: strategy discussions, enquiries, and how long they take."""

from __future__ import annotations

from datetime import date

import ibis

from lineofsight.indicators.breakdowns import OnRow, ward_at_the_time
from lineofsight.indicators.child_protection import (
    PER_RESIDENT,
    people_under_18,
    population_estimates,
)
from lineofsight.indicators.clocks import within_hours, working_days_between
from lineofsight.indicators.front_door import age_band, sex
from lineofsight.indicators.shapes import Ratio, Share, Source
from lineofsight.indicators.tally import Tally
from lineofsight.indicators.when import During, OpenAtEnd
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.tables import periods, section_47_enquiries, section_47_outcomes
from lineofsight.returns.tables import strategy_discussions as discussions

STRATEGY_HOURS = 24
ENQUIRY_WORKING_DAYS = 5
# Neither number is in statutory guidance: both were told to a scrutiny panel as what the council works to.
strategy_standard = Source(
    title="Local standard", place="strategy discussions within 24 hours; not statutory"
)
enquiry_standard = Source(title="Local standard", place="enquiries within 5 working days; not statutory")

with_discussion = (
    ward_at_the_time,
    OnRow(name="team", title="team", column=discussions.team),
    age_band,
    sex,
)
with_enquiry = (
    ward_at_the_time,
    OnRow(name="team", title="team", column=section_47_outcomes.team),
    age_band,
    sex,
)

strategy_24h_pct = Share(
    id="strategy_24h_pct",
    title="Strategy discussions held within 24 hours of the referral",
    definition="Of the strategy discussions held in the period, the share held no more than 24 hours after the referral "
    "was received. Where a time is not recorded, the dates decide it if they can: on the same day it was, two days later "
    "it was not, on the next day it is not known.",
    why_it_matters="A child who may be suffering significant harm needs agencies to talk to each other at once.",
    clock="From the receipt of the referral to the start of the discussion, in hours of the clock, nights and weekends "
    "among them: 24 hours to the minute count, one minute more does not.",
    sources=(strategy_standard, Source(title="The council's register of strategy discussions")),
    polarity=Polarity.HIGHER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="discussions",
    family="children in need",
    breakdowns=with_discussion,
    read_with="strategy_overdue_open",
    caveats="A local standard: no law or guidance names a number of hours. Discussions still waiting to be held are not "
    "counted here. Where the clocks change, an hour is gained or lost.",
    synonyms=("strategy meeting within 24 hours",),
    reviewed=date(2026, 11, 26),
    of=discussions.rows,
    when=During(discussions.held),
    meeting=within_hours(
        (discussions.referral_received, discussions.referral_received_minute),
        (discussions.held, discussions.held_minute),
        hours=STRATEGY_HOURS,
    ),
)

strategy_overdue_open = Share(
    id="strategy_overdue_open",
    title="Strategy discussions waiting for more than 24 hours",
    definition="Of the strategy discussions called for and neither held nor stood down by the end of the period, those "
    "whose referral was received more than 24 hours before the end of its last day.",
    why_it_matters="The timeliness of the discussions held says nothing about the children still waiting for one.",
    clock="From the receipt of the referral to midnight at the end of the period: late if it was received on an earlier "
    "day than the last, whatever the hour.",
    sources=(strategy_standard, Source(title="The council's register of strategy discussions")),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="discussions",
    family="children in need",
    breakdowns=with_discussion,
    caveats="A local standard: no law or guidance names a number of hours. Discussions that nobody closed stay in.",
    synonyms=("strategy meetings overdue",),
    reviewed=date(2026, 11, 26),
    of=discussions.rows,
    when=OpenAtEnd(discussions.referral_received, discussions.concluded),
    meeting=discussions.referral_received < periods.period_end,
)

s47_rate = Ratio(
    id="s47_rate",
    title="Section 47 enquiries started",
    definition="Section 47 enquiries started in the period, for every 10,000 residents aged 0 to 17. Each enquiry counts, "
    "also of brothers and sisters, and also a second one of the same child.",
    why_it_matters="How often the council has cause to suspect that a child is suffering significant harm.",
    sources=(
        Source(title="Children in need census", place="section 47 enquiries started in the year"),
        population_estimates,
    ),
    polarity=Polarity.CONTEXT,
    unit=Unit.PER_10_000,
    counts="enquiries",
    family="children in need",
    breakdowns=PER_RESIDENT,
    caveats="Neither high nor low is good by itself. A month or quarter shows its own enquiries and is not made up to a "
    "year. The population is an estimate and about a year old.",
    synonyms=("section 47 rate", "child protection enquiries"),
    reviewed=date(2026, 11, 26),
    top=Tally(
        of=section_47_enquiries.rows,
        when=During(section_47_enquiries.started),
        amount=ibis.literal(1, type="int64"),
    ),
    bottom=people_under_18,
)

s47_5wd_pct = Share(
    id="s47_5wd_pct",
    title="Section 47 enquiries completed within 5 working days",
    definition="Of the section 47 enquiries that ended in the period, the share that ended no more than 5 working days "
    "after they started.",
    why_it_matters="While an enquiry lasts, neither the child nor the family knows what will happen.",
    clock="From the start of the enquiry (day 0) to its end, in working days of England: the 5th counts, the 6th does not.",
    sources=(enquiry_standard, Source(title="The council's register of section 47 enquiries")),
    polarity=Polarity.HIGHER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="enquiries",
    family="children in need",
    breakdowns=with_enquiry,
    read_with="s47_overdue_open",
    caveats="A local standard: Working Together sets no limit for the enquiry itself. Enquiries still open are not "
    "counted here.",
    synonyms=("section 47 timeliness",),
    reviewed=date(2026, 11, 26),
    of=section_47_outcomes.rows,
    when=During(section_47_outcomes.ended),
    meeting=working_days_between(section_47_outcomes.started, section_47_outcomes.ended).between(
        0, ENQUIRY_WORKING_DAYS
    ),
)

s47_overdue_open = Share(
    id="s47_overdue_open",
    title="Section 47 enquiries open for more than 5 working days",
    definition="Of the section 47 enquiries open at the end of the period, those started more than 5 working days before "
    "its last day.",
    why_it_matters="The timeliness of the enquiries that ended says nothing about those that go on and on.",
    clock="From the start of the enquiry (day 0) to the last day of the period, in working days: late from the 6th.",
    sources=(enquiry_standard, Source(title="The council's register of section 47 enquiries")),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="enquiries",
    family="children in need",
    breakdowns=with_enquiry,
    caveats="A local standard: Working Together sets no limit for the enquiry itself. Enquiries that nobody closed stay in.",
    synonyms=("section 47 enquiries overdue",),
    reviewed=date(2026, 11, 26),
    of=section_47_outcomes.rows,
    when=OpenAtEnd(section_47_outcomes.started, section_47_outcomes.ended),
    meeting=working_days_between(section_47_outcomes.started, periods.period_end) > ENQUIRY_WORKING_DAYS,
)

INDICATORS = (strategy_24h_pct, strategy_overdue_open, s47_rate, s47_5wd_pct, s47_overdue_open)
