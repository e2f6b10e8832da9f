"""The register of permanent exclusions with their history: one row for each status that an exclusion has had."""

from __future__ import annotations

from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn, codes
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import exclusion_statuses
from lineofsight.returns.values import Caution, day_first_date, identifier, sex, trimmed

STATUSES = codes(
    "notified cancelled withdrawn upheld reinstated irp_upheld quashed pending",
    {
        "notice received": "notified",
        "notification received": "notified",
        "canceled": "cancelled",
        "cancelled by headteacher": "cancelled",
        "withdrawn by headteacher": "withdrawn",
        "withdrawn by school": "withdrawn",
        "rescinded": "withdrawn",
        "upheld by governors": "upheld",
        "upheld by governing board": "upheld",
        "upheld by governing body": "upheld",
        "confirmed": "upheld",
        "reinstated by governors": "reinstated",
        "reinstated by governing board": "reinstated",
        "not upheld": "reinstated",
        "overturned": "reinstated",
        "upheld by review panel": "irp_upheld",
        "upheld by independent review panel": "irp_upheld",
        "upheld by irp": "irp_upheld",
        "quashed by review panel": "quashed",
        "quashed by independent review panel": "quashed",
        "quashed by irp": "quashed",
        "to be decided": "pending",
        "undecided": "pending",
        "awaiting governors": "pending",
        "awaiting decision": "pending",
    },
)
FIRST_WORD = "notified"

UNDATED = Caution(
    "status_undated",
    "The status has no date, so any dated status of this exclusion counts as later.",
    "Give the day on which the exclusion came to have this status.",
)


def dated(values: dict[str, object]) -> tuple[Flaw, ...]:
    """A notification without its own date began on the day of notice; any other undated status is warned of."""
    if values.get("status_date") is None and values["status"] == FIRST_WORD:
        values["status_date"] = values.get("notified")
    if values.get("status_date") is None:
        return (Flaw(about=UNDATED, holds=False, header="Status date"),)
    return ()


EXCLUSIONS_PART = Part(
    name="exclusions",
    title="The register of permanent exclusions",
    table=exclusion_statuses,
    columns=(
        ReadColumn(
            "Exclusion ID",
            "exclusion_id",
            identifier,
            Need.REQUIRED,
            ("Exclusion reference", "Exclusion number"),
        ),
        ReadColumn("Child ID", "child_id", identifier, Need.OPTIONAL, ("Pupil ID", "Child unique ID")),
        ReadColumn(
            "Notified",
            "notified",
            day_first_date,
            Need.TRUSTED,
            ("Date notified", "Notification date", "Date of notification", "Notification received"),
        ),
        ReadColumn(
            "Excluded from",
            "excluded_from",
            day_first_date,
            Need.REQUIRED,
            ("Exclusion start date", "Date of exclusion", "Exclusion date", "First day of exclusion"),
        ),
        ReadColumn("School", "school", trimmed, Need.OPTIONAL, ("School name",)),
        ReadColumn("Phase", "phase", trimmed, Need.OPTIONAL, ("School phase", "Phase of school")),
        ReadColumn(
            "Year group",
            "year_group",
            trimmed,
            Need.OPTIONAL,
            ("National curriculum year", "NC year", "Year"),
        ),
        ReadColumn("Sex", "sex", sex, Need.OPTIONAL, ("Gender",)),
        ReadColumn("Reason", "reason", trimmed, Need.OPTIONAL, ("Main reason", "Reason 1", "Primary reason")),
        ReadColumn("Status", "status", STATUSES, Need.REQUIRED, ("Exclusion status", "Outcome")),
        ReadColumn(
            "Status date",
            "status_date",
            day_first_date,
            Need.TRUSTED,
            ("Date of status", "Outcome date", "Date of outcome"),
        ),
    ),
    known_by=("Exclusion ID", "Notified", "Excluded from", "Status", "Status date"),
    enough=3,
    settle=dated,
)

PARTS = (EXCLUSIONS_PART,)
EXCLUSIONS = sheet_return(
    name="exclusions", title="Permanent exclusions and their statuses (the council's register)", parts=PARTS
)
