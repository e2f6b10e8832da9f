"""What compiled SQL must not hold: forms that are slow, that engines read differently, or that lose exactness."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import sqlglot
from sqlglot import exp

WHOLE_DAYS = {"DAY", "DAYS", "D"}
HASHES = (exp.MD5, exp.MD5Digest, exp.SHA, exp.SHA2, exp.FarmFingerprint)
# Which of several rows they take is not settled, or settled differently, from engine to engine.
ANY_OF_SEVERAL = (exp.First, exp.Last, exp.AnyValue, exp.ArgMax, exp.ArgMin, exp.Mode, exp.ApproxDistinct)
MONTHS = (exp.MonthsBetween, exp.AddMonths, exp.TimestampDiff, exp.DatetimeDiff)
MONTH_NAMES = {"datesub", "date_sub", "age", "to_months", "to_years", "to_quarters"}
DIVISIONS = {"fdiv", "divide"}


def faults(sql: str) -> set[str]:
    """The names of the faults of a DuckDB statement."""
    tree = sqlglot.parse_one(sql, dialect="duckdb")
    return {fault for fault, holds in FAULTS.items() if any(holds(node) for node in tree.walk())}


def _is_null_or(node: exp.Expr) -> bool:
    """OR ... IS NULL anywhere in the condition of a join."""
    on = node.args.get("on") if isinstance(node, exp.Join) else None
    return on is not None and any(_tests_null(either) for either in on.find_all(exp.Or))


def _tests_null(either: exp.Expr) -> bool:
    return any(isinstance(test.expression, exp.Null) for test in either.find_all(exp.Is))


def _is_nearest_join(node: exp.Expr) -> bool:
    return isinstance(node, exp.Join) and node.args.get("method") in ("ASOF", "POSITIONAL")


def _is_hash(node: exp.Expr) -> bool:
    return isinstance(node, HASHES) or any(
        part in _called(node) for part in ("hash", "md5", "sha1", "sha256")
    )


def _is_bare_division(node: exp.Expr) -> bool:
    if _called(node) in DIVISIONS:
        return True
    return isinstance(node, exp.Div | exp.IntDiv | exp.Mod) and not _is_guarded(node)


def _is_guarded(division: exp.Expr) -> bool:
    """Divided by a number other than nought, by NULLIF(..., 0), or under a CASE that looked at the divisor first."""
    under = _bare(division.expression)
    if isinstance(under, exp.Literal):
        return float(under.this) != 0
    if isinstance(under, exp.Nullif):
        limit = _bare(under.expression)
        return isinstance(limit, exp.Literal) and float(limit.this) == 0
    return any(under in when.this.find_all(type(under)) for when in _branches_around(division))


def _branches_around(node: exp.Expr) -> Iterator[exp.If]:
    """The WHEN ... THEN branches in whose THEN the node stands."""
    inner: exp.Expr = node
    while outer := inner.parent:
        if isinstance(outer, exp.If) and outer.args.get("true") is inner:
            yield outer
        inner = outer


def _bare(node: exp.Expr) -> exp.Expr:
    """Without brackets and casts."""
    while isinstance(node, exp.Paren | exp.Cast):
        node = node.this
    return node


def _counts_months(node: exp.Expr) -> bool:
    """A length of time in anything but days: months differ in length, and engines in how they count them."""
    if isinstance(node, exp.DateDiff | exp.Interval):
        unit = node.args.get("unit")
        return unit is None or unit.name.upper() not in WHOLE_DAYS
    return isinstance(node, MONTHS) or _called(node) in MONTH_NAMES


def _is_any_of_several(node: exp.Expr) -> bool:
    if isinstance(node, exp.Window) and isinstance(node.this, exp.RowNumber | exp.Lag | exp.Lead):
        return node.args.get("order") is None
    return isinstance(node, ANY_OF_SEVERAL)


def _called(node: exp.Expr) -> str:
    """The name of a function that the parser does not know by a class of its own."""
    return node.name.lower() if isinstance(node, exp.Anonymous) else ""


FAULTS: dict[str, Callable[[exp.Expr], bool]] = {
    "OR ... IS NULL in a join": _is_null_or,
    "a join of the nearest": _is_nearest_join,
    "a hash": _is_hash,
    "a division that nought can reach": _is_bare_division,
    "a length of time in months": _counts_months,
    "any of several rows": _is_any_of_several,
}
