"""Protect one table that will be printed: its first rule, its cover, and the cells that come of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from lineofsight.disclosure.attack import Attacker, ContradictionError, Extremes, Knowledge, printed
from lineofsight.disclosure.audit import Exposure, Table, bounds_of, exposures
from lineofsight.disclosure.cells import Cell, Hidden, Missing, Published, Shown, Why
from lineofsight.disclosure.cover import covered
from lineofsight.disclosure.figures import COUNTS, Column, Figures, Make, Place, amounts, figures, makes
from lineofsight.disclosure.rows import Row, row_of, spans_of_groups, spans_of_periods
from lineofsight.disclosure.rules import DisclosureError, Rule
from lineofsight.disclosure.small import first_hidden, may_be_nought, private, unprotected
from lineofsight.readings import Measure, Reading

People = Mapping[Reading, int]


def protect(
    readings: Sequence[Reading],
    measure: Measure,
    rule: Rule,
    *,
    total: Reading | None = None,
    people: People | None = None,
) -> tuple[Published, ...]:
    """Return the rows of one table as they may be printed, in the order of the readings, the total last.

    Without a total the rows are a series of periods; with one they are the groups of a breakdown in one period.
    ``people`` says how many workers an average speaks of; where it does not, the full-time equivalents stand for it,
    which are never more. Raises DisclosureError if the groups add up to more than their total.
    """
    rows = _rows(readings, total, people)
    table = _table(rows, measure, rule, has_total=total is not None)
    hidden = covered(table)
    why: dict[Place, Why] = {place: table.first.get(place, "subtraction") for place in hidden}
    return tuple(_published(row, i, why, measure) for i, row in enumerate(rows))


def audit(
    published: Sequence[Published],
    measure: Measure,
    rule: Rule,
    *,
    has_total: bool = False,
    people: People | None = None,
) -> tuple[Exposure, ...]:
    """Return what a reader of a printed table could work out though its rule protects it; empty if it may leave."""
    rows = [row_of(p.reading, (people or {}).get(p.reading)) for p in published]
    table = _table(rows, measure, rule, has_total=has_total)
    return exposures(table, _hidden_in(published))


def left_open(
    published: Sequence[Published], measure: Measure, rule: Rule, *, has_total: bool = False
) -> dict[Place, Extremes]:
    """Return, for each hidden figure of a printed table, the least and greatest that its readers can tell it to be."""
    rows = [row_of(p.reading) for p in published]
    table = _table(rows, measure, rule, has_total=has_total)
    hidden = _hidden_in(published)
    return bounds_of(table, hidden, [f for f in table.printed if f.place in hidden])


def _rows(readings: Sequence[Reading], total: Reading | None, people: People | None) -> list[Row]:
    all_of_them = [*readings, *([] if total is None else [total])]
    return [row_of(reading, (people or {}).get(reading)) for reading in all_of_them]


def _hidden_in(published: Sequence[Published]) -> frozenset[Place]:
    return frozenset(
        Place(row=i, column=column)
        for i, row in enumerate(published)
        for column, cell in (
            (Column.NUMERATOR, row.numerator),
            (Column.DENOMINATOR, row.denominator),
            (Column.UNKNOWN, row.unknown),
            (Column.OPEN, row.open),
        )
        if isinstance(cell, Hidden)
    )


def _table(rows: Sequence[Row], measure: Measure, rule: Rule, *, has_total: bool) -> Table:
    first = first_hidden(rows, measure, rule, has_total=has_total)
    return Table(
        figures=_of_groups(rows, measure) if has_total else _of_periods(rows, measure),
        rule=rule,
        first=first,
        private=private(first, rows, measure, rule),
        may_be_nought=may_be_nought(first, rows, measure, rule),
        unprotected=unprotected(measure, rule),
    )


def _of_groups(rows: Sequence[Row], measure: Measure) -> Figures:
    *groups, total = rows
    for make in makes(measure, rows):
        rest = _rest(make, groups, total)
        if all(amount is None or amount > -1e-6 for amount in rest):
            # A group that is missing stands for what the others leave.
            has_rest = any(amount is not None and amount > 1e-6 for amount in rest)
            spans, unprinted = spans_of_groups(len(groups), has_rest=has_rest)
            return figures(make, rows, spans, unprinted)
    raise DisclosureError(f"{measure.id}: the groups of this table add up to more than their total.")


def _rest(make: Make, groups: Sequence[Row], total: Row) -> list[float | None]:
    """How many of each kind the total holds and no group does; None where a figure is missing."""
    held = [amounts(make, row) for row in groups]
    rest = []
    for kind, whole in amounts(make, total).items():
        parts = [amount[kind] for amount in held]
        known = [part for part in parts if part is not None]
        rest.append(None if whole is None or len(known) < len(parts) else whole - sum(known))
    return rest


def _of_periods(rows: Sequence[Row], measure: Measure) -> Figures:
    spans, unprinted = spans_of_periods(measure, [row.reading for row in rows])
    for make in makes(measure, rows):
        made = figures(make, rows, spans, unprinted)
        if _adds_up(made):
            return made
    # Figures of overlapping periods that do not add up were not counted from the same rows: no sum ties them.
    return figures(makes(measure, rows)[0], rows, [frozenset({i}) for i in range(len(rows))], [])


def _adds_up(made: Figures) -> bool:
    known = tuple(printed(f.parts, f.value) for f in made.all if f.is_printed and f.value is not None)
    try:
        Attacker(Knowledge(whole=made.whole, known=known)).check()
    except ContradictionError:
        return False
    return True


def _published(row: Row, number: int, why: Mapping[Place, Why], measure: Measure) -> Published:
    def cell(column: Column) -> Cell:
        figure = row.figure(column)
        if figure is None:
            return Missing("not applicable" if is_count and column is Column.DENOMINATOR else "not available")
        reason = why.get(Place(row=number, column=column))
        return Shown(figure) if reason is None else Hidden(reason)

    is_count = measure.measure_type in COUNTS
    numerator, denominator = cell(Column.NUMERATOR), cell(Column.DENOMINATOR)
    return Published(
        reading=row.reading,
        numerator=numerator,
        denominator=denominator,
        value=_value(row, numerator, denominator),
        unknown=cell(Column.UNKNOWN),
        open=cell(Column.OPEN),
    )


def _value(row: Row, numerator: Cell, denominator: Cell) -> Cell:
    """A count is its numerator. A share, rate or average leaves with all that it is made of, or not at all."""
    if row.denominator is None and isinstance(numerator, Hidden):
        return numerator
    if isinstance(numerator, Hidden) or isinstance(denominator, Hidden):
        return Hidden("percentage")
    value = row.reading.value
    if isinstance(numerator, Missing):
        # A figure that came without its counts cannot be judged.
        return Missing() if value is None else Hidden("percentage")
    if value is None:
        return Missing("not applicable" if isinstance(denominator, Shown) else "not available")
    return Shown(value)
