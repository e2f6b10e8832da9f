"""Children looked after and where they live."""

from __future__ import annotations

from datetime import date

from lineofsight.indicators.breakdowns import (
    SEXES,
    AgeBand,
    OfChild,
    OnRow,
    Paired,
    team_at_the_time,
    ward_at_the_time,
)
from lineofsight.indicators.child_protection import (
    people_under_18,
    population_estimates,
    resident_age,
    resident_sex,
    resident_ward,
)
from lineofsight.indicators.shapes import Count, Ratio, Share, Source
from lineofsight.indicators.tally import Tally
from lineofsight.indicators.when import OpenAtEnd
from lineofsight.readings import Polarity, Unit
from lineofsight.returns.derived import SHORT_BREAKS
from lineofsight.returns.tables import episodes, looked_after_children

FOSTER = ("U1", "U2", "U3", "U4", "U5", "U6")
RELATIVES_OR_FRIENDS = ("U1", "U2", "U3")
INDEPENDENT = ("PR4", "PR5")  # private and voluntary providers

age_in_care = AgeBand(name="age_band", title="age", people=looked_after_children.rows)
sex_in_care = OfChild(name="sex", title="sex", people=looked_after_children.rows, value="sex", words=SEXES)
by_provider = OnRow(name="provider", title="provider of the placement", column=episodes.provider)
BY_CHILD_IN_CARE = (ward_at_the_time, age_in_care, sex_in_care, team_at_the_time)

in_care = OpenAtEnd(episodes.started, episodes.ended)
not_a_short_break = ~episodes.legal_status.isin(SHORT_BREAKS).fill_null(False)  # noqa: FBT003
the_903 = Source(title="Children looked after return (SSDA903)", place="episodes")

cla_rate = Ratio(
    id="cla_rate",
    title="Children looked after",
    definition="Children looked after on the last day of the period, short breaks left out, for every 10,000 residents aged "
    "0 to 17. A child with two open placements counts once, by the one that started last.",
    why_it_matters="How many children the council is a parent to.",
    sources=(the_903, population_estimates),
    polarity=Polarity.CONTEXT,
    unit=Unit.PER_10_000,
    counts="children",
    family="looked-after children",
    breakdowns=(
        Paired(name="ward", title="ward", top=ward_at_the_time, bottom=resident_ward),
        Paired(name="age_band", title="age", top=age_in_care, bottom=resident_age),
        Paired(name="sex", title="sex", top=sex_in_care, bottom=resident_sex),
    ),
    caveats="Neither high nor low is good by itself. The population is an estimate and about a year old.",
    synonyms=("children in care", "LAC", "CLA"),
    reviewed=date(2026, 11, 25),
    top=Tally(
        of=episodes.rows,
        when=in_care,
        where=not_a_short_break,
        one_per="child_id",
        newest_by=episodes.started,
    ),
    bottom=people_under_18,
)

cla_kinship_foster_pct = Share(
    id="cla_kinship_foster_pct",
    title="Looked-after children fostered by relatives or friends",
    definition="Of the children looked after on the last day of the period, short breaks left out, the share placed with "
    "foster carers who are relatives or friends (placement codes U1 to U3).",
    why_it_matters="Children who cannot live at home often do well with people whom they know.",
    sources=(the_903,),
    polarity=Polarity.HIGHER_IS_BETTER,
    unit=Unit.PERCENT,
    counts="children",
    family="looked-after children",
    breakdowns=BY_CHILD_IN_CARE,
    caveats="Children placed with their own parents are not counted as fostered.",
    synonyms=("connected persons", "kinship foster care", "placements within family arrangements"),
    reviewed=date(2026, 11, 25),
    of=episodes.rows,
    when=in_care,
    where=not_a_short_break,
    one_per="child_id",
    newest_by=episodes.started,
    meeting=episodes.placement.isin(RELATIVES_OR_FRIENDS),
)

cla_ifa_count = Count(
    id="cla_ifa_count",
    title="Children fostered through an independent agency",
    definition="Children looked after on the last day of the period whose foster placement (U1 to U6) is provided by a "
    "private or voluntary organisation (PR4 or PR5).",
    why_it_matters="Independent placements cost more, and are often further from home.",
    sources=(the_903,),
    polarity=Polarity.CONTEXT,
    unit=Unit.NUMBER,
    counts="children",
    family="looked-after children",
    breakdowns=BY_CHILD_IN_CARE,
    caveats="Depends on the provider code being entered correctly. Read it beside the number of children looked after.",
    synonyms=("independent fostering agency", "IFA", "independent foster carers"),
    reviewed=date(2026, 11, 25),
    of=episodes.rows,
    when=in_care,
    where=not_a_short_break,
    one_per="child_id",
    newest_by=episodes.started,
    meeting=episodes.placement.isin(FOSTER) & episodes.provider.isin(INDEPENDENT),
)

INDICATORS = (cla_rate, cla_kinship_foster_pct, cla_ifa_count)
