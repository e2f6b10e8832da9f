"""Permanent exclusions as they stand now, of their history."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import Date, Rows, Table, Text
from lineofsight.returns.tables import exclusion_statuses

CONFIRMED = ("upheld", "irp_upheld")
ENDED_OTHERWISE = ("cancelled", "withdrawn", "reinstated", "quashed")


class PermanentExclusions(Table):
    """Each permanent exclusion with the latest status that it has.

    ``counted_on`` is the day of the notice, or the first day of the exclusion where the notice has none.
    ``previous`` is the first day of an earlier confirmed exclusion of the same child, for a confirmed one.
    """

    exclusion_id: Text
    child_id: Text
    counted_on: Date
    excluded_from: Date
    school: Text
    phase: Text
    sex: Text
    home_ward: Text
    reason: Text
    reason_2: Text
    reason_3: Text
    status: Text
    previous: Date

    def made_of(self) -> Rows:
        known, before = latest_statuses(), _before()
        same = [known.child_id == before.known_child, known.excluded_from == before.known_day]
        known = known.left_join(before, same)
        return known.mutate(
            counted_on=ibis.coalesce(known.notified, known.excluded_from),
            previous=ibis.ifelse(known.status.isin(CONFIRMED), known.previous, ibis.null("date")),
        ).select(*self.schema())


def latest_statuses() -> Rows:
    """The row of each exclusion's latest status, with the first day of provision that any of its rows gives."""
    # A status without a date was the first word on the matter; the place in the file decides between two on one day.
    newest_first = [
        ibis.coalesce(_.status_date, _.notified, ibis.date("1900-01-01")).desc(),
        _.load.desc(),
        _.file.desc(),
        _.row.desc(),
    ]
    order = ibis.row_number().over(ibis.window(group_by="exclusion_id", order_by=newest_first))
    first = _.provision_started.min().over(ibis.window(group_by="exclusion_id"))
    rows = exclusion_statuses.rows.mutate(order=order, provision_started=first)
    return rows.filter(_.order == 0).drop("order")


def _before() -> Rows:
    """Each day on which a child's confirmed exclusion began, with the one before it."""
    confirmed = latest_statuses().filter(_.status.isin(CONFIRMED) & _.child_id.notnull())
    days = confirmed.select(known_child=_.child_id, known_day=_.excluded_from).distinct()
    order = ibis.window(group_by="known_child", order_by="known_day")
    return days.mutate(previous=_.known_day.lag().over(order))


permanent_exclusions = PermanentExclusions()
