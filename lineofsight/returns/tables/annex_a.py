"""The lists that Ofsted's inspectors ask for (ILACS Annex A), each as at the day on which it was made.

A value in a code list is stored as its code; what is in no list is stored as it stands.
"""

from __future__ import annotations

from lineofsight.returns.columns import Date, Number, Span, Table, Text, Whole


class _OfChildren(Table):
    """What every list of children begins with."""

    child_id: Text
    gender: Text
    ethnicity: Text
    born: Date
    age: Number  # in years; a workbook may work it out to the day


class AnnexAContacts(_OfChildren):
    """One row for each contact of the last six months."""

    title = "Annex A list 1: contacts"
    key = ("child_id", "contact_date")
    span = Span(since="contact_date")

    contact_date: Date
    source: Text


class AnnexAEarlyHelp(_OfChildren):
    """One row for each early help assessment of the last six months."""

    title = "Annex A list 2: early help assessments"
    key = ("child_id", "started")
    span = Span(since="started", until="completed")

    started: Date
    completed: Date
    organisation: Text


class AnnexAReferrals(_OfChildren):
    """One row for each referral of the last six months."""

    title = "Annex A list 3: referrals"
    key = ("child_id", "referral_date")
    span = Span(since="referral_date")

    referral_date: Date
    source: Text
    no_further_action: Text
    referrals_in_12_months: Whole
    team: Text
    worker: Text


class AnnexAAssessments(_OfChildren):
    """One row for each assessment of the last six months, ended or not."""

    title = "Annex A list 4: assessments"
    key = ("child_id", "started")
    span = Span(since="started", until="authorised")

    disability: Text
    started: Date
    child_seen: Text
    authorised: Date
    support_needed: Text
    team: Text
    worker: Text


class AnnexAEnquiries(_OfChildren):
    """One row for each section 47 enquiry of the last six months, with its initial conference."""

    title = "Annex A list 5: section 47 enquiries and conferences"
    key = ("child_id", "started")
    span = Span(since="started")

    disability: Text
    started: Date
    conference_unnecessary: Text
    conference_date: Date
    led_to_plan: Text
    enquiries_in_12_months: Whole
    conferences_in_12_months: Whole
    team: Text
    worker: Text


class AnnexAChildrenInNeed(_OfChildren):
    """One row for each child in need now, or until six months ago."""

    title = "Annex A list 6: children in need"
    key = ("child_id", "started")

    disability: Text
    started: Date
    need: Text
    last_seen: Date
    closed: Date
    reason_closed: Text
    status: Text
    team: Text
    worker: Text


class AnnexAPlans(_OfChildren):
    """One row for each child protection plan that is open, or ended in the last six months."""

    title = "Annex A list 7: child protection plans"
    key = ("child_id", "started")
    span = Span(since="started", until="ended")

    disability: Text
    started: Date
    initial_category: Text
    latest_category: Text
    last_visit: Date
    seen_alone: Text
    latest_review: Date
    ended: Date
    emergency_protection: Text
    previous_plans: Whole
    team: Text
    worker: Text


class AnnexAChildrenInCare(_OfChildren):
    """One row for each child looked after now, or until six months ago."""

    title = "Annex A list 8: children in care"
    key = ("child_id", "entered")
    span = Span(since="entered", until="ceased")

    uasc: Text
    disability: Text
    entered: Date
    need: Text
    again_in_12_months: Text
    status_started: Date
    legal_status: Text
    latest_review: Date
    last_visit: Date
    permanence_plan: Text
    last_iro_visit: Date
    last_health_assessment: Date
    last_dental_check: Date
    placements_in_12_months: Whole
    ceased: Date
    reason_ceased: Text
    placement_started: Date
    placement: Text
    provider: Text
    placement_postcode: Text
    urn: Text
    location: Text
    authority: Text
    missing_in_12_months: Whole
    absent_in_12_months: Whole
    interview_offered: Text
    interview_accepted: Text
    team: Text
    worker: Text


class AnnexACareLeavers(_OfChildren):
    """One row for each care leaver."""

    title = "Annex A list 9: care leavers"
    key = ("child_id",)

    uasc: Text
    disability: Text
    team: Text
    worker: Text
    adviser: Text
    eligibility: Text
    pathway_plan_reviewed: Date
    in_touch: Text
    last_contact: Date
    accommodation: Text
    suitability: Text
    activity: Text


class AnnexAAdoptions(_OfChildren):
    """One row for each child with a decision for adoption in the last twelve months."""

    title = "Annex A list 10: children and adoption"
    key = ("child_id",)

    family_id: Text
    disability: Text
    entered: Date
    decided: Date
    placement_order: Date
    matched: Date
    placed: Date
    adoption_order: Date
    reversed: Date
    reason_reversed: Text
    early_placement: Date


class AnnexAAdopters(Table):
    """One row for each prospective adopter of the last twelve months."""

    title = "Annex A list 11: adopters"
    key = ("adopter_id",)

    adopter_id: Text
    family_id: Text
    gender: Text
    ethnicity: Text
    disability: Text
    fostering_for_adoption: Text
    enquiry: Date
    stage_1_started: Date
    stage_1_ended: Date
    stage_2_started: Date
    stage_2_ended: Date
    applied: Date
    approved: Date
    matched: Date
    placed: Date
    children: Whole
    adoption_order: Date
    left_process: Date
    reason_left: Text


annex_a_contacts = AnnexAContacts()
annex_a_early_help = AnnexAEarlyHelp()
annex_a_referrals = AnnexAReferrals()
annex_a_assessments = AnnexAAssessments()
annex_a_enquiries = AnnexAEnquiries()
annex_a_children_in_need = AnnexAChildrenInNeed()
annex_a_plans = AnnexAPlans()
annex_a_children_in_care = AnnexAChildrenInCare()
annex_a_care_leavers = AnnexACareLeavers()
annex_a_adoptions = AnnexAAdoptions()
annex_a_adopters = AnnexAAdopters()

TABLES: tuple[Table, ...] = (
    annex_a_contacts,
    annex_a_early_help,
    annex_a_referrals,
    annex_a_assessments,
    annex_a_enquiries,
    annex_a_children_in_need,
    annex_a_plans,
    annex_a_children_in_care,
    annex_a_care_leavers,
    annex_a_adoptions,
    annex_a_adopters,
)
