"""Social workers in post, and the cases that are allocated to them."""

from __future__ import annotations

from lineofsight.returns.parts import Need, Part, ReadColumn
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import allocations, workers
from lineofsight.returns.values import UnreadableError, day_first_date, flag, identifier, number, trimmed

MOST_FULL_TIME_SHARE = 2.0  # two full posts; 37 (hours) and 100 (per cent) are other units

WORKER_IDS = ("Social worker ID", "Allocated worker ID", "SWE number", "SWENo", "SW_ID")
STARTS = ("Start date", "Date started")
ENDS = ("End date", "Date ended")


def full_time_share(text: str) -> float:
    """The share of full time as 0 to 2, 1 being full time; anything beyond is hours or a percentage."""
    share = number(text)
    if not 0 <= share <= MOST_FULL_TIME_SHARE:
        raise UnreadableError(
            "full_time_share_out_of_range",
            "The full-time share lies outside 0 to 2: it seems to be hours or a percentage.",
            "Give it as a share of one full post: 1 for full time, 0.5 for half.",
        )
    return share


WORKERS = Part(
    name="workers",
    title="The list of social workers",
    table=workers,
    columns=(
        ReadColumn(
            "Worker ID", "worker_id", identifier, Need.REQUIRED, WORKER_IDS, says="The worker's identifier."
        ),
        ReadColumn("Team", "team", trimmed, Need.OPTIONAL, ("Team name",), says="The team's name."),
        ReadColumn(
            "Role",
            "role",
            trimmed,
            Need.OPTIONAL,
            ("Organisation role", "OrgRole"),
            says="The role, as the council writes it.",
        ),
        ReadColumn(
            "Full-time share",
            "full_time_share",
            full_time_share,
            Need.TRUSTED,
            ("FTE", "Full time equivalent"),
            says="`1` for full time, `0.5` for half, from 0 to 2. Hours and percentages hold the row back. Empty: not known.",
        ),
        ReadColumn(
            "Agency",
            "is_agency",
            flag,
            Need.OPTIONAL,
            ("Agency worker",),
            says="Whether the worker comes from an agency.",
        ),
        ReadColumn(
            "Started",
            "started",
            day_first_date,
            Need.REQUIRED,
            (*STARTS, "RoleStartDate"),
            says="The first day of the spell.",
        ),
        ReadColumn(
            "Ended",
            "ended",
            day_first_date,
            Need.TRUSTED,
            (*ENDS, "RoleEndDate"),
            says="The last day of the spell; empty while it lasts.",
        ),
    ),
    known_by=("Worker ID", "Role", "Full-time share", "Agency"),
    enough=2,
)
ALLOCATIONS = Part(
    name="allocations",
    title="The list of allocated cases",
    table=allocations,
    columns=(
        ReadColumn(
            "Child ID",
            "child_id",
            identifier,
            Need.REQUIRED,
            ("Child unique ID", "CHILD"),
            says="The child's identifier.",
        ),
        ReadColumn(
            "Worker ID",
            "worker_id",
            identifier,
            Need.REQUIRED,
            WORKER_IDS,
            says="The worker's identifier, the same as in the list of workers.",
        ),
        ReadColumn(
            "Team", "team", trimmed, Need.OPTIONAL, ("Team name", "Allocated team"), says="The team's name."
        ),
        ReadColumn(
            "Started",
            "started",
            day_first_date,
            Need.REQUIRED,
            (*STARTS, "Allocated", "Date allocated"),
            says="The day on which the case was allocated.",
        ),
        ReadColumn(
            "Ended",
            "ended",
            day_first_date,
            Need.TRUSTED,
            (*ENDS, "Deallocated"),
            says="The day on which the allocation ended; empty while it lasts.",
        ),
    ),
    known_by=("Child ID", "Worker ID", "Started"),
    enough=3,
)

PARTS = (WORKERS, ALLOCATIONS)
WORKFORCE = sheet_return(name="workforce", title="Social workers and their allocated cases", parts=PARTS)
