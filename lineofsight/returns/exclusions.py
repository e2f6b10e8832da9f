"""The register of permanent exclusions with their history: one row for each status that an exclusion has had."""

from __future__ import annotations

from datetime import date

from lineofsight.calendar import is_of_compulsory_school_age, last_friday_in_june, school_leaving_date
from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn, codes
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import exclusion_statuses
from lineofsight.returns.values import Caution, day_first_date, flag, identifier, sex, trimmed

STATUSES = codes(
    "notified cancelled withdrawn upheld reinstated irp_upheld quashed pending",
    {
        "notice received": "notified",
        "notification received": "notified",
        "canceled": "cancelled",
        "cancelled by headteacher": "cancelled",
        "withdrawn by headteacher": "withdrawn",
        "withdrawn by school": "withdrawn",
        "rescinded": "withdrawn",
        "upheld by governors": "upheld",
        "upheld by governing board": "upheld",
        "upheld by governing body": "upheld",
        "confirmed": "upheld",
        "reinstated by governors": "reinstated",
        "reinstated by governing board": "reinstated",
        "not upheld": "reinstated",
        "overturned": "reinstated",
        "upheld by review panel": "irp_upheld",
        "upheld by independent review panel": "irp_upheld",
        "upheld by irp": "irp_upheld",
        "quashed by review panel": "quashed",
        "quashed by independent review panel": "quashed",
        "quashed by irp": "quashed",
        "to be decided": "pending",
        "undecided": "pending",
        "awaiting governors": "pending",
        "awaiting decision": "pending",
    },
)
FIRST_WORD = "notified"
PHASES = codes(
    "primary secondary special alternative",
    {
        "infant": "primary",
        "junior": "primary",
        "primary school": "primary",
        "middle deemed primary": "primary",
        "high": "secondary",
        "high school": "secondary",
        "secondary school": "secondary",
        "middle deemed secondary": "secondary",
        "all-through": "secondary",
        "special school": "special",
        "pupil referral unit": "alternative",
        "pru": "alternative",
        "alternative provision": "alternative",
        "ap": "alternative",
    },
)
# The school census's reasons from 2020/21 on, of which an exclusion has up to three.
REASONS = codes(
    "PP PA VP VA OW BU RA LG DS SM DA DM TH DB MT PH",
    {
        "persistent disruptive behaviour": "DB",
        "persistent or general disruptive behaviour": "DB",
        "physical assault against a pupil": "PP",
        "physical assault against an adult": "PA",
        "verbal abuse or threatening behaviour against a pupil": "VP",
        "verbal abuse or threatening behaviour against an adult": "VA",
        "use or threat of use of an offensive weapon or prohibited item": "OW",
        "bullying": "BU",
        "racist abuse": "RA",
        "sexual misconduct": "SM",
        "drug and alcohol related": "DA",
        "damage": "DM",
        "theft": "TH",
    },
)
SEN = codes("N K E", {"no SEN": "N", "none": "N", "SEN support": "K", "EHC plan": "E", "EHCP": "E"})
SCHOOL_YEARS = range(1, 12)  # national curriculum years that lie wholly within compulsory school age

UNDATED = Caution(
    "status_undated",
    "The status has no date, so any dated status of this exclusion counts as later.",
    "Give the day on which the exclusion came to have this status.",
)


def dated(values: dict[str, object]) -> tuple[Flaw, ...]:
    """A notification without its own date began on the day of notice; any other undated status is warned of."""
    if values.get("status_date") is None and values["status"] == FIRST_WORD:
        values["status_date"] = values.get("notified")
    if values.get("status_date") is None:
        return (Flaw(about=UNDATED, holds=False, header="Status date"),)
    return ()


def settled(values: dict[str, object]) -> tuple[Flaw, ...]:
    """Dates the status, and works out whether the pupil was of compulsory school age and until when.

    From the date of birth where there is one, else from the year group; a flag that is given stands.
    """
    first, born = values.get("excluded_from"), values.get("born")
    values["leaves_school"] = None
    if isinstance(first, date):
        within, leaves = _by_birth(born, first) if isinstance(born, date) else _by_year(values, first)
        values["leaves_school"] = leaves
        if values.get("of_school_age") is None:
            values["of_school_age"] = within
    return dated(values)


