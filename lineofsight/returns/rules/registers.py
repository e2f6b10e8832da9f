"""Rules about permanent exclusions, initial health assessments, and the meetings before court."""

from __future__ import annotations

import ibis

from lineofsight.returns.rules.beside import care, case, days_after
from lineofsight.returns.rules.model import Beside, Rule
from lineofsight.returns.tables import (
    episodes,
    exclusion_statuses,
    initial_health_assessments,
    pre_proceedings,
)

EARLIER_DAYS = 90  # an assessment of the three months before is not done again: SI 2010/959, regulation 7
_entry = Beside(of=episodes.rows, by={"child_id": "child_id", "entered_care": "started"})
_of_one_exclusion = ibis.window(group_by="exclusion_id")
_EITHER = "Correct whichever of the two dates is wrong."

_EXCLUSIONS = (
    Rule(
        id="status_before_exclusion",
        table=exclusion_statuses,
        broken=exclusion_statuses.status_date < exclusion_statuses.excluded_from,
        column="status_date",
        message="The exclusion has this status from a day before its first day.",
        remedy=_EITHER,
    ),
    Rule(
        id="exclusion_without_child",
        table=exclusion_statuses,
        broken=exclusion_statuses.child_id.isnull(),
        column="child_id",
        message="The child is not named by an id, so the exclusion cannot be linked.",
        remedy="Give the child's id.",
    ),
    Rule(
        id="exclusion_of_two_children",
        table=exclusion_statuses,
        broken=exclusion_statuses.child_id.nunique().over(_of_one_exclusion) > 1,
        column="child_id",
        message="The statuses of one exclusion name two children.",
        remedy="Give each exclusion a number of its own.",
    ),
    Rule(
        id="provision_before_exclusion",
        table=exclusion_statuses,
        broken=exclusion_statuses.provision_started < exclusion_statuses.excluded_from,
        column="provision_started",
        message="Other full-time education began before the first day of the exclusion.",
        remedy=_EITHER,
    ),
    Rule(
        id="exclusion_without_reason",
        table=exclusion_statuses,
        broken=exclusion_statuses.reason.isnull(),
        column="reason",
        message="The main reason is not recorded, so the exclusion is in no figure by reason.",
        remedy="Give the reason, as the head teacher's notice does.",
    ),
)
_HEALTH = (
    Rule(
        id="health_assessment_without_entry",
        table=initial_health_assessments,
        broken=_entry.lacks(initial_health_assessments)
        & (initial_health_assessments.entered_care >= care["first"]),
        column="entered_care",
        beside=(_entry, care),
        message="No episode of this child starts on the day on which the register says that the child entered care.",
        remedy="Give the day on which the child became looked after, as the looked-after return has it.",
    ),
    Rule(
        id="assessed_long_before_care",
        table=initial_health_assessments,
        broken=days_after(initial_health_assessments.completed, EARLIER_DAYS)
        < initial_health_assessments.entered_care,
        column="completed",
        message="The assessment was completed more than 90 days before the child entered care, so it does not count.",
        remedy=_EITHER,
    ),
    Rule(
        id="report_before_assessment",
        table=initial_health_assessments,
        broken=initial_health_assessments.report_received < initial_health_assessments.completed,
        column="report_received",
        message="The report was received before the assessment was completed.",
        remedy=_EITHER,
    ),
    Rule(
        id="completed_without_its_day",
        table=initial_health_assessments,
        broken=(initial_health_assessments.status == "completed")
        & initial_health_assessments.completed.isnull(),
        column="completed",
        message="The assessment is said to be complete, and no day says when, so it counts as open and overdue.",
        remedy="Give the day on which it was completed.",
    ),
)
_BEFORE_COURT = (
    Rule(
        id="pre_proceedings_without_referral",
        table=pre_proceedings,
        broken=case.lacks(pre_proceedings),
        column="referral_date",
        beside=(case,),
        message="The referral that these pre-proceedings belong to was not kept.",
        remedy="Mend the referral, which may have been held back.",
    ),
    Rule(
        id="court_before_pre_proceedings",
        table=pre_proceedings,
        broken=pre_proceedings.court_application < pre_proceedings.started,
        column="court_application",
        message="The application to court lies before the start of pre-proceedings.",
        remedy=_EITHER,
    ),
    Rule(
        id="pre_proceedings_after_closure",
        table=pre_proceedings,
        broken=pre_proceedings.started > case["closed"],
        column="started",
        beside=(case,),
        message="Pre-proceedings start after the case was closed.",
        remedy="Correct the day of closure, or move them to the referral that they belong to.",
    ),
)
RULES = (*_EXCLUSIONS, *_HEALTH, *_BEFORE_COURT)
