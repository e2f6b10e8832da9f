"""The groups of the children in need census and where each of their elements goes.

From DfE's specification of the census, 2025 to 2026, as its XSD has it; pre-proceedings and family group
decision-making come with 2026 to 2027. ``GenderCurrent`` is what ``Sex`` was until 2024.
"""

from __future__ import annotations

from dataclasses import replace

from lineofsight.returns.codes import children_in_need as codes
from lineofsight.returns.codes import people
from lineofsight.returns.codes.model import CodeList
from lineofsight.returns.elements import Group, Leaf
from lineofsight.returns.leaves import leaf_of
from lineofsight.returns.parts import Need, ReadColumn, listed
from lineofsight.returns.tables import (
    assessment_factors,
    assessments,
    child_in_need_plans,
    child_protection_plans,
    child_protection_reviews,
    children,
    conferences,
    disabilities,
    pre_proceedings,
    referrals,
    section_47_enquiries,
)
from lineofsight.returns.values import (
    UnreadableError,
    code,
    identifier,
    identifier_caution,
    iso_date,
    sex,
    whole,
)
from lineofsight.returns.values import flag as yes_or_no

DETAILS = "Child/CINdetails"


def how_many(text: str) -> int:
    """A whole number from 0."""
    number = whole(text)
    if number < 0:
        raise UnreadableError(
            "number_below_zero", "A number of times is below zero.", "Give it as 0 or more."
        )
    return number


def _text(column: str) -> Leaf:
    return Leaf(column=column, parse=code)


def _coded(column: str, of: CodeList, need: Need = Need.OPTIONAL) -> Leaf:
    return leaf_of(ReadColumn(column, column, listed(of), need))


def _date(column: str) -> Leaf:
    return Leaf(column=column, parse=iso_date)


def _start(column: str) -> Leaf:
    return Leaf(column=column, parse=iso_date, places=True)


def _end(column: str) -> Leaf:
    return Leaf(column=column, parse=iso_date, decides=True)


