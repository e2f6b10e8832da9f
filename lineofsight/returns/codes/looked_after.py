"""Codes of the looked-after return (SSDA903): episodes of care, reviews, and children who are missing."""

from __future__ import annotations

from datetime import date

from lineofsight.returns.codes.model import CodeList, codes_of, numbered

GUIDE = "SSDA903 collection of the Department for Education, 2018 to 2019 and after, as its public validators list it"
SOURCE = f"{GUIDE}."

REASONS_STARTED = CodeList(
    name="reasons_episode_started",
    title="Reason for a new episode of care",
    source=SOURCE,
    codes=codes_of(
        {
            "S": "starts to be looked after",
            "L": "change of legal status alone",
            "P": "change of placement and of carer",
            "T": "change of placement, with the same carer",
            "B": "change of legal status, placement and carer",
            "U": "change of legal status and placement, with the same carer",
        }
    ),
)
LEGAL_STATUSES = CodeList(
    name="legal_statuses",
    title="Legal status",
    source=SOURCE,
    codes=codes_of(
        {
            "C1": "interim care order",
            "C2": "full care order",
            "D1": "freeing order",
            "E1": "placement order",
            "V2": "accommodated under section 20, a single period",
            "V3": "agreed series of short breaks, the agreement recorded",
            "V4": "agreed series of short breaks, each stay recorded",
            "L1": "police protection",
            "L2": "emergency protection order",
            "L3": "child assessment order",
            "J1": "on remand",
            "J2": "detained under the Police and Criminal Evidence Act",
            "J3": "sentenced, with a requirement of residence",
        }
    ),
)
NEEDS = CodeList(
    name="needs_of_looked_after_children",
    title="Category of need",
    source=SOURCE,
    codes=numbered(
        "N",
        "abuse or neglect",
        "child's disability or illness",
        "parental illness or disability",
        "family in acute stress",
        "family dysfunction",
        "socially unacceptable behaviour",
        "low income",
        "absent parenting",
    ),
)
LAST_DAY_OF_OTHER, FIRST_DAY_OF_FOUR_OTHERS = date(2025, 3, 31), date(2025, 4, 1)
PLACEMENTS = CodeList(
    name="placements",
    title="Placement",
    # The validators do not agree in which year H5 and P2 end, 2024 to 2025 or a year later: the later is taken.
    source=f"{GUIDE}; K3 from 2024 to 2025, Z11 to Z14 from 2025 to 2026, when H5 and P2 are no longer accepted.",
    codes=(
        *codes_of(
            {
                "A3": "placed for adoption by consent, with the foster carer",
                "A4": "placed for adoption by consent, not with the foster carer",
                "A5": "placed for adoption under a placement order, with the foster carer",
                "A6": "placed for adoption under a placement order, not with the foster carer",
            }
        ),
        *codes_of(
            {"H5": "semi-independent living, not a children's home"},
            until=LAST_DAY_OF_OTHER,
            followed_by=("K3",),
        ),
        *codes_of({"K1": "secure children's home", "K2": "children's home"}),
        *codes_of({"K3": "supported accommodation"}, since=date(2024, 4, 1)),
        *codes_of({"P1": "with parents, or others with parental responsibility"}),
        *codes_of({"P2": "independent living"}, until=LAST_DAY_OF_OTHER, followed_by=("K3",)),
        *codes_of(
            {
                "P3": "residential employment",
                "R1": "residential care home",
                "R2": "NHS or other establishment for medical or nursing care",
                "R3": "family centre, or mother and baby unit",
                "R5": "young offender institution",
                "S1": "residential school",
                "T0": "any kind of temporary move",
                "T1": "temporarily in hospital",
                "T2": "temporarily away on holiday",
                "T3": "temporarily with another carer, while the usual one is on holiday",
                "T4": "temporarily elsewhere, for another reason",
                "U1": "foster placement with a relative or friend, long-term",
                "U2": "foster placement with a relative or friend, fostering for adoption",
                "U3": "foster placement with a relative or friend, other",
                "U4": "foster placement with another carer, long-term",
                "U5": "foster placement with another carer, fostering for adoption",
                "U6": "foster placement with another carer, other",
            }
        ),
        *codes_of(
            {"Z1": "another placement"},
            until=LAST_DAY_OF_OTHER,
            followed_by=("Z11", "Z12", "Z13", "Z14"),
        ),
        *codes_of(
            dict.fromkeys(
                ("Z11", "Z12", "Z13", "Z14"), "another placement, one of four kinds of what was Z1"
            ),
            since=FIRST_DAY_OF_FOUR_OTHERS,
        ),
    ),
)
PROVIDERS = CodeList(
    name="placement_providers",
    title="Provider of a placement",
    source=SOURCE,
    codes=numbered(
        "PR",
        "parents, or others with parental responsibility",
        "own authority",
        "another local authority",
        "another public body",
        "private provider",
        "voluntary or third sector",
        start=0,
    ),
)
LAST_DAY_OF_TWO_GUARDIANSHIPS = date(2018, 3, 31)
GUARDIANSHIPS = ("E45", "E46", "E47", "E48")
REASONS_ENDED = CodeList(
    name="reasons_episode_ended",
    title="Reason why an episode ended",
    source=f"{GUIDE}; special guardianship in two codes before, in four from 2018 to 2019.",
    codes=(
        *codes_of(
            {
                "X1": "the episode ends and another begins",
                "E11": "adopted, application unopposed",
                "E12": "adopted, consent dispensed with",
                "E13": "went to relatives or others without parental responsibility",
                "E14": "accommodation on remand ended",
                "E15": "found by an age assessment to be 18 or over",
                "E16": "moved abroad",
                "E17": "aged 18 or over and stayed with the carers",
                "E2": "died",
                "E3": "care taken over by another authority in the United Kingdom",
                "E4A": "returned home, as planned",
                "E4B": "returned home, not as planned",
                "E41": "residence or child arrangements order",
            }
        ),
        *codes_of(
            {
                "E43": "special guardianship, to former foster carers",
                "E44": "special guardianship, to others than former foster carers",
            },
            until=LAST_DAY_OF_TWO_GUARDIANSHIPS,
            followed_by=GUARDIANSHIPS,
        ),
        *codes_of(
            {
                "E45": "special guardianship, to former foster carers who are relatives or friends",
                "E46": "special guardianship, to former foster carers who are not",
                "E47": "special guardianship, to relatives or friends who were not the foster carers",
                "E48": "special guardianship, to others",
            },
            since=date(2018, 4, 1),
        ),
        *codes_of(
            {
                "E5": "independent living with support",
                "E6": "independent living without support",
                "E7": "moved to adult services",
                "E8": "ended for another reason",
                "E9": "sentenced to custody",
            }
        ),
    ),
)
REASONS_PLACEMENT_CHANGED = CodeList(
    name="reasons_placement_changed",
    title="Reason why a placement changed",
    source=SOURCE,
    codes=codes_of(
        {
            "CARPL": "the care plan",
            "CLOSE": "the provision closed, or the carer resigned",
            "ALLEG": "an allegation",
            "STAND": "concern about standards",
            "APPRR": "approval withdrawn",
            "CREQB": "the carer asked for it, because of the child's behaviour",
            "CREQO": "the carer asked for it, for another reason",
            "CHILD": "the child asked for it",
            "LAREQ": "an authority asked for it",
            "PLACE": "change of the placement's status alone",
            "CUSTOD": "custody",
            "OTHER": "another reason",
        }
    ),
)
PARTICIPATIONS = CodeList(
    name="participations",
    title="Participation in a review",
    source=SOURCE,
    codes=numbered(
        "PN",
        "under 4 at the review",
        "attended and spoke",
        "attended, an advocate spoke",
        "attended and made views known without words",
        "attended without making views known",
        "did not attend, an advocate spoke",
        "did not attend, made views known in another way",
        "did not attend or make views known",
        start=0,
    ),
)
KINDS_OF_MISSING = CodeList(
    name="kinds_of_missing",
    title="Missing or away",
    source=SOURCE,
    codes=codes_of({"M": "missing", "A": "away without authorisation"}),
)
