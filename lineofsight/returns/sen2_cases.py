"""What the values of one SEN2 row say about one another: until when a request speaks, and what cannot be told."""

from __future__ import annotations

from lineofsight.returns.ehc import ENDING, HISTORICAL, PERHAPS_CONCLUDED
from lineofsight.returns.ehc import OUTCOMES as OUTCOMES
from lineofsight.returns.parts import Flaw
from lineofsight.returns.values import Caution

ACCEPTED = "Y"
NOTHING_MOVED = ("0", "n", "no", "false")  # how exports write that nobody moved away

NOT_RECEIVED = Caution(
    "request_undated",
    "The request has no date on which it was received, so it belongs to no period.",
    "Give the date. Only a historical request (H) may leave it out.",
)
REFUSED_ON_AN_UNKNOWN_DAY = Caution(
    "ehc_refusal_undated",
    "The request or the plan was refused and no date says when, so it cannot be told until when it was open.",
    "Give the date of the outcome: SEN2 asks for it where the outcome is N.",
)
WITHDRAWN_ON_AN_UNKNOWN_DAY = Caution(
    "ehc_withdrawal_undated",
    "The request was withdrawn, or the child moved away, and no date says when; it counts as open on no day.",
    "Give the date of the outcome, also where SEN2 leaves it optional.",
)


def moved_away(values: dict[str, object]) -> bool:
    """Whether the request says that the child left the authority before the assessment was completed."""
    said = values.get("moved_away")
    return said is not None and str(said).lower() not in NOTHING_MOVED


def settle_request(values: dict[str, object]) -> tuple[Flaw, ...]:
    """Fills in ``settled``, the day until which a request's row speaks, and says what it lacks.

    A refusal or a withdrawal settles it on its day, and an acceptance hands over to the assessment's row. A request
    that is historical, or withdrawn without a day, is settled when it was received, so that it is open on no day.
    """
    outcome, day, received = values.get("outcome"), values.get("outcome_date"), values.get("received")
    values["settled"] = None
    if received is None and outcome != HISTORICAL:
        return (Flaw(about=NOT_RECEIVED, holds=True, header="ReceivedDate"),)
    if outcome not in (None, *OUTCOMES.known):
        return (Flaw(about=PERHAPS_CONCLUDED, holds=True, header="RequestOutcome"),)
    if outcome == HISTORICAL:
        values["settled"] = received
    elif outcome in (*ENDING, ACCEPTED) or moved_away(values):
        values["settled"] = day
        if day is None and outcome != ACCEPTED:
            return _undated(values, received)
    return ()


def _undated(values: dict[str, object], received: object) -> tuple[Flaw, ...]:
    if values.get("outcome") == "N":
        return (Flaw(about=REFUSED_ON_AN_UNKNOWN_DAY, holds=True, header="RequestOutcomeDate"),)
    values["settled"] = received
    return (Flaw(about=WITHDRAWN_ON_AN_UNKNOWN_DAY, holds=False, header="RequestOutcomeDate"),)


def settle_assessment(values: dict[str, object]) -> tuple[Flaw, ...]:
    """Says what an assessment lacks. One that is to end in a plan and has no date is not issued yet, and open."""
    outcome, day = values.get("outcome"), values.get("outcome_date")
    if outcome not in (None, *OUTCOMES.known):
        return (Flaw(about=PERHAPS_CONCLUDED, holds=True, header="AssessmentOutcome"),)
    if outcome == "N" and day is None:
        return (Flaw(about=REFUSED_ON_AN_UNKNOWN_DAY, holds=True, header="AssessmentOutcomeDate"),)
    if outcome == "W" and day is None:
        return (Flaw(about=WITHDRAWN_ON_AN_UNKNOWN_DAY, holds=False, header="AssessmentOutcomeDate"),)
    return ()
