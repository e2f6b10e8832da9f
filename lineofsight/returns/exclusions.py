"""The register of permanent exclusions with their history: one row for each status that an exclusion has had."""

from __future__ import annotations

from datetime import date

from lineofsight.calendar import is_of_compulsory_school_age, last_friday_in_june, school_leaving_date
from lineofsight.returns.exclusion_codes import PHASES, REASONS, SEN, STATUSES
from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import exclusion_statuses
from lineofsight.returns.values import Caution, day_first_date, flag, identifier, sex, trimmed

FIRST_WORD = "notified"
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
            says="The exclusion's own number, the same in each of its rows.",
        ),
        ReadColumn(
            "Child ID",
            "child_id",
            identifier,
            Need.OPTIONAL,
            ("Pupil ID", "Child unique ID"),
            says="The child's identifier.",
        ),
        ReadColumn(
            "Notified",
            "notified",
            day_first_date,
            Need.TRUSTED,
            ("Date notified", "Notification date", "Date of notification", "Notification received"),
            says="The day on which the council was told.",
        ),
        ReadColumn(
            "Excluded from",
            "excluded_from",
            day_first_date,
            Need.REQUIRED,
            ("Exclusion start date", "Date of exclusion", "Exclusion date", "First day of exclusion"),
            says="The first day of the exclusion: it decides in which period the exclusion counts.",
        ),
        ReadColumn("School", "school", trimmed, Need.OPTIONAL, ("School name",), says="The school's name."),
        ReadColumn(
            "Phase",
            "phase",
            PHASES,
            Need.OPTIONAL,
            ("School phase", "Phase of school"),
            says="The phase of the school.",
        ),
        ReadColumn(
            "Year group",
            "year_group",
            trimmed,
            Need.OPTIONAL,
            ("National curriculum year", "NC year", "Year"),
            says="National curriculum year.",
        ),
        ReadColumn("Sex", "sex", sex, Need.OPTIONAL, ("Gender",), says="`M`, `F` or `U`."),
        ReadColumn(
            "Birth date",
            "born",
            day_first_date,
            Need.OPTIONAL,
            ("Date of birth", "DOB", "PersonBirthDate"),
            says="By it the reader tells whether the pupil is of compulsory school age, and until when; else by the year group.",
        ),
        ReadColumn(
            "Compulsory school age",
            "of_school_age",
            flag,
            Need.OPTIONAL,
            ("Of compulsory school age",),
            says="Whether the pupil is of compulsory school age; what is given here stands.",
        ),
        ReadColumn(
            "SEN",
            "sen",
            SEN,
            Need.OPTIONAL,
            ("SEN provision", "SEN status"),
            says="Special educational needs: `N` none, `K` SEN support, `E` education, health and care plan.",
        ),
        ReadColumn(
            "Home ward",
            "home_ward",
            trimmed,
            Need.OPTIONAL,
            ("Ward", "Ward of residence"),
            says="The ward where the pupil lives, used where the list of wards has none.",
        ),
        ReadColumn(
            "Reason",
            "reason",
            REASONS,
            Need.OPTIONAL,
            ("Main reason", "Reason 1", "Primary reason"),
            says="The main reason, by the school census's codes.",
        ),
        ReadColumn(
            "Reason 2",
            "reason_2",
            REASONS,
            Need.OPTIONAL,
            ("Second reason",),
            says="A second reason, by the same codes.",
        ),
        ReadColumn(
            "Reason 3",
            "reason_3",
            REASONS,
            Need.OPTIONAL,
            ("Third reason",),
            says="A third reason, by the same codes.",
        ),
        ReadColumn(
            "Governing board met",
            "board_met",
            day_first_date,
            Need.OPTIONAL,
            ("Governing board date", "Governors' meeting", "Date of governors' meeting"),
            says="The day on which the governing board considered the exclusion.",
        ),
        ReadColumn(
            "Review requested",
            "review_requested",
            day_first_date,
            Need.OPTIONAL,
            ("Independent review requested", "IRP requested"),
            says="The day on which an independent review was applied for.",
        ),
        ReadColumn(
            "Review outcome",
            "review_outcome",
            trimmed,
            Need.OPTIONAL,
            ("Independent review outcome", "IRP outcome"),
            says="What the independent review panel decided, as the council writes it.",
        ),
        ReadColumn(
            "Provision started",
            "provision_started",
            day_first_date,
            Need.OPTIONAL,
            ("Day 6 provision", "Day 6 provision date", "Alternative provision started"),
            says="The day on which other full-time education began: due by the sixth school day.",
        ),
        ReadColumn(
            "Status",
            "status",
            STATUSES,
            Need.REQUIRED,
            ("Exclusion status", "Outcome"),
            says="What the exclusion has become: one of the statuses that docs/reference/registers.md explains.",
        ),
        ReadColumn(
            "Status date",
            "status_date",
            day_first_date,
            Need.TRUSTED,
            ("Date of status", "Outcome date", "Date of outcome"),
            says="The day on which the exclusion came to have this status.",
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
