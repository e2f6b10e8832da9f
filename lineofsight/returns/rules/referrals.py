"""Rules about referrals and the episodes of need that they open."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.rules.beside import OF_CASE, OF_CHILD, birthday, people, yes
from lineofsight.returns.rules.model import LAST_DAY, Beside, Rule
from lineofsight.returns.rules.spells import next_start, several
from lineofsight.returns.tables import (
    allocations,
    assessments,
    child_areas,
    child_protection_plans,
    referrals,
    section_47_enquiries,
)

DIED = "RC2"  # reason for closure: died
GESTATION = ibis.interval(days=280)  # 40 weeks
OLDEST = 25  # help to care leavers and disabled young people ends by then

_acted_on = ~yes(referrals.no_further_action)
_open = referrals.closure_date.isnull() & _acted_on
_assessed = Beside(of=assessments.rows, by=OF_CASE)
_enquired = Beside(of=section_47_enquiries.rows, by=OF_CASE)
_planned = Beside(of=child_protection_plans.rows, by=OF_CASE)
_in_a_ward = Beside(of=child_areas.rows.filter(_.ward.notnull()), by=OF_CHILD)
_allocated = Beside(of=allocations.rows.filter(_.ended.isnull()), by=OF_CHILD)

RULES = (
    Rule(
        id="referral_long_before_birth",
        table=referrals,
        broken=referrals.referral_date < people["born"] - GESTATION,
        column="referral_date",
        beside=(people,),
        message="The referral lies more than 40 weeks before the child's date of birth.",
        remedy="Correct whichever of the two dates is wrong.",
        dfe="8606",
    ),
    Rule(
        id="referral_after_death",
        table=referrals,
        broken=referrals.referral_date > people["died"],
        column="referral_date",
        beside=(people,),
        message="The referral lies after the child's date of death.",
        remedy="Correct whichever of the two dates is wrong.",
        dfe="8555Q",
    ),
    Rule(
        id="case_open_after_death",
        table=referrals,
        broken=_open & (people["died"] < LAST_DAY),
        column="closure_date",
        beside=(people,),
        message="The child has died and the case is still open, so it counts as open in every later figure.",
        remedy="Close the case with the reason RC2, or correct the date of death.",
    ),
    Rule(
        id="case_open_after_25th_birthday",
        table=referrals,
        broken=_open & (birthday(people["born"], OLDEST) <= LAST_DAY),
        column="closure_date",
        beside=(people,),
        message="The case is still open after the 25th birthday.",
        remedy="Close the case, or correct the date of birth.",
        dfe="8775Q",
    ),
    Rule(
        id="two_open_referrals",
        table=referrals,
        broken=several(_open, referrals),
        column="referral_date",
        message="The child has two or more open referrals, so the child counts twice where open cases are counted.",
        remedy="Close the earlier one, or remove the one that was entered twice.",
        dfe="8815",
    ),
    Rule(
        id="open_referral_not_the_latest",
        table=referrals,
        broken=_open & next_start(referrals, ("child_id", _acted_on)).notnull(),
        column="closure_date",
        message="The case is still open, and the child has a later referral that was acted on.",
        remedy="Close this case on the day that its work ended.",
        dfe="8816",
    ),
    Rule(
        id="cases_overlap",
        table=referrals,
        broken=_acted_on & (referrals.closure_date > next_start(referrals, ("child_id", _acted_on))),
        column="closure_date",
        message="The case was closed after the child's next referral, so for some days two cases are open.",
        remedy="Correct the day of closure, or join the two referrals to one case.",
        dfe="8820",
    ),
    Rule(
        id="closed_without_reason",
        table=referrals,
        broken=_acted_on & referrals.closure_date.notnull() & referrals.closure_reason.isnull(),
        column="closure_reason",
        message="The case is closed and no reason is recorded.",
        remedy="Give the reason for closure.",
        dfe="8805",
    ),
    Rule(
        id="reason_without_closure",
        table=referrals,
        broken=referrals.closure_reason.notnull() & referrals.closure_date.isnull(),
        column="closure_date",
        message="A reason for closure is recorded and no day, so the case counts as open.",
        remedy="Give the day of closure, or remove the reason.",
        dfe="8810",
    ),
    Rule(
        id="closed_by_death_without_its_day",
        table=referrals,
        broken=(referrals.closure_reason == DIED) & people["died"].isnull() & people["known"].notnull(),
        column="closure_reason",
        beside=(people,),
        message="The case was closed because the child died, and no date of death is recorded.",
        remedy="Give the date of death, or correct the reason.",
        dfe="8585Q",
    ),
    Rule(
        id="activity_after_no_further_action",
        table=referrals,
        broken=yes(referrals.no_further_action)
        & (_enquired["known"].notnull() | _planned["known"].notnull()),
        column="no_further_action",
        beside=(_enquired, _planned),
        message="The referral is marked as needing no further action, and an enquiry or a protection plan came of it.",
        remedy="Remove the mark, or move the enquiry or plan to the referral that it belongs to.",
        dfe="8832",
    ),
    Rule(
        id="assessment_after_no_further_action",
        table=referrals,
        broken=yes(referrals.no_further_action) & _assessed["known"].notnull(),
        column="no_further_action",
        beside=(_assessed,),
        message="The referral is marked as needing no further action, and an assessment came of it.",
        remedy="Remove the mark, or move the assessment to the referral that it belongs to.",
        dfe="8831",
    ),
    Rule(
        id="open_case_in_no_ward",
        table=referrals,
        broken=_open & _in_a_ward.lacks_alone(referrals),
        column="child_id",
        beside=(_in_a_ward,),
        message="The child has an open case and no ward, so the child is in no ward's figure.",
        remedy="Add the child to the list of wards and teams.",
    ),
    Rule(
        id="open_case_without_worker",
        table=referrals,
        broken=_open & _allocated.lacks_alone(referrals),
        column="child_id",
        beside=(_allocated,),
        message="The child has an open case and no open allocation, so the case is in no worker's caseload.",
        remedy="Allocate the case, or close it if its work has ended.",
    ),
)
