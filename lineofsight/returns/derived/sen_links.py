"""How the rows of SEN2's modules hang together: which request, child and newest file each belongs to."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import Rows
from lineofsight.returns.tables import (
    sen_active_plans,
    sen_assessments,
    sen_named_plans,
    sen_needs,
    sen_persons,
    sen_requests,
)

HISTORICAL = "H"


def newest_loads() -> Rows:
    """The load that holds the latest request: what is active or awaited now stands there, whatever older ones say."""
    days = sen_requests.rows.group_by("load").agg(latest=_.received.max())
    newest = ibis.window()
    return (
        days.mutate(newest=_.latest.max().over(newest))
        .filter(_.latest == _.newest)
        .select(newest_load="load")
    )


def request_of_assessments() -> Rows:
    """Of each assessment, its request."""
    return sen_assessments.rows.group_by(whose_assessment="assessment_id").agg(request_id=_.request_id.max())


def children_of_requests() -> Rows:
    """Of each request, the child, the child's UPN, and when it was received."""
    asked = sen_requests.rows.group_by(whose_request="request_id").agg(
        child_id=_.child_id.max(), received=_.received.min()
    )
    people = sen_persons.rows.select(person="child_id", upn="upn")
    return asked.left_join(people, asked.child_id == people.person).drop("person")


def transfers() -> Rows:
    """The requests whose plan came from another authority."""
    moved = sen_active_plans.rows.filter(_.transferred_from.notnull())
    return moved.select(transferred="request_id").distinct()


def plans_of_requests() -> Rows:
    """Of each request, the day on which its first named plan began."""
    requests = request_of_assessments()
    plans = sen_named_plans.rows.select("assessment_id", "started")
    named = plans.join(requests, plans.assessment_id == requests.whose_assessment)
    return named.group_by(planned="request_id").agg(plan_started=_.started.min())


def primary_needs() -> Rows:
    """Each child's need of rank 1: of several, the last that was loaded."""
    plans = sen_active_plans.rows.group_by(plan="active_plan_id").agg(request_id=_.request_id.max())
    needs = sen_needs.rows.filter(_.need_rank == 1)
    needs = needs.join(plans, needs.active_plan_id == plans.plan)
    children = children_of_requests().select("whose_request", "child_id")
    needs = needs.join(children, needs.request_id == children.whose_request)
    last = ibis.window(group_by="child_id", order_by=[_.load.desc(), _.file.desc(), _.row.desc()])
    needs = needs.mutate(place=ibis.row_number().over(last)).filter(_.place == 0)
    return needs.select("child_id", "need")
