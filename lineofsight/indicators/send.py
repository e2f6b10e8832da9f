"""Education, health and care plans."""

from __future__ import annotations

from datetime import date

from lineofsight.indicators.breakdowns import AgeBand, OfChild, ward_at_the_time
from lineofsight.indicators.clocks import days_between
from lineofsight.indicators.shapes import Count, Share, Source
from lineofsight.indicators.when import During, OpenAtEnd
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.derived import ehc_cases, ehc_plans, primary_needs
from lineofsight.returns.tables import periods, sen_persons, settings

regulations = Source(
    title="Special Educational Needs and Disability Regulations 2014 (SI 2014/1530)",
    place="regulation 13(2), exceptions in 13(3) and 10(4)",
)

NEEDS = (
    ("SPLD", "Specific learning difficulty"),
    ("MLD", "Moderate learning difficulty"),
    ("SLD", "Severe learning difficulty"),
    ("PMLD", "Profound and multiple learning difficulty"),
    ("SEMH", "Social, emotional and mental health"),
    ("SLCN", "Speech, language and communication"),
    ("HI", "Hearing impairment"),
    ("VI", "Vision impairment"),
    ("MSI", "Multi-sensory impairment"),
    ("PD", "Physical disability"),
    ("ASD", "Autistic spectrum disorder"),
    ("DS", "Down syndrome"),
    ("OTH", "Other difficulty or disability"),
)
OF_PLANS = (
    ward_at_the_time,
    AgeBand(name="age_band", title="age", people=sen_persons.rows),
    OfChild(name="need", title="primary need", people=primary_needs(), value="need", words=NEEDS),
)

ehcp_20w_exc_pct = Share(
    id="ehcp_20w_exc_pct",
    title="Education, health and care plans issued within 20 weeks",
    definition="Of the new plans issued in the period, cases with a lawful exception left out, the share issued no more "
    "than 20 weeks after the request.",
    why_it_matters="A child waits for support while the plan is not there.",
    clock="From the day on which the request is received (day 0) to the day on which the final plan is issued: 140 calendar "
    "days count unless the council has settled on 139; school holidays do not stop the clock.",
    sources=(regulations, Source(title="SEN2 return", place="timeliness of new plans, exceptions excluded")),
    polarity=Polarity.HIGHER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="plans",
    family="education, health and care plans",
    breakdowns=(ward_at_the_time,),
    read_with="ehcp_overdue_open",
    caveats="Counts plans that were issued, by the day of issue. Issuing plans that were long overdue lowers the figure.",
    synonyms=("EHCP timeliness", "20 week compliance"),
    reviewed=date(2026, 11, 25),
    of=ehc_cases.rows,
    when=During(ehc_cases.plan_issued),
    where=~ehc_cases.exceptions_apply.fill_null(False),  # noqa: FBT003
    meeting=days_between(ehc_cases.received, ehc_cases.plan_issued) <= settings.ehc_days,
)

ehcp_overdue_open = Share(
    id="ehcp_overdue_open",
    title="Requests for plans open beyond 20 weeks",
    definition="Of the requests on the last day of the period with no final plan, refusal or withdrawal, those received "
    "more than 20 weeks before it.",
    why_it_matters="The timeliness of the plans issued says nothing about the children still waiting.",
    clock="From the request (day 0) to the last day of the period, in calendar days: late from the 141st.",
    sources=(regulations,),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="children",
    family="education, health and care plans",
    breakdowns=(ward_at_the_time,),
    caveats="Includes requests on which the council has not yet decided whether to assess.",
    synonyms=("EHCP backlog",),
    reviewed=date(2026, 11, 25),
    of=ehc_cases.rows,
    when=OpenAtEnd(ehc_cases.received, ehc_cases.concluded),
    meeting=days_between(ehc_cases.received, periods.period_end) > settings.ehc_days,
)

ehcp_issued_count = Count(
    id="ehcp_issued_count",
    title="New education, health and care plans issued",
    definition="Plans issued for the first time in the period by this council. A plan that came with a child from another "
    "authority is maintained here and is not a new one.",
    why_it_matters="How much of the demand for help turns into plans, and whether a queue is being worked off.",
    clock="By the day on which the final plan was issued.",
    sources=(
        regulations,
        Source(title="SEN2 return", place="new plans: assessment outcome Y, with its date"),
    ),
    polarity=Polarity.CONTEXT,
    unit=Unit.NUMBER,
    counts="plans",
    family="education, health and care plans",
    breakdowns=OF_PLANS,
    caveats="A decision to issue a plan is not a plan: one that is decided on and not issued yet is not counted. "
    "Age and need are those that SEN2 holds; of a case that stands in the register alone they are not recorded.",
    synonyms=("new EHCPs", "EHC plans issued"),
    reviewed=date(2026, 11, 26),
    of=ehc_cases.rows,
    when=During(ehc_cases.plan_issued),
)

ehcp_maintained = Count(
    id="ehcp_maintained",
    title="Education, health and care plans maintained",
    definition="Plans that were in force on the last day of the period: issued or taken over from another authority by "
    "then, and not ceased.",
    why_it_matters="How many children and young people the council must secure help for, up to the age of 25.",
    sources=(
        Source(title="Children and Families Act 2014", place="sections 37 and 45"),
        Source(title="SEN2 return", place="plans in January"),
    ),
    polarity=Polarity.CONTEXT,
    unit=Unit.NUMBER,
    counts="plans",
    family="education, health and care plans",
    breakdowns=OF_PLANS,
    caveats="Not only pupils: plans reach to the age of 25. Ceased plans are often recorded late. A plan that stands in the "
    "register and in SEN2 is counted once if one of its numbers, or the child and the day, agree.",
    synonyms=("EHCPs maintained", "number of EHC plans"),
    reviewed=date(2026, 11, 26),
    of=ehc_plans.rows,
    when=OpenAtEnd(ehc_plans.started, ehc_plans.ceased),
)

INDICATORS = (ehcp_20w_exc_pct, ehcp_overdue_open, ehcp_issued_count, ehcp_maintained)
