"""Referrals as a story: each with the one before it."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import Clocked, Date, Rows, Table, Text
from lineofsight.returns.tables import referrals


class ReferralsInOrder(Table):
    """Each referral with the same child's referral before it. One on the same day is not before it."""

    child_id: Text
    referral_date: Clocked
    source: Text
    previous_referral_date: Date

    def made_of(self) -> Rows:
        days = referrals.rows.select(known_child=_.child_id, known_day=_.referral_date).distinct()
        before = ibis.window(group_by="known_child", order_by="known_day")
        days = days.mutate(previous_referral_date=_.known_day.lag().over(before))
        same = [referrals.child_id == days.known_child, referrals.referral_date == days.known_day]
        return referrals.rows.left_join(days, same).drop("known_child", "known_day")


referrals_in_order = ReferralsInOrder()
