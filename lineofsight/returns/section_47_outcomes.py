"""The register of section 47 enquiries with their ends and outcomes; the census has neither."""

from __future__ import annotations

from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn, codes
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import section_47_outcomes
from lineofsight.returns.values import Caution, day_first_date, identifier, trimmed

OUTCOMES = codes(
    "conference no_further_action child_in_need early_help other",
    {
        "ICPC": "conference",
        "initial child protection conference": "conference",
        "convene initial child protection conference": "conference",
        "convene conference": "conference",
        "NFA": "no_further_action",
        "concerns not substantiated": "no_further_action",
        "not substantiated": "no_further_action",
        "unsubstantiated": "no_further_action",
        "CIN": "child_in_need",
        "CIN plan": "child_in_need",
        "child in need plan": "child_in_need",
        "concerns substantiated, no continuing risk": "child_in_need",
        "step down to early help": "early_help",
    },
)

OUTCOME_WITHOUT_END = Caution(
    "outcome_without_end",
    "The enquiry has an outcome and no end date, so it counts as open.",
    "Give the day on which the enquiry ended.",
)


def agrees(values: dict[str, object]) -> tuple[Flaw, ...]:
    """An outcome belongs to an enquiry that has ended."""
    if values.get("outcome") is not None and values.get("ended") is None:
        return (Flaw(about=OUTCOME_WITHOUT_END, holds=False, header="Enquiry ended"),)
    return ()


ENQUIRIES = Part(
    name="section_47_outcomes",
    title="The register of section 47 enquiries and their outcomes",
    table=section_47_outcomes,
    columns=(
        ReadColumn(
            "Child ID",
            "child_id",
            identifier,
            Need.REQUIRED,
            ("Child unique ID", "LAchildID"),
            says="The child's identifier, the same as in the census.",
        ),
        ReadColumn(
            "Enquiry started",
            "started",
            day_first_date,
            Need.REQUIRED,
            (
                "S47 start date",
                "Section 47 start date",
                "S47ActualStartDate",
                "Date enquiry started",
                "Section 47 started",
            ),
            says="The day on which the enquiry started, the same as in the census.",
        ),
        ReadColumn(
            "Enquiry ended",
            "ended",
            day_first_date,
            Need.TRUSTED,
            (
                "S47 end date",
                "Section 47 end date",
                "Date enquiry ended",
                "Date enquiry completed",
                "Enquiry completed",
            ),
            says="The day on which it ended; empty while it lasts.",
        ),
        ReadColumn(
            "Enquiry outcome",
            "outcome",
            OUTCOMES,
            Need.OPTIONAL,
            ("S47 outcome", "Section 47 outcome", "Outcome of enquiry"),
            says="What came of the enquiry.",
        ),
        ReadColumn(
            "Team",
            "team",
            trimmed,
            Need.OPTIONAL,
            ("Team name", "Allocated team"),
            says="The team that made the enquiry.",
        ),
    ),
    known_by=("Enquiry started", "Enquiry ended", "Enquiry outcome"),
    enough=2,
    settle=agrees,
)

PARTS = (ENQUIRIES,)
SECTION_47_OUTCOMES = sheet_return(
    name="section_47_outcomes",
    title="Section 47 enquiries and their outcomes (the council's register)",
    parts=PARTS,
)
