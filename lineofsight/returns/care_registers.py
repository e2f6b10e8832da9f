"""Two registers beside SSDA903: health checks of looked-after children, and care leavers month by month."""

from __future__ import annotations

from lineofsight.returns import annex_a_codes as a
from lineofsight.returns import tables
from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn, codes
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.values import Caution, UnreadableError, day_first_date, identifier, number, trimmed

HIGHEST_SCORE = 40
CHECK_KINDS = codes(
    "sdq review_health_assessment dental immunisations optical",
    {
        "RHA": "review_health_assessment",
        "health assessment": "review_health_assessment",
        "review health": "review_health_assessment",
        "dental check": "dental",
        "dentist": "dental",
        "teeth check": "dental",
        "immunisation": "immunisations",
        "vaccinations": "immunisations",
        "strengths and difficulties": "sdq",
        "strengths and difficulties questionnaire": "sdq",
        "optician": "optical",
        "eye test": "optical",
    },
)
CHECK_STATUSES = codes(
    "planned done refused missed cancelled",
    {
        "booked": "planned",
        "completed": "done",
        "complete": "done",
        "up to date": "done",
        "declined": "refused",
        "did not attend": "missed",
        "was not brought": "missed",
    },
)
SCORE_WITHOUT_CHECK = Caution(
    "score_not_of_a_questionnaire",
    "A score stands at a check that is no strengths and difficulties questionnaire, so it belongs to nothing.",
    "Give it with the questionnaire that it is of.",
)
DONE_UNDATED = Caution(
    "check_done_undated",
    "The check is said to be done and has no day, so it counts as not done.",
    "Give the day on which it was done.",
)


def sdq_score(text: str) -> float:
    """A score from 0 to 40."""
    found = number(text)
    if not 0 <= found <= HIGHEST_SCORE:
        raise UnreadableError(
            "sdq_out_of_range", "The score is not between 0 and 40.", "Give the total difficulties score."
        )
    return found


def checks_agree(values: dict[str, object]) -> tuple[Flaw, ...]:
    """A score is of a questionnaire, and a check that is done has its day."""
    flaws = []
    if values.get("score") is not None and values.get("kind") != "sdq":
        flaws.append(Flaw(about=SCORE_WITHOUT_CHECK, holds=False, header="Score"))
    if values.get("status") == "done" and values.get("done") is None:
        flaws.append(Flaw(about=DONE_UNDATED, holds=False, header="Check done"))
    return tuple(flaws)


CHILD = ReadColumn(
    "Child ID",
    "child_id",
    identifier,
    Need.REQUIRED,
    ("Child unique ID", "CHILD"),
    says="The child's identifier, the same as in the looked-after return.",
)

HEALTH_CHECKS_PART = Part(
    name="health_checks",
    title="The list of health checks of looked-after children",
    table=tables.health_checks,
    columns=(
        CHILD,
        ReadColumn(
            "Kind of check",
            "kind",
            CHECK_KINDS,
            Need.REQUIRED,
            ("Health check type", "Check type"),
            says="What kind of check it is.",
        ),
        ReadColumn(
            "Check due",
            "due",
            day_first_date,
            Need.REQUIRED,
            ("Due date of check", "Health check due"),
            says="The day by which it is to be done.",
        ),
        ReadColumn(
            "Check done",
            "done",
            day_first_date,
            Need.TRUSTED,
            ("Date of check", "Health check date"),
            says="The day on which it was done; empty until then.",
        ),
        ReadColumn(
            "Check status",
            "status",
            CHECK_STATUSES,
            Need.OPTIONAL,
            ("Health check status",),
            says="How far it has come.",
        ),
        ReadColumn(
            "Score",
            "score",
            sdq_score,
            Need.OPTIONAL,
            ("SDQ score", "Total difficulties score"),
            says="The total difficulties score of a strengths and difficulties questionnaire, 0 to 40.",
        ),
    ),
    known_by=("Kind of check", "Check due", "Check done"),
    enough=2,
    settle=checks_agree,
)

CARE_LEAVERS_PART = Part(
    name="care_leaver_contacts",
    title="The monthly list of care leavers",
    table=tables.care_leaver_contacts,
    columns=(
        CHILD,
        ReadColumn(
            "As at",
            "as_at",
            day_first_date,
            Need.REQUIRED,
            ("List date", "Position at"),
            says="The day that the row is as at.",
        ),
        ReadColumn(
            "Birth date",
            "born",
            day_first_date,
            Need.OPTIONAL,
            ("Date of birth", "DOB"),
            says="The date of birth.",
        ),
        ReadColumn(
            "Eligibility",
            "eligibility",
            a.ELIGIBILITIES,
            Need.OPTIONAL,
            ("Eligibility category", "Care leaver status"),
            says="Which duties the council has to the young person.",
        ),
        ReadColumn(
            "In touch",
            "in_touch",
            a.IN_TOUCH,
            Need.TRUSTED,
            ("Council in touch",),
            says="Whether the council is in touch: `Y`, `N`, `U` not recorded, `X` left out of the count.",
        ),
        ReadColumn(
            "Last contact",
            "last_contact",
            day_first_date,
            Need.TRUSTED,
            ("Latest contact", "Date of last contact"),
            says="The day of the latest contact.",
        ),
        ReadColumn(
            "Accommodation",
            "accommodation",
            a.ACCOMMODATIONS,
            Need.OPTIONAL,
            ("Accommodation type",),
            says="Where the young person lives, by the looked-after return's letters.",
        ),
        ReadColumn(
            "Accommodation suitable",
            "suitability",
            a.SUITABILITIES,
            Need.OPTIONAL,
            ("Suitability",),
            says="Whether that is suitable.",
        ),
        ReadColumn(
            "Activity",
            "activity",
            a.ACTIVITIES,
            Need.OPTIONAL,
            ("Main activity",),
            says="What the young person does, by the looked-after return's codes.",
        ),
        ReadColumn(
            "Pathway plan reviewed",
            "pathway_plan_reviewed",
            day_first_date,
            Need.OPTIONAL,
            ("Latest pathway plan review",),
            says="The day of the latest review of the pathway plan.",
        ),
        ReadColumn(
            "Adviser ID",
            "adviser_id",
            identifier,
            Need.OPTIONAL,
            ("Personal adviser", "Personal adviser ID"),
            says="The personal adviser's identifier.",
        ),
        ReadColumn("Team", "team", trimmed, Need.OPTIONAL, ("Team name",), says="The team."),
    ),
    known_by=("As at", "Eligibility", "In touch", "Last contact", "Accommodation suitable"),
    enough=3,
)

HEALTH_CHECKS = sheet_return(
    name="health_checks",
    title="Health checks of looked-after children (the council's register)",
    parts=(HEALTH_CHECKS_PART,),
)
CARE_LEAVER_CONTACTS = sheet_return(
    name="care_leaver_contacts",
    title="Care leavers, month by month (the council's register)",
    parts=(CARE_LEAVERS_PART,),
)
