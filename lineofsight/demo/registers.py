"""The council's own registers as sheets, as they stood on the last day."""

from __future__ import annotations

from datetime import date

from lineofsight.demo.days import plus
from lineofsight.demo.health import HealthAssessment, status
from lineofsight.demo.send import PlanRequest
from lineofsight.demo.sheets import Sheet
from lineofsight.demo.society import Society
from lineofsight.demo.waits import HealthReferral


def _headings(names: str) -> tuple[str, ...]:
    return tuple(names.split(", "))


def ehc_requests(society: Society) -> Sheet:
    """One row for each request, in the shape of SEN2."""
    sheet = Sheet(
        "ehc_requests",
        _headings(
            "Request ID, Child ID, UPN, Received, Request outcome, Request outcome date, Assessment outcome, Assessment outcome date, Exceptions apply, Plan issued, Plan ceased"
        ),
    )
    for found in society.elsewhere.requests:
        if plus(found.received, found.lag) <= society.size.until:
            _request(sheet, found, society.size.until)
    return sheet


def _request(sheet: Sheet, found: PlanRequest, until: date) -> None:
    latest = plus(until, -found.lag)  # what happened later was not typed in yet
    decided = found.decided <= latest
    concluded = found.concluded if decided and found.concluded and found.concluded <= latest else None
    issued = concluded if found.conclusion == "Y" else None
    sheet.add(
        f"EHC{found.number:05}",
        found.child.child_id,
        found.child.upn,
        found.received,
        found.decision if decided else "A",
        found.decided if decided else None,
        None if found.decision != "Y" or not decided else found.conclusion if concluded else "A",
        concluded,
        found.exception if issued else None,
        issued,
        found.ceased if issued and found.ceased and found.ceased <= latest else None,
    )


def health_assessments(society: Society) -> Sheet:
    """One row for each initial health assessment that was due."""
    sheet = Sheet(
        "initial_health_assessments",
        _headings(
            "Child ID, Entered care, Consent given, Requested, Appointment, Completed, Report received, Reason late, Status"
        ),
    )
    until = society.size.until
    for found in sorted(society.health, key=lambda one: (one.entered, one.child_id)):
        if found.entered <= until:
            _health(sheet, found, until)
    return sheet


def _health(sheet: Sheet, found: HealthAssessment, until: date) -> None:
    def come(day: date | None) -> date | None:
        return day if day and day <= until else None

    sheet.add(
        found.child_id,
        found.entered,
        come(found.consent),
        come(found.requested),
        found.appointment if come(found.requested) else None,
        come(found.completed),
        come(found.report),
        found.reason_late if found.appointment <= until else "",
        status(found, until),
    )


def health_referrals(society: Society) -> Sheet:
    """One row for each referral to a mental health or neurodevelopmental service, as the provider tells of it."""
    sheet = Sheet(
        "health_referrals",
        _headings(
            "Health referral ID, Child ID, Birth date, Sex, Home ward, Health service, Pathway, Health team, Referral source, Health referral received, Referral outcome, First contact, Closed"
        ),
    )
    for found in sorted(society.elsewhere.health_referrals, key=lambda one: (one.received, one.number)):
        _referred(sheet, found, society.size.until)
    return sheet


def _referred(sheet: Sheet, found: HealthReferral, until: date) -> None:
    is_seen = found.first_contact is not None and found.first_contact <= until
    sheet.add(
        f"HR{found.number:06}",
        found.child.child_id,
        found.child.born,
        found.child.sex,
        found.ward,
        found.service,
        found.pathway,
        found.team,
        found.source,
        found.received,
        found.outcome if found.decided <= until else None,
        found.first_contact if is_seen else None,
        found.closed if found.closed <= until else None,
    )


def workers(society: Society) -> Sheet:
    """One row for each spell of a worker in a post."""
    sheet = Sheet("Workers", ("Worker ID", "Team", "Role", "Full-time share", "Agency", "Started", "Ended"))
    for found in society.workers:
        if found.started <= society.size.until:
            ended = found.ended if found.ended <= society.size.until else None
            sheet.add(
                found.worker_id, found.team, found.role, found.share, found.agency, found.started, ended
            )
    return sheet


def allocations(society: Society) -> Sheet:
    """One row for each spell of a case with a worker, from the first return on."""
    sheet = Sheet("Allocations", ("Child ID", "Worker ID", "Team", "Started", "Ended"))
    until = society.size.until
    for found in sorted(society.allocations, key=lambda one: (one.child_id, one.started)):
        ended = found.ended if found.ended <= until else None
        sheet.add(found.child_id, found.worker_id, found.team, found.started, ended)
    return sheet


def population(society: Society) -> Sheet:
    """One row for each ward, age and sex of each year's estimate."""
    sheet = Sheet("population", ("Since", "Ward", "Age", "Sex", "People"))
    for found in society.population:
        sheet.add(found.since, found.ward, found.age, found.sex, found.people)
    return sheet


def wards_and_teams(society: Society) -> Sheet:
    """One row for each spell of a child in a ward and with a team."""
    sheet = Sheet("wards_and_teams", ("Child ID", "Ward", "Team", "Since", "Until"))
    until = society.size.until
    for found in sorted(society.areas, key=lambda one: (one.child_id, one.since)):
        if found.since <= until:
            ended = found.until if found.until and found.until <= until else None
            sheet.add(found.child_id, found.ward, found.team, found.since, ended)
    return sheet
