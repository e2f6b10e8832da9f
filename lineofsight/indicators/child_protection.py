"""The child protection clock: from a strategy discussion to a conference and a plan."""

from __future__ import annotations

from datetime import date

import ibis

from lineofsight.indicators.breakdowns import (
    SEXES,
    AgeBand,
    OnRow,
    Paired,
    team_at_the_time,
    ward_at_the_time,
)
from lineofsight.indicators.clocks import working_days_between
from lineofsight.indicators.front_door import age_band, sex
from lineofsight.indicators.shapes import Count, Ratio, Share, Source
from lineofsight.indicators.tally import Tally
from lineofsight.indicators.when import During, OpenAtEnd
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.derived import enquiries_decided, residents
from lineofsight.returns.tables import child_protection_plans as plans
from lineofsight.returns.tables import conferences, periods
from lineofsight.returns.tables import section_47_enquiries as enquiries

ICPC_WORKING_DAYS = 15  # Working Together to Safeguard Children 2023
BY_CHILD = (ward_at_the_time, team_at_the_time, age_band, sex)

working_together = Source(
    title="Working Together to Safeguard Children 2023", place="initial child protection conferences"
)
population_estimates = Source(
    title="Office for National Statistics", place="mid-year population estimates, aged 0 to 17"
)

resident_ward = OnRow(name="ward", title="ward", column=residents.ward)
resident_sex = OnRow(name="sex", title="sex", column=residents.sex, words=SEXES)
resident_age = AgeBand(name="age_band", title="age", people=None)
people_under_18 = Tally(
    of=residents.rows,
    when=OpenAtEnd(residents.since, residents.until),
    amount=residents.people,
    where=residents.age.isnull() | (residents.age < 18),
)
PER_RESIDENT = (
    Paired(name="ward", title="ward", top=ward_at_the_time, bottom=resident_ward),
    Paired(name="age_band", title="age", top=age_band, bottom=resident_age),
    Paired(name="sex", title="sex", top=sex, bottom=resident_sex),
)

# The awkward cases first: no strategy discussion and a conference before it are unknown, never in time.
elapsed_to_conference = working_days_between(conferences.strategy_discussion_date, conferences.held_date)
from_section_47 = (conferences.came_from == "section 47").fill_null(True)  # noqa: FBT003

icpc_15wd_pct = Share(
    id="icpc_15wd_pct",
    title="Initial child protection conferences held within 15 working days",
    definition="Of the initial conferences held in the period that came from a section 47 enquiry, the share held no more "
    "than 15 working days after the strategy discussion that began it.",
    why_it_matters="A child at risk of significant harm should not wait for a plan.",
    clock="From the strategy discussion (day 0) to the conference, in working days of England: the 15th counts, the 16th "
    "does not.",
    sources=(
        working_together,
        Source(title="Children in need census", place="table C4: bands from 0 working days"),
    ),
    polarity=Polarity.HIGHER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="conferences",
    family="children in need",
    breakdowns=BY_CHILD,
    read_with="icpc_overdue_open",
    caveats="Conferences still waiting to be held are not counted here. Brothers and sisters are counted one by one, so one "
    "late conference of five children counts five times.",
    synonyms=("ICPC timeliness", "case conferences in 15 days"),
    reviewed=date(2026, 11, 25),
    of=conferences.rows,
    when=During(conferences.held_date),
    where=from_section_47,
    meeting=elapsed_to_conference.between(0, ICPC_WORKING_DAYS),
)

