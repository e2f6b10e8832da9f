"""Spells at schools and early-years settings, the settings themselves, and places in alternative provision."""

from __future__ import annotations

from lineofsight.returns import tables
from lineofsight.returns.exclusion_codes import PHASES
from lineofsight.returns.parts import Need, Part, ReadColumn, codes
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.values import day_first_date, flag, identifier, number, trimmed

KINDS = codes(
    "school early_years",
    {
        "nursery": "early_years",
        "nursery class": "early_years",
        "childminder": "early_years",
        "pre-school": "early_years",
        "PVI": "early_years",
        "early years setting": "early_years",
    },
)
GOVERNANCES = codes(
    "academy maintained independent",
    {
        "free school": "academy",
        "academy converter": "academy",
        "academy sponsor led": "academy",
        "community school": "maintained",
        "voluntary aided school": "maintained",
        "voluntary controlled school": "maintained",
        "foundation school": "maintained",
        "local authority maintained": "maintained",
    },
)
STATUSES = codes(
    "C M S F O", {"current": "C", "main": "M", "subsidiary": "S", "further education": "F", "other": "O"}
)
SETTING_KINDS = codes(
    "private voluntary independent childminder nursery_school nursery_class",
    {"maintained nursery school": "nursery_school", "maintained nursery class": "nursery_class"},
)
PROVISION_KINDS = codes(
    "pupil_referral_unit academy independent further_education tuition hospital unregistered",
    {
        "PRU": "pupil_referral_unit",
        "AP academy": "academy",
        "AP free school": "academy",
        "college": "further_education",
        "home tuition": "tuition",
        "hospital school": "hospital",
    },
)

CHILD = ReadColumn(
    "Child ID",
    "child_id",
    identifier,
    Need.REQUIRED,
    ("Pupil ID", "Child unique ID"),
    says="The child's or young person's identifier.",
)
URN = ReadColumn(
    "URN",
    "urn",
    identifier,
    aliases=("Unique reference number",),
    says="The setting's unique reference number.",
)

ENROLMENTS_PART = Part(
    name="enrolments",
    title="The list of enrolments",
    table=tables.enrolments,
    columns=(
        CHILD,
        ReadColumn(
            "UPN", "upn", identifier, aliases=("Unique pupil number",), says="The unique pupil number."
        ),
        ReadColumn(
            "Setting",
            "setting",
            trimmed,
            Need.REQUIRED,
            ("School", "School name", "Setting name"),
            says="The school's or setting's name.",
        ),
        URN,
        ReadColumn(
            "Kind",
            "kind",
            KINDS,
            Need.REQUIRED,
            ("Kind of setting", "Setting type"),
            says="Whether it is a school or an early-years setting.",
        ),
        ReadColumn("Phase", "phase", PHASES, aliases=("Phase of school",), says="The phase of the school."),
        ReadColumn(
            "Governance",
            "governance",
            GOVERNANCES,
            aliases=("School type", "Status of school"),
            says="Who answers for the school.",
        ),
        ReadColumn(
            "Enrolment status",
            "enrolment_status",
            STATUSES,
            aliases=("EnrolStatus",),
            says="The census's code of the enrolment: `C` current, `M` main, `S` subsidiary, `F` further education, `O` other; a subsidiary one is not counted as a move.",
        ),
        ReadColumn(
            "Year group",
            "year_group",
            trimmed,
            aliases=("NC year", "NCyearActual"),
            says="National curriculum year.",
        ),
        ReadColumn(
            "Entry date",
            "entered",
            day_first_date,
            Need.REQUIRED,
            ("Entered", "Date of entry"),
            says="The first day on roll.",
        ),
        ReadColumn(
            "Leaving date",
            "left",
            day_first_date,
            Need.TRUSTED,
            ("Left", "Date of leaving"),
            says="The last day on roll; empty while on roll.",
        ),
    ),
    known_by=("Setting", "Kind", "Entry date", "Leaving date"),
    enough=4,
)
SETTINGS_PART = Part(
    name="early_years_settings",
    title="The list of early-years settings",
    table=tables.early_years_settings,
    columns=(
        ReadColumn(
            "Early-years setting",
            "setting",
            trimmed,
            Need.REQUIRED,
            ("Early years provider",),
            says="The setting's name.",
        ),
        URN,
        ReadColumn(
            "Kind of setting",
            "kind",
            SETTING_KINDS,
            Need.REQUIRED,
            ("Provider type",),
            says="What kind of setting it is.",
        ),
        ReadColumn("Ward", "ward", trimmed, aliases=("Ward name",), says="The ward in which it lies."),
        ReadColumn(
            "Opened", "opened", day_first_date, aliases=("Date opened",), says="The day on which it opened."
        ),
        ReadColumn(
            "Closed",
            "closed",
            day_first_date,
            Need.TRUSTED,
            ("Date closed",),
            says="The day on which it closed; empty while open.",
        ),
    ),
    known_by=("Early-years setting", "Kind of setting", "Closed"),
    enough=3,
)
PLACES_PART = Part(
    name="alternative_places",
    title="The register of alternative provision",
    table=tables.alternative_places,
    columns=(
        CHILD,
        ReadColumn(
            "Provider",
            "provider",
            trimmed,
            Need.REQUIRED,
            ("Alternative provider", "Provision"),
            says="Who provides the place.",
        ),
        URN,
        ReadColumn(
            "Kind of provision",
            "kind",
            PROVISION_KINDS,
            Need.REQUIRED,
            ("Provision type",),
            says="What kind of provision it is.",
        ),
        ReadColumn(
            "Reason",
            "reason",
            trimmed,
            aliases=("Reason for placement",),
            says="Why the pupil is there, as the council writes it.",
        ),
        ReadColumn(
            "Full time", "full_time", flag, aliases=("Is full time",), says="Whether the place is full time."
        ),
        ReadColumn(
            "Hours a week",
            "hours_a_week",
            number,
            aliases=("Hours per week",),
            says="Hours of education a week.",
        ),
        ReadColumn(
            "Place started",
            "started",
            day_first_date,
            Need.REQUIRED,
            ("Placement start date",),
            says="The first day in the place.",
        ),
        ReadColumn(
            "Place ended",
            "ended",
            day_first_date,
            Need.TRUSTED,
            ("Placement end date",),
            says="The last day in the place; empty while there.",
        ),
    ),
    known_by=("Provider", "Kind of provision", "Place started", "Place ended"),
    enough=4,
)

ENROLMENTS = sheet_return(
    name="enrolments", title="Enrolments at schools and early-years settings", parts=(ENROLMENTS_PART,)
)
EARLY_YEARS = sheet_return(name="early_years_settings", title="Early-years settings", parts=(SETTINGS_PART,))
ALTERNATIVE_PLACES = sheet_return(
    name="alternative_places", title="Places in alternative provision", parts=(PLACES_PART,)
)
