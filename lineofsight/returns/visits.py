"""The list of visits to children: of what kind, whether the child was seen, and whether alone."""

from __future__ import annotations

from lineofsight.returns.parts import Need, Part, ReadColumn, codes
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import visits
from lineofsight.returns.values import day_first_date, flag, identifier, trimmed

KINDS = codes(
    "child_protection child_in_need looked_after care_leaver assessment other",
    {
        "CP": "child_protection",
        "CP visit": "child_protection",
        "child protection visit": "child_protection",
        "CIN": "child_in_need",
        "CIN visit": "child_in_need",
        "child in need visit": "child_in_need",
        "CLA": "looked_after",
        "LAC": "looked_after",
        "CLA visit": "looked_after",
        "LAC visit": "looked_after",
        "looked after visit": "looked_after",
        "statutory visit": "looked_after",
        "care leaver visit": "care_leaver",
        "assessment visit": "assessment",
    },
)

VISITS_PART = Part(
    name="visits",
    title="The list of visits",
    table=visits,
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
            "Kind of visit",
            "kind",
            KINDS,
            Need.REQUIRED,
            ("Visit type", "Type of visit"),
            says="What the visit was for.",
        ),
        ReadColumn(
            "Visited",
            "visited",
            day_first_date,
            Need.REQUIRED,
            ("Visit date", "Date of visit", "Date visited"),
            says="The day of the visit.",
        ),
        ReadColumn(
            "Child seen",
            "seen",
            flag,
            Need.OPTIONAL,
            ("Seen", "Was the child seen?"),
            says="Whether the child was seen.",
        ),
        ReadColumn(
            "Seen alone",
            "seen_alone",
            flag,
            Need.OPTIONAL,
            ("Child seen alone", "Was the child seen alone?"),
            says="Whether the child was seen alone.",
        ),
        ReadColumn(
            "Worker ID",
            "worker_id",
            identifier,
            Need.OPTIONAL,
            ("Social worker ID", "Visiting worker ID"),
            says="Who visited.",
        ),
        ReadColumn(
            "Team", "team", trimmed, Need.OPTIONAL, ("Team name", "Allocated team"), says="The worker's team."
        ),
    ),
    known_by=("Kind of visit", "Visited", "Child seen", "Seen alone"),
    enough=2,
)

PARTS = (VISITS_PART,)
VISITS = sheet_return(name="visits", title="Visits to children (the council's register)", parts=PARTS)
