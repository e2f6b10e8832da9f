"""Named tables made of others: what needs other rows is worked out here, before any filter or period."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import PROVENANCE, Clocked, Date, Rows, Table, Text, Whole
from lineofsight.returns.tables import (
    child_areas,
    episodes,
    exclusion_statuses,
    initial_health_assessments,
    population,
    referrals,
    settings,
    working_days,
)

FAR = ibis.date("9999-12-31")  # stands for "not yet" where two open ends are compared
SHORT_BREAKS = ("V3", "V4")  # a series of short breaks is not a period of being looked after
IHA_WORKING_DAYS = 20  # Care Planning Regulations 2010 reg 7 and 33 with the 2015 statutory guidance


def earliest(*days: Rows) -> Rows:
    """The first of several dates that may be missing; null when all are."""
    return ibis.least(*(ibis.coalesce(day, FAR) for day in days)).nullif(FAR)


def next_since(table: Rows, key: str | None) -> Rows:
    """The start of the following spell of the same key, by distinct starts, null for the last one."""
    keys = [key] if key else []
    starts = table.select(*keys, "since").distinct()
    following = starts.mutate(following=_.since.lead().over(ibis.window(group_by=keys, order_by="since")))
    joined = table.left_join(following, [*keys, "since"])
    return joined.select(*table.columns, "following")


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


class Areas(Table):
    """Each child's ward and team by dated spell; a later spell ends the one before it, even where nobody closed that."""

    child_id: Text
    ward: Text
    team: Text
    since: Date
    until: Date

    def made_of(self) -> Rows:
        # Two spells that begin on one day would put the child in two wards at once: the last in the file is taken.
        last = ibis.window(
            group_by=["child_id", "since"], order_by=[_.load.desc(), _.file.desc(), _.row.desc()]
        )
        begun = child_areas.rows.mutate(place=ibis.row_number().over(last)).filter(_.place == 0).drop("place")
        spells = next_since(begun, "child_id")
        return spells.mutate(until=earliest(spells.until, spells.following)).drop("following")


class Residents(Table):
    """The population with the day on which the next estimate takes its place."""

    since: Date
    until: Date
    ward: Text
    age: Whole
    sex: Text
    people: Whole

    def made_of(self) -> Rows:
        return next_since(population.rows, None).rename(until="following")


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


referrals_in_order = ReferralsInOrder()
areas = Areas()
residents = Residents()
permanent_exclusions = PermanentExclusions()
care_entries = CareEntries()
