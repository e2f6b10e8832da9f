"""What the personnel system lists each month, as a workbook of three sheets."""

from __future__ import annotations

from lineofsight.demo.sheets import Sheet
from lineofsight.demo.society import Society


def vacancies(society: Society) -> Sheet:
    """One row for each post that stands or stood empty."""
    sheet = Sheet(
        "Vacancies", ("Post ID", "Team", "Role", "Full-time share", "Cause", "Vacant since", "Filled")
    )
    for one in society.turnover.vacancies:
        filled = one.filled if one.filled <= society.size.until else None
        sheet.add(one.post_id, one.team, one.role, one.share, one.cause, one.opened, filled)
    return sheet


def moves(society: Society) -> Sheet:
    """One row for each worker who joined, moved or left."""
    sheet = Sheet(
        "Moves",
        (
            "Worker ID",
            "Date",
            "Change",
            "Route",
            "Team",
            "Former team",
            "Reason",
            "Destination",
            "Agency",
        ),
    )
    for one in society.turnover.moves:
        sheet.add(
            one.worker_id,
            one.day,
            one.kind,
            one.route,
            one.team,
            one.former_team,
            one.reason,
            one.destination,
            one.agency,
        )
    return sheet


def programmes(society: Society) -> Sheet:
    """One row for each worker's time on a programme."""
    sheet = Sheet(
        "Programmes", ("Worker ID", "Programme", "Programme started", "Programme ended", "Programme outcome")
    )
    for one in society.turnover.programmes:
        is_over = one.ended <= society.size.until
        sheet.add(
            one.worker_id,
            one.name,
            one.started,
            one.ended if is_over else None,
            "completed" if is_over else "",
        )
    return sheet
