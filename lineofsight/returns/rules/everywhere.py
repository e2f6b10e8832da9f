"""The rules that every table has: repeated rows, one key with two stories, spells that end first, days out of range."""

from __future__ import annotations

from functools import reduce
from operator import or_

import ibis
from ibis import _

from lineofsight.calendar import FIRST_KNOWN, LAST_KNOWN
from lineofsight.returns.columns import Column, Table
from lineofsight.returns.rules.model import LAST_DAY, NEVER_NULL, Beside, Rule
from lineofsight.returns.tables import (
    allocations,
    child_areas,
    child_protection_plans,
    episodes,
    vacancies,
    workers,
)

# A spell that ends before it starts is open on no day, so it would vanish from every stock without a word.
COUNTED_WHILE_OPEN = (episodes, child_protection_plans, allocations, workers, child_areas, vacancies)
# A child is in one placement, on one plan and in one ward at a time, whatever else is recorded.
ONE_AT_A_TIME = (episodes, child_protection_plans, child_areas)


def everywhere(table: Table) -> list[Rule]:
    """The rules that one table has because of its key, its span and its clocked dates."""
    return [*_repeated(table), *_spells(table), *_outside_calendar(table), *_after_the_files_day(table)]


def _repeated(table: Table) -> list[Rule]:
    """A row that says nothing new, and two rows that say different things of one event or person."""
    whole = ibis.window(group_by=list(table.columns), order_by=["file", "row"])
    same_key = Beside(of=table.rows, by={k: k for k in table.key}, facts={"differ": _differ(table)})
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
        broken=same_key["differ"],
        column=table.key[0],
        beside=(same_key,),
        message=f"Several rows have the same {key_words} and differ elsewhere; {what}.",
        remedy="Correct or remove the rows that are wrong, and load the file again.",
    )
    return [again, differing]


def _differ(table: Table) -> Column:
    """Whether rows that share a key say different things in any column. What one leaves blank is different, too."""
    others = [_[name] for name in table.columns if name not in table.key]
    # Aggregates and no text of the whole row: it would have to be held in memory for every row of a large file.
    differ = [(c.min() != c.max()).fill_null(NEVER_NULL) | _some_but_not_all(c) for c in others]
    return reduce(or_, differ, ibis.literal(NEVER_NULL))


def _some_but_not_all(column: Column) -> Column:
    return (column.count() > 0) & (column.count() < _.count())


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


def _after_the_files_day(table: Table) -> list[Rule]:
    """An event that the file tells of before it happened."""
    if table.span is None:
        return []
    since = table.span.since
    return [
        Rule(
            id="date_after_the_period",
            table=table,
            broken=table.rows[since] > LAST_DAY,
            column=since,
            message=f"The date in '{since}' lies after the last day that this load covers.",
            remedy="Correct the date, or load the file under the period that it covers.",
        )
    ]
