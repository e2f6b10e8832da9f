"""Which stored columns a definition reads, found in its own expressions, so that no list has to be kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

import ibis.expr.operations as ops
from ibis.expr.types import Value

from lineofsight.indicators.shapes import Indicator
from lineofsight.returns.columns import PROVENANCE, WORKDAY, Column, Rows
from lineofsight.returns.tables import BY_NAME, GIVEN, HELD

StoredColumn = tuple[str, str]  # table, column


@cache
def columns_of(indicator: Indicator) -> frozenset[StoredColumn]:
    """The stored columns that decide the indicator's figure; its breakdowns are left out."""
    return frozenset(column for expression in _expressions(indicator) for column in columns_read(expression))


@cache
def tables_of(indicator: Indicator) -> frozenset[str]:
    """The stored tables without which the indicator cannot be worked out; its breakdowns are left out."""
    return tables_read(indicator.facts())


def loaded_for(indicator: Indicator) -> frozenset[str]:
    """The tables that loads must fill for the indicator: one that is counted from another stands for that one."""
    return frozenset(BY_NAME[name].counted_from or name for name in tables_of(indicator))


def tables_read(rows: Rows) -> frozenset[str]:
    """The stored tables that an expression reads."""
    held = {table.name for table in HELD}
    return frozenset(table.name for table in rows.op().find(ops.UnboundTable)) & held


def columns_read(expression: Column) -> set[StoredColumn]:
    """The stored columns that an expression reads, also through derived tables."""
    given = {table.name for table in GIVEN}
    found: set[StoredColumn] = set()
    _visit(expression.op(), found, set())
    return {(t, c.removesuffix(WORKDAY)) for t, c in found if t not in given and c not in PROVENANCE}


def _expressions(part: Any) -> Iterator[Column]:
    """The column expressions among the fields of a declaration, and of the declarations inside it."""
    if one_per := getattr(part, "one_per", None):
        yield part.of[one_per]
    for name in getattr(part, "grain", ()):
        yield from (part.top.of[name], part.bottom.of[name])
    for field in fields(part):
        value = getattr(part, field.name)
        if isinstance(value, Value):
            yield value
        elif is_dataclass(value) and not isinstance(value, type):
            yield from _expressions(value)


def _visit(op: Any, found: set[StoredColumn], seen: set[Any]) -> None:
    if op in seen:
        return
    seen.add(op)
    if isinstance(op, ops.Field):
        _field(op, found, seen)
        return
    for argument in op.__args__:
        for inner in argument if isinstance(argument, tuple) else (argument,):
            if isinstance(inner, ops.Value | ops.SortKey):
                _visit(inner, found, seen)


def _field(op: Any, found: set[StoredColumn], seen: set[Any]) -> None:
    """A column of a relation: stored if the relation is a table, else whatever the relation makes it of."""
    relation = op.rel
    if isinstance(relation, ops.UnboundTable):
        found.add((relation.name, op.name))
        return
    if isinstance(relation, ops.Union):
        for side in (relation.left, relation.right):
            _visit(ops.Field(side, op.name), found, seen)
        return
    # Which rows are left decides as much as what is in them.
    for predicate in relation.predicates if isinstance(relation, ops.Filter) else ():
        _visit(predicate, found, seen)
    made_of = dict(getattr(relation, "values", None) or {})
    if isinstance(relation, ops.Aggregate):
        made_of = {**relation.groups, **relation.metrics}
    value = made_of.get(op.name)
    if isinstance(value, ops.Value):
        _visit(value, found, seen)
        _how_joined(relation, value, found, seen)
    elif hasattr(relation, "parent"):
        _visit(ops.Field(relation.parent, op.name), found, seen)


def _how_joined(relation: Any, value: Any, found: set[StoredColumn], seen: set[Any]) -> None:
    """A column that a join brings depends on the columns that it was joined by."""
    for link in getattr(relation, "rest", ()):
        if isinstance(value, ops.Field) and value.rel == link.table:
            for predicate in link.predicates:
                _visit(predicate, found, seen)