icpc_overdue_open = Share(
    id="icpc_overdue_open",
    title="Section 47 enquiries waiting over 15 working days for a conference",
    definition="Of the section 47 enquiries with neither a conference nor a decision that none was needed on the last day "
    "of the period, those begun more than 15 working days before it.",
    why_it_matters="The timeliness of the conferences held says nothing about the children still waiting.",
    clock="From the strategy discussion (day 0) to the last day of the period, in working days: late from the 16th.",
    sources=(working_together,),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="children",
    family="children in need",
    breakdowns=BY_CHILD,
    caveats="The census gives no date for the decision that no conference was needed, so an enquiry with that decision is "
    "left out of every period, also those before the decision was made. Enquiries nobody closed stay in.",
    synonyms=("conferences overdue",),
    reviewed=date(2026, 11, 25),
    of=enquiries.rows,
    when=OpenAtEnd(enquiries.started, enquiries.conference_date),
    where=~enquiries.conference_not_required.fill_null(False),  # noqa: FBT003
    meeting=working_days_between(enquiries.started, periods.period_end) > ICPC_WORKING_DAYS,
)

icpc_no_s47_count = Count(
    id="icpc_no_s47_count",
    title="Initial conferences that came from no section 47 enquiry",
    definition="Initial conferences held in the period that are recorded on the referral and on no section 47 enquiry, "
    "such as those of children who moved in while on a plan elsewhere.",
    why_it_matters="They have no strategy discussion to start a clock, so they are shown apart from the timeliness figure.",
    sources=(Source(title="Children in need census", place="DateOfInitialCPC outside Section47"),),
    polarity=Polarity.CONTEXT,
    unit=Unit.NUMBER,
    counts="conferences",
    family="children in need",
    breakdowns=BY_CHILD,
    synonyms=("transfer-in conferences",),
    reviewed=date(2026, 11, 25),
    of=conferences.rows,
    when=During(conferences.held_date),
    where=~from_section_47,
)

s47_nfa_pct = Share(
    id="s47_nfa_pct",
    title="Section 47 enquiries after which no conference was needed",
    definition="Of the section 47 enquiries started in the period and decided, the share that needed no initial "
    "conference: marked so in the census or, where the census decides nothing, ended without one in the council's own "
    "register of outcomes. One of which neither says what came of it is open.",
    why_it_matters="A high share may mean that families go through an enquiry that they did not need.",
    clock="By the day on which the enquiry started. The figure is complete 60 days after the end of the period.",
    sources=(Source(title="Children in need census", place="ICPCnotRequired"), working_together),
    polarity=Polarity.CONTEXT,
    unit=Unit.PERCENT,
    counts="enquiries",
    family="children in need",
    breakdowns=BY_CHILD,
    caveats="A question about thresholds, not a score: neither high nor low is good. Outcomes are often recorded late.",
    synonyms=("unnecessary section 47s", "section 47 no further action"),
    matures_after=60,
    helped_by=("section_47_outcomes",),
    reviewed=date(2026, 11, 26),
    of=enquiries_decided.rows,
    when=During(enquiries_decided.started),
    meeting=enquiries_decided.no_conference,
    undecided=enquiries_decided.no_conference.isnull(),
)

cpp_rate = Ratio(
    id="cpp_rate",
    title="Children on a child protection plan",
    definition="Children with an open child protection plan on the last day of the period, for every 10,000 residents "
    "aged 0 to 17. A child with two open plans counts once.",
    why_it_matters="How many children are judged to need protection, and how heavy the demand is.",
    sources=(Source(title="Children in need census", place="child protection plans"), population_estimates),
    polarity=Polarity.CONTEXT,
    unit=Unit.PER_10_000,
    counts="children",
    family="children in need",
    breakdowns=PER_RESIDENT,
    caveats="Neither high nor low is good by itself. The population is an estimate and about a year old.",
    synonyms=("child protection plans", "CPP"),
    reviewed=date(2026, 11, 25),
    top=Tally(
        of=plans.rows,
        when=OpenAtEnd(plans.started, plans.ended),
        amount=ibis.literal(1, type="int64"),
        one_per="child_id",
        newest_by=plans.started,
    ),
    bottom=people_under_18,
)

INDICATORS = (icpc_15wd_pct, icpc_overdue_open, icpc_no_s47_count, s47_nfa_pct, cpp_rate)