CHILD_ID = "LAchildID"
CHILD = Group(
    table=children.name,
    path="Child",
    leaves={
        CHILD_ID: Leaf(column="child_id", parse=identifier, places=True, caution=identifier_caution),
        "UPN": _text("upn"),
        "FormerUPN": _text("former_upn"),
        "PersonBirthDate": _date("born"),
        "ExpectedPersonBirthDate": _date("expected_birth"),
        "PersonDeathDate": _date("died"),
        "Sex": Leaf(column="sex", parse=sex, expected=True),
        "GenderCurrent": Leaf(column="sex", parse=sex),
        "Ethnicity": replace(_coded("ethnicity", people.ETHNICITIES), expected=True),
    },
    elsewhere=frozenset({"Disabilities", "UPNunknown"}),  # no figure rests on the last
)
DISABILITY = Group(
    table=disabilities.name,
    path="Child/ChildCharacteristics/Disabilities/Disability",
    leaves={"Disability": _coded("disability", codes.DISABILITIES, Need.REQUIRED)},
)
REFERRAL = Group(
    table=referrals.name,
    path=DETAILS,
    leaves={
        "CINreferralDate": _start("referral_date"),
        "ReferralSource": _coded("source", codes.SOURCES),
        "PrimaryNeedCode": _coded("primary_need", codes.NEEDS),
        "CINclosureDate": _end("closure_date"),
        "ReasonForClosure": _coded("closure_reason", codes.REASONS_CLOSED),
        "ReferralNFA": Leaf(column="no_further_action", parse=yes_or_no),
    },
    elsewhere=frozenset(
        {
            "Assessments",
            "CINPlanDates",
            "ChildProtectionPlans",
            "DateOfInitialCPC",
            "PreProceedingsandFGDM",
            "Section47",
        }
    ),
)
ASSESSMENT = Group(
    table=assessments.name,
    path=f"{DETAILS}/Assessments",
    leaves={
        "AssessmentActualStartDate": _start("started"),
        "AssessmentInternalReviewDate": _date("internal_review"),
        "AssessmentAuthorisationDate": _end("authorised"),
    },
    elsewhere=frozenset({"FactorsIdentifiedAtAssessment"}),
)
FACTOR = Group(
    table=assessment_factors.name,
    path=f"{DETAILS}/Assessments/FactorsIdentifiedAtAssessment/AssessmentFactors",
    leaves={"AssessmentFactors": _coded("factor", codes.FACTORS, Need.REQUIRED)},
)
CHILD_IN_NEED_PLAN = Group(
    table=child_in_need_plans.name,
    path=f"{DETAILS}/CINPlanDates",
    leaves={"CINPlanStartDate": _start("started"), "CINPlanEndDate": _end("ended")},
)
SECTION_47 = Group(
    table=section_47_enquiries.name,
    path=f"{DETAILS}/Section47",
    leaves={
        "S47ActualStartDate": _start("started"),
        "InitialCPCtarget": _date("conference_target"),
        "DateOfInitialCPC": _end("conference_date"),
        "ICPCnotRequired": Leaf(
            column="conference_not_required", parse=yes_or_no, decides=True, expected=True
        ),
    },
)
CONFERENCE_OF_SECTION_47 = Group(
    table=conferences.name,
    path=f"{DETAILS}/Section47/DateOfInitialCPC",
    leaves={"DateOfInitialCPC": _start("held_date")},
)
CONFERENCE_OF_REFERRAL = Group(
    table=conferences.name,
    path=f"{DETAILS}/DateOfInitialCPC",
    leaves={"DateOfInitialCPC": _start("held_date")},
)
CHILD_PROTECTION_PLAN = Group(
    table=child_protection_plans.name,
    path=f"{DETAILS}/ChildProtectionPlans",
    leaves={
        "CPPstartDate": _start("started"),
        "CPPendDate": _end("ended"),
        "InitialCategoryOfAbuse": _coded("initial_category", codes.CATEGORIES),
        "LatestCategoryOfAbuse": _coded("latest_category", codes.CATEGORIES),
        "NumberOfPreviousCPP": Leaf(column="previous_plans", parse=how_many),
    },
    elsewhere=frozenset({"Reviews"}),
)
CHILD_PROTECTION_REVIEW = Group(
    table=child_protection_reviews.name,
    path=f"{DETAILS}/ChildProtectionPlans/Reviews/CPPreviewDate",
    leaves={"CPPreviewDate": _start("review_date")},
)
PRE_PROCEEDINGS = Group(
    table=pre_proceedings.name,
    path=f"{DETAILS}/PreProceedingsandFGDM",
    leaves={
        "PPStartDate": _start("started"),
        "LBPSentDate": _date("letter_sent"),
        "FGDMMeetingOffer": _text("family_meeting_offered"),
        "FGDMMeetingFac": _text("family_meeting_facilitated"),
        "InitialPPMeetingDate": _date("initial_meeting"),
        "ReviewMeetingsCount": Leaf(column="reviews", parse=how_many),
        "StepDecisionDate": _end("decided"),
        "PPOutcome": _text("outcome"),
        "CourtAppDate": _date("court_application"),
        "LetterInitCPDate": _date("initial_letter"),
    },
)
EVERY_TABLE = (
    children,
    disabilities,
    referrals,
    assessments,
    assessment_factors,
    child_in_need_plans,
    section_47_enquiries,
    conferences,
    child_protection_plans,
    child_protection_reviews,
    pre_proceedings,
)
EVERY_GROUP = (
    CHILD,
    DISABILITY,
    REFERRAL,
    ASSESSMENT,
    FACTOR,
    CHILD_IN_NEED_PLAN,
    SECTION_47,
    CONFERENCE_OF_SECTION_47,
    CONFERENCE_OF_REFERRAL,
    CHILD_PROTECTION_PLAN,
    CHILD_PROTECTION_REVIEW,
    PRE_PROCEEDINGS,
)
