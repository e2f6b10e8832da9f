"""What follows from a line's own values, or from the table that it stands in."""

from __future__ import annotations

from collections.abc import Callable

from lineofsight.returns.parts import Flaw
from lineofsight.returns.safeguarding.model import Values

Settle = Callable[[Values], tuple[Flaw, ...]]


def always(**values: object) -> Settle:
    """Every line of the table has these values."""

    def settle(line: Values) -> tuple[Flaw, ...]:
        line.update(values)
        return ()

    return settle


def came_from(line: Values) -> tuple[Flaw, ...]:
    """A conference without an enquiry came from the referral, such as one transferred in."""
    line["came_from"] = "referral" if line.get("enquiry_id") is None else "section 47"
    return ()


def conference_not_required(line: Values) -> tuple[Flaw, ...]:
    """An enquiry whose outcome is known and is not a conference needs none; one that is to end in one does."""
    if line.get("outcome") is not None:
        line["conference_not_required"] = line["outcome"] != "conference"
    elif line.get("no_further_action"):
        line["conference_not_required"], line["outcome"] = True, "no_further_action"
    return ()


def done_unless_said(line: Values) -> tuple[Flaw, ...]:
    """A health check with a date was done on it, unless its status says anything else."""
    line["done"] = line.get("dated") if line.get("status") in (None, "done") else None
    return ()


def immunisations(line: Values) -> tuple[Flaw, ...]:
    """Whether immunisations are up to date, as a check of that day."""
    line["kind"] = "immunisations"
    line["status"] = {True: "done", False: "planned"}.get(line.get("up_to_date"))  # type: ignore[call-overload]
    line["done"] = line.get("dated") if line.get("up_to_date") else None
    return ()


def questionnaire(line: Values) -> tuple[Flaw, ...]:
    """A strengths and difficulties questionnaire, done on its day."""
    line.update(kind="sdq", status="done", done=line.get("dated"))
    return ()
