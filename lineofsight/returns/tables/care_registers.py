"""The tables of what a council keeps of its looked-after children's health, its care leavers and its foster homes."""

from __future__ import annotations

from lineofsight.returns.columns import Date, Number, Span, Table, Text, Whole


class HealthChecks(Table):
    """One row for each health check of a looked-after child, from a dental check to a strengths and difficulties score."""

    title = "Health checks of looked-after children"
    key = ("child_id", "kind", "due")
    span = Span(since="due")  # one that is done early is done all the same

    child_id: Text
    kind: Text
    due: Date
    done: Date
    status: Text
    score: Number  # of a strengths and difficulties questionnaire, 0 to 40


class CareLeaverContacts(Table):
    """One row for each time that it was written down how a care leaver is: as it was on that day."""

    title = "Care leavers, month by month"
    key = ("child_id", "as_at")
    span = Span(since="as_at")

    child_id: Text
    as_at: Date
    born: Date
    eligibility: Text
    in_touch: Text
    last_contact: Date
    accommodation: Text
    suitability: Text
    activity: Text
    pathway_plan_reviewed: Date
    adviser_id: Text
    team: Text


class FosterHomes(Table):
    """One row for each spell of a fostering household with one approval."""

    title = "The fostering register"
    key = ("household_id", "approved")
    span = Span(since="approved", until="ended")

    household_id: Text
    kind: Text
    provider: Text
    approved: Date
    places: Whole
    ward: Text
    ended: Date
    reason_ended: Text


health_checks = HealthChecks()
care_leaver_contacts = CareLeaverContacts()
foster_homes = FosterHomes()

TABLES: tuple[Table, ...] = (health_checks, care_leaver_contacts, foster_homes)
