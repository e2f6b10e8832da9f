"""Rules about the modules of SEN2 beside one another: person, request, assessment, plan."""

from __future__ import annotations

from ibis import _

from lineofsight.returns.rules.beside import OF_CHILD
from lineofsight.returns.rules.model import Beside, Rule
from lineofsight.returns.tables import (
    sen_active_plans,
    sen_assessments,
    sen_named_plans,
    sen_needs,
    sen_persons,
    sen_requests,
)

_person = Beside(of=sen_persons.rows, by=OF_CHILD)
_request = Beside(of=sen_requests.rows, by={"request_id": "request_id"}, facts={"received": _.received.min()})
_assessment = Beside(of=sen_assessments.rows, by={"assessment_id": "assessment_id"})
_needs = Beside(of=sen_needs.rows, by={"active_plan_id": "active_plan_id"})

RULES = (
    Rule(
        id="request_without_person",
        table=sen_requests,
        broken=_person.lacks(sen_requests),
        column="child_id",
        beside=(_person,),
        message="The person whom this request is about was not kept, so it cannot be linked or split by age.",
        remedy="Mend the person, who may have been held back.",
    ),
    Rule(
        id="assessment_without_request",
        table=sen_assessments,
        broken=_request.lacks(sen_assessments),
        column="request_id",
        beside=(_request,),
        message="The request that this assessment follows was not kept, so how long it took is unknown.",
        remedy="Mend the request, which may have been held back.",
    ),
    Rule(
        id="assessed_before_requested",
        table=sen_assessments,
        broken=sen_assessments.outcome_date < _request["received"],
        column="outcome_date",
        beside=(_request,),
        message="The outcome of the assessment lies before the request for it.",
        remedy="Correct whichever of the two dates is wrong.",
    ),
    Rule(
        id="named_plan_without_assessment",
        table=sen_named_plans,
        broken=_assessment.lacks(sen_named_plans),
        column="assessment_id",
        beside=(_assessment,),
        message="The assessment that this plan follows was not kept, so whether it was in time is unknown.",
        remedy="Mend the assessment, which may have been held back.",
    ),
    Rule(
        id="plan_without_need",
        table=sen_active_plans,
        broken=_needs.lacks(sen_active_plans),
        column="active_plan_id",
        beside=(_needs,),
        message="The plan names no need, so it is in no figure by need.",
        remedy="Record the primary need.",
    ),
)
