"""The one table that holds names. No definition reads it, and nothing shows it but what a child may see of its own."""

from __future__ import annotations

from lineofsight.returns.columns import Table, Text


class Names(Table):
    """One row for each child whose name the council gives. Everything else works without it."""

    title = "Names"
    key = ("child_id",)

    child_id: Text
    forename: Text
    surname: Text
    other: Text  # other names that the child is known by


names = Names()

TABLES: tuple[Table, ...] = (names,)
