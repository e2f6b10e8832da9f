"""Rules about requests for education, health and care plans."""

from __future__ import annotations

from lineofsight.returns.rules.model import Rule
from lineofsight.returns.rules.spells import several
from lineofsight.returns.tables import ehc_requests

REFUSED = "N"
_open = ehc_requests.concluded.isnull()
_EITHER = "Correct whichever of the two dates is wrong."

RULES = (
    Rule(
        id="plan_before_request",
        table=ehc_requests,
        broken=ehc_requests.plan_issued < ehc_requests.received,
        column="plan_issued",
        message="The plan was issued before the request for it was received, so its timeliness is unknown.",
        remedy=_EITHER,
    ),
    Rule(
        id="decision_before_request",
        table=ehc_requests,
        broken=ehc_requests.request_outcome_date < ehc_requests.received,
        column="request_outcome_date",
        message="It was decided whether to assess before the request was received.",
        remedy=_EITHER,
    ),
    Rule(
        id="outcome_before_decision",
        table=ehc_requests,
        broken=ehc_requests.assessment_outcome_date < ehc_requests.request_outcome_date,
        column="assessment_outcome_date",
        message="It was decided whether to issue a plan before it was decided whether to assess.",
        remedy=_EITHER,
    ),
    Rule(
        id="plan_before_outcome",
        table=ehc_requests,
        broken=ehc_requests.plan_issued < ehc_requests.assessment_outcome_date,
        column="plan_issued",
        message="The plan was issued before it was decided to issue one.",
        remedy=_EITHER,
    ),
    Rule(
        id="plan_after_refusal",
        table=ehc_requests,
        broken=ehc_requests.plan_issued.notnull()
        & ((ehc_requests.request_outcome == REFUSED) | (ehc_requests.assessment_outcome == REFUSED)),
        column="plan_issued",
        message="A plan was issued, and the request was refused.",
        remedy="Correct the outcome, or remove the date. A plan that a tribunal ordered follows another clock.",
    ),
    Rule(
        id="plan_agreed_and_not_issued",
        table=ehc_requests,
        broken=(ehc_requests.assessment_outcome == "Y")
        & ehc_requests.plan_issued.isnull()
        & ehc_requests.plan_ceased.notnull(),
        column="plan_issued",
        message="The plan has ceased, and no day says when it was issued.",
        remedy="Give the day on which the plan was issued.",
    ),
    Rule(
        id="plan_ceased_before_issue",
        table=ehc_requests,
        broken=ehc_requests.plan_ceased < ehc_requests.plan_issued,
        column="plan_ceased",
        message="The plan ceased before it was issued.",
        remedy=_EITHER,
    ),
    Rule(
        id="two_open_requests",
        table=ehc_requests,
        broken=ehc_requests.child_id.notnull() & several(_open, ehc_requests),
        column="received",
        message="The child has two or more open requests, and each counts as waiting.",
        remedy="Conclude the earlier one, or remove the one that was entered twice.",
    ),
    Rule(
        id="request_without_child",
        table=ehc_requests,
        broken=ehc_requests.child_id.isnull(),
        column="child_id",
        message="The child is not named by an id, so the request cannot be split by ward or linked.",
        remedy="Give the child's id.",
    ),
    Rule(
        id="exceptions_not_recorded",
        table=ehc_requests,
        broken=ehc_requests.plan_issued.notnull() & ehc_requests.exceptions_apply.isnull(),
        column="exceptions_apply",
        message="Whether an exception to the 20 weeks applied is not recorded, so the plan's timeliness is unknown.",
        remedy="Record whether an exception applied.",
    ),
)
