"""Spells that may not have ended, compared: what the tables made of others are made with."""

from __future__ import annotations

import ibis

from lineofsight.returns.columns import Rows

FAR = ibis.date("9999-12-31")  # stands for "not yet" where two open ends are compared


def earliest(*days: Rows) -> Rows:
    """The first of several dates that may be missing; null when all are."""
    return ibis.least(*(ibis.coalesce(day, FAR) for day in days)).nullif(FAR)


def next_since(table: Rows, key: str | None) -> Rows:
    """The start of the following spell of the same key, by distinct starts, null for the last one."""
    keys = [key] if key else []
    starts = table.select(*keys, "since").distinct()
    following = starts.mutate(
        following=ibis._.since.lead().over(ibis.window(group_by=keys, order_by="since"))
    )
    joined = table.left_join(following, [*keys, "since"])
    return joined.select(*table.columns, "following")
