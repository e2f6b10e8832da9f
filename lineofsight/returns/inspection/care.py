"""Lists 8 to 10: children in care, care leavers, children and adoption."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _

from lineofsight.returns.columns import Column, Rows
from lineofsight.returns.derived import FAR, SHORT_BREAKS, care_entries
from lineofsight.returns.inspection.front_door import by_day
from lineofsight.returns.inspection.people import yes_no
from lineofsight.returns.inspection.when import six_months_before, twelve_months_before
from lineofsight.returns.tables import (
    adoptions,
    care_leaver_contacts,
    care_leavers,
    episodes,
    health_checks,
    initial_health_assessments,
    looked_after_reviews,
    missing_episodes,
    placements_for_adoption,
    unaccompanied_children,
    visits,
)

SAME_PLACEMENT = "L"  # a new episode whose legal status alone is new
PLACEMENT_ORDER = "E1"
ADOPTED = ("E11", "E12")
IN_TOUCH = {"YES": "Y", "NO": "N"}  # the others, such as died or refused, are left out of the count
SUITED = {"1": "suitable", "2": "unsuitable"}


def children_in_care_list(day: date) -> Rows:
    """Each child who is in care, or left in the last six months: one row for the newest stay."""
    stays = care_entries.rows.filter(care_entries.entered <= day)
    newest = ibis.window(group_by="child_id", order_by=_.entered.desc())
    earlier = ibis.window(group_by="child_id", order_by="entered")
    stays = stays.mutate(left_before_=_.left.lag().over(earlier), place_=ibis.row_number().over(newest))
    stays = stays.filter((_.place_ == 0) & (ibis.coalesce(_.left, FAR) >= six_months_before(day)))
    again = (stays.left_before_ >= twelve_months_before(day)).fill_null(False)  # noqa: FBT003
    rows = stays.select("child_id", "entered", again_in_12_months=yes_no(again), ceased=by_day(_.left, day))
    rows = _with_placement(rows, day)
    for latest in _latest(day):
        rows = rows.left_join(latest, rows.child_id == latest.whose_).drop("whose_")
    counts = ("placements_in_12_months", "missing_in_12_months", "absent_in_12_months")
    return rows.mutate(uasc=rows.uasc.fill_null("N"), **{name: rows[name].fill_null(0) for name in counts})


def _with_placement(rows: Rows, day: date) -> Rows:
    """The rows with the newest episode of the child by the day: its need, legal status, placement and end."""
    begun = _episodes_by(day)
    order = ibis.window(group_by="child_id", order_by=[_.started.desc(), _.row.desc()])
    newest = begun.mutate(place_=ibis.row_number().over(order)).filter(_.place_ == 0)
    newest = newest.select(
        "need",
        "legal_status",
        "placement",
        "provider",
        "placement_postcode",
        "urn",
        whose_="child_id",
        reason_ceased=ibis.ifelse(_.ended <= ibis.date(day), _.reason_ended, None),
    )
    rows = rows.left_join(newest, rows.child_id == newest.whose_).drop("whose_")
    rows = rows.mutate(reason_ceased=ibis.ifelse(rows.ceased.notnull(), rows.reason_ceased, None))
    statuses = _since_when(rows, begun)
    return rows.left_join(statuses, rows.child_id == statuses.whose_).drop("whose_")


def _since_when(rows: Rows, begun: Rows) -> Rows:
    """Of each child, since when the legal status has been what it is: in this stay, and without another in between."""
    spells = begun.select(whose_="child_id", began_="started", status_="legal_status")
    of_stay = rows.inner_join(spells, [rows.child_id == spells.whose_, spells.began_ >= rows.entered])
    others = of_stay.filter(_.status_ != _.legal_status).group_by("whose_").agg(other_=_.began_.max())
    same = of_stay.filter(_.status_ == _.legal_status).select("whose_", "began_")
    after = same.left_join(others, "whose_").filter(_.other_.isnull() | (_.began_ > _.other_))
    return after.group_by("whose_").agg(status_started=_.began_.min())


def _episodes_by(day: date) -> Rows:
    """The episodes that had begun by the day; a series of short breaks is no time in care."""
    in_care = ~episodes.legal_status.isin(SHORT_BREAKS).fill_null(False)  # noqa: FBT003
    return episodes.rows.filter((episodes.started <= day) & in_care)


def _latest(day: date) -> list[Rows]:
    """Of each child, what happened last by the day and how often it happened in twelve months, from table to table."""
    year = twelve_months_before(day)
    moves = _episodes_by(day).filter(_.reason_started != SAME_PLACEMENT)
    of_year = moves.filter(ibis.coalesce(_.ended, FAR) >= year)
    gone = missing_episodes.rows.filter(missing_episodes.started.between(year, day))
    alone = unaccompanied_children.rows.filter(
        ibis.coalesce(unaccompanied_children.status_ceased, FAR) >= year
    )
    visited = visits.rows.filter((visits.kind == "looked_after") & (visits.visited <= day))
    reviewed = looked_after_reviews.rows.filter(looked_after_reviews.review_date <= day)
    checked = health_checks.rows.filter(health_checks.done <= day)
    first = initial_health_assessments.rows.filter(initial_health_assessments.completed <= day)
    later = checked.filter(_.kind == "review_health_assessment").select("child_id", completed="done")
    assessed = ibis.union(first.select("child_id", "completed"), later)
    return [
        moves.group_by(whose_="child_id").agg(placement_started=_.started.max()),
        of_year.group_by(whose_="child_id").agg(placements_in_12_months=_.count()),
        gone.group_by(whose_="child_id").agg(
            missing_in_12_months=(_.kind == "M").sum(), absent_in_12_months=(_.kind == "A").sum()
        ),
        alone.select(whose_="child_id").distinct().mutate(uasc=ibis.literal("Y")),
        visited.group_by(whose_="child_id").agg(last_visit=_.visited.max()),
        reviewed.group_by(whose_="child_id").agg(latest_review=_.review_date.max()),
        assessed.group_by(whose_="child_id").agg(last_health_assessment=_.completed.max()),
        checked.filter(_.kind == "dental").group_by(whose_="child_id").agg(last_dental_check=_.done.max()),
    ]


def care_leavers_list(day: date) -> Rows:
    """The care leavers of the council's newest list by the day, and those whom only the yearly return has."""
    monthly = _monthly_list(day)
    yearly = _yearly_list()
    only_yearly = yearly.anti_join(monthly, yearly.child_id == monthly.child_id)
    rows = ibis.union(monthly, only_yearly.select(*monthly.columns))
    alone = unaccompanied_children.rows.select(whose_="child_id").distinct().mutate(uasc=ibis.literal("Y"))
    rows = rows.left_join(alone, rows.child_id == alone.whose_).drop("whose_")
    return rows.mutate(uasc=rows.uasc.fill_null("N"))


