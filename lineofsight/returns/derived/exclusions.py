"""Permanent exclusions as they stand now, of their history."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import Date, Rows, Table, Text
from lineofsight.returns.tables import exclusion_statuses


class PermanentExclusions(Table):
    """Each permanent exclusion with the latest status that it has."""

    exclusion_id: Text
    child_id: Text
    notified: Date
    excluded_from: Date
    school: Text
    phase: Text
    year_group: Text
    sex: Text
    reason: Text
    status: Text
    status_date: Date

    def made_of(self) -> Rows:
        # A status without a date was the first word on the matter; the place in the file decides between two on one day.
        newest_first = [
            ibis.coalesce(_.status_date, _.notified, ibis.date("1900-01-01")).desc(),
            _.load.desc(),
            _.file.desc(),
            _.row.desc(),
        ]
        order = ibis.row_number().over(ibis.window(group_by="exclusion_id", order_by=newest_first))
        return exclusion_statuses.rows.mutate(order=order).filter(_.order == 0).drop("order")


permanent_exclusions = PermanentExclusions()
