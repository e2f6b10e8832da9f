"""The register of strategy discussions with their times, which no statutory return holds."""

from __future__ import annotations

from datetime import date

from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import strategy_discussions
from lineofsight.returns.times import day_first_moment, minute_of_the_day, parted
from lineofsight.returns.values import Caution, day_first_date, flag, identifier, trimmed

NO_DAY = Caution(
    "discussion_without_a_day",
    "The row says neither when the referral was received nor when the discussion was held, so it belongs to no period.",
    "Give at least one of the two dates in the source system.",
)


def concluded(values: dict[str, object]) -> tuple[Flaw, ...]:
    """Times beside their dates, and the day on which the discussion was held or stood down, whichever came first."""
    parted(values, "referral_received", "referral_received_minute")
    parted(values, "held", "held_minute")
    days = [day for day in (values.get("held"), values.get("stood_down")) if isinstance(day, date)]
    values["concluded"] = min(days, default=None)
    if values.get("referral_received") is None and values.get("held") is None:
        return (Flaw(about=NO_DAY, holds=True, header="Discussion held"),)
    return ()


DISCUSSIONS = Part(
    name="strategy_discussions",
    title="The register of strategy discussions",
    table=strategy_discussions,
    columns=(
        ReadColumn(
            "Child ID",
            "child_id",
            identifier,
            Need.REQUIRED,
            ("Child unique ID", "LAchildID"),
            says="The child's identifier.",
        ),
        ReadColumn(
            "Referral received",
            "referral_received",
            day_first_moment,
            Need.TRUSTED,
            (
                "Date referral received",
                "Referral date",
                "Date of referral",
                "Referral received date",
                "Concern received",
            ),
            says="The day on which the referral or concern was received, with or without its time.",
        ),
        ReadColumn(
            "Referral received time",
            "referral_received_minute",
            minute_of_the_day,
            Need.OPTIONAL,
            ("Time referral received", "Referral time", "Time of referral"),
            says="The time of day of that; empty where it is not known.",
        ),
        ReadColumn(
            "Discussion held",
            "held",
            day_first_moment,
            Need.TRUSTED,
            (
                "Strategy discussion date",
                "Date of strategy discussion",
                "Strategy meeting date",
                "Date of strategy meeting",
                "Strategy discussion held",
            ),
            says="The day of the strategy discussion; empty until it is held.",
        ),
        ReadColumn(
            "Discussion held time",
            "held_minute",
            minute_of_the_day,
            Need.OPTIONAL,
            ("Strategy discussion time", "Time of strategy discussion", "Strategy meeting time"),
            says="The time at which it began.",
        ),
        ReadColumn(
            "Stood down",
            "stood_down",
            day_first_date,
            Need.OPTIONAL,
            ("Date stood down", "Not needed since", "Cancelled"),
            says="The day on which it was decided that none was needed. Without it, one that is never held stays open.",
        ),
        ReadColumn(
            "Team",
            "team",
            trimmed,
            Need.OPTIONAL,
            ("Team name", "Allocated team"),
            says="The team that is responsible.",
        ),
        ReadColumn(
            "Section 47",
            "section_47",
            flag,
            Need.OPTIONAL,
            ("Section 47 decided", "S47", "S47 required", "Led to section 47", "Proceed to section 47"),
            says="Whether the discussion decided on a section 47 enquiry.",
        ),
    ),
    known_by=("Referral received", "Discussion held", "Discussion held time", "Section 47"),
    enough=2,
    settle=concluded,
)

PARTS = (DISCUSSIONS,)
STRATEGY_DISCUSSIONS = sheet_return(
    name="strategy_discussions", title="Strategy discussions (the council's register)", parts=PARTS
)
