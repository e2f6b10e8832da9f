"""Rules over whole rows: what one cell alone cannot show. Each is an expression; ``run`` lets an engine execute it.

A rule that holds a row back says that no indicator could trust it. Which indicators a rule touches is found from the
columns that its expression and theirs read, so no rule lists them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import reduce
from operator import or_

import ibis

from lineofsight.calendar import FIRST_KNOWN, LAST_KNOWN
from lineofsight.returns.columns import Column, Rows, Table
from lineofsight.returns.derived import SHORT_BREAKS
from lineofsight.returns.tables import (
    allocations,
    child_areas,
    child_protection_plans,
    conferences,
    episodes,
    section_47_enquiries,
    workers,
)

# A spell that ends before it starts is open on no day, so it would vanish from every stock without a word.
COUNTED_WHILE_OPEN = (episodes, child_protection_plans, allocations, workers, child_areas)
# A child is in one placement, on one plan and in one ward at a time, whatever else is recorded.
ONE_AT_A_TIME = (episodes, child_protection_plans, child_areas)


@dataclass(frozen=True, kw_only=True, eq=False)
class Rule:
    """Rows of a table that break a rule, with the column to look at and what to do."""

    id: str
    table: Table
    broken: Column
    column: str
    message: str
    remedy: str
    holds: bool = False

    @property
    def condition(self) -> Column:
        """The rule as a column of its table."""
        return self.table.rows.bind(self.broken)[0]


def broken_rows(table: Table, rules: Sequence[Rule]) -> Rows:
    """The rows of a table that break any of its rules: file, sheet and row, and for rule number n ``breaks_n``
    and ``value_n``, its column's value as text. One pass over the table, however many the rules.
    """
    breaks = {f"breaks_{n}": rule.condition.fill_null(False) for n, rule in enumerate(rules)}  # noqa: FBT003
    values = {f"value_{n}": table.rows[rule.column].cast("string") for n, rule in enumerate(rules)}
    judged = table.rows.select("file", "sheet", "row", **breaks, **values)
    return judged.filter(reduce(or_, (judged[name] for name in breaks))).order_by("file", "row")


def rules_for(table: Table, until: date | None = None) -> tuple[Rule, ...]:
    """The rules of one table. ``until`` is the last day that the files cover, where they tell it."""
    rules = [*_repeated(table), *_spells(table), *_outside_calendar(table)]
    if until is not None:
        rules += _after_the_files_day(table, until)
    return (*rules, *(rule for rule in PARTICULAR if rule.table is table))


def _repeated(table: Table) -> list[Rule]:
    """A row that says nothing new, and two rows that say different things of one event or person."""
    whole = ibis.window(group_by=list(table.columns), order_by=["file", "row"])
    same_key = ibis.window(group_by=list(table.key))
    key_words = " and ".join(word.replace("_", " ") for word in table.key)
    again = Rule(
        id="repeated_row",
        table=table,
        broken=ibis.row_number().over(whole) > 0,
        column=table.key[0],
        holds=True,
        message="This row is the same as an earlier row in every column, so it is not counted twice.",
        remedy="Remove the repetition from the file. Nothing is lost: the first of the two rows is used.",
    )
    what = "the last one is used" if table.span is None or table in ONE_AT_A_TIME else "each is counted"
    differing = Rule(
        id="same_key_different_details",
        table=table,
        broken=_fingerprint(table).nunique().over(same_key) > 1,
        column=table.key[0],
        message=f"Several rows have the same {key_words} and differ elsewhere; {what}.",
        remedy="Correct or remove the rows that are wrong, and load the file again.",
    )
    return [again, differing]


def _fingerprint(table: Table) -> Column:
    """All columns of a row as one text, to tell rows that differ from rows that repeat."""
    parts = [ibis.coalesce(table.rows[c].cast("string"), "") for c in table.columns]
    joined = parts[0]
    for part in parts[1:]:
        joined = joined + "\x1f" + part
    return joined


def _spells(table: Table) -> list[Rule]:
    """A spell that ends before it starts."""
    if table.span is None or table.span.until is None:
        return []
    holds = table in COUNTED_WHILE_OPEN
    return [
        Rule(
            id="ends_before_it_starts",
            table=table,
            broken=table.rows[table.span.until] < table.rows[table.span.since],
            column=table.span.until,
            holds=holds,
            message=f"The date in '{table.span.until}' lies before the one in '{table.span.since}'.",
            remedy="Correct whichever of the two dates is wrong.",
        )
    ]


def _outside_calendar(table: Table) -> list[Rule]:
    """A date that a working-day clock would need and no bank holidays are known for."""
    years = f"{FIRST_KNOWN.year} to {LAST_KNOWN.year}"
    return [
        Rule(
            id="date_outside_calendar",
            table=table,
            broken=(table.rows[column] < FIRST_KNOWN) | (table.rows[column] > LAST_KNOWN),
            column=column,
            message=f"The date in '{column}' lies outside the years whose bank holidays are known ({years}), so working "
            "days from or to it are unknown.",
            remedy="Correct the date if it is a slip; if it is right, the row is kept and its timeliness is unknown.",
        )
        for column in table.clocked
    ]


def _after_the_files_day(table: Table, until: date) -> list[Rule]:
    """An event that the file tells of before it happened."""
    if table.span is None:
        return []
    since = table.span.since
    return [
        Rule(
            id="date_after_the_period",
            table=table,
            broken=table.rows[since] > until,
            column=since,
            message=f"The date in '{since}' lies after {until.isoformat()}, the last day that this load covers.",
            remedy="Correct the date, or load the file under the period that it covers.",
        )
    ]


_in_care = ~episodes.legal_status.isin(SHORT_BREAKS).fill_null(False)  # noqa: FBT003
_of_the_child = ibis.window(group_by="child_id")
_next_start = episodes.rows.started.lead().over(
    ibis.window(group_by="child_id", order_by=["started", "file", "row"])
)

PARTICULAR = (
    Rule(
        id="two_open_placements",
        table=episodes,
        broken=episodes.ended.isnull()
        & _in_care
        & ((episodes.ended.isnull() & _in_care).cast("int64").sum().over(_of_the_child) > 1),
        column="started",
        message="This child has two or more placements open at once. The child is counted once, by the one that started last.",
        remedy="End the earlier placement, or remove the one that was entered twice.",
    ),
    Rule(
        id="episodes_overlap",
        table=episodes,
        broken=episodes.ended > _next_start,
        column="ended",
        message="This episode ends after the child's next one starts, so for some days two placements are open. On those days "
        "the child is counted once, by the placement that started last.",
        remedy="Correct the end of this episode or the start of the next.",
    ),
    Rule(
        id="conference_before_discussion",
        table=conferences,
        broken=conferences.held_date < conferences.strategy_discussion_date,
        column="held_date",
        message="The conference is dated before the strategy discussion that began the enquiry, so its timeliness is "
        "unknown. It is never counted as in time.",
        remedy="Correct whichever of the two dates is wrong.",
    ),
    Rule(
        id="conference_held_and_not_required",
        table=section_47_enquiries,
        broken=section_47_enquiries.conference_not_required & section_47_enquiries.conference_date.notnull(),
        column="conference_date",
        message="The enquiry has a conference and is also marked as needing none.",
        remedy="Remove the mark or the conference, whichever is wrong.",
    ),
    Rule(
        id="share_not_recorded",
        table=workers,
        broken=workers.full_time_share.isnull(),
        column="worker_id",
        message="The worker's full-time share is not recorded, so the caseload cannot be worked out.",
        remedy="Enter the share of full time (1 for full time, 0.5 for half).",
    ),
)
