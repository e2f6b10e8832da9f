"""Where children live and how many residents there are, by dated spell."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import Date, Rows, Table, Text, Whole
from lineofsight.returns.derived.spells import earliest, next_since
from lineofsight.returns.tables import child_areas, population


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


areas = Areas()
residents = Residents()
