"""By when a pupil who is permanently excluded must have other education: the sixth school day."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import Date, Flag, Rows, Table, Text
from lineofsight.returns.derived.exclusions import ENDED_OTHERWISE, latest_statuses
from lineofsight.returns.derived.spells import earliest
from lineofsight.returns.tables import school_closures, working_days

DAYS_WITHOUT = 6  # SI 2007/1870: from the sixth school day of the exclusion, its first being the first
LONGEST_CLOSED = 120  # days in which six school days are found, also over the summer


class DaySixExclusions(Table):
    """Each permanent exclusion with the sixth school day, and when nothing is waited for any more.

    A school day is a weekday that is no bank holiday and on which neither the school nor all schools are closed.
    ``provision_started`` is the first that any row of the exclusion gives. ``settled`` is the first of provision, an end
    of the exclusion by a decision, and the end of compulsory school age.
    """

    exclusion_id: Text
    child_id: Text
    excluded_from: Date
    phase: Text
    sex: Text
    sen: Text
    home_ward: Text
    of_school_age: Flag
    status: Text
    status_date: Date
    provision_started: Date
    provision_due: Date
    settled: Date

    def made_of(self) -> Rows:
        known, due = latest_statuses(), _due()
        known = known.left_join(due, known.exclusion_id == due.due_of)
        ended = ibis.ifelse(known.status.isin(ENDED_OTHERWISE), known.status_date, ibis.null("date"))
        settled = earliest(known.provision_started, ended, known.leaves_school)
        return known.mutate(settled=settled).select(*self.schema())


def _due() -> Rows:
    """The sixth school day of each exclusion."""
    begun, days, shut = latest_statuses(), _weekdays(), _shut()
    begun = begun.select("exclusion_id", "excluded_from", "school")
    last = begun.excluded_from + ibis.interval(days=LONGEST_CLOSED)
    open_days = begun.join(days, [days.day >= begun.excluded_from, days.day < last])
    everywhere = shut.filter(_.shut_school.isnull()).select(shut_day="day").distinct()
    open_days = open_days.left_join(everywhere, open_days.day == everywhere.shut_day)
    own = shut.filter(_.shut_school.notnull()).select(own_day="day", own_school="shut_school").distinct()
    open_days = open_days.left_join(own, [open_days.day == own.own_day, open_days.school == own.own_school])
    open_days = open_days.filter(_.shut_day.isnull() & _.own_day.isnull())
    place = ibis.row_number().over(ibis.window(group_by="exclusion_id", order_by="day"))
    sixth = open_days.mutate(place=place).filter(_.place == DAYS_WITHOUT - 1)
    return sixth.select(due_of="exclusion_id", provision_due="day")


def _weekdays() -> Rows:
    return working_days.rows.filter(_.is_working_day).select("day")


def _shut() -> Rows:
    """The weekdays on which a school, or every school (null), is closed."""
    days = _weekdays()
    closures = school_closures.rows.select(
        closed="first_day", until=ibis.coalesce(_.last_day, _.first_day), shut_school="school"
    )
    return closures.join(days, [days.day >= closures.closed, days.day <= closures.until])


day_six_exclusions = DaySixExclusions()
