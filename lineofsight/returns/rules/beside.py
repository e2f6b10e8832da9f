"""What several rules read beside their own table: the case, the plan, the child, the stay in care that a row belongs to."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import Column
from lineofsight.returns.derived import FAR, SHORT_BREAKS
from lineofsight.returns.rules.model import Beside
from lineofsight.returns.tables import (
    child_protection_plans,
    children,
    episodes,
    looked_after_children,
    referrals,
)

OF_CHILD = {"child_id": "child_id"}
OF_CASE = {"child_id": "child_id", "referral_date": "referral_date"}

people = Beside(of=children.rows, by=OF_CHILD, facts={"born": _.born.max(), "died": _.died.max()})
case = Beside(
    of=referrals.rows,
    by=OF_CASE,
    # Two referrals of one day are two rows: the case is closed when both are.
    facts={
        "closed": ibis.coalesce(_.closure_date, FAR).max().nullif(FAR),
        "no_further_action": _.no_further_action.cast("int64").min(),
    },
)
cases_of_child = Beside(
    of=referrals.rows,
    by=OF_CHILD,
    facts={
        "open": (_.closure_date.isnull() & ~_.no_further_action.fill_null(False)).cast("int64").sum(),  # noqa: FBT003
    },
)
plan = Beside(
    of=child_protection_plans.rows,
    by={"child_id": "child_id", "plan_started": "started"},
    facts={"ended": ibis.coalesce(_.ended, FAR).max().nullif(FAR)},
)
looked_after_people = Beside(of=looked_after_children.rows, by=OF_CHILD, facts={"born": _.born.max()})
care = Beside(
    of=episodes.rows,
    by=OF_CHILD,
    facts={
        "first": _.started.min(),
        "last": ibis.coalesce(_.ended, FAR).max(),
        "open": _.ended.isnull().cast("int64").sum(),
    },
)
in_care: Column = ~episodes.legal_status.isin(SHORT_BREAKS).fill_null(False)  # noqa: FBT003


def birthday(born: Column, years: int) -> Column:
    """The day on which someone born that day is so many years old."""
    return born + ibis.interval(years=years)


def days_after(day: Column, days: int) -> Column:
    """The day so many days later."""
    return day + ibis.interval(days=days)


def yes(flag: Column) -> Column:
    """A flag that is set; one that was not recorded is not."""
    return flag.fill_null(False)  # noqa: FBT003
