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
        ReadColumn("Child ID", "child_id", identifier, Need.REQUIRED, ("Child unique ID", "CHILD")),
        ReadColumn(
            "Entered care",
            "entered_care",
            day_first_date,
            Need.REQUIRED,
            ("Date entered care", "Became looked after", "Date became looked after", "Date looked after"),
        ),
        ReadColumn(
            "Consent given",
            "consent_given",
            day_first_date,
            Need.OPTIONAL,
            ("Date consent given", "Consent date"),
        ),
        ReadColumn(
            "Requested",
            "requested",
            day_first_date,
            Need.OPTIONAL,
            ("Date requested", "IHA requested", "Request sent", "Date of request"),
        ),
        ReadColumn(
            "Appointment",
            "appointment",
            day_first_date,
            Need.OPTIONAL,
            ("Appointment date", "Date of appointment"),
        ),
        ReadColumn(
            "Completed",
            "completed",
            day_first_date,
            Need.TRUSTED,
            ("Date completed", "IHA completed", "IHA date", "Date of IHA", "Assessment completed"),
        ),
        ReadColumn(
            "Report received",
            "report_received",
            day_first_date,
            Need.OPTIONAL,
            ("Date report received", "Report returned"),
        ),
        ReadColumn("Reason late", "reason_late", trimmed, Need.OPTIONAL, ("Reason for delay",)),
        ReadColumn("Status", "status", STATUSES, Need.OPTIONAL, ("IHA status",)),
    ),
    known_by=("Entered care", "Consent given", "Requested", "Appointment", "Completed", "Report received"),
    enough=2,
)

PARTS = (ASSESSMENTS,)
HEALTH_ASSESSMENTS = sheet_return(
    name="health_assessments", title="Initial health assessments (the council's register)", parts=PARTS
)
