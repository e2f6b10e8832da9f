"""How far to trust a figure: the rules over the rows that it reads, and how many of those rows break each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from lineofsight.engines.duckdb import DuckDB
from lineofsight.indicators.shapes import Indicator
from lineofsight.record import Load, Record
from lineofsight.record.sources import table_sources
from lineofsight.returns.rules import Rule, count_broken, every_rule
from lineofsight.returns.tables import BY_NAME
from lineofsight.run.beside import last_days
from lineofsight.run.check import endangered_by

FEW = 5
TOLD = 3  # how many broken rules are told one by one


@dataclass(frozen=True, kw_only=True)
class Broken:
    """A rule, and how many of the rows that count break it."""

    rule: Rule
    rows: int


@dataclass(frozen=True, kw_only=True)
class Trust:
    """The rules that look at what one figure reads: those judged, and the tables for want of which others were not."""

    judged: tuple[Broken, ...]
    wanting: frozenset[str] = frozenset()

    @property
    def broken(self) -> tuple[Broken, ...]:
        """Those that some row breaks, the most often broken first."""
        found = [one for one in self.judged if one.rows]
        return tuple(sorted(found, key=lambda one: (-one.rows, one.rule.id)))


def trust_in(record: Record, loads: Sequence[Load], indicators: Sequence[Indicator]) -> dict[str, Trust]:
    """For each indicator by its id, the rules that endanger it, judged over the rows of these loads that count."""
    filled = {name for load in loads for name in load.fills}
    ids = {indicator.id for indicator in indicators}
    rules = [rule for rule in every_rule() if ids & set(endangered_by(rule))]
    there = [rule for rule in rules if {rule.table.name, *rule.reads_beside} <= filled]
    counted = _counted(record, loads, there)
    return {id_: _of_one(id_, counted, rules, filled) for id_ in ids}


def _of_one(id_: str, counted: Sequence[Broken], rules: Sequence[Rule], filled: set[str]) -> Trust:
    theirs = [rule for rule in rules if id_ in endangered_by(rule) and rule.table.name in filled]
    return Trust(
        judged=tuple(one for one in counted if id_ in endangered_by(one.rule)),
        wanting=frozenset(name for rule in theirs for name in rule.reads_beside - filled),
    )


def _counted(record: Record, loads: Sequence[Load], rules: Sequence[Rule]) -> list[Broken]:
    engine = DuckDB()
    read = {name for rule in rules for name in (rule.table.name, *rule.reads_beside)}
    engine.supply_sources(table_sources(loads, record.path_of), only=read)
    found: list[Broken] = []
    for table, together in groupby(rules, key=lambda rule: rule.table):
        theirs = list(together)
        (counts,) = engine.table(count_broken(table, theirs, last_days(table, loads))).to_pylist()
        found += [Broken(rule=r, rows=counts[f"breaks_{n}"] or 0) for n, r in enumerate(theirs)]
    return found


def in_words(trust: Trust) -> str:
    """What a reader is told beside the figure; a few rows are not counted out. Empty where no rule looks at it."""
    if not trust.judged:
        return ""
    broken = trust.broken
    looked = f"Looked at by {_rules(len(trust.judged))}"
    how_many = "1 is broken" if len(broken) == 1 else f"{len(broken)} are broken"
    said = [f"{looked}; {how_many}." if broken else f"{looked}, and no row breaks them."]
    said += [f"{_rows(one.rows)}: {one.rule.message}" for one in broken[:TOLD]]
    if more := broken[TOLD:]:
        said.append(f"{_rules(len(more))} more: broken by as many rows or fewer.")
    if trust.wanting:
        named = ", ".join(sorted(BY_NAME[name].title.lower() for name in trust.wanting))
        said.append(f"Not every rule could be looked at, since this is not loaded: {named}.")
    return " ".join(said)


def _rules(number: int) -> str:
    return "1 rule" if number == 1 else f"{number} rules"


def _rows(number: int) -> str:
    return f"{number:,} rows" if number > FEW else f"{FEW} rows or fewer"
