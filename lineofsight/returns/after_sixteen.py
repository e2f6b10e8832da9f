"""What young people do after 16: courses, activities as the client caseload system holds them, and where they went."""

from __future__ import annotations

from datetime import date

from lineofsight.returns import tables
from lineofsight.returns.exclusion_codes import SEN
from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn, codes
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.values import day_first_date, flag, identifier, sex, trimmed

COURSE_KINDS = codes(
    "a_level t_level vocational apprenticeship gcse higher other",
    {
        "A levels": "a_level",
        "AS level": "a_level",
        "T levels": "t_level",
        "BTEC": "vocational",
        "NVQ": "vocational",
        "higher education": "higher",
    },
)
OUTCOMES = codes(
    "continuing completed withdrawn transferred", {"in progress": "continuing", "left early": "withdrawn"}
)
ACTIVITIES = codes(
    "education apprenticeship training employment_with_training employment neet not_known",
    {
        "school sixth form": "education",
        "sixth form college": "education",
        "further education": "education",
        "higher education": "education",
        "traineeship": "training",
        "supported internship": "training",
        "work without training": "employment",
        "not in education, employment or training": "neet",
        "unknown": "not_known",
    },
)
DESTINATIONS = codes(
    "higher_education further_education apprenticeship employment neet other not_known",
    {"university": "higher_education", "college": "further_education", "unknown": "not_known"},
)


def school_year_of_birth(born: date) -> int:
    """The year in whose August the school year of birth ends: that of all in one year group."""
    return born.year + (born.month > 8)


def _academic_age(values: dict[str, object]) -> tuple[Flaw, ...]:
    """Fills in from when a young person is of academic age 16 and 18, by the date of birth."""
    born = values.get("born")
    year = school_year_of_birth(born) if isinstance(born, date) else None
    values["aged_16_from"] = date(year + 16, 9, 1) if year else None
    values["aged_18_from"] = date(year + 18, 9, 1) if year else None
    return ()


def _nineteen(values: dict[str, object]) -> tuple[Flaw, ...]:
    """Fills in the last day of the school year in which the person is 19, which began at that age."""
    born = values.get("born")
    values["aged_19_until"] = date(school_year_of_birth(born) + 20, 8, 31) if isinstance(born, date) else None
    return ()


PERSON = ReadColumn(
    "Child ID",
    "child_id",
    identifier,
    Need.REQUIRED,
    ("Young person ID", "Client ID"),
    says="The child's or young person's identifier.",
)
UPN = ReadColumn("UPN", "upn", identifier, aliases=("Unique pupil number",), says="The unique pupil number.")
BORN = ReadColumn(
    "Birth date", "born", day_first_date, Need.REQUIRED, ("Date of birth", "DOB"), says="The date of birth."
)
SEX = ReadColumn("Sex", "sex", sex, aliases=("Gender",), says="`M`, `F` or `U`.")
SEN_STATUS = ReadColumn(
    "SEN",
    "sen",
    SEN,
    aliases=("SEN provision", "SEND status"),
    says="Special educational needs: `N` none, `K` SEN support, `E` education, health and care plan.",
)

COURSES_PART = Part(
    name="courses",
    title="The list of courses after 16",
    table=tables.courses,
    columns=(
        PERSON,
        ReadColumn(
            "ULN", "uln", identifier, aliases=("Unique learner number",), says="The unique learner number."
        ),
        ReadColumn(
            "Provider",
            "provider",
            trimmed,
            aliases=("College", "Institution"),
            says="School sixth form, college or training provider.",
        ),
        ReadColumn(
            "Course",
            "course",
            trimmed,
            Need.REQUIRED,
            ("Learning aim", "Course title"),
            says="The course, as the provider names it.",
        ),
        ReadColumn(
            "Kind of course",
            "kind",
            COURSE_KINDS,
            aliases=("Course type",),
            says="What kind of course it is.",
        ),
        ReadColumn(
            "Level",
            "level",
            trimmed,
            aliases=("Notional level",),
            says="Its level, as the provider writes it.",
        ),
        ReadColumn(
            "Started",
            "started",
            day_first_date,
            Need.REQUIRED,
            ("Learning start date", "Course start date"),
            says="The first day.",
        ),
        ReadColumn(
            "Planned end",
            "planned_end",
            day_first_date,
            aliases=("Planned end date", "Expected course end date"),
            says="The day on which it should end.",
        ),
        ReadColumn(
            "Ended",
            "ended",
            day_first_date,
            Need.TRUSTED,
            ("Actual end date", "Course end date"),
            says="The day on which it ended; empty while it goes on.",
        ),
        ReadColumn("Outcome", "outcome", OUTCOMES, aliases=("Completion status",), says="What came of it."),
    ),
    known_by=("Course", "Started", "Ended"),
    enough=3,
)
ACTIVITIES_PART = Part(
    name="activities",
    title="The list of activities after 16",
    table=tables.activities,
    columns=(
        PERSON,
        UPN,
        BORN,
        SEX,
        ReadColumn(
            "Activity",
            "activity",
            ACTIVITIES,
            Need.REQUIRED,
            ("Current activity",),
            says="What the young person does.",
        ),
        ReadColumn(
            "Activity code",
            "activity_code",
            trimmed,
            aliases=("Current activity code", "NCCIS code"),
            says="The caseload system's own code, kept as it stands.",
        ),
        SEN_STATUS,
        ReadColumn(
            "Activity started",
            "started",
            day_first_date,
            Need.REQUIRED,
            ("Activity start date",),
            says="The day on which the activity began.",
        ),
        ReadColumn(
            "Review by",
            "reviewed_by",
            day_first_date,
            aliases=("Review date", "Currency expires"),
            says="The day by which it must be checked.",
        ),
        ReadColumn(
            "Activity ended",
            "ended",
            day_first_date,
            Need.TRUSTED,
            ("Activity end date",),
            says="The day on which it ended; empty while it goes on.",
        ),
    ),
    known_by=("Activity", "Activity started", "Activity ended"),
    enough=3,
    settle=_academic_age,
)
DESTINATIONS_PART = Part(
    name="leaver_destinations",
    title="The list of destinations of pupils aged 15",
    table=tables.leaver_destinations,
    columns=(
        PERSON,
        UPN,
        BORN,
        SEX,
        ReadColumn(
            "School at 15",
            "school",
            trimmed,
            aliases=("School", "School name"),
            says="The state school at 15.",
        ),
        ReadColumn(
            "Free school meals",
            "free_meals",
            flag,
            aliases=("FSM", "FSM eligible"),
            says="Whether the pupil had free school meals at 15.",
        ),
        SEN_STATUS,
        ReadColumn(
            "Destination",
            "destination",
            DESTINATIONS,
            Need.TRUSTED,
            ("Destination at 19",),
            says="What is known of the young person now; empty or not known is unknown.",
        ),
        ReadColumn(
            "Entered higher education",
            "entered_higher_education",
            day_first_date,
            Need.TRUSTED,
            ("HE start date",),
            says="The first day in higher education; empty if never.",
        ),
    ),
    known_by=("Destination", "Entered higher education", "School at 15"),
    enough=2,
    settle=_nineteen,
)

COURSES = sheet_return(name="courses", title="Courses after 16", parts=(COURSES_PART,))
ACTIVITIES_AFTER_16 = sheet_return(name="activities", title="Activities after 16", parts=(ACTIVITIES_PART,))
LEAVER_DESTINATIONS = sheet_return(
    name="leaver_destinations", title="Destinations of pupils aged 15", parts=(DESTINATIONS_PART,)
)
