"""Each child's ward of residence and team by dated spell, which the children in need census does not hold."""

from __future__ import annotations

from lineofsight.returns.parts import Need, Part, ReadColumn
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import child_areas
from lineofsight.returns.values import day_first_date, identifier, trimmed

SPELLS = Part(
    name="areas",
    title="The list of children's wards and teams",
    table=child_areas,
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
            "Ward",
            "ward",
            trimmed,
            Need.OPTIONAL,
            ("Ward name", "Ward of residence"),
            says="The ward of residence.",
        ),
        ReadColumn(
            "Team",
            "team",
            trimmed,
            Need.OPTIONAL,
            ("Team name", "Allocated team"),
            says="The team that is responsible.",
        ),
        ReadColumn(
            "Since",
            "since",
            day_first_date,
            Need.REQUIRED,
            ("From", "Date from", "Valid from"),
            says="The first day of the spell.",
        ),
        ReadColumn(
            "Until",
            "until",
            day_first_date,
            Need.TRUSTED,
            ("To", "Date to", "Valid to"),
            says="The last day of the spell; empty while it lasts.",
        ),
    ),
    known_by=("Child ID", "Ward", "Team", "Since"),
    enough=3,
)

PARTS = (SPELLS,)
AREAS = sheet_return(name="areas", title="Each child's ward and team", parts=PARTS)
