"""The register of initial health assessments of looked-after children, which no statutory return holds."""

from __future__ import annotations

from lineofsight.returns.parts import Need, Part, ReadColumn, codes
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import initial_health_assessments
from lineofsight.returns.values import day_first_date, identifier, trimmed

STATUSES = codes(
    "requested booked completed refused missed not_needed",
    {
        "done": "completed",
        "complete": "completed",
        "declined": "refused",
        "did not attend": "missed",
        "not attended": "missed",
        "was not brought": "missed",
        "cancelled": "not_needed",
        "left care": "not_needed",
    },
)

ASSESSMENTS = Part(
    name="health_assessments",
    title="The register of initial health assessments",
    table=initial_health_assessments,
    columns=(
        ReadColumn(
            "Child ID",
            "child_id",
            identifier,
            Need.REQUIRED,
            ("Child unique ID", "CHILD"),
            says="The child's identifier, the same as in the looked-after return.",
        ),
        ReadColumn(
            "Entered care",
            "entered_care",
            day_first_date,
            Need.REQUIRED,
            ("Date entered care", "Became looked after", "Date became looked after", "Date looked after"),
            says="The day on which the child came into care.",
        ),
        ReadColumn(
            "Consent given",
            "consent_given",
            day_first_date,
            Need.OPTIONAL,
            ("Date consent given", "Consent date"),
            says="The day on which consent was given.",
        ),
        ReadColumn(
            "Requested",
            "requested",
            day_first_date,
            Need.OPTIONAL,
            ("Date requested", "IHA requested", "Request sent", "Date of request"),
            says="The day on which the health service was asked.",
        ),
        ReadColumn(
            "Appointment",
            "appointment",
            day_first_date,
            Need.OPTIONAL,
            ("Appointment date", "Date of appointment"),
            says="The day of the appointment.",
        ),
        ReadColumn(
            "Completed",
            "completed",
            day_first_date,
            Need.TRUSTED,
            ("Date completed", "IHA completed", "IHA date", "Date of IHA", "Assessment completed"),
            says="The day of the assessment; empty until it is done.",
        ),
        ReadColumn(
            "Report received",
            "report_received",
            day_first_date,
            Need.OPTIONAL,
            ("Date report received", "Report returned"),
            says="The day on which the report came back.",
        ),
        ReadColumn(
            "Reason late",
            "reason_late",
            trimmed,
            Need.OPTIONAL,
            ("Reason for delay",),
            says="Why it was late, in the council's words.",
        ),
        ReadColumn(
            "Status",
            "status",
            STATUSES,
            Need.OPTIONAL,
            ("IHA status",),
            says="How far the assessment has come.",
        ),
    ),
    known_by=("Entered care", "Consent given", "Requested", "Appointment", "Completed", "Report received"),
    enough=2,
)

PARTS = (ASSESSMENTS,)
HEALTH_ASSESSMENTS = sheet_return(
    name="health_assessments", title="Initial health assessments (the council's register)", parts=PARTS
)
