"""The tables of the children in need census."""

from __future__ import annotations

from lineofsight.returns.columns import Clocked, Date, Flag, Span, Table, Text, Whole


class Children(Table):
    """One row for each child known to children's social care."""

    title = "Children"
    key = ("child_id",)

    child_id: Text
    upn: Text
    former_upn: Text
    born: Date
    expected_birth: Date
    died: Date
    sex: Text
    ethnicity: Text


class Disabilities(Table):
    """One row for each disability recorded of a child."""

    title = "Disabilities"
    key = ("child_id", "disability")

    child_id: Text
    disability: Text


class Referrals(Table):
    """One row for each referral to children's social care, with the episode of need that it opened."""

    title = "Referrals"
    key = ("child_id", "referral_date")
    span = Span(since="referral_date", until="closure_date")

    child_id: Text
    referral_date: Clocked
    source: Text
    primary_need: Text
    closure_date: Date
    closure_reason: Text
    no_further_action: Flag


class Assessments(Table):
    """One row for each assessment by a social worker."""

    title = "Assessments"
    key = ("child_id", "referral_date", "started")
    span = Span(since="started", until="authorised")

    child_id: Text
    referral_date: Clocked
    started: Clocked
    internal_review: Date
    authorised: Clocked


class AssessmentFactors(Table):
    """One row for each factor found at the end of an assessment."""

    title = "Assessment factors"
    key = ("child_id", "referral_date", "assessment_started", "factor")
    span = Span(since="assessment_started")

    child_id: Text
    referral_date: Date
    assessment_started: Date
    factor: Text


class ChildInNeedPlans(Table):
    """One row for each child in need plan."""

    title = "Child in need plans"
    key = ("child_id", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    referral_date: Date
    started: Date
    ended: Date


class Section47Enquiries(Table):
    """One row for each section 47 enquiry; it starts with the strategy discussion that decided on it."""

    title = "Section 47 enquiries"
    key = ("child_id", "started")
    span = Span(since="started")

    child_id: Text
    referral_date: Date
    started: Clocked
    conference_target: Date
    conference_date: Clocked
    conference_not_required: Flag


class Conferences(Table):
    """One row for each initial child protection conference.

    ``came_from`` is ``section 47`` or ``referral``; a conference recorded on the referral alone (a transfer from
    another authority, say) has no strategy discussion to start a clock.
    """

    title = "Initial child protection conferences"
    key = ("child_id", "held_date")
    span = Span(since="held_date")

    child_id: Text
    referral_date: Date
    came_from: Text
    strategy_discussion_date: Clocked
    held_date: Clocked


class ChildProtectionPlans(Table):
    """One row for each child protection plan."""

    title = "Child protection plans"
    key = ("child_id", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    referral_date: Date
    started: Date
    ended: Date
    initial_category: Text
    latest_category: Text
    previous_plans: Whole


class ChildProtectionReviews(Table):
    """One row for each review conference of a child protection plan."""

    title = "Child protection reviews"
    key = ("child_id", "plan_started", "review_date")
    span = Span(since="review_date")

    child_id: Text
    referral_date: Date
    plan_started: Date
    review_date: Date


class PreProceedings(Table):
    """One row for each time pre-proceedings or a family group decision-making meeting was begun or offered."""

    title = "Pre-proceedings and family group decision-making"
    key = ("child_id", "referral_date", "started")
    span = Span(since="started", until="decided")

    child_id: Text
    referral_date: Date
    started: Date
    letter_sent: Date
    family_meeting_offered: Text
    family_meeting_facilitated: Text
    initial_meeting: Date
    reviews: Whole
    decided: Date
    outcome: Text
    court_application: Date
    initial_letter: Date


children = Children()
disabilities = Disabilities()
referrals = Referrals()
assessments = Assessments()
assessment_factors = AssessmentFactors()
child_in_need_plans = ChildInNeedPlans()
section_47_enquiries = Section47Enquiries()
conferences = Conferences()
child_protection_plans = ChildProtectionPlans()
child_protection_reviews = ChildProtectionReviews()
pre_proceedings = PreProceedings()

TABLES: tuple[Table, ...] = (
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