def _monthly_list(day: date) -> Rows:
    """Each care leaver once, as the newest row by the day has it."""
    told = care_leaver_contacts.rows.filter(care_leaver_contacts.as_at <= day)
    newest = ibis.window(group_by="child_id", order_by=[_.as_at.desc(), _.row.desc()])
    told = told.mutate(place_=ibis.row_number().over(newest)).filter(_.place_ == 0)
    same = ("eligibility", "in_touch", "last_contact", "accommodation", "suitability", "activity")
    return told.select("child_id", *same, "pathway_plan_reviewed", adviser="adviser_id")


def _yearly_list() -> Rows:
    """The care leavers of SSDA903: its code of accommodation says both what it is and whether it is suitable."""
    place = care_leavers.accommodation
    suited = _words(place.substr(1, 1), SUITED, ibis.null("string"))
    touch = _words(care_leavers.in_touch, IN_TOUCH, ibis.ifelse(care_leavers.in_touch.isnull(), None, "X"))
    return care_leavers.rows.mutate(touch_=touch, place_=place.substr(0, 1), suited_=suited).select(
        "child_id",
        "activity",
        in_touch="touch_",
        accommodation="place_",
        suitability="suited_",
        eligibility=ibis.null("string"),
        last_contact=ibis.null("date"),
        pathway_plan_reviewed=ibis.null("date"),
        adviser=ibis.null("string"),
    )


def adoptions_list(day: date) -> Rows:
    """The children with a decision for adoption in the last twelve months, or with one that still waits."""
    since = twelve_months_before(day)
    rows = adoptions.rows.filter(adoptions.decision_date <= day)
    rows = rows.select("child_id", decided="decision_date", matched=by_day(_.match_date, day))
    placed = placements_for_adoption.rows.filter(placements_for_adoption.placed <= day)
    order = ibis.window(group_by="child_id", order_by=[_.placed.desc(), _.row.desc()])
    placed = placed.mutate(place_=ibis.row_number().over(order)).filter(_.place_ == 0)
    placed = placed.select(
        "placed",
        whose_="child_id",
        reversed=by_day(_.ceased, day),
        reason_reversed=ibis.ifelse(_.ceased <= ibis.date(day), _.reason_ceased, None),
    )
    rows = rows.left_join(placed, rows.child_id == placed.whose_).drop("whose_")
    begun = episodes.rows.filter(episodes.started <= day)
    ordered = begun.filter(_.legal_status == PLACEMENT_ORDER)
    adopted = begun.filter(_.reason_ended.isin(ADOPTED) & (_.ended <= day))
    stays = care_entries.rows.filter(care_entries.entered <= day)
    for found in (
        ordered.group_by(whose_="child_id").agg(placement_order=_.started.min()),
        adopted.group_by(whose_="child_id").agg(adoption_order=_.ended.max()),
        stays.group_by(whose_="child_id").agg(entered=_.entered.max()),
    ):
        rows = rows.left_join(found, rows.child_id == found.whose_).drop("whose_")
    done = ibis.coalesce(rows.adoption_order, rows.reversed, FAR)
    return rows.filter((rows.decided >= since) | (done >= since))


def _words(value: Column, of: dict[str, str], otherwise: Column) -> Column:
    return ibis.cases(*((value == code, word) for code, word in of.items()), else_=otherwise)
