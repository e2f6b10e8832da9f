"""Every table that a return fills, by its name in the service, with the key that makes one event one row."""

from __future__ import annotations

from lineofsight.returns.columns import Clocked, Date, Flag, Number, Span, Table, Text, Whole

# ---- supplied by the engine, not by a return ------------------------------------------------------------------


class Periods(Table):
    """One row for each period of each kind that a run computes."""

    has_provenance = False

    period_kind: Text
    period_start: Date
    period_end: Clocked


class WorkingDays(Table):
    """Every calendar day that England's bank holidays are known for, with the running count of working days."""

    has_provenance = False

    day: Date
    number: Whole
    is_working_day: Flag


class Settings(Table):
    """One row: what the council decides, as columns that a definition may read."""

    has_provenance = False

    first_working_day: Whole  # 0: the day after the start is day 1; 1: the start itself is day 1
    ehc_days: Whole  # the last day that counts as within 20 weeks of the request, 139 or 140 days after it


# ---- the children in need census -----------------------------------------------------------------------------


class Children(Table):
    """One row for each child known to children's social care."""

    title = "Children"
    key = ("child_id",)

    child_id: Text
    upn: Text
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


# ---- children looked after (SSDA903) -------------------------------------------------------------------------


class LookedAfterChildren(Table):
    """One row for each child in the looked-after return (its header)."""

    title = "Looked-after children"
    key = ("child_id",)

    child_id: Text
    sex: Text
    born: Date
    ethnicity: Text
    upn: Text
    is_mother: Flag
    childs_birth: Date


