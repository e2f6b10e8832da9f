"""Requests for EHC plans from beginning to end, and the plans, of the council's register and of SEN2 together.

The register is as new as the day on which it was loaded, so a case that stands in both is taken from there: it is the
same case under the same request number, or of the same child (by identifier or by UPN) received on the same day.
"""

from __future__ import annotations

from dataclasses import dataclass

import ibis
from ibis import _

from lineofsight.returns.columns import PROVENANCE, Column, Date, Flag, Rows, Table, Text
from lineofsight.returns.derived import sen_links
from lineofsight.returns.derived.spells import FAR, earliest
from lineofsight.returns.sen2_cases import ACCEPTED, NOTHING_MOVED
from lineofsight.returns.tables import (
    ehc_requests,
    sen_active_plans,
    sen_assessments,
    sen_named_plans,
    sen_requests,
)
from lineofsight.returns.tables import sen2 as sen2


@dataclass(frozen=True, kw_only=True)
class Source:
    """Tables that tell of the same cases as another source's: one source is enough, and ``awaited`` must be there."""

    awaited: tuple[str, ...]
    all: tuple[str, ...]


EHC_SOURCES = (
    Source(awaited=(ehc_requests.name,), all=(ehc_requests.name,)),
    Source(
        awaited=(sen_requests.name, sen_assessments.name, sen_named_plans.name),
        all=tuple(table.name for table in sen2.TABLES),
    ),
)
CASE = ("request_id", "child_id", "received", "exceptions_apply", "plan_issued", "concluded")
PLAN = ("request_id", "child_id", "started", "ceased")
no_date = ibis.null("date")


class EhcCases(Table):
    """One row for each request that is known, with the plan that came of it and the day on which it was concluded.

    ``concluded`` is the first of plan issued, refusal and withdrawal; null while the request is open. A plan that came
    from another authority, or was issued before the return's year (historical), is no new one: ``plan_issued`` is null.
    """

    request_id: Text
    child_id: Text
    received: Date
    exceptions_apply: Flag
    plan_issued: Date
    concluded: Date

    def made_of(self) -> Rows:
        register = ehc_requests.rows.select(*CASE, *PROVENANCE)
        return ibis.union(register, _cases_of_sen2().select(*CASE, *PROVENANCE))


class EhcPlans(Table):
    """One row for each education, health and care plan: when it began to be maintained here, and when that ceased.

    A plan in SEN2 that overlaps one of the same child in the register is that plan. An active plan of the newest SEN2
    file that names no plan, as those do that came from elsewhere, began on the day of its request.
    """

    request_id: Text
    child_id: Text
    started: Date
    ceased: Date

    def made_of(self) -> Rows:
        issued = ehc_requests.rows.filter(_.plan_issued.notnull())
        register = issued.mutate(started=_.plan_issued, ceased=_.plan_ceased).select(*PLAN, *PROVENANCE)
        return ibis.union(register, _plans_of_sen2().select(*PLAN, *PROVENANCE))


def _cases_of_sen2() -> Rows:
    cases = _with_what_came_of_them(_not_in_the_register())
    moved = cases.moved_away.notnull() & ~cases.moved_away.lower().isin(NOTHING_MOVED)
    said_so = (cases.outcome == sen_links.HISTORICAL) | (cases.historical > 0)
    is_historical = said_so.fill_null(False)  # noqa: FBT003
    is_new = cases.transferred.isnull()
    issued = ibis.coalesce(cases.issued, ibis.ifelse(is_historical, no_date, cases.plan_started))
    issued = ibis.ifelse(is_new, issued, no_date)
    refused = ibis.ifelse(cases.outcome.isin(("N", "W")), cases.settled, no_date)
    at_once = ibis.ifelse(moved, ibis.coalesce(cases.settled, cases.received), cases.received)
    end_unknown = ibis.ifelse(_still_open(cases) & ~moved & is_new, no_date, at_once)
    return cases.mutate(
        exceptions_apply=(cases.exceptions > 0),
        plan_issued=issued,
        concluded=ibis.coalesce(earliest(issued, cases.ended, refused), end_unknown),
    )


def _still_open(cases: Rows) -> Column:
    """Not decided, assessed and awaited, or accepted with an assessment that the newest file does not show yet."""
    undecided = cases.outcome.isnull() | (cases.outcome == "A")
    not_shown = (cases.outcome == ACCEPTED) & cases.assessments.isnull() & cases.newest_load.notnull()
    awaited = (cases.outcome != sen_links.HISTORICAL) & (cases.awaited > 0)
    return undecided | not_shown.fill_null(False) | awaited.fill_null(False)  # noqa: FBT003


