"""Rules about assessments, and what they found."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.rules.beside import OF_CASE, case, people
from lineofsight.returns.rules.model import Beside, Rule
from lineofsight.returns.rules.spells import next_start, several
from lineofsight.returns.tables import assessment_factors, assessments

NO_FACTOR = "21"
_AN_ASSESSMENT = {**OF_CASE, "assessment_started": "started"}
_THEIR_ASSESSMENT = {**OF_CASE, "started": "assessment_started"}

_in_one_case = tuple(OF_CASE)
_factors = Beside(of=assessment_factors.rows, by=_THEIR_ASSESSMENT)
_assessment = Beside(
    of=assessments.rows, by=_AN_ASSESSMENT, facts={"ended": _.authorised.notnull().cast("int64").max()}
)
_of_one_assessment = ibis.window(group_by=list(_AN_ASSESSMENT))

RULES = (
    Rule(
        id="assessment_before_referral",
        table=assessments,
        broken=assessments.started < assessments.referral_date,
        column="started",
        message="The assessment starts before the referral that it belongs to.",
        remedy="Correct whichever of the two dates is wrong, or move it to the referral before.",
        dfe="1103",
    ),
    Rule(
        id="assessment_without_referral",
        table=assessments,
        broken=case.lacks(assessments),
        column="referral_date",
        beside=(case,),
        message="The referral that the assessment belongs to was not kept, so nothing tells whether its case is open.",
        remedy="Mend the referral, which may have been held back.",
    ),
    Rule(
        id="assessment_open_in_a_closed_case",
        table=assessments,
        broken=assessments.authorised.isnull() & case["closed"].notnull(),
        column="authorised",
        beside=(case,),
        message="The case is closed and the assessment was never authorised, so it counts as open and late for ever.",
        remedy="Give the day on which it was authorised, or remove an assessment that was not made.",
        dfe="8867",
    ),
    Rule(
        id="assessment_after_closure",
        table=assessments,
        broken=assessments.started > case["closed"],
        column="started",
        beside=(case,),
        message="The assessment starts after its case was closed.",
        remedy="Correct the day of closure, or move the assessment to the referral that it belongs to.",
        dfe="8565",
    ),
    Rule(
        id="assessment_authorised_after_closure",
        table=assessments,
        broken=(assessments.authorised > case["closed"]) & (assessments.started <= case["closed"]),
        column="authorised",
        beside=(case,),
        message="The assessment was authorised after its case was closed.",
        remedy="Correct whichever of the two dates is wrong.",
        dfe="8565",
    ),
    Rule(
        id="assessment_after_death",
        table=assessments,
        broken=assessments.started > people["died"],
        column="started",
        beside=(people,),
        message="The assessment starts after the child's date of death.",
        remedy="Correct whichever of the two dates is wrong.",
    ),
    Rule(
        id="review_before_assessment",
        table=assessments,
        broken=assessments.internal_review < assessments.started,
        column="internal_review",
        message="The review point lies before the start of the assessment.",
        remedy="Correct whichever of the two dates is wrong.",
    ),
    Rule(
        id="assessments_overlap",
        table=assessments,
        broken=assessments.authorised > next_start(assessments, _in_one_case),
        column="authorised",
        message="The assessment ends after the case's next one starts.",
        remedy="Correct the end of this assessment or the start of the next, or join the two.",
        dfe="8863Q",
    ),
    Rule(
        id="two_open_assessments",
        table=assessments,
        broken=several(assessments.authorised.isnull(), assessments, _in_one_case),
        column="started",
        message="The case has two or more open assessments, and each counts as open.",
        remedy="Authorise the earlier one, or remove the one that was entered twice.",
        dfe="8896",
    ),
    Rule(
        id="assessment_without_factors",
        table=assessments,
        broken=assessments.authorised.notnull() & _factors.lacks_alone(assessments),
        column="authorised",
        beside=(_factors,),
        message="The assessment is complete and no factor is recorded, not even that there was none.",
        remedy="Record the factors, or 21 where none was found.",
        dfe="8897Q",
    ),
    Rule(
        id="factors_of_an_open_assessment",
        table=assessment_factors,
        broken=_assessment["ended"] == 0,
        column="factor",
        beside=(_assessment,),
        message="Factors are recorded of an assessment that is not complete.",
        remedy="Give the day on which the assessment was authorised, or remove the factors until then.",
        dfe="8614",
    ),
    Rule(
        id="no_factor_and_one",
        table=assessment_factors,
        broken=(assessment_factors.factor == NO_FACTOR)
        & (assessment_factors.factor.nunique().over(_of_one_assessment) > 1),
        column="factor",
        message="The assessment is said to have found no factor, and to have found one.",
        remedy="Remove 21 where a factor is recorded.",
        dfe="8869",
    ),
)
