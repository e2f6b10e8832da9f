"""Stays in care, each with the initial health assessment that belongs to it."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import PROVENANCE, Clocked, Date, Rows, Table, Text
from lineofsight.returns.derived.spells import FAR, earliest
from lineofsight.returns.tables import episodes, initial_health_assessments, settings, working_days

SHORT_BREAKS = ("V3", "V4")  # a series of short breaks is not a period of being looked after
IHA_WORKING_DAYS = 20  # Care Planning Regulations 2010 reg 7 and 33 with the 2015 statutory guidance


class CareEntries(Table):
    """Each time that a child came into care, when that ended, and the initial health assessment that belongs to it.

    ``left`` is when the last episode of the same stay ended, null while any is open; ``due`` is the twentieth working
    day after entry. An assessment belongs to the stay when it was completed after the stay's start, or up to 90 days
    before it (one done in the three months before is not done again: regulation 7 of SI 2010/959), and before the next
    stay began.
    """

    child_id: Text
    entered: Clocked
    left: Date
    assessed: Clocked
    due: Date

    def made_of(self) -> Rows:
        stays = _stays().cross_join(settings.rows)
        wanted = stays.mutate(due_number=_.entered_workday + IHA_WORKING_DAYS - _.first_working_day)
        days = working_days.rows.filter(_.is_working_day).select(due="day", due_number="number")
        dated = wanted.left_join(days, "due_number")
        return dated.left_join(_first_assessments(), ["child_id", "entered"]).select(*self.schema())


def _stays() -> Rows:
    """Each stay in care by the episode that began it (RNE S), with its end and the start of the stay after it.

    A child comes into care once a day, however many placements that day has, and a stay is over when the next begins.
    """
    care = episodes.rows.filter(~_.legal_status.isin(SHORT_BREAKS).fill_null(False))  # noqa: FBT003
    care = care.mutate(came_in=ibis.ifelse(_.reason_started == "S", _.started, ibis.null("date")))
    so_far = ibis.cumulative_window(group_by="child_id", order_by=["started", _.came_in.isnull()])
    care = care.mutate(entered=_.came_in.max().over(so_far))
    ends = care.group_by("child_id", "entered").agg(
        still_open=_.ended.isnull().sum(), last_ended=_.ended.max()
    )
    first = ibis.window(group_by=["child_id", "entered"], order_by=["file", "row"])
    begun = care.filter(_.came_in.notnull()).mutate(place=ibis.row_number().over(first)).filter(_.place == 0)
    stays = begun.left_join(ends, ["child_id", "entered"])
    after = ibis.window(group_by="child_id", order_by="entered")
    stays = stays.mutate(next_entered=_.entered.lead().over(after), entered_workday=_.started_workday)
    left = ibis.ifelse(_.still_open > 0, ibis.null("date"), _.last_ended)
    stays = stays.mutate(left=earliest(left, _.next_entered))
    return stays.select("child_id", "entered", "entered_workday", "left", "next_entered", *PROVENANCE)


def _first_assessments() -> Rows:
    """The first completed initial health assessment of each stay."""
    done = initial_health_assessments.rows.filter(_.completed.notnull())
    done = done.select(whose="child_id", assessed="completed", assessed_workday="completed_workday")
    stays = _stays()
    theirs = [
        stays.child_id == done.whose,
        done.assessed > stays.entered - ibis.interval(days=91),
        done.assessed < ibis.coalesce(stays.next_entered, FAR),
    ]
    first = {"assessed": _.assessed.min(), "assessed_workday": _.assessed_workday.min()}
    return stays.join(done, theirs).group_by("child_id", "entered").agg(**first)


care_entries = CareEntries()
