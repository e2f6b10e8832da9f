"""Referrals to child and adolescent mental health and neurodevelopmental services, where a provider gives them as rows."""

from __future__ import annotations

from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn, codes
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import health_referrals
from lineofsight.returns.values import Caution, day_first_date, identifier, sex, trimmed

SERVICES = codes(
    "camhs neurodevelopmental",
    {
        "child and adolescent mental health": "camhs",
        "child and adolescent mental health services": "camhs",
        "CYPMHS": "camhs",
        "mental health": "camhs",
        "mental health support team": "camhs",
        "ND": "neurodevelopmental",
        "neuro": "neurodevelopmental",
        "neuro developmental": "neurodevelopmental",
        "neurodevelopmental pathway": "neurodevelopmental",
        "neurodevelopmental service": "neurodevelopmental",
    },
)
PATHWAYS = codes(
    "autism adhd autism_and_adhd other",
    {
        "ASD": "autism",
        "ASC": "autism",
        "suspected autism": "autism",
        "autism spectrum": "autism",
        "attention deficit": "adhd",
        "ADHD assessment": "adhd",
        "both": "autism_and_adhd",
        "combined": "autism_and_adhd",
        "autism and adhd": "autism_and_adhd",
        "ASD and ADHD": "autism_and_adhd",
    },
)
SOURCES = codes(
    "gp school social_care hospital family other",
    {
        "general practitioner": "gp",
        "primary care": "gp",
        "education": "school",
        "SENCO": "school",
        "children's social care": "social_care",
        "social worker": "social_care",
        "A&E": "hospital",
        "paediatrics": "hospital",
        "community paediatrics": "hospital",
        "self": "family",
        "self-referral": "family",
        "parent": "family",
        "carer": "family",
    },
)
OUTCOMES = codes(
    "accepted signposted not_accepted withdrawn",
    {
        "signposted elsewhere": "signposted",
        "redirected": "signposted",
        "rejected": "not_accepted",
        "declined": "not_accepted",
        "refused": "not_accepted",
        "inappropriate": "not_accepted",
        "cancelled": "withdrawn",
        "withdrawn by family": "withdrawn",
    },
)
TURNED_AWAY = ("signposted", "not_accepted", "withdrawn")

CLOSED_UNDATED = Caution(
    "referral_closed_undated",
    "The referral was turned away or withdrawn and has no closing date: it does not wait, but nobody can tell since when.",
    "Give the day on which the referral was closed.",
)
CONTACT_BEFORE_REFERRAL = Caution(
    "contact_before_referral",
    "The first contact lies before the referral was received, so the wait is not known.",
    "Correct whichever of the two dates is wrong.",
)


def agrees(values: dict[str, object]) -> tuple[Flaw, ...]:
    """A referral that was turned away has a closing date, and no contact comes before the referral."""
    flaws = []
    if values.get("outcome") in TURNED_AWAY and values.get("closed") is None:
        flaws.append(Flaw(about=CLOSED_UNDATED, holds=False, header="Closed"))
    received, seen = values.get("received"), values.get("first_contact")
    if received is not None and seen is not None and seen < received:  # type: ignore[operator]
        flaws.append(Flaw(about=CONTACT_BEFORE_REFERRAL, holds=False, header="First contact"))
    return tuple(flaws)


REFERRALS = Part(
    name="health_referrals",
    title="Referrals to mental health and neurodevelopmental services",
    table=health_referrals,
    columns=(
        ReadColumn(
            "Health referral ID",
            "referral_id",
            identifier,
            Need.REQUIRED,
            ("Service request ID", "Provider referral ID"),
            says="The provider's number of the referral: the same in every extract.",
        ),
        ReadColumn(
            "Child ID",
            "child_id",
            identifier,
            Need.REQUIRED,
            ("Child unique ID", "LAchildID"),
            says="The child's identifier at the council, or one of the provider's that no other child of the council has.",
        ),
        ReadColumn(
            "Birth date",
            "born",
            day_first_date,
            Need.OPTIONAL,
            ("Date of birth", "DOB"),
            says="The child's date of birth.",
        ),
        ReadColumn("Sex", "sex", sex, Need.OPTIONAL, ("Gender",), says="The child's sex."),
        ReadColumn(
            "Home ward",
            "home_ward",
            trimmed,
            Need.OPTIONAL,
            ("Ward", "Ward of residence"),
            says="The ward where the child lives, used where the register of wards does not know the child.",
        ),
        ReadColumn(
            "Health service",
            "service",
            SERVICES,
            Need.REQUIRED,
            ("Service", "Referred to", "Service referred to"),
            says="Which of the services the referral is to.",
        ),
        ReadColumn(
            "Pathway",
            "pathway",
            PATHWAYS,
            Need.OPTIONAL,
            ("Assessment pathway", "Referral pathway"),
            says="What is to be assessed, for a neurodevelopmental service.",
        ),
        ReadColumn(
            "Health team",
            "team",
            trimmed,
            Need.OPTIONAL,
            ("Team", "Team name", "Clinic"),
            says="The provider's team.",
        ),
        ReadColumn(
            "Referral source",
            "source",
            SOURCES,
            Need.OPTIONAL,
            ("Source of referral", "Referred by"),
            says="Who referred the child.",
        ),
        ReadColumn(
            "Health referral received",
            "received",
            day_first_date,
            Need.REQUIRED,
            ("Health referral date", "Date referral received", "Referral request received date"),
            says="The day on which the service received the referral.",
        ),
        ReadColumn(
            "Referral outcome",
            "outcome",
            OUTCOMES,
            Need.OPTIONAL,
            ("Triage outcome", "Accepted"),
            says="What the service decided; empty until it has.",
        ),
        ReadColumn(
            "First contact",
            "first_contact",
            day_first_date,
            Need.TRUSTED,
            (
                "First attended contact",
                "First appointment attended",
                "Date of first contact",
                "First contact date",
            ),
            says="The day of the first appointment that the child or family attended; empty until then.",
        ),
        ReadColumn(
            "Closed",
            "closed",
            day_first_date,
            Need.TRUSTED,
            ("Closure date", "Date closed", "Discharge date", "Referral closed"),
            says="The day on which the service closed the referral; empty while it is open.",
        ),
    ),
    known_by=("Health referral ID", "Health service", "Health referral received", "First contact"),
    enough=2,
    settle=agrees,
)

PARTS = (REFERRALS,)
HEALTH_REFERRALS = sheet_return(
    name="health_referrals",
    title="Referrals to mental health and neurodevelopmental services (the provider's extract)",
    parts=PARTS,
)
