"""A rule over whole rows as data, and the rows of a table that break some of them, in one pass over it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property, reduce
from operator import and_, or_

import ibis
import ibis.expr.operations as ops

from lineofsight.returns.columns import PROVENANCE, Column, Rows, Table
from lineofsight.returns.problems import Severity
from lineofsight.returns.tables import GIVEN

# The last day that the files cover: for whoever runs the rules to say, since no row knows it.
LAST_DAY: Column = ibis.param("date")
NEVER_NULL = False  # a rule that cannot be judged for want of a value is not broken


@dataclass(frozen=True, kw_only=True, eq=False)
class Beside:
    """What other rows say under a key: one row for each, so that joining them loses no row and doubles none.

    ``by`` names, for each column of the judged table, the column of the other rows that it must equal; ``facts`` are
    aggregates over the rows that share the key. ``known`` counts them.
    """

    of: Rows
    by: Mapping[str, str]
    facts: Mapping[str, Column] = field(default_factory=dict)

    @cached_property
    def rows(self) -> Rows:
        """One row for each key, with the facts."""
        # A row without a key forms a group that no row is ever joined to.
        keys = {name: self.of[column] for name, column in self.by.items()}
        known = next(iter(keys.values())).count()
        return self.of.group_by(**keys).agg(known=known, **self.facts).view()

    def __getitem__(self, fact: str) -> Column:
        return self.rows[fact]

    @cached_property
    def tables(self) -> frozenset[str]:
        """The names of the tables that must be loaded for it to say anything."""
        given = {table.name for table in GIVEN}
        return frozenset(table.name for table in self.rows.op().find(ops.UnboundTable)) - given

    def lacks(self, table: Table) -> Column:
        """Rows of the table whose key is known and that nothing stands beside."""
        return reduce(and_, (table.rows[key].notnull() for key in self.by)) & self.rows.known.isnull()

    def lacks_alone(self, table: Table) -> Column:
        """The same, as long as something stands beside any row: else the two lists may name children differently."""
        others_match = self.rows.known.count().over(ibis.window()) > 0
        return self.lacks(table) & others_match


@dataclass(frozen=True, kw_only=True, eq=False)
class Rule:
    """Rows of a table that break a rule, with the column to look at and what to do.

    ``since`` and ``until`` are the first and last day of an event that the rule is for, where it was not always in
    force. ``dfe`` is the Department for Education's number for the same rule, where there is one.
    """

    id: str
    table: Table
    broken: Column
    column: str
    message: str
    remedy: str
    holds: bool = False
    beside: tuple[Beside, ...] = ()
    since: date | None = None
    until: date | None = None
    dfe: str = ""

    def __post_init__(self) -> None:
        if self.holds and self.beside:
            raise ValueError(f"{self.id} cannot hold rows: what stands beside them may be loaded later.")
        if (self.since or self.until) and self.table.span is None:
            raise ValueError(f"{self.id} is for some years, and {self.table.name} does not say when.")

    @property
    def severity(self) -> Severity:
        """What becomes of a row that breaks it."""
        return Severity.HELD if self.holds else Severity.WARNING

    @cached_property
    def condition(self) -> Column:
        """The rule as a column; LAST_DAY stands for a day that is not said yet."""
        broken = self.table.rows.bind(self.broken)[0]
        if self.table.span is None:
            return broken
        day = self.table.rows[self.table.span.since]
        broken = broken if self.since is None else broken & (day >= self.since)
        return broken if self.until is None else broken & (day <= self.until)

    @cached_property
    def asks_last_day(self) -> bool:
        """Whether it can be judged only where the last day that the files cover is known."""
        return LAST_DAY.op() in self.condition.op().find(ops.ScalarParameter)

    @cached_property
    def reads_beside(self) -> frozenset[str]:
        """The tables beside its own without which it cannot be judged."""
        return frozenset().union(*(other.tables for other in self.beside)) - {self.table.name}

    def on(self, last_day: Column | None) -> Column:
        """The rule as a column, with the last day that the files cover."""
        if last_day is None or not self.asks_last_day:
            return self.condition
        return self.condition.op().replace({LAST_DAY.op(): last_day.op()}).to_expr()


def broken_rows(table: Table, rules: Sequence[Rule], last_day: Column | None = None) -> Rows:
    """The rows of a table that break any of its rules: load, file, sheet and row, for rule number n ``breaks_n``, and
    for each column that a rule names ``value_of_<column>``, as text. One pass over the table, however many the rules.

    ``last_day`` is a date, or a column of the table's rows.
    """
    named = dict.fromkeys(rule.column for rule in rules)
    values = {f"value_of_{column}": table.rows[column].cast("string") for column in named}
    place = {name: table.rows[name] for name in PROVENANCE}
    judged = _judged(table, rules, last_day, **place, **values)
    broken = reduce(or_, (judged[f"breaks_{n}"] for n in range(len(rules))))
    return judged.filter(broken).order_by("load", "file", "row")


def count_broken(table: Table, rules: Sequence[Rule], last_day: Column | None = None) -> Rows:
    """One row: for rule number n, ``breaks_n``, how many rows of the table break it; null for a table without rows."""
    judged = _judged(table, rules, last_day)
    return judged.agg(**{name: judged[name].cast("int64").sum() for name in judged.columns})


def _judged(table: Table, rules: Sequence[Rule], last_day: Column | None, **beside: Column) -> Rows:
    """Every row of the table, with ``breaks_n`` for each rule and whatever is asked for beside."""
    breaks = {f"breaks_{n}": rule.on(last_day).fill_null(NEVER_NULL) for n, rule in enumerate(rules)}
    return _with_what_stands_beside(table, rules).select(**beside, **breaks)


def _with_what_stands_beside(table: Table, rules: Sequence[Rule]) -> Rows:
    rows = table.rows
    for n, other in enumerate(dict.fromkeys(other for rule in rules for other in rule.beside)):
        same = [table.rows[key] == other.rows[key] for key in other.by]
        rows = rows.left_join(other.rows, same, rname=f"{{name}}_{n}")
    return rows