def _by_birth(born: date, first: date) -> tuple[bool, date]:
    return is_of_compulsory_school_age(born, first), school_leaving_date(born)


def _by_year(values: dict[str, object], first: date) -> tuple[bool | None, date | None]:
    year = str(values.get("year_group") or "").lower().removeprefix("year").strip()
    if not year.isdecimal():
        return None, None
    ends_in = first.year + (first.month > 8)
    leaves = (
        last_friday_in_june(ends_in + SCHOOL_YEARS[-1] - int(year)) if int(year) in SCHOOL_YEARS else None
    )
    return int(year) in SCHOOL_YEARS, leaves


EXCLUSIONS_PART = Part(
    name="exclusions",
    title="The register of permanent exclusions",
    table=exclusion_statuses,
    columns=(
        ReadColumn(
            "Exclusion ID",
            "exclusion_id",
            identifier,
            Need.REQUIRED,
            ("Exclusion reference", "Exclusion number"),
        ),
        ReadColumn("Child ID", "child_id", identifier, Need.OPTIONAL, ("Pupil ID", "Child unique ID")),
        ReadColumn(
            "Notified",
            "notified",
            day_first_date,
            Need.TRUSTED,
            ("Date notified", "Notification date", "Date of notification", "Notification received"),
        ),
        ReadColumn(
            "Excluded from",
            "excluded_from",
            day_first_date,
            Need.REQUIRED,
            ("Exclusion start date", "Date of exclusion", "Exclusion date", "First day of exclusion"),
        ),
        ReadColumn("School", "school", trimmed, Need.OPTIONAL, ("School name",)),
        ReadColumn("Phase", "phase", PHASES, Need.OPTIONAL, ("School phase", "Phase of school")),
        ReadColumn(
            "Year group",
            "year_group",
            trimmed,
            Need.OPTIONAL,
            ("National curriculum year", "NC year", "Year"),
        ),
        ReadColumn("Sex", "sex", sex, Need.OPTIONAL, ("Gender",)),
        ReadColumn(
            "Birth date", "born", day_first_date, Need.OPTIONAL, ("Date of birth", "DOB", "PersonBirthDate")
        ),
        ReadColumn(
            "Compulsory school age", "of_school_age", flag, Need.OPTIONAL, ("Of compulsory school age",)
        ),
        ReadColumn("SEN", "sen", SEN, Need.OPTIONAL, ("SEN provision", "SEN status")),
        ReadColumn("Home ward", "home_ward", trimmed, Need.OPTIONAL, ("Ward", "Ward of residence")),
        ReadColumn("Reason", "reason", REASONS, Need.OPTIONAL, ("Main reason", "Reason 1", "Primary reason")),
        ReadColumn("Reason 2", "reason_2", REASONS, Need.OPTIONAL, ("Second reason",)),
        ReadColumn("Reason 3", "reason_3", REASONS, Need.OPTIONAL, ("Third reason",)),
        ReadColumn(
            "Governing board met",
            "board_met",
            day_first_date,
            Need.OPTIONAL,
            ("Governing board date", "Governors' meeting", "Date of governors' meeting"),
        ),
        ReadColumn(
            "Review requested",
            "review_requested",
            day_first_date,
            Need.OPTIONAL,
            ("Independent review requested", "IRP requested"),
        ),
        ReadColumn(
            "Review outcome",
            "review_outcome",
            trimmed,
            Need.OPTIONAL,
            ("Independent review outcome", "IRP outcome"),
        ),
        ReadColumn(
            "Provision started",
            "provision_started",
            day_first_date,
            Need.OPTIONAL,
            ("Day 6 provision", "Day 6 provision date", "Alternative provision started"),
        ),
        ReadColumn("Status", "status", STATUSES, Need.REQUIRED, ("Exclusion status", "Outcome")),
        ReadColumn(
            "Status date",
            "status_date",
            day_first_date,
            Need.TRUSTED,
            ("Date of status", "Outcome date", "Date of outcome"),
        ),
    ),
    known_by=("Exclusion ID", "Notified", "Excluded from", "Status", "Status date"),
    enough=3,
    settle=settled,
)

PARTS = (EXCLUSIONS_PART,)
EXCLUSIONS = sheet_return(
    name="exclusions", title="Permanent exclusions and their statuses (the council's register)", parts=PARTS
)
