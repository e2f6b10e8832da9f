"""Lists 1 to 5: contacts, early help, referrals, assessments, section 47 enquiries and conferences."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _

from lineofsight.returns.columns import Column, Rows
from lineofsight.returns.inspection.people import yes_no
from lineofsight.returns.inspection.when import six_months_before, twelve_months_before
from lineofsight.returns.tables import (
    assessments,
    child_protection_plans,
    conferences,
    contacts,
    early_help_episodes,
    referrals,
    section_47_enquiries,
)


def contacts_list(day: date) -> Rows:
    """The contacts of the last six months."""
    rows = contacts.rows.filter(_.received.between(six_months_before(day), day))
    return rows.select("child_id", "source", contact_date="received")


def early_help_list(day: date) -> Rows:
    """The early help of the last six months."""
    rows = early_help_episodes.rows.filter(_.started.between(six_months_before(day), day))
    return rows.select("child_id", "started", "organisation", completed=by_day(_.assessment_completed, day))


def referrals_list(day: date) -> Rows:
    """The referrals of the last six months, each with how many the child has had in the last twelve."""
    rows = referrals.rows.filter(_.referral_date.between(six_months_before(day), day))
    rows = rows.select("child_id", "referral_date", "source", no_further_action=yes_no(_.no_further_action))
    return _counted(rows, referrals.rows, referrals.referral_date, day, "referrals_in_12_months")


def assessments_list(day: date) -> Rows:
    """The assessments that were open in the last six months."""
    until = ibis.coalesce(assessments.authorised, ibis.date(day))
    rows = assessments.rows.filter((assessments.started <= day) & (until >= six_months_before(day)))
    return rows.select("child_id", "started", authorised=by_day(_.authorised, day))


def enquiries_list(day: date) -> Rows:
    """The section 47 enquiries of the last six months, with the conference that came of them."""
    enquiries = section_47_enquiries
    rows = enquiries.rows.filter(enquiries.started.between(six_months_before(day), day))
    rows = rows.select(
        "child_id",
        "started",
        conference_unnecessary=yes_no(_.conference_not_required),
        conference_date=by_day(_.conference_date, day),
    )
    plans = child_protection_plans.rows.select(whose_="child_id", began_="started").distinct()
    same = [rows.child_id == plans.whose_, rows.conference_date == plans.began_]
    rows = rows.left_join(plans, same)
    led = ibis.cases(
        (rows.conference_date.isnull(), None), (rows.began_.notnull(), "Y"), else_=ibis.literal("N")
    )
    rows = rows.mutate(led_to_plan=led).drop("whose_", "began_")
    rows = _counted(rows, enquiries.rows, enquiries.started, day, "enquiries_in_12_months")
    return _counted(rows, conferences.rows, conferences.held_date, day, "conferences_in_12_months")


def by_day(happened: Column, day: date) -> Column:
    """A date, unless it lies after the day of the list: what is still to come is not known on it."""
    return ibis.ifelse(happened <= ibis.date(day), happened, ibis.null("date"))


def _counted(rows: Rows, events: Rows, happened: Column, day: date, name: str) -> Rows:
    """The rows with how many of the events each child has had in the twelve months to the day."""
    of_a_year = events.filter(happened.between(twelve_months_before(day), day))
    counts = of_a_year.group_by(whose_="child_id").agg(**{name: _.count()})
    joined = rows.left_join(counts, rows.child_id == counts.whose_).drop("whose_")
    return joined.mutate(**{name: joined[name].fill_null(0)})
