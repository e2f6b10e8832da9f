"""Rules about child in need plans, child protection plans and their reviews."""

from __future__ import annotations

from ibis import _

from lineofsight.returns.rules.beside import OF_CHILD, birthday, case, people, plan
from lineofsight.returns.rules.model import LAST_DAY, Beside, Rule
from lineofsight.returns.rules.spells import next_start, several
from lineofsight.returns.tables import (
    child_in_need_plans,
    child_protection_plans,
    child_protection_reviews,
    conferences,
)

ADULT = 18
_conference = Beside(of=conferences.rows, by={"child_id": "child_id", "started": "held_date"})
_protected = Beside(
    of=child_protection_plans.rows.filter(_.ended.isnull()), by=OF_CHILD, facts={"since": _.started.min()}
)

_PROTECTION_PLANS = (
    Rule(
        id="plan_before_referral",
        table=child_protection_plans,
        broken=child_protection_plans.started < child_protection_plans.referral_date,
        column="started",
        message="The child protection plan starts before the referral that it belongs to.",
        remedy="Correct whichever of the two dates is wrong, or move it to the referral before.",
        dfe="1105",
    ),
    Rule(
        id="plan_without_referral",
        table=child_protection_plans,
        broken=case.lacks(child_protection_plans),
        column="referral_date",
        beside=(case,),
        message="The referral that the plan belongs to was not kept, so nothing tells whether its case is open.",
        remedy="Mend the referral, which may have been held back.",
    ),
    Rule(
        id="plan_after_closure",
        table=child_protection_plans,
        broken=child_protection_plans.started > case["closed"],
        column="started",
        beside=(case,),
        message="The child protection plan starts after its case was closed.",
        remedy="Correct the day of closure, or move the plan to the referral that it belongs to.",
        dfe="8565",
    ),
    Rule(
        id="plan_open_in_a_closed_case",
        table=child_protection_plans,
        broken=child_protection_plans.ended.isnull() & case["closed"].notnull(),
        column="ended",
        beside=(case,),
        message="The case is closed and the child protection plan is not, so the child counts as on a plan.",
        remedy="End the plan on the day that it ended, or correct the day of closure.",
    ),
    Rule(
        id="plan_after_death",
        table=child_protection_plans,
        broken=child_protection_plans.started > people["died"],
        column="started",
        beside=(people,),
        message="The child protection plan starts after the child's date of death.",
        remedy="Correct whichever of the two dates is wrong.",
        dfe="8915",
    ),
    Rule(
        id="plan_ends_after_death",
        table=child_protection_plans,
        broken=child_protection_plans.ended > people["died"],
        column="ended",
        beside=(people,),
        message="The child protection plan ends after the child's date of death.",
        remedy="Correct whichever of the two dates is wrong.",
        dfe="8920",
    ),
    Rule(
        id="plan_open_after_death",
        table=child_protection_plans,
        broken=child_protection_plans.ended.isnull() & (people["died"] < LAST_DAY),
        column="ended",
        beside=(people,),
        message="The child has died and the child protection plan is still open, so the child counts as on a plan.",
        remedy="End the plan, or correct the date of death.",
    ),
    Rule(
        id="plan_open_after_18th_birthday",
        table=child_protection_plans,
        broken=child_protection_plans.ended.isnull() & (birthday(people["born"], ADULT) <= LAST_DAY),
        column="ended",
        beside=(people,),
        message="The child protection plan is still open after the 18th birthday.",
        remedy="End the plan, or correct the date of birth.",
    ),
    Rule(
        id="two_open_plans",
        table=child_protection_plans,
        broken=several(child_protection_plans.ended.isnull(), child_protection_plans),
        column="started",
        message="The child has two or more open child protection plans; the child is counted once.",
        remedy="End the earlier one, or remove the one that was entered twice.",
        dfe="8935",
    ),
    Rule(
        id="plans_overlap",
        table=child_protection_plans,
        broken=child_protection_plans.ended > next_start(child_protection_plans),
        column="ended",
        message="The plan ends after the child's next one starts, so for some days two plans are open.",
        remedy="Correct the end of this plan or the start of the next.",
        dfe="8940",
    ),
    Rule(
        id="plan_of_one_day",
        table=child_protection_plans,
        broken=child_protection_plans.started == child_protection_plans.ended,
        column="ended",
        message="The child protection plan starts and ends on the same day, so it is open on no period's last day.",
        remedy="Correct the date if it is a slip, or remove a plan that never was.",
        dfe="8840",
    ),
    Rule(
        id="plan_without_conference",
        table=child_protection_plans,
        broken=_conference.lacks_alone(child_protection_plans),
        column="started",
        beside=(_conference,),
        message="No initial conference of this child is recorded on the day that the plan starts.",
        remedy="Correct whichever date is wrong. A plan that another authority began keeps its own first day.",
        dfe="2885",
    ),
)
_REVIEWS = (
    Rule(
        id="review_without_plan",
        table=child_protection_reviews,
        broken=plan.lacks(child_protection_reviews),
        column="plan_started",
        beside=(plan,),
        message="The plan that the review belongs to was not kept.",
        remedy="Mend the plan, which may have been held back.",
    ),
    Rule(
        id="review_before_plan",
        table=child_protection_reviews,
        broken=child_protection_reviews.review_date <= child_protection_reviews.plan_started,
        column="review_date",
        message="The review is dated on or before the day that its plan starts.",
        remedy="Correct whichever of the two dates is wrong, or move the review to the plan before.",
        dfe="8841",
    ),
    Rule(
        id="review_after_plan",
        table=child_protection_reviews,
        broken=child_protection_reviews.review_date > plan["ended"],
        column="review_date",
        beside=(plan,),
        message="The review is dated after its plan ended.",
        remedy="Correct whichever of the two dates is wrong, or move the review to the plan after.",
    ),
)
_NEED_PLANS = (
    Rule(
        id="need_plan_before_referral",
        table=child_in_need_plans,
        broken=child_in_need_plans.started < child_in_need_plans.referral_date,
        column="started",
        message="The child in need plan starts before the referral that it belongs to.",
        remedy="Correct whichever of the two dates is wrong, or move it to the referral before.",
        dfe="4015",
    ),
    Rule(
        id="need_plan_after_closure",
        table=child_in_need_plans,
        broken=child_in_need_plans.started > case["closed"],
        column="started",
        beside=(case,),
        message="The child in need plan starts after its case was closed.",
        remedy="Correct the day of closure, or move the plan to the referral that it belongs to.",
        dfe="8565",
    ),
    Rule(
        id="need_plan_open_in_a_closed_case",
        table=child_in_need_plans,
        broken=child_in_need_plans.ended.isnull() & case["closed"].notnull(),
        column="ended",
        beside=(case,),
        message="The case is closed and the child in need plan is not.",
        remedy="End the plan on the day that it ended, or correct the day of closure.",
    ),
    Rule(
        id="need_plan_after_death",
        table=child_in_need_plans,
        broken=child_in_need_plans.started > people["died"],
        column="started",
        beside=(people,),
        message="The child in need plan starts after the child's date of death.",
        remedy="Correct whichever of the two dates is wrong.",
        dfe="4008",
    ),
    Rule(
        id="two_open_need_plans",
        table=child_in_need_plans,
        broken=several(child_in_need_plans.ended.isnull(), child_in_need_plans),
        column="started",
        message="The child has two or more open child in need plans.",
        remedy="End the earlier one, or remove the one that was entered twice.",
        dfe="4004",
    ),
    Rule(
        id="need_plans_overlap",
        table=child_in_need_plans,
        broken=child_in_need_plans.ended > next_start(child_in_need_plans),
        column="ended",
        message="The child in need plan ends after the child's next one starts.",
        remedy="Correct the end of this plan or the start of the next.",
        dfe="4014",
    ),
    Rule(
        id="need_plan_beside_protection_plan",
        table=child_in_need_plans,
        broken=child_in_need_plans.ended.isnull() & _protected["since"].notnull(),
        column="ended",
        beside=(_protected,),
        message="A child in need plan and a child protection plan of the child are open at once.",
        remedy="End the child in need plan on the day that the protection plan started.",
        dfe="4016",
    ),
)
RULES = (*_PROTECTION_PLANS, *_REVIEWS, *_NEED_PLANS)
