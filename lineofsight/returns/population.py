"""Residents by ward, single year of age and sex, each estimate with the date from which it is used."""

from __future__ import annotations

from lineofsight.returns import tables
from lineofsight.returns.parts import Need, Part, ReadColumn
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.values import UnreadableError, day_first_date, sex, trimmed, whole


def not_below_nought(text: str) -> int:
    """A whole number from 0 up."""
    number = whole(text)
    if number < 0:
        raise UnreadableError("number_negative", "The number is below nought.", "Give 0 or more.")
    return number


RESIDENTS = Part(
    name="population",
    title="The population file",
    table=tables.population,
    columns=(
        ReadColumn(
            "Since",
            "since",
            day_first_date,
            Need.REQUIRED,
            ("Used from", "Valid from", "From", "Estimate date"),
            says="The day from which this estimate is used.",
        ),
        ReadColumn("Ward", "ward", trimmed, Need.REQUIRED, ("Ward name",), says="The ward's name."),
        ReadColumn(
            "Age",
            "age",
            not_below_nought,
            Need.REQUIRED,
            ("Age in years", "Single year of age"),
            says="Age in whole years, 0 or more.",
        ),
        ReadColumn(
            "Sex",
            "sex",
            sex,
            Need.TRUSTED,
            ("Gender",),
            says="`M`, `F` or `U`; empty where the estimate does not tell.",
        ),
        ReadColumn(
            "People",
            "people",
            not_below_nought,
            Need.REQUIRED,
            ("Population", "Number", "Persons"),
            says="The number of residents, 0 or more, digits only.",
        ),
    ),
    known_by=("Since", "Ward", "Age", "People"),
    enough=3,
)

PARTS = (RESIDENTS,)
POPULATION = sheet_return(name="population", title="Population by ward, age and sex", parts=PARTS)
