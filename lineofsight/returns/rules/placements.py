"""Rules about what placements of looked-after children are: codes that contradict one another, and limits in law."""

from __future__ import annotations

from lineofsight.returns.rules.beside import birthday, days_after, in_care, looked_after_people
from lineofsight.returns.rules.model import Rule
from lineofsight.returns.tables import episodes

WITH_PARENTS, OF_PARENTS = "P1", "PR0"
OWN_OR_OTHER_COUNCIL, PRIVATE_OR_VOLUNTARY = ("PR1", "PR2"), ("PR4", "PR5")
NOT_OF_A_COUNCIL = ("P1", "R2", "R5")  # with parents; NHS; young offender institution
SUPPORTED, YOUTH_CUSTODY, RESIDENTIAL_SCHOOL = ("H5", "K3", "P2"), "R5", "S1"
SHORT_BREAK, SHORT_BREAK_DAYS = "V4", 17  # one of a series: Care Planning Regulations 2010, regulation 48
POLICE_PROTECTION, POLICE_PROTECTION_DAYS = "L1", 3  # 72 hours: Children Act 1989, section 46
EMERGENCY_ORDER, EMERGENCY_ORDER_DAYS = (
    "L2",
    21,
)  # section 45: eight days, and seven more; the return allows 21
ASSESSMENT_ORDER, ASSESSMENT_ORDER_DAYS = "L3", 7  # section 43
CARERS_HOLIDAY, CARERS_HOLIDAY_DAYS = "T3", 21
ANY_REASON, ANY_REASON_DAYS = "T4", 7
_born = looked_after_people["born"]
_no_provider_needed = episodes.placement.startswith("T") | episodes.placement.startswith("Z")

RULES = (
    Rule(
        id="placement_unknown",
        table=episodes,
        broken=in_care & episodes.placement.isnull(),
        column="placement",
        message="The placement is not recorded, so the child is looked after and in no kind of placement.",
        remedy="Give the placement's code.",
    ),
    Rule(
        id="provider_unknown",
        table=episodes,
        broken=in_care & episodes.placement.notnull() & episodes.provider.isnull() & ~_no_provider_needed,
        column="provider",
        message="Nobody is recorded as providing the placement, so it is neither the council's own nor an agency's.",
        remedy="Give the provider's code.",
        dfe="526",
    ),
    Rule(
        id="parents_provide_another_placement",
        table=episodes,
        broken=(episodes.provider == OF_PARENTS) & (episodes.placement != WITH_PARENTS),
        column="provider",
        message="Parents are recorded as providing a placement that is not with parents.",
        remedy="Correct the placement or its provider.",
        dfe="550",
    ),
    Rule(
        id="council_provides_what_it_cannot",
        table=episodes,
        broken=episodes.provider.isin(OWN_OR_OTHER_COUNCIL) & episodes.placement.isin(NOT_OF_A_COUNCIL),
        column="provider",
        message="A council is recorded as providing a placement with parents, of the NHS or in a young offender institution.",
        remedy="Correct the placement or its provider.",
        dfe="527",
    ),
    Rule(
        id="agency_provides_parents",
        table=episodes,
        broken=episodes.provider.isin(PRIVATE_OR_VOLUNTARY) & (episodes.placement == WITH_PARENTS),
        column="provider",
        message="A private or voluntary provider is recorded for a placement with parents.",
        remedy="Correct the placement or its provider.",
        dfe="530",
    ),
    Rule(
        id="short_break_too_long",
        table=episodes,
        broken=(episodes.legal_status == SHORT_BREAK)
        & (episodes.ended > days_after(episodes.started, SHORT_BREAK_DAYS)),
        column="ended",
        message="A short break lasted for more than 17 days, so the child should count as looked after.",
        remedy="Correct the dates or the legal status.",
        dfe="365",
    ),
    Rule(
        id="police_protection_too_long",
        table=episodes,
        broken=(episodes.legal_status == POLICE_PROTECTION)
        & (episodes.ended > days_after(episodes.started, POLICE_PROTECTION_DAYS)),
        column="ended",
        message="Police protection lasted for more than 72 hours.",
        remedy="Correct the dates, or give the legal status that followed as an episode of its own.",
        dfe="361",
    ),
    Rule(
        id="emergency_order_too_long",
        table=episodes,
        broken=(episodes.legal_status == EMERGENCY_ORDER)
        & (episodes.ended > days_after(episodes.started, EMERGENCY_ORDER_DAYS)),
        column="ended",
        message="An emergency protection order lasted for more than 21 days.",
        remedy="Correct the dates, or give the legal status that followed as an episode of its own.",
        dfe="362",
    ),
    Rule(
        id="assessment_order_too_long",
        table=episodes,
        broken=(episodes.legal_status == ASSESSMENT_ORDER)
        & (episodes.ended > days_after(episodes.started, ASSESSMENT_ORDER_DAYS)),
        column="ended",
        message="A child assessment order lasted for more than seven days.",
        remedy="Correct the dates, or give the legal status that followed as an episode of its own.",
        dfe="363",
    ),
    Rule(
        id="holiday_placement_too_long",
        table=episodes,
        broken=(episodes.placement == CARERS_HOLIDAY)
        & (episodes.ended > days_after(episodes.started, CARERS_HOLIDAY_DAYS)),
        column="ended",
        message="A placement for the carer's holiday lasted for more than three weeks.",
        remedy="Correct the dates, or give the placement that it became.",
        dfe="376",
    ),
    Rule(
        id="temporary_placement_too_long",
        table=episodes,
        broken=(episodes.placement == ANY_REASON)
        & (episodes.ended > days_after(episodes.started, ANY_REASON_DAYS)),
        column="ended",
        message="A temporary placement lasted for more than seven days.",
        remedy="Correct the dates, or give the placement that it became.",
        dfe="379",
    ),
    Rule(
        id="too_young_for_supported_accommodation",
        table=episodes,
        broken=episodes.placement.isin(SUPPORTED) & (episodes.started < birthday(_born, 16)),
        column="placement",
        beside=(looked_after_people,),
        message="The child is in supported accommodation or living independently, and is under 16.",
        remedy="Correct the placement or the date of birth.",
        dfe="371",
    ),
    Rule(
        id="too_young_for_custody",
        table=episodes,
        broken=(episodes.placement == YOUTH_CUSTODY) & (episodes.started < birthday(_born, 10)),
        column="placement",
        beside=(looked_after_people,),
        message="The child is in youth custody, and is under ten.",
        remedy="Correct the placement or the date of birth.",
        dfe="372",
    ),
    Rule(
        id="too_young_for_residential_school",
        table=episodes,
        broken=(episodes.placement == RESIDENTIAL_SCHOOL) & (episodes.started < birthday(_born, 4)),
        column="placement",
        beside=(looked_after_people,),
        message="The child is placed in a residential school, and is under four.",
        remedy="Correct the placement or the date of birth.",
        dfe="373",
    ),
)
