"""The list of contacts with children's social care, and what was decided on each."""

from __future__ import annotations

from lineofsight.returns.codes import children_in_need
from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn, codes, listed
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import contacts
from lineofsight.returns.times import day_first_moment, minute_of_the_day, parted
from lineofsight.returns.values import identifier, trimmed

SOURCES = listed(children_in_need.SOURCES)
OUTCOMES = codes(
    "referral early_help information no_further_action other",
    {
        "progress to referral": "referral",
        "early help referral": "early_help",
        "information and advice": "information",
        "information only": "information",
        "advice": "information",
        "signposting": "information",
        "signposted": "information",
        "NFA": "no_further_action",
    },
)


def with_times(values: dict[str, object]) -> tuple[Flaw, ...]:
    """Times beside their dates."""
    parted(values, "received", "received_minute")
    parted(values, "decided", "decided_minute")
    return ()


CONTACTS_PART = Part(
    name="contacts",
    title="The list of contacts",
    table=contacts,
    columns=(
        ReadColumn(
            "Contact ID",
            "contact_id",
            identifier,
            Need.OPTIONAL,
            ("Contact number",),
            says="The contact's own number.",
        ),
        ReadColumn(
            "Child ID",
            "child_id",
            identifier,
            Need.REQUIRED,
            ("Child unique ID", "LAchildID"),
            says="The child's identifier.",
        ),
        ReadColumn(
            "Contact received",
            "received",
            day_first_moment,
            Need.REQUIRED,
            ("Contact date", "Date of contact", "Date contact received"),
            says="The day of the contact, with or without its time.",
        ),
        ReadColumn(
            "Contact received time",
            "received_minute",
            minute_of_the_day,
            Need.OPTIONAL,
            ("Contact time", "Time of contact"),
            says="The time of day of that.",
        ),
        ReadColumn(
            "Contact source",
            "source",
            SOURCES,
            Need.OPTIONAL,
            ("Source of contact",),
            says="Who made the contact, by the census's list of sources of referral.",
        ),
        ReadColumn(
            "Decision made",
            "decided",
            day_first_moment,
            Need.TRUSTED,
            ("Decision date", "Date of decision", "Contact decision date"),
            says="The day on which it was decided what to do; empty until then.",
        ),
        ReadColumn(
            "Decision time",
            "decided_minute",
            minute_of_the_day,
            Need.OPTIONAL,
            ("Decision made time", "Time of decision"),
            says="The time of day of that.",
        ),
        ReadColumn(
            "Contact outcome",
            "outcome",
            OUTCOMES,
            Need.OPTIONAL,
            ("Outcome of contact", "Decision"),
            says="What was decided on the contact.",
        ),
        ReadColumn("Team", "team", trimmed, Need.OPTIONAL, ("Team name",), says="The team that decided."),
    ),
    known_by=("Contact received", "Contact source", "Decision made", "Contact outcome"),
    enough=2,
    settle=with_times,
)

PARTS = (CONTACTS_PART,)
CONTACTS = sheet_return(
    name="contacts", title="Contacts with children's social care (the council's register)", parts=PARTS
)
