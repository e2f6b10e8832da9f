"""A code that was not in force when the row that holds it was: it comes from another year's list, or the dates are wrong."""

from __future__ import annotations

from functools import reduce
from operator import or_

import ibis

from lineofsight.returns.codes import children_in_need as need
from lineofsight.returns.codes import looked_after as care
from lineofsight.returns.codes import schools
from lineofsight.returns.codes.model import Code, CodeList
from lineofsight.returns.columns import Column, Table
from lineofsight.returns.rules.model import Rule
from lineofsight.returns.tables import census_suspensions, episodes, exclusion_statuses, referrals

REMEDY = "Correct the code or the date, whichever is wrong."


def not_in_force(code: Column, of: CodeList, since: Column, until: Column | None = None) -> Column:
    """Whether a row's code is one of the list that was in force on none of its days. Without ``until`` it has one day."""
    last = since if until is None else until
    dated = [each for each in of.codes if each.is_dated and not each.became]
    return reduce(or_, (_out_of_force(code, each, since, last) for each in dated))


def _out_of_force(code: Column, each: Code, since: Column, last: Column) -> Column:
    never = ibis.literal(False)  # noqa: FBT003 - a column, not a switch
    early = never if each.since is None else last < each.since
    late = never if each.until is None else since > each.until
    return (code == each.value) & (early.fill_null(False) | late.fill_null(False))  # noqa: FBT003


def _rule(id_: str, table: Table, column: str, what: str, broken: Column) -> Rule:
    message = f"The {what} is a code that was not in use on this day."
    return Rule(id=id_, table=table, broken=broken, column=column, message=message, remedy=REMEDY)


RULES = (
    _rule(
        "source_not_in_force",
        referrals,
        "source",
        "source of the referral",
        not_in_force(referrals.source, need.SOURCES, referrals.referral_date),
    ),
    _rule(
        "closure_reason_not_in_force",
        referrals,
        "closure_reason",
        "reason for closure",
        not_in_force(referrals.closure_reason, need.REASONS_CLOSED, referrals.closure_date),
    ),
    _rule(
        "placement_not_in_force",
        episodes,
        "placement",
        "placement",
        not_in_force(episodes.placement, care.PLACEMENTS, episodes.started, episodes.ended),
    ),
    _rule(
        "reason_ended_not_in_force",
        episodes,
        "reason_ended",
        "reason for the end of the episode",
        not_in_force(episodes.reason_ended, care.REASONS_ENDED, episodes.ended),
    ),
    _rule(
        "suspension_reason_not_in_force",
        census_suspensions,
        "reason",
        "reason for the suspension or exclusion",
        not_in_force(census_suspensions.reason, schools.EXCLUSION_REASONS, census_suspensions.started),
    ),
    _rule(
        "exclusion_reason_not_in_force",
        exclusion_statuses,
        "reason",
        "reason for the exclusion",
        not_in_force(exclusion_statuses.reason, schools.EXCLUSION_REASONS, exclusion_statuses.excluded_from),
    ),
)
