"""What a rule hides at first sight, row by row, before anyone subtracts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lineofsight.disclosure.cells import Why
from lineofsight.disclosure.figures import COUNTS, RATES, Column, Place
from lineofsight.disclosure.rows import Row
from lineofsight.disclosure.rules import Rule
from lineofsight.readings import Measure, MeasureType


def first_hidden(rows: Sequence[Row], measure: Measure, rule: Rule, *, has_total: bool) -> dict[Place, Why]:
    """Return the figures that the rule hides whatever stands beside them, each with its reason."""
    by_row: dict[Place, Why] = {
        Place(row=i, column=column): why
        for i, row in enumerate(rows)
        for column, why in _hidden_in_row(row, measure, rule).items()
    }
    if has_total and measure.measure_type in COUNTS and _are_all_in_one(rows, rule):
        # A nought here says that a child is not in that group, so the noughts go too.
        groups = (i for i, row in enumerate(rows[:-1]) if row.numerator is not None)
        by_group: dict[Place, Why] = {Place(row=i, column=Column.NUMERATOR): "group" for i in groups}
        return by_group | by_row
    return by_row


def _are_all_in_one(rows: Sequence[Row], rule: Rule) -> bool:
    """Whether a few children are all in one group of several: everyone could be told to be there."""
    *groups, total = rows
    count = total.numerator
    is_few = count is not None and 0 < count < rule.smallest_share
    return is_few and len(groups) > 1 and any(group.numerator == count for group in groups)


def unprotected(measure: Measure, rule: Rule) -> frozenset[Column]:
    """Return the columns that are never hidden: a population is public, and a rule may show what is not recorded."""
    columns = {Column.DENOMINATOR} if measure.measure_type in RATES else set()
    return frozenset(columns if rule.protects_unknown else columns | {Column.UNKNOWN})


def private(
    first: Mapping[Place, Why], rows: Sequence[Row], measure: Measure, rule: Rule
) -> frozenset[Place]:
    """Return the first hidden figures that no reader may know exactly, small or not: of few people, of a small group."""
    averaged = (Column.NUMERATOR, Column.DENOMINATOR)
    return frozenset(
        place
        for place, why in first.items()
        if why == "group" or (place.column in averaged and _is_small_team(rows[place.row], measure, rule))
    )


def may_be_nought(
    first: Mapping[Place, Why], rows: Sequence[Row], measure: Measure, rule: Rule
) -> frozenset[Place]:
    """Return the figures that would be hidden at nought as well, so that hiding does not say that there are some."""
    in_shares = (
        Place(row=i, column=column)
        for i, row in enumerate(rows)
        for column in (Column.NUMERATOR, Column.DENOMINATOR)
        if measure.measure_type not in COUNTS and _hides_noughts(row, measure, rule)
    )
    return frozenset(in_shares) | {place for place, why in first.items() if why == "group"}


def _hides_noughts(row: Row, measure: Measure, rule: Rule) -> bool:
    if measure.measure_type is MeasureType.MEAN:
        return True
    return row.denominator is not None and row.denominator < max(rule.smallest_share, rule.threshold + 1)


def _hidden_in_row(row: Row, measure: Measure, rule: Rule) -> dict[Column, Why]:
    free = unprotected(measure, rule)
    sides = {column: row.figure(column) for column in (Column.UNKNOWN, Column.OPEN)}
    found: dict[Column, Why] = {
        column: "small"
        for column, count in sides.items()
        if count is not None and column not in free and rule.is_small(count)
    }
    if _is_small_team(row, measure, rule):
        return found | {Column.NUMERATOR: "small", Column.DENOMINATOR: "small"}
    if (why := _why_numerator(row, measure, rule)) is not None:
        found[Column.NUMERATOR] = why
    counts_base = measure.measure_type is not MeasureType.MEAN and Column.DENOMINATOR not in free
    if counts_base and row.denominator is not None and rule.is_small(row.denominator):
        found[Column.DENOMINATOR] = "small"
    return found


def _why_numerator(row: Row, measure: Measure, rule: Rule) -> Why | None:
    if row.numerator is None:
        return None
    if rule.is_small(row.numerator):
        return "small"
    if row.denominator is None or measure.measure_type is MeasureType.MEAN:
        return None
    if rule.is_small(row.denominator - row.numerator):
        return "complement"
    # Of a group under ten, nought or all of them would tell of every one: their number is hidden whatever it is.
    return "group" if 0 < row.denominator < rule.smallest_share else None


def _is_small_team(row: Row, measure: Measure, rule: Rule) -> bool:
    if measure.measure_type is not MeasureType.MEAN or row.denominator is None:
        return False
    # Nobody is more than one full-time equivalent, so as many as these are at least so many people.
    people = row.denominator if row.people is None else row.people
    return 0 < people <= rule.smallest_team - 1
