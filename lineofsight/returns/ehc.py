"""Requests for education, health and care plans (the shape of SEN2), one row a request, to the plan that came of it."""

from __future__ import annotations

from datetime import date

from lineofsight.returns.codes import special_needs
from lineofsight.returns.parts import Flaw, Need, Part, ReadColumn, listed
from lineofsight.returns.sheet_returns import sheet_return
from lineofsight.returns.tables import ehc_requests
from lineofsight.returns.values import Caution, day_first_date, flag, identifier

OUTCOMES = listed(special_needs.OUTCOMES)
ENDING = ("N", "W")  # not to assess or not to issue; withdrawn or ceased
HISTORICAL = "H"

CONCLUDED_ON_AN_UNKNOWN_DAY = Caution(
    "ehc_conclusion_undated",
    "The request was refused or withdrawn and no date says when, so it cannot be told until when it was open.",
    "Give the date of the outcome, also where SEN2 leaves it optional.",
)
PERHAPS_CONCLUDED = Caution(
    "ehc_outcome_unknown",
    "The outcome is not a code of SEN2, so it cannot be told whether the request is still open.",
    "Give Y, N, A, W or H, or the date of the plan.",
)


def concluded(values: dict[str, object]) -> tuple[Flaw, ...]:
    """Fills in ``concluded``: the first of plan issued, refusal and withdrawal; null while the request is open.

    A request must not count as open for ever because a date is missing. One that was refused or withdrawn without a
    date, or whose outcome is no known code, is held back unless another date says when it ended. One that is
    historical (H: decided before the collection year, and SEN2 asks for no date) and has no plan is kept and counts
    as concluded on the day on which it was received, so that it is open on no day.
    """
    days, flaws = [values["plan_issued"]] if values.get("plan_issued") else [], []
    for outcome, header in (
        ("request_outcome", "Request outcome"),
        ("assessment_outcome", "Assessment outcome"),
    ):
        code, day = values.get(outcome), values.get(f"{outcome}_date")
        if code in ENDING and day:
            days.append(day)
        elif code in ENDING:
            flaws.append(Flaw(about=CONCLUDED_ON_AN_UNKNOWN_DAY, holds=True, header=f"{header} date"))
        elif code not in (None, *OUTCOMES.known):
            flaws.append(Flaw(about=PERHAPS_CONCLUDED, holds=True, header=header))
    known = [day for day in days if isinstance(day, date)]
    if not known and HISTORICAL in (values.get("request_outcome"), values.get("assessment_outcome")):
        values["concluded"] = values["received"]
        return ()
    values["concluded"] = min(known, default=None)
    return () if known else tuple(flaws)


REQUESTS = Part(
    name="ehc_requests",
    title="The register of requests for education, health and care plans",
    table=ehc_requests,
    columns=(
        ReadColumn(
            "Request ID",
            "request_id",
            identifier,
            Need.REQUIRED,
            ("Requests Record ID", "Request Records ID", "Request number"),
            says="The request's own number.",
        ),
        ReadColumn(
            "Child ID",
            "child_id",
            identifier,
            Need.OPTIONAL,
            ("Person ID", "Child unique ID"),
            says="The child's identifier.",
        ),
        ReadColumn(
            "UPN",
            "upn",
            identifier,
            Need.OPTIONAL,
            ("Unique pupil number",),
            says="The unique pupil number, by which a case that also stands in SEN2 is known for the same.",
        ),
        ReadColumn(
            "Received",
            "received",
            day_first_date,
            Need.REQUIRED,
            ("Date Request Was Received", "ReceivedDate", "Date received", "Request received"),
            says="The day on which the request was received: day 0 of the 20 weeks.",
        ),
        ReadColumn(
            "Request outcome",
            "request_outcome",
            OUTCOMES,
            Need.TRUSTED,
            says="What was decided on the request: `Y` to assess, `N` not to assess, `A` awaiting, `W` withdrawn, `H` historical.",
        ),
        ReadColumn(
            "Request outcome date",
            "request_outcome_date",
            day_first_date,
            Need.TRUSTED,
            says="The day of that outcome.",
        ),
        ReadColumn(
            "Assessment outcome",
            "assessment_outcome",
            OUTCOMES,
            Need.TRUSTED,
            ("Assessment Outcome To Issue EHCP",),
            says="What came of the assessment: `Y` to issue a plan, `N` not to issue one, and otherwise as in the request's outcome.",
        ),
        ReadColumn(
            "Assessment outcome date",
            "assessment_outcome_date",
            day_first_date,
            Need.TRUSTED,
            says="The day of that outcome.",
        ),
        ReadColumn(
            "Exceptions apply",
            "exceptions_apply",
            flag,
            Need.OPTIONAL,
            ("Twenty Weeks Time Limit Exceptions Apply", "Week20", "20 week exceptions"),
            says="Whether a lawful exception to the 20 weeks applies.",
        ),
        ReadColumn(
            "Plan issued",
            "plan_issued",
            day_first_date,
            Need.TRUSTED,
            ("EHC Plan Start Date", "StartDate", "Date plan issued", "Plan start date"),
            says="The day on which the final plan was issued.",
        ),
        ReadColumn(
            "Plan ceased",
            "plan_ceased",
            day_first_date,
            Need.OPTIONAL,
            ("Date EHC Plan Ceased", "CeaseDate", "Date plan ceased"),
            says="The day on which the plan ceased.",
        ),
    ),
    known_by=(
        "Request ID",
        "Received",
        "Request outcome",
        "Assessment outcome",
        "Exceptions apply",
        "Plan issued",
    ),
    enough=3,
    settle=concluded,
)

PARTS = (REQUESTS,)
EHC_REQUESTS = sheet_return(
    name="ehc_requests", title="Requests for education, health and care plans (SEN2 shape)", parts=PARTS
)