def _with_what_came_of_them(cases: Rows) -> Rows:
    assessed, plans, moved = _assessed(), sen_links.plans_of_requests(), sen_links.transfers()
    newest = sen_links.newest_loads()
    cases = cases.left_join(assessed, cases.request_id == assessed.whose)
    cases = cases.left_join(plans, cases.request_id == plans.planned)
    cases = cases.left_join(moved, cases.request_id == moved.transferred)
    return cases.left_join(newest, cases.load == newest.newest_load)


def _assessed() -> Rows:
    """Of each request, what its assessments say; an historical one gives no day."""
    rows = sen_assessments.rows
    outcome = rows.outcome.fill_null("A")
    is_awaited = (outcome == "A") | ((outcome == ACCEPTED) & rows.outcome_date.isnull())
    return rows.group_by(whose="request_id").agg(
        assessments=rows.count(),
        historical=(outcome == sen_links.HISTORICAL).cast("int64").sum(),
        awaited=is_awaited.cast("int64").sum(),
        issued=ibis.ifelse(outcome == ACCEPTED, rows.outcome_date, no_date).min(),
        ended=ibis.ifelse(outcome.isin(("N", "W")), rows.outcome_date, no_date).min(),
        exceptions=rows.exceptions_apply.cast("int64").max(),
    )


def _not_in_the_register() -> Rows:
    """SEN2's requests that the register does not have."""
    listed = ehc_requests.rows
    people = sen_links.children_of_requests().select("whose_request", "upn")
    asked = sen_requests.rows.left_join(people, sen_requests.request_id == people.whose_request)
    ids = listed.select(same_id="request_id").distinct()
    children = listed.select(same_child="child_id", child_day="received").distinct()
    upns = listed.select(same_upn="upn", upn_day="received").distinct()
    asked = asked.left_join(ids, asked.request_id == ids.same_id)
    asked = asked.left_join(
        children, [asked.child_id == children.same_child, asked.received == children.child_day]
    )
    asked = asked.left_join(upns, [asked.upn == upns.same_upn, asked.received == upns.upn_day])
    asked = asked.filter(_.same_id.isnull() & _.same_child.isnull() & _.same_upn.isnull())
    return asked.drop("whose_request", "upn", "same_id", "same_child", "child_day", "same_upn", "upn_day")


def _plans_of_sen2() -> Rows:
    plans = ibis.union(_named_plans(), _active_plans_without_a_name())
    listed = ehc_requests.rows.filter(_.plan_issued.notnull())
    ids = listed.select(same_id="request_id").distinct()
    spells = listed.select(same_child="child_id", child_from="plan_issued", child_to="plan_ceased")
    upns = listed.select(same_upn="upn", upn_from="plan_issued", upn_to="plan_ceased")
    plans = plans.left_join(ids, plans.request_id == ids.same_id)
    plans = plans.left_join(
        spells,
        [plans.child_id == spells.same_child, *_overlap(plans, spells.child_from, spells.child_to)],
    )
    plans = plans.left_join(upns, [plans.upn == upns.same_upn, *_overlap(plans, upns.upn_from, upns.upn_to)])
    return plans.filter(_.same_id.isnull() & _.same_child.isnull() & _.same_upn.isnull())


def _overlap(plans: Rows, since: Column, until: Column) -> list[Column]:
    return [since < ibis.coalesce(plans.ceased, FAR), ibis.coalesce(until, FAR) > plans.started]


def _named_plans() -> Rows:
    requests, children = sen_links.request_of_assessments(), sen_links.children_of_requests()
    plans = sen_named_plans.rows.filter(_.started.notnull())
    plans = plans.left_join(requests, plans.assessment_id == requests.whose_assessment)
    plans = plans.left_join(children, plans.request_id == children.whose_request)
    return plans.select(*PLAN, "upn", *PROVENANCE)


def _active_plans_without_a_name() -> Rows:
    named, children = sen_links.plans_of_requests(), sen_links.children_of_requests()
    newest = sen_links.newest_loads()
    plans = sen_active_plans.rows
    plans = plans.join(newest, plans.load == newest.newest_load)
    plans = plans.left_join(named, plans.request_id == named.planned)
    plans = plans.filter(_.plan_started.isnull())
    plans = plans.left_join(children, plans.request_id == children.whose_request)
    return plans.mutate(started=plans.received, ceased=no_date).select(*PLAN, "upn", *PROVENANCE)


ehc_cases = EhcCases()
ehc_plans = EhcPlans()
