"""The list of early help episodes."""

from __future__ import annotations

from lineofsight.returns.parts import Need, Part, ReadColumn
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import early_help_episodes
from lineofsight.returns.values import day_first_date, identifier, trimmed

EPISODES = Part(
    name="early_help",
    title="The list of early help episodes",
    table=early_help_episodes,
    columns=(
        ReadColumn(
            "Child ID",
            "child_id",
            identifier,
            Need.REQUIRED,
            ("Child unique ID", "LAchildID"),
            says="The child's identifier.",
        ),
        ReadColumn(
            "Early help started",
            "started",
            day_first_date,
            Need.REQUIRED,
            ("Early help start date", "Episode start date"),
            says="The day on which it started.",
        ),
        ReadColumn(
            "Assessment completed",
            "assessment_completed",
            day_first_date,
            Need.OPTIONAL,
            ("Assessment completion date", "Early help assessment completed"),
            says="The day on which the early help assessment was completed.",
        ),
        ReadColumn(
            "Early help ended",
            "ended",
            day_first_date,
            Need.TRUSTED,
            ("Early help end date", "Episode end date"),
            says="The day on which it ended; empty while it lasts.",
        ),
        ReadColumn(
            "Lead organisation",
            "organisation",
            trimmed,
            Need.OPTIONAL,
            ("Organisation", "Organisation completing assessment"),
            says="Which organisation leads or assessed.",
        ),
        ReadColumn(
            "Reason",
            "reason",
            trimmed,
            Need.OPTIONAL,
            ("Episode reason", "Presenting need"),
            says="Why, in the council's words.",
        ),
        ReadColumn(
            "Reason ended",
            "reason_ended",
            trimmed,
            Need.OPTIONAL,
            ("Closure reason", "End reason"),
            says="Why it ended, in the council's words.",
        ),
        ReadColumn(
            "Worker ID", "worker_id", identifier, Need.OPTIONAL, ("Lead worker ID",), says="Who leads."
        ),
    ),
    known_by=("Early help started", "Early help ended", "Lead organisation"),
    enough=2,
)

PARTS = (EPISODES,)
EARLY_HELP = sheet_return(
    name="early_help", title="Early help episodes (the council's register)", parts=PARTS
)
