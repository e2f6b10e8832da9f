"""The front door: referrals to children's social care."""

from __future__ import annotations

from datetime import date

from lineofsight.indicators.breakdowns import (
    SEXES,
    AgeBand,
    OfChild,
    OnRow,
    team_at_the_time,
    ward_at_the_time,
)
from lineofsight.indicators.clocks import days_between
from lineofsight.indicators.shapes import Share, Source
from lineofsight.indicators.when import During
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.derived import referrals_in_order
from lineofsight.returns.tables import children

age_band = AgeBand(name="age_band", title="age", people=children.rows)
sex = OfChild(name="sex", title="sex", people=children.rows, value="sex", words=SEXES)

rereferral_12m_pct = Share(
    id="rereferral_12m_pct",
    title="Children referred again within 12 months",
    definition="Of the referrals in the period, the share that came within 365 days after an earlier referral of the "
    "same child. A second referral on the same day is not a re-referral; an earlier referral counts whatever came of it.",
    why_it_matters="A child who comes back may not have had the right help the first time.",
    clock="From the child's previous referral to this one, in calendar days: 365 counts, 366 does not.",
    sources=(Source(title="Children in need census", place="re-referrals, referrals-based"),),
    polarity=Polarity.LOWER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="referrals",
    family="children in need",
    breakdowns=(
        ward_at_the_time,
        team_at_the_time,
        age_band,
        sex,
        OnRow(name="source", title="source of the referral", column=referrals_in_order.source),
    ),
    caveats="Needs a year of referrals before the period. Counts referrals, not children: a child may be counted twice.",
    synonyms=("repeat referrals", "re-referrals"),
    looks_back=365,
    reviewed=date(2026, 11, 25),
    of=referrals_in_order.rows,
    when=During(referrals_in_order.referral_date),
    meeting=(
        days_between(referrals_in_order.previous_referral_date, referrals_in_order.referral_date) <= 365
    ).fill_null(False),  # noqa: FBT003
)

INDICATORS = (rereferral_12m_pct,)
