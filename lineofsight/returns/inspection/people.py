"""What every list of children begins with: who the child is, and who is responsible on the day."""

from __future__ import annotations

from datetime import date

import ibis
from ibis import _

from lineofsight.returns.columns import Column, Rows
from lineofsight.returns.derived import FAR, age_on, areas
from lineofsight.returns.tables import allocations, children, disabilities, looked_after_children

NO_DISABILITY = "NONE"


def with_child(rows: Rows, day: date) -> Rows:
    """The rows with each child's sex, ethnicity, date of birth and age on the day."""
    people = _people()
    people = people.mutate(age=age_on(people.born, ibis.date(day)).cast("float64"))
    return rows.left_join(people, rows.child_id == people.whose_).drop("whose_")


def with_disability(rows: Rows) -> Rows:
    """The rows with whether the child has a disability: unknown where none was recorded, not even that there is none."""
    found = disabilities.rows.group_by(whose_="child_id").agg(
        any_=(_.disability != NO_DISABILITY).any(),
    )
    joined = rows.left_join(found, rows.child_id == found.whose_)
    return joined.mutate(disability=yes_no(joined.any_).fill_null("U")).drop("whose_", "any_")


def with_team(rows: Rows, day: date) -> Rows:
    """The rows with the team and the worker who have the case on the day."""
    of_areas = areas.rows.filter(_open_on(areas.since, areas.until, day) & areas.team.notnull())
    teams = of_areas.group_by(whose_="child_id").agg(team=_.team.max())
    with_teams = rows.left_join(teams, rows.child_id == teams.whose_).drop("whose_")
    held = allocations.rows.filter(_open_on(allocations.started, allocations.ended, day))
    newest = ibis.window(group_by="child_id", order_by=[_.started.desc(), _.worker_id])
    held = held.mutate(place_=ibis.row_number().over(newest)).filter(_.place_ == 0)
    workers = held.select(whose_="child_id", worker="worker_id")
    return with_teams.left_join(workers, with_teams.child_id == workers.whose_).drop("whose_")


def yes_no(flag: Column) -> Column:
    """A flag as the lists' codes; null stays null."""
    return ibis.cases((flag, "Y"), (~flag, "N"), else_=ibis.null("string"))


def _open_on(since: Column, until: Column, day: date) -> Column:
    return (since <= ibis.date(day)) & (ibis.coalesce(until, FAR) > ibis.date(day))


def _people() -> Rows:
    """Every child once: as the children in need census has the child, or else as SSDA903 has."""
    wanted = ("child_id", "sex", "ethnicity", "born")
    census = children.rows.select(*wanted, rank_=ibis.literal(1))
    in_care = looked_after_children.rows.select(*wanted, rank_=ibis.literal(2))
    first = ibis.window(group_by="child_id", order_by="rank_")
    both = ibis.union(census, in_care).mutate(place_=ibis.row_number().over(first)).filter(_.place_ == 0)
    return both.select(whose_="child_id", gender="sex", ethnicity="ethnicity", born="born")
