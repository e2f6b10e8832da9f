"""Section 47 enquiries with what came of them, from wherever it is recorded."""

from __future__ import annotations

import ibis
from ibis import _

from lineofsight.returns.columns import Clocked, Date, Flag, Rows, Table, Text
from lineofsight.returns.tables import section_47_enquiries, section_47_outcomes

CONFERENCE = "conference"
WITHOUT_CONFERENCE = ("no_further_action", "child_in_need", "early_help", "other")


class EnquiriesDecided(Table):
    """Each enquiry of the census with the outcome that the council's register has of it.

    ``no_conference`` is yes where the census marks that none was needed, or where it decides nothing and the register
    says that the enquiry ended without one; no where a conference was held or decided on; null while it is open.
    """

    child_id: Text
    started: Clocked
    conference_date: Date
    no_conference: Flag

    def made_of(self) -> Rows:
        ended = _outcomes()
        same = [
            section_47_enquiries.child_id == ended.whose,
            section_47_enquiries.started == ended.began,
        ]
        rows = section_47_enquiries.rows.left_join(ended, same)
        decided = ibis.cases(
            (rows.conference_not_required.fill_null(False), True),  # noqa: FBT003
            (rows.conference_date.notnull(), False),
            (rows.came_of_it == CONFERENCE, False),
            (rows.came_of_it.isin(WITHOUT_CONFERENCE), True),
            else_=ibis.null("boolean"),
        )
        return rows.mutate(no_conference=decided).select(*self.schema())


def _outcomes() -> Rows:
    """The outcome of each enquiry that has ended; of two rows about one, the last in the file is taken."""
    done = section_47_outcomes.rows.filter(_.ended.notnull())
    last = ibis.window(
        group_by=["child_id", "started"], order_by=[_.load.desc(), _.file.desc(), _.row.desc()]
    )
    done = done.mutate(place=ibis.row_number().over(last)).filter(_.place == 0)
    return done.select(whose="child_id", began="started", came_of_it="outcome")


enquiries_decided = EnquiriesDecided()
