"""Social work posts, filled and vacant, as one table."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import PROVENANCE, Date, Flag, Number, Rows, Table, Text
from lineofsight.returns.tables import vacancies, workers


class Posts(Table):
    """Each post by dated spell: filled by a worker of the council, or vacant. An agency worker fills no post.

    Source: the workforce census, which gives vacancies over vacancies and social workers in post, in full-time
    equivalents, agency workers left out.
    """

    worker_id: Text
    team: Text
    full_time_share: Number
    is_vacant: Flag
    started: Date
    ended: Date

    def made_of(self) -> Rows:
        filled = workers.rows.filter(~_.is_agency.fill_null(False)).mutate(is_vacant=False)  # noqa: FBT003
        vacant = vacancies.rows.mutate(
            worker_id=ibis.null("string"), is_vacant=True, started=_.opened, ended=_.filled
        )
        columns = [*self.columns, *PROVENANCE]
        return ibis.union(filled.select(*columns), vacant.select(*columns))


posts = Posts()
