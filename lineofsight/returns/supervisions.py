"""The list of supervisions of social workers, of themselves and of single cases."""

from __future__ import annotations

from lineofsight.returns.parts import Need, Part, ReadColumn, codes
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import supervisions
from lineofsight.returns.values import day_first_date, identifier, trimmed

KINDS = codes(
    "personal case group",
    {
        "one to one": "personal",
        "individual": "personal",
        "personal supervision": "personal",
        "case supervision": "case",
        "group supervision": "group",
    },
)

SUPERVISIONS_PART = Part(
    name="supervisions",
    title="The list of supervisions",
    table=supervisions,
    columns=(
        ReadColumn(
            "Worker ID",
            "worker_id",
            identifier,
            Need.REQUIRED,
            ("Social worker ID", "Supervisee ID"),
            says="The worker who was supervised.",
        ),
        ReadColumn(
            "Supervision held",
            "held",
            day_first_date,
            Need.REQUIRED,
            ("Supervision date", "Date of supervision"),
            says="The day of the supervision.",
        ),
        ReadColumn(
            "Kind of supervision",
            "kind",
            KINDS,
            Need.OPTIONAL,
            ("Supervision type", "Type of supervision"),
            says="What kind of supervision it was.",
        ),
        ReadColumn(
            "Child ID",
            "child_id",
            identifier,
            Need.OPTIONAL,
            ("Child unique ID", "LAchildID"),
            says="The child whose case was spoken of; empty otherwise.",
        ),
        ReadColumn("Team", "team", trimmed, Need.OPTIONAL, ("Team name",), says="The worker's team."),
        ReadColumn(
            "Supervisor ID",
            "supervisor_id",
            identifier,
            Need.OPTIONAL,
            ("Supervisor", "Manager ID"),
            says="Who supervised.",
        ),
    ),
    known_by=("Worker ID", "Supervision held"),
    enough=2,
)

PARTS = (SUPERVISIONS_PART,)
SUPERVISIONS = sheet_return(
    name="supervisions", title="Supervisions of social workers (the council's register)", parts=PARTS
)
