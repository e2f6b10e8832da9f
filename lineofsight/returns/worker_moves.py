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
            "Post ID",
            "post_id",
            identifier,
            Need.REQUIRED,
            ("Post number", "Position ID", "Vacancy ID"),
            says="The post's number.",
        ),
        ReadColumn(
            "Team", "team", trimmed, Need.OPTIONAL, ("Team name",), says="The team that the post belongs to."
        ),
        ReadColumn(
            "Role",
            "role",
            trimmed,
            Need.OPTIONAL,
            ("Job title", "Post title"),
            says="The post's role, in the council's words.",
        ),
        ReadColumn(
            "Full-time share",
            "full_time_share",
            full_time_share,
            Need.TRUSTED,
            ("FTE", "Vacant FTE"),
            says="The post's full-time share: `0.5`; `50%` is read too.",
        ),
        ReadColumn(
            "Cause",
            "cause",
            CAUSES,
            Need.OPTIONAL,
            ("Reason vacant", "Cause of vacancy"),
            says="Why it is vacant.",
        ),
        ReadColumn(
            "Vacant since",
            "opened",
            day_first_date,
            Need.REQUIRED,
            ("Date vacant", "Vacant from"),
            says="The first day on which nobody held it.",
        ),
        ReadColumn(
            "Filled",
            "filled",
            day_first_date,
            Need.TRUSTED,
            ("Date filled", "Vacant until"),
            says="The day on which somebody began in it; empty while it is vacant.",
        ),
    ),
    known_by=("Post ID", "Vacant since", "Cause", "Filled"),
    enough=3,
)
MOVES_PART = Part(
    name="worker_moves",
    title="The list of workers who joined, moved and left",
    table=worker_moves,
    columns=(
        ReadColumn(
            "Worker ID", "worker_id", identifier, Need.REQUIRED, WORKER_IDS, says="The worker's number."
        ),
        ReadColumn(
            "Date",
            "moved",
            day_first_date,
            Need.REQUIRED,
            ("Effective date", "Date of change"),
            says="The day of the change.",
        ),
        ReadColumn(
            "Change",
            "kind",
            KINDS,
            Need.REQUIRED,
            ("Kind of change", "Movement", "Movement type"),
            says="What it was.",
        ),
        ReadColumn(
            "Route",
            "route",
            ROUTES,
            Need.OPTIONAL,
            ("Recruitment route", "Qualification route"),
            says="By which route the worker came: into the profession, or to the council.",
        ),
        ReadColumn(
            "Team",
            "team",
            trimmed,
            Need.OPTIONAL,
            ("Team name", "To team"),
            says="The team after the change.",
        ),
        ReadColumn(
            "Former team",
            "former_team",
            trimmed,
            Need.OPTIONAL,
            ("From team", "Previous team"),
            says="The team before it.",
        ),
        ReadColumn(
            "Reason",
            "reason",
            REASONS,
            Need.OPTIONAL,
            ("Leaving reason", "Reason for leaving"),
            says="Why a worker left.",
        ),
        ReadColumn(
            "Destination",
            "destination",
            trimmed,
            Need.OPTIONAL,
            ("Leaver destination",),
            says="Where a worker who left has gone, in the council's words.",
        ),
        ReadColumn(
            "Agency",
            "is_agency",
            flag,
            Need.OPTIONAL,
            ("Agency worker",),
            says="Whether the worker is from an agency: `yes` or `no`.",
        ),
    ),
    known_by=("Worker ID", "Date", "Change", "Route", "Former team"),
    enough=3,
)
APPRENTICESHIPS_PART = Part(
    name="apprenticeships",
    title="The list of apprentices and qualifying programmes",
    table=apprenticeships,
    columns=(
        ReadColumn(
            "Worker ID", "worker_id", identifier, Need.REQUIRED, WORKER_IDS, says="The worker's number."
        ),
        ReadColumn(
            "Programme",
            "programme",
            ROUTES,
            Need.REQUIRED,
            ("Scheme", "Apprenticeship"),
            says="Which programme.",
        ),
        ReadColumn(
            "Programme started",
            "started",
            day_first_date,
            Need.REQUIRED,
            ("Programme start date",),
            says="Its first day.",
        ),
        ReadColumn(
            "Programme ended",
            "ended",
            day_first_date,
            Need.TRUSTED,
            ("Programme end date",),
            says="Its last day; empty while it lasts.",
        ),
        ReadColumn(
            "Programme outcome",
            "outcome",
            codes("completed withdrawn", {"qualified": "completed", "left": "withdrawn"}),
            Need.OPTIONAL,
            ("Programme result",),
            says="How it ended.",
        ),
    ),
    known_by=("Programme", "Programme started", "Programme ended", "Programme outcome"),
    enough=2,
)

PARTS = (VACANCIES_PART, MOVES_PART, APPRENTICESHIPS_PART)
WORKER_MOVES = sheet_return(
    name="worker_moves", title="Vacancies, moves and apprenticeships of social workers", parts=PARTS
)
