"""What a council's personnel system tells each month: vacant posts, who joined, moved and left, and who is training."""

from __future__ import annotations

from lineofsight.returns.parts import Need, Part, ReadColumn, codes
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import apprenticeships, vacancies, worker_moves
from lineofsight.returns.values import day_first_date, flag, identifier, trimmed
from lineofsight.returns.workforce import WORKER_IDS, full_time_share

CAUSES = codes(
    "promotion transfer leaver new_post",
    {
        "promoted": "promotion",
        "moved team": "transfer",
        "left": "leaver",
        "resignation": "leaver",
        "new": "new_post",
    },
)
KINDS = codes(
    "joined moved left",
    {
        "starter": "joined",
        "new starter": "joined",
        "recruit": "joined",
        "recruited": "joined",
        "moved team": "moved",
        "moved into team": "moved",
        "transfer": "moved",
        "internal move": "moved",
        "leaver": "left",
        "resigned": "left",
    },
)
ROUTES = codes(
    "frontline step_up apprenticeship newly_qualified experienced agency_conversion overseas other",
    {
        "front line": "frontline",
        "approach social work": "frontline",
        "step up to social work": "step_up",
        "apprentice": "apprenticeship",
        "social work apprenticeship": "apprenticeship",
        "NQSW": "newly_qualified",
        "ASYE": "newly_qualified",
        "experienced hire": "experienced",
        "from agency": "agency_conversion",
        "international": "overseas",
    },
)
REASONS = codes(
    "resigned redundancy dismissed retired died moved_within_council end_of_contract other",
    {"resignation": "resigned", "retirement": "retired", "fixed term ended": "end_of_contract"},
)

VACANCIES_PART = Part(
    name="vacancies",
    title="The list of vacant posts",
    table=vacancies,
    columns=(
        ReadColumn(
            "Post ID", "post_id", identifier, Need.REQUIRED, ("Post number", "Position ID", "Vacancy ID")
        ),
        ReadColumn("Team", "team", trimmed, Need.OPTIONAL, ("Team name",)),
        ReadColumn("Role", "role", trimmed, Need.OPTIONAL, ("Job title", "Post title")),
        ReadColumn(
            "Full-time share", "full_time_share", full_time_share, Need.TRUSTED, ("FTE", "Vacant FTE")
        ),
        ReadColumn("Cause", "cause", CAUSES, Need.OPTIONAL, ("Reason vacant", "Cause of vacancy")),
        ReadColumn("Vacant since", "opened", day_first_date, Need.REQUIRED, ("Date vacant", "Vacant from")),
        ReadColumn("Filled", "filled", day_first_date, Need.TRUSTED, ("Date filled", "Vacant until")),
    ),
    known_by=("Post ID", "Vacant since", "Cause", "Filled"),
    enough=3,
)
MOVES_PART = Part(
    name="worker_moves",
    title="The list of workers who joined, moved and left",
    table=worker_moves,
    columns=(
        ReadColumn("Worker ID", "worker_id", identifier, Need.REQUIRED, WORKER_IDS),
        ReadColumn("Date", "moved", day_first_date, Need.REQUIRED, ("Effective date", "Date of change")),
        ReadColumn("Change", "kind", KINDS, Need.REQUIRED, ("Kind of change", "Movement", "Movement type")),
        ReadColumn("Route", "route", ROUTES, Need.OPTIONAL, ("Recruitment route", "Qualification route")),
        ReadColumn("Team", "team", trimmed, Need.OPTIONAL, ("Team name", "To team")),
        ReadColumn("Former team", "former_team", trimmed, Need.OPTIONAL, ("From team", "Previous team")),
        ReadColumn("Reason", "reason", REASONS, Need.OPTIONAL, ("Leaving reason", "Reason for leaving")),
        ReadColumn("Destination", "destination", trimmed, Need.OPTIONAL, ("Leaver destination",)),
        ReadColumn("Agency", "is_agency", flag, Need.OPTIONAL, ("Agency worker",)),
    ),
    known_by=("Worker ID", "Date", "Change", "Route", "Former team"),
    enough=3,
)
APPRENTICESHIPS_PART = Part(
    name="apprenticeships",
    title="The list of apprentices and qualifying programmes",
    table=apprenticeships,
    columns=(
        ReadColumn("Worker ID", "worker_id", identifier, Need.REQUIRED, WORKER_IDS),
        ReadColumn("Programme", "programme", ROUTES, Need.REQUIRED, ("Scheme", "Apprenticeship")),
        ReadColumn("Programme started", "started", day_first_date, Need.REQUIRED, ("Programme start date",)),
        ReadColumn("Programme ended", "ended", day_first_date, Need.TRUSTED, ("Programme end date",)),
        ReadColumn(
            "Programme outcome",
            "outcome",
            codes("completed withdrawn", {"qualified": "completed", "left": "withdrawn"}),
            Need.OPTIONAL,
            ("Programme result",),
        ),
    ),
    known_by=("Programme", "Programme started", "Programme ended", "Programme outcome"),
    enough=2,
)

PARTS = (VACANCIES_PART, MOVES_PART, APPRENTICESHIPS_PART)
WORKER_MOVES = sheet_return(
    name="worker_moves", title="Vacancies, moves and apprenticeships of social workers", parts=PARTS
)
