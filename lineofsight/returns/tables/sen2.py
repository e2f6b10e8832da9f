"""The tables of the SEN2 return: from a request for a needs assessment to the plan and where it is carried out."""

from __future__ import annotations

from lineofsight.returns.columns import Date, Flag, Span, Table, Text, Whole


class SenPersons(Table):
    """One row for each child or young person in the SEN2 return. Names are not kept."""

    title = "Children and young people in SEN2"
    key = ("child_id",)

    child_id: Text
    upn: Text
    uln: Text
    upn_unknown: Text  # the reason why there is neither a UPN nor a ULN
    born: Date
    sex: Text
    ethnicity: Text
    postcode: Text


class SenRequests(Table):
    """One row for each request for an education, health and care needs assessment."""

    title = "SEN2 requests"
    key = ("request_id",)
    span = Span(since="received", until="settled")

    request_id: Text
    child_id: Text
    received: Date  # null only where it is historical
    in_youth_accommodation: Flag  # RYA: the request came while in relevant youth accommodation
    outcome: Text
    outcome_date: Date
    mediation: Flag
    tribunal: Flag
    moved_away: Text  # Exported: the child left the authority before the assessment was completed
    settled: Date  # until when the row speaks; the reader works it out


class SenAssessments(Table):
    """One row for each needs assessment, open or done. Its date is when the plan was issued, or its refusal told."""

    title = "SEN2 needs assessments"
    # A later return holds a case of an earlier year as historical and without a date: that does not unsay the date.
    key = ("assessment_id", "outcome_date")
    span = Span(since="outcome_date")

    assessment_id: Text
    request_id: Text
    outcome: Text
    outcome_date: Date
    exceptions_apply: Flag
    mediation: Flag
    tribunal: Flag
    other_mediation: Flag
    other_tribunal: Flag


class SenNamedPlans(Table):
    """One row for each plan as it was first issued, and when and why it ceased."""

    title = "SEN2 named plans"
    key = ("plan_id", "started")
    span = Span(since="started", until="ceased")

    plan_id: Text
    assessment_id: Text
    started: Date
    residential: Text
    work_based_learning: Text
    personal_budget: Flag
    organised_arrangements: Flag
    direct_payments: Text
    ceased: Date
    cease_reason: Text


class SenPlanDetails(Table):
    """One row for each setting that a plan names; a plan may name several."""

    title = "SEN2 settings named in plans"
    key = ("plan_id", "placement_rank", "urn", "ukprn", "setting")

    plan_id: Text
    urn: Text
    ukprn: Text
    setting: Text
    setting_other: Text
    placement_rank: Whole
    in_sen_unit: Flag
    in_resourced_provision: Flag


class SenActivePlans(Table):
    """One row for each plan that was active on the census day, or at any time in the year."""

    title = "SEN2 active plans"
    key = ("active_plan_id",)

    active_plan_id: Text
    request_id: Text
    transferred_from: Text  # the authority from which the plan was transferred in
    review_meeting: Date
    review_outcome: Text
    last_review: Date


class SenPlacements(Table):
    """One row for each spell of a child with an active plan in a setting."""

    title = "SEN2 placements"
    key = ("active_plan_id", "entered", "urn", "ukprn", "setting")
    span = Span(since="entered", until="left")

    active_plan_id: Text
    urn: Text
    ukprn: Text
    setting: Text
    setting_other: Text
    placement_rank: Whole
    entered: Date
    left: Date
    residential: Text
    work_based_learning: Text
    in_sen_unit: Flag
    in_resourced_provision: Flag


class SenNeeds(Table):
    """One row for each need of a child with an active plan: the primary need has rank 1."""

    title = "SEN2 needs"
    key = ("active_plan_id", "need_rank", "need")

    active_plan_id: Text
    need: Text
    need_rank: Whole


sen_persons = SenPersons()
sen_requests = SenRequests()
sen_assessments = SenAssessments()
sen_named_plans = SenNamedPlans()
sen_plan_details = SenPlanDetails()
sen_active_plans = SenActivePlans()
sen_placements = SenPlacements()
sen_needs = SenNeeds()

TABLES: tuple[Table, ...] = (
    sen_persons,
    sen_requests,
    sen_assessments,
    sen_named_plans,
    sen_plan_details,
    sen_active_plans,
    sen_placements,
    sen_needs,
)
