"""When schools are closed: holidays of all of them, and the training days and closures of one."""

from __future__ import annotations

from lineofsight.returns import tables
from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.values import day_first_date, trimmed


def _one_day(values: dict[str, object]) -> tuple[Flaw, ...]:
    """A closure without a last day is of one day."""
    values["last_day"] = values.get("last_day") or values.get("first_day")
    return ()


CLOSURES = Part(
    name="school_closures",
    title="The list of days on which schools are closed",
    table=tables.school_closures,
    columns=(
        ReadColumn(
            "School",
            "school",
            trimmed,
            Need.TRUSTED,
            ("School name",),
            says="The school's name as the other registers write it; empty for all schools.",
        ),
        ReadColumn(
            "First day closed",
            "first_day",
            day_first_date,
            Need.REQUIRED,
            ("Closed from",),
            says="The first day without school.",
        ),
        ReadColumn(
            "Last day closed",
            "last_day",
            day_first_date,
            Need.TRUSTED,
            ("Closed to",),
            says="The last day without school; empty for a single day.",
        ),
        ReadColumn(
            "Reason",
            "reason",
            trimmed,
            Need.OPTIONAL,
            ("Why closed",),
            says="Holiday, training day, or another reason.",
        ),
    ),
    known_by=("First day closed", "Last day closed"),
    enough=2,
    settle=_one_day,
)
PARTS = (CLOSURES,)
SCHOOL_CLOSURES = sheet_return(name="school_closures", title="Days on which schools are closed", parts=PARTS)
