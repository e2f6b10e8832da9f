"""The lists of Annex A about children in care, care leavers and adoption."""

from __future__ import annotations

from lineofsight.returns import annex_a_codes as a
from lineofsight.returns.annex_a_columns import (
    child_list,
    column,
    day,
    end,
    number_of,
    numbered,
    start,
    words,
)
from lineofsight.returns.parts import Need, ReadColumn
from lineofsight.returns.tables import annex_a as t
from lineofsight.returns.values import identifier

TEAM, WORKER = words("Allocated Team", "team"), words("Allocated Worker", "worker", "Allocated Case Worker")
DISABILITY = column("Does the Child have a Disability", "disability", a.YES_NO, "Disability", "Disabled")
FAMILY = ReadColumn("Family identifier", "family_id", identifier, Need.OPTIONAL, ("Family ID",))

CHILDREN_IN_CARE = child_list(
    8,
    t.annex_a_children_in_care,
    "Date Started to be Looked After|Child's Legal Status|Date Ceased to be Looked After|Placement Type"
    "|Placement Provider|Start Date of Most Recent Placement",
    column("Unaccompanied Asylum Seeking Child (UASC) within the Last 12 Months (Y/N)", "uasc", a.YES_NO),
    DISABILITY,
    start("Date Started to be Looked After", "entered"),
    column("Child's Category of Need", "need", a.NEEDS),
    column(
        "Is this a second or subsequent period of being a Looked After Child within the last 12 months (Y/N)",
        "again_in_12_months",
        a.YES_NO,
    ),
    day("Start date of current legal status", "status_started"),
    column("Child's Legal Status", "legal_status", a.LEGAL_STATUSES, "Legal Status"),
    day("Date of Latest Statutory Review", "latest_review"),
    day("Date of Last Social Work Visit", "last_visit"),
    column(
        "What is the permanence plan for this child?",
        "permanence_plan",
        a.PERMANENCE_PLANS,
        "Permanence Plan",
    ),
    day("Date of Last IRO Visit / Contact to the Child", "last_iro_visit"),
    day("Date of Last Health Assessment", "last_health_assessment"),
    day("Date of Last Dental Check", "last_dental_check"),
    number_of("Number of Placements in the Last 12 months", "placements_in_12_months"),
    end("Date Ceased to be Looked After", "ceased"),
    column("Reason Ceased to be Looked After", "reason_ceased", a.REASONS_CEASED),
    day("Start Date of Most Recent Placement", "placement_started"),
    column("Placement Type", "placement", a.PLACEMENTS),
    column("Placement Provider", "provider", a.PROVIDERS),
    words("Placement postcode", "placement_postcode"),
    ReadColumn("URN of Placement", "urn", identifier),
    column("Placement Location", "location", a.LOCATIONS),
    words("LA of Placement", "authority"),
    number_of(
        "Number of Episodes the Child has been 'Missing' from their Placement in the last 12 months",
        "missing_in_12_months",
    ),
    number_of(
        "Number of Episodes the Child has been 'Absent' from their Placement in the last 12 months",
        "absent_in_12_months",
    ),
    column(
        "Was the child offered a Return Interview after their last missing episode (Y/N)?",
        "interview_offered",
        a.YES_NO,
    ),
    column(
        "Did the child accept a Return Interview after their last missing episode (Y/N)?",
        "interview_accepted",
        a.YES_NO,
    ),
    TEAM,
    WORKER,
)
CARE_LEAVERS = child_list(
    9,
    t.annex_a_care_leavers,
    "Allocated Personal Advisor|Eligibility Category|LA in Touch|Suitability of Accommodation|Activity Status",
    column(
        "Unaccompanied Asylum Seeking Child (UASC), or formerly UASC if 18 or over (Y/N)", "uasc", a.YES_NO
    ),
    DISABILITY,
    TEAM,
    WORKER,
    words("Allocated Personal Advisor", "adviser", "Allocated Personal Adviser"),
    column("Eligibility Category", "eligibility", a.ELIGIBILITIES),
    day("Latest Pathway Plan Review Date", "pathway_plan_reviewed"),
    column("LA in Touch", "in_touch", a.IN_TOUCH),
    day("Latest Date of Contact", "last_contact"),
    column("Type of Accommodation", "accommodation", a.ACCOMMODATIONS),
    column("Suitability of Accommodation", "suitability", a.SUITABILITIES),
    column("Activity Status", "activity", a.ACTIVITIES),
)
ADOPTIONS = child_list(
    10,
    t.annex_a_adoptions,
    "Date of Decision that Child Should be Placed for Adoption|Date of Placement Order|Date Placed for Adoption"
    "|Date of Matching Child and Prospective Adopters",
    FAMILY,
    DISABILITY,
    day("Date the Child Entered Care", "entered"),
    day("Date of Decision that Child Should be Placed for Adoption", "decided"),
    day("Date of Placement Order", "placement_order"),
    day("Date of Matching Child and Prospective Adopters", "matched"),
    day("Date Placed for Adoption", "placed"),
    day("Date of Adoption Order", "adoption_order"),
    day("Date of Decision that Child Should No Longer be Placed for Adoption", "reversed"),
    column("Reason Why Child No Longer Placed for Adoption", "reason_reversed", a.REASONS_REVERSED),
    day("Date the child was placed for fostering in FFA or concurrent planning placement", "early_placement"),
)
ADOPTERS = numbered(
    11,
    t.annex_a_adopters,
    "Individual adopter identifier|Date enquiry received|Date Stage 1 started|Date Stage 2 started"
    "|Date application approved",
    ReadColumn(
        "Individual adopter identifier",
        "adopter_id",
        identifier,
        Need.REQUIRED,
        ("Adopter identifier", "Adopter ID"),
    ),
    FAMILY,
    column("Gender", "gender", a.SEXES, "Sex"),
    column("Ethnicity", "ethnicity", a.ETHNICITIES),
    column("Disability", "disability", a.YES_NO),
    column("Is the (prospective) adopter fostering for adoption?", "fostering_for_adoption", a.YES_NO),
    day("Date enquiry received", "enquiry"),
    day("Date Stage 1 started", "stage_1_started"),
    day("Date Stage 1 ended", "stage_1_ended"),
    day("Date Stage 2 started", "stage_2_started"),
    day("Date Stage 2 ended", "stage_2_ended"),
    day("Date application submitted", "applied"),
    day("Date application approved", "approved"),
    day("Date adopter matched with child(ren)", "matched"),
    day("Date child/children placed with adopter(s)", "placed"),
    number_of("No. of children placed", "children", "Number of children placed"),
    day("Date of Adoption Order", "adoption_order"),
    day("Date of leaving adoption process", "left_process"),
    words("Reason for leaving adoption process", "reason_left"),
)

CARE_PARTS = (CHILDREN_IN_CARE, CARE_LEAVERS, ADOPTIONS, ADOPTERS)