class Episodes(Table):
    """One row for each episode of being looked after: one legal status in one placement."""

    title = "Episodes of being looked after"
    key = ("child_id", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    started: Clocked
    reason_started: Text
    legal_status: Text
    need: Text
    placement: Text
    provider: Text
    ended: Date
    reason_ended: Text
    reason_placement_changed: Text
    home_postcode: Text
    placement_postcode: Text
    urn: Text


class LookedAfterReviews(Table):
    """One row for each review of a looked-after child's case."""

    title = "Looked-after reviews"
    key = ("child_id", "review_date")
    span = Span(since="review_date")

    child_id: Text
    born: Date
    review_date: Date
    participation: Text


class UnaccompaniedChildren(Table):
    """One row for each unaccompanied asylum-seeking child."""

    title = "Unaccompanied asylum-seeking children"
    key = ("child_id",)

    child_id: Text
    sex: Text
    born: Date
    status_ceased: Date


class LookedAfterOutcomes(Table):
    """One row for each child looked after for a year or more: health, strengths and difficulties, convictions (OC2)."""

    title = "Outcomes of looked-after children"
    key = ("child_id",)

    child_id: Text
    born: Date
    sdq_score: Whole
    sdq_reason: Text
    convicted: Flag
    health_check: Flag
    immunisations: Flag
    dental_check: Flag
    health_assessment: Flag
    substance_misuse: Flag
    intervention_received: Flag
    intervention_offered: Flag


class CareLeavers(Table):
    """One row for each care leaver, as at a birthday (OC3)."""

    title = "Care leavers"
    key = ("child_id",)

    child_id: Text
    born: Date
    in_touch: Text
    activity: Text
    accommodation: Text


class Adoptions(Table):
    """One row for each child with an adoption decision or match (AD1)."""

    title = "Adoptions"
    key = ("child_id", "decision_date")
    span = Span(since="decision_date")

    child_id: Text
    born: Date
    decision_date: Date
    match_date: Date
    foster_carer_adopted: Flag
    adopters: Whole
    sex_of_adopters: Text
    legal_status_of_adopters: Text


class PlacementsForAdoption(Table):
    """One row for each placement for adoption."""

    title = "Placements for adoption"
    key = ("child_id", "placed")
    span = Span(since="placed", until="ceased")

    child_id: Text
    born: Date
    placed: Date
    ceased: Date
    reason_ceased: Text


class PreviousPermanence(Table):
    """One row for each child's previous permanent arrangement. Its date may be partly known and stays text."""

    title = "Previous permanence"
    key = ("child_id",)

    child_id: Text
    born: Date
    arrangement: Text
    authority: Text
    order_date: Text


class MissingEpisodes(Table):
    """One row for each time that a looked-after child was missing or away without authorisation."""

    title = "Missing episodes"
    key = ("child_id", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    born: Date
    kind: Text
    started: Date
    ended: Date


class SocialWorkerEpisodes(Table):
    """One row for each spell of a social worker with a looked-after child."""

    title = "Social workers of looked-after children"
    key = ("child_id", "worker_id", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    born: Date
    worker_id: Text
    started: Date
    ended: Date
    reason_ended: Text


class DeprivationsOfLiberty(Table):
    """One row for each deprivation of liberty order."""

    title = "Deprivation of liberty orders"
    key = ("child_id", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    born: Date
    started: Date
    ended: Date


# ---- registers with documented columns -----------------------------------------------------------------------


class EhcRequests(Table):
    """One row for each request for an education, health and care needs assessment, to the plan that came of it."""

    title = "Requests for education, health and care plans"
    key = ("request_id",)
    span = Span(since="received", until="concluded")

    request_id: Text
    child_id: Text
    received: Date
    request_outcome: Text
    request_outcome_date: Date
    assessment_outcome: Text
    assessment_outcome_date: Date
    exceptions_apply: Flag
    plan_issued: Date
    plan_ceased: Date
    concluded: Date  # the first of plan issued, refusal, withdrawal; the reader works it out


class ExclusionStatuses(Table):
    """One row for each status that a permanent exclusion has had; the latest one is what it is now."""

    title = "Permanent exclusions and their statuses"
    key = ("exclusion_id", "status", "status_date")

    exclusion_id: Text
    child_id: Text
    notified: Date
    excluded_from: Date
    school: Text
    phase: Text
    year_group: Text
    sex: Text
    reason: Text
    status: Text
    status_date: Date


class InitialHealthAssessments(Table):
    """One row for each initial health assessment that was asked for."""

    title = "Initial health assessments"
    key = ("child_id", "entered_care")
    span = Span(since="entered_care", until="completed")

    child_id: Text
    entered_care: Date
    consent_given: Date
    requested: Date
    appointment: Date
    completed: Clocked
    report_received: Date
    reason_late: Text
    status: Text


class Workers(Table):
    """One row for each spell of a social worker in a team at one share of full time."""

    title = "Social workers"
    key = ("worker_id", "started")
    span = Span(since="started", until="ended")

    worker_id: Text
    team: Text
    role: Text
    full_time_share: Number
    is_agency: Flag
    started: Date
    ended: Date


class Allocations(Table):
    """One row for each spell of a child's case with its allocated social worker."""

    title = "Allocations"
    key = ("child_id", "worker_id", "started")
    span = Span(since="started", until="ended")

    child_id: Text
    worker_id: Text
    team: Text
    started: Date
    ended: Date


class Population(Table):
    """One row for each number of residents, by ward, age and sex, and the date from which it is used."""

    title = "Population"
    key = ("since", "ward", "age", "sex")

    since: Date
    ward: Text
    age: Whole
    sex: Text
    people: Whole


class ChildAreas(Table):
    """One row for each spell of a child in a ward of residence and with a team."""

    title = "Wards and teams of children"
    key = ("child_id", "since")
    span = Span(since="since", until="until")

    child_id: Text
    ward: Text
    team: Text
    since: Date
    until: Date


periods = Periods()
working_days = WorkingDays()
settings = Settings()

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
looked_after_children = LookedAfterChildren()
episodes = Episodes()
looked_after_reviews = LookedAfterReviews()
unaccompanied_children = UnaccompaniedChildren()
looked_after_outcomes = LookedAfterOutcomes()
care_leavers = CareLeavers()
adoptions = Adoptions()
placements_for_adoption = PlacementsForAdoption()
previous_permanence = PreviousPermanence()
missing_episodes = MissingEpisodes()
social_worker_episodes = SocialWorkerEpisodes()
deprivations_of_liberty = DeprivationsOfLiberty()
ehc_requests = EhcRequests()
exclusion_statuses = ExclusionStatuses()
initial_health_assessments = InitialHealthAssessments()
workers = Workers()
allocations = Allocations()
population = Population()
child_areas = ChildAreas()

GIVEN = (periods, working_days, settings)
HELD: tuple[Table, ...] = tuple(
    t for t in list(globals().values()) if isinstance(t, Table) and t not in GIVEN
)
BY_NAME = {table.name: table for table in HELD}
