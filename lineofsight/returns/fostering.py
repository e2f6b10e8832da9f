"""The fostering register: households, what they are approved for, and since when."""

from __future__ import annotations

from lineofsight.returns import tables
from lineofsight.returns.parts import Need, Part, ReadColumn, codes
from lineofsight.returns.population import not_below_nought
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.values import day_first_date, identifier, trimmed

KINDS = codes(
    "mainstream kinship short_breaks supported_lodgings adopters",
    {
        "friends and family": "kinship",
        "family and friends": "kinship",
        "connected person": "kinship",
        "connected persons": "kinship",
        "respite": "short_breaks",
        "fostering for adoption": "adopters",
    },
)
PROVIDERS = codes(
    "own agency other_authority",
    {
        "in-house": "own",
        "local authority": "own",
        "council": "own",
        "IFA": "agency",
        "independent fostering agency": "agency",
    },
)

FOSTER_HOMES_PART = Part(
    name="foster_homes",
    title="The fostering register",
    table=tables.foster_homes,
    columns=(
        ReadColumn(
            "Household ID",
            "household_id",
            identifier,
            Need.REQUIRED,
            ("Fostering household ID", "Carer household ID"),
            says="The household's identifier.",
        ),
        ReadColumn(
            "Kind of fostering",
            "kind",
            KINDS,
            Need.OPTIONAL,
            ("Approval type", "Type of fostering"),
            says="For what the household is approved.",
        ),
        ReadColumn(
            "Fostering provider",
            "provider",
            PROVIDERS,
            Need.OPTIONAL,
            ("Provider of fostering",),
            says="Whose household it is.",
        ),
        ReadColumn(
            "Approved",
            "approved",
            day_first_date,
            Need.REQUIRED,
            ("Approval date", "Date approved"),
            says="The day of the approval.",
        ),
        ReadColumn(
            "Approved places",
            "places",
            not_below_nought,
            Need.OPTIONAL,
            ("Places", "Number of places"),
            says="For how many children, 0 or more.",
        ),
        ReadColumn("Ward", "ward", trimmed, Need.OPTIONAL, ("Ward name",), says="The ward of the home."),
        ReadColumn(
            "Approval ended",
            "ended",
            day_first_date,
            Need.TRUSTED,
            ("Deregistered", "Date approval ended"),
            says="The day on which it ended; empty while it lasts.",
        ),
        ReadColumn(
            "Reason approval ended",
            "reason_ended",
            trimmed,
            Need.OPTIONAL,
            ("Reason deregistered",),
            says="Why, in the council's words.",
        ),
    ),
    known_by=("Household ID", "Approved", "Approved places", "Approval ended"),
    enough=3,
)

FOSTER_HOMES = sheet_return(
    name="foster_homes", title="The fostering register (the council's register)", parts=(FOSTER_HOMES_PART,)
)
