"""Lists 6 and 7: children in need, and child protection plans."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _

from lineofsight.returns.columns import Column, Rows
from lineofsight.returns.derived import FAR, care_entries
from lineofsight.returns.inspection.front_door import by_day
from lineofsight.returns.inspection.people import yes_no
from lineofsight.returns.inspection.when import six_months_before
from lineofsight.returns.tables import (
    assessments,
    child_in_need_plans,
    child_protection_plans,
    child_protection_reviews,
    referrals,
    visits,
)


def children_in_need_list(day: date) -> Rows:
    """Each case that is open, or was closed in the last six months, with what it has come to."""
    rows = _lately(referrals.rows, referrals.referral_date, referrals.closure_date, day)
    rows = rows.select(
        "child_id",
        started="referral_date",
        need="primary_need",
        closed=by_day(_.closure_date, day),
        reason_closed=ibis.ifelse(_.closure_date <= ibis.date(day), _.closure_reason, None),
    )
    seen = visits.rows.filter(visits.seen & (visits.visited <= day))
    last = seen.group_by(whose_="child_id").agg(last_seen=_.visited.max())
    rows = rows.left_join(last, rows.child_id == last.whose_).drop("whose_")
    for name, open_now in _open_now(day).items():
        rows = rows.left_join(open_now, rows.child_id == open_now.whose_).drop("whose_")
        rows = rows.mutate(**{name: rows[name].fill_null(False)})  # noqa: FBT003
    status = ibis.cases(
        (_.closed.notnull(), "closed"),
        (_.in_care_, "looked_after"),
        (_.protected_, "protection_plan"),
        (_.planned_, "in_need_plan"),
        (_.assessed_, "open_assessment"),
        else_=ibis.null("string"),
    )
    return rows.mutate(status=status).drop(*_open_now(day))


def plans_list(day: date) -> Rows:
    """Each child protection plan that is open, or ended in the last six months, with its latest visit and review."""
    plans = child_protection_plans
    rows = _lately(plans.rows, plans.started, plans.ended, day).select(
        "child_id",
        "started",
        "initial_category",
        "latest_category",
        "previous_plans",
        ended=by_day(_.ended, day),
    )
    made = visits.rows.filter((visits.kind == "child_protection") & (visits.visited <= day))
    newest = ibis.window(group_by="child_id", order_by=[_.visited.desc(), _.row.desc()])
    made = made.mutate(place_=ibis.row_number().over(newest)).filter(_.place_ == 0)
    made = made.select(whose_="child_id", last_visit="visited", seen_alone=yes_no(_.seen_alone))
    rows = rows.left_join(made, rows.child_id == made.whose_).drop("whose_")
    reviews = child_protection_reviews.rows.filter(child_protection_reviews.review_date <= day)
    latest = reviews.group_by(whose_="child_id", of_="plan_started").agg(latest_review=_.review_date.max())
    same = [rows.child_id == latest.whose_, rows.started == latest.of_]
    return rows.left_join(latest, same).drop("whose_", "of_")


def _lately(rows: Rows, since: Column, until: Column, day: date) -> Rows:
    """What had begun by the day and was not over six months before it."""
    return rows.filter((since <= day) & (ibis.coalesce(until, FAR) >= six_months_before(day)))


def _open_now(day: date) -> dict[str, Rows]:
    """By what is said of a child: the children of whom it is true on the day."""
    spells = {
        "in_care_": (care_entries.rows, care_entries.entered, care_entries.left),
        "protected_": (
            child_protection_plans.rows,
            child_protection_plans.started,
            child_protection_plans.ended,
        ),
        "planned_": (child_in_need_plans.rows, child_in_need_plans.started, child_in_need_plans.ended),
        "assessed_": (assessments.rows, assessments.started, assessments.authorised),
    }
    found = {}
    for name, (rows, since, until) in spells.items():
        now = rows.filter((since <= day) & (ibis.coalesce(until, FAR) > day))
        found[name] = now.select(whose_="child_id").distinct().mutate(**{name: ibis.literal(True)})  # noqa: FBT003
    return found
