"""The tables of the registers that a council keeps, each with its documented columns."""

from __future__ import annotations

from lineofsight.returns.columns import Clocked, Date, Flag, Number, Span, Table, Text, Whole


class EhcRequests(Table):
    """One row for each request for an education, health and care needs assessment, to the plan that came of it."""

    title = "Requests for education, health and care plans"
    key = ("request_id",)
    span = Span(since="received", until="concluded")

    request_id: Text
    child_id: Text
    upn: Text  # beside the identifier, so that a case in SEN2 can be known for the same
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
    born: Date
    of_school_age: Flag  # on the first day of the exclusion: given, or worked out by the reader
    leaves_school: Date  # the last day of compulsory school age; the reader works it out
    sen: Text
    home_ward: Text
    reason: Text
    reason_2: Text
    reason_3: Text
    board_met: Date
    review_requested: Date
    review_outcome: Text
    provision_started: Date
    status: Text
    status_date: Date


class SchoolClosures(Table):
    """One row for each spell in which a school, or without one every school, holds no session on its weekdays."""

    title = "Days on which schools are closed"
    key = ("school", "first_day")
    span = Span(since="first_day", until="last_day")

    school: Text  # null: all schools
    first_day: Date
    last_day: Date
    reason: Text


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


ehc_requests = EhcRequests()
exclusion_statuses = ExclusionStatuses()
school_closures = SchoolClosures()
initial_health_assessments = InitialHealthAssessments()
workers = Workers()
allocations = Allocations()
population = Population()
child_areas = ChildAreas()

TABLES: tuple[Table, ...] = (
    ehc_requests,
    exclusion_statuses,
    school_closures,
    initial_health_assessments,
    workers,
    allocations,
    population,
    child_areas,
)
