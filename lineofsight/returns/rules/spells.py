"""Spells of one child beside one another: which starts next, and how many are open at once."""

from __future__ import annotations

from collections.abc import Sequence

import ibis

from lineofsight.returns.columns import Column, Table

Key = Sequence[str | Column]
CHILD: Key = ("child_id",)


def next_start(table: Table, by: Key = CHILD) -> Column:
    """The start of the following spell of the same child, or of what else ``by`` names; null for the last."""
    since = _since(table)
    order = [table.rows[name] for name in (since, "file", "row")]
    return table.rows[since].lead().over(ibis.window(group_by=_columns(table, by), order_by=order))


def previous(column: Column, table: Table, by: Key = CHILD) -> Column:
    """A column of the spell before; null for the first."""
    order = [table.rows[name] for name in (_since(table), "file", "row")]
    return column.lag().over(ibis.window(group_by=_columns(table, by), order_by=order))


def several(which: Column, table: Table, by: Key = CHILD) -> Column:
    """Rows of a kind of which the same child has another."""
    return which & (which.cast("int64").sum().over(ibis.window(group_by=_columns(table, by))) > 1)


def _since(table: Table) -> str:
    if table.span is None:
        raise ValueError(f"{table.name} has no spells.")
    return table.span.since


def _columns(table: Table, by: Key) -> list[Column]:
    return [table.rows[part] if isinstance(part, str) else part for part in by]
