"""Education, health and care plans."""

from __future__ import annotations

from datetime import date

from lineofsight.indicators.breakdowns import ward_at_the_time
from lineofsight.indicators.clocks import days_between
from lineofsight.indicators.shapes import Share, Source
from lineofsight.indicators.when import During, OpenAtEnd
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.tables import ehc_requests, periods, settings

regulations = Source(
    title="Special Educational Needs and Disability Regulations 2014 (SI 2014/1530)",
    place="regulation 13(2), exceptions in 13(3) and 10(4)",
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
    of=ehc_requests.rows,
    when=During(ehc_requests.plan_issued),
    where=~ehc_requests.exceptions_apply.fill_null(False),  # noqa: FBT003
    meeting=days_between(ehc_requests.received, ehc_requests.plan_issued) <= settings.ehc_days,
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
    of=ehc_requests.rows,
    when=OpenAtEnd(ehc_requests.received, ehc_requests.concluded),
    meeting=days_between(ehc_requests.received, periods.period_end) > settings.ehc_days,
)

INDICATORS = (ehcp_20w_exc_pct, ehcp_overdue_open)
