"""Figures that a council has only as figures, such as a health service's monthly waits: supplied, not recalculable."""

from __future__ import annotations

from datetime import date

from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import observations
from lineofsight.returns.values import Caution, UnreadableError, day_first_date, number, trimmed

PERIOD_BACKWARDS = Caution(
    "period_ends_before_it_begins",
    "The period ends before it begins.",
    "Correct whichever of the two dates is wrong.",
)
MORE_THAN_ALL = Caution(
    "numerator_above_denominator",
    "The number is above what it is a number of. For a rate that may be; for a share it cannot.",
    "Correct whichever of the two is wrong, if it is a share.",
)


def not_below_nought(text: str) -> float:
    """A number from 0 up."""
    found = number(text)
    if found < 0:
        raise UnreadableError("number_negative", "The number is below nought.", "Give 0 or more.")
    return found


def agrees(values: dict[str, object]) -> tuple[Flaw, ...]:
    """A period has its days in order, and a part is no more than the whole."""
    start, end = values.get("period_start"), values.get("period_end")
    met, of = values.get("numerator"), values.get("denominator")
    flaws = []
    if isinstance(start, date) and isinstance(end, date) and end < start:
        flaws.append(Flaw(about=PERIOD_BACKWARDS, holds=True, header="Period end"))
    if isinstance(met, float) and isinstance(of, float) and met > of:
        flaws.append(Flaw(about=MORE_THAN_ALL, holds=False, header="Supplied number"))
    return tuple(flaws)


OBSERVATIONS_PART = Part(
    name="observations",
    title="The list of supplied figures",
    table=observations,
    columns=(
        ReadColumn(
            "Figure",
            "figure",
            trimmed,
            Need.REQUIRED,
            ("Indicator", "Indicator ID", "Metric"),
            says="Which figure it is: the id that los catalogue lists.",
        ),
        ReadColumn(
            "Period start",
            "period_start",
            day_first_date,
            Need.REQUIRED,
            ("Period begins",),
            says="The first day of the month, quarter or year.",
        ),
        ReadColumn(
            "Period end",
            "period_end",
            day_first_date,
            Need.REQUIRED,
            ("Period ends",),
            says="Its last day.",
        ),
        ReadColumn(
            "Supplied number",
            "numerator",
            not_below_nought,
            Need.REQUIRED,
            ("Numerator",),
            says="How many: a percentage alone cannot be protected, so it is not taken.",
        ),
        ReadColumn(
            "Supplied out of",
            "denominator",
            not_below_nought,
            Need.TRUSTED,
            ("Denominator", "Out of"),
            says="Of how many; empty for a count.",
        ),
        ReadColumn(
            "Supplied by",
            "supplied_by",
            trimmed,
            Need.REQUIRED,
            ("Source of figure", "Provider"),
            says="Who counted.",
        ),
        ReadColumn(
            "Received",
            "received",
            day_first_date,
            Need.OPTIONAL,
            ("Received on", "Date received"),
            says="The day on which the council was given it.",
        ),
        ReadColumn(
            "Note", "note", trimmed, Need.OPTIONAL, ("Notes",), says="Anything that a reader should know."
        ),
    ),
    known_by=("Figure", "Period start", "Period end", "Supplied number", "Supplied by"),
    enough=4,
    settle=agrees,
)

PARTS = (OBSERVATIONS_PART,)
OBSERVATIONS = sheet_return(
    name="observations", title="Figures supplied by others (not recalculable)", parts=PARTS
)
