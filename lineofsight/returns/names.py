"""The register of names: the only file from which a name is stored, and only in a table of its own."""

from __future__ import annotations

from lineofsight.returns.parts import Need, Part, ReadColumn
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import names
from lineofsight.returns.values import identifier, trimmed

REGISTER = Part(
    name="names",
    title="The register of names",
    table=names,
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
            "Forename",
            "forename",
            trimmed,
            Need.TRUSTED,
            ("First name", "Given name"),
            says="The child's forename.",
        ),
        ReadColumn(
            "Surname",
            "surname",
            trimmed,
            Need.TRUSTED,
            ("Last name", "Family name"),
            says="The child's surname.",
        ),
        ReadColumn(
            "Other names",
            "other",
            trimmed,
            Need.OPTIONAL,
            ("Other", "Known as", "Middle names"),
            says="Other names that the child is known by.",
        ),
    ),
    known_by=("Child ID", "Forename", "Surname"),
    enough=3,
)

PARTS = (REGISTER,)
NAMES = sheet_return(name="names", title="Names of children", parts=PARTS)
