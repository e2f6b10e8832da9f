"""The reference page of the rules, made from the rules themselves; ``python -m tests.spec.reference`` writes it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

from lineofsight.returns.columns import Table
from lineofsight.returns.rules import PARTICULAR, Rule, every_rule
from lineofsight.returns.tables import HELD
from lineofsight.run.check import endangered_by

PAGE = Path(__file__).parents[3] / "docs" / "reference" / "rules.md"
OPENING = """# The rules over whole rows

Made from the rules by `python -m tests.spec.reference`; do not edit it. What is wrong in one cell (a date that is none, a
code that is unknown) is told by the reader of its return; these rules see what one cell alone cannot show. Each has a row
that breaks it, and one at its edge that does not, in `tests/spec/rules/`.

*Held back*: no figure could trust the row, so it is counted and listed, not stored. *Kept*: the row is used, and the
problem is told. *Beside*: a rule that reads other tables is judged once they are loaded, whichever load fills them, and says
nothing until then. *DfE*: the number of the Department for Education's own rule where it coincides, as its guides and the
published validators give it; the words here are ours. *Figures*: the indicators that read what the rule reads.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([OPENING, _everywhere(), *(part for table in HELD for part in _table(table))])


def _everywhere() -> str:
    """The rules that come with a table's key, span and clocked dates, once each."""
    general = dict.fromkeys(rule.id for rule in every_rule() if rule not in PARTICULAR)
    said = {
        "repeated_row": "Held back: a row that repeats an earlier one of its file in every column.",
        "same_key_different_details": "Kept: rows that have the same key and differ elsewhere.",
        "ends_before_it_starts": "Held back in tables of which the open rows are counted, else kept: an end before its start.",
        "date_outside_calendar": "Kept: a date that a working-day clock reads, in a year whose bank holidays are not known.",
        "date_after_the_period": "Kept: an event dated after the last day that its load covers.",
    }
    return "## Every table\n\n" + "".join(f"- `{id_}`: {said[id_]}\n" for id_ in general)


def _table(table: Table) -> Iterator[str]:
    rules = [rule for rule in PARTICULAR if rule.table is table]
    if rules:
        yield f"## {table.title}\n"
        yield "".join(_rule(rule) for rule in rules)


def _rule(rule: Rule) -> str:
    facts = {
        "Beside": _listed(sorted(rule.reads_beside)),
        "In force": _in_force(rule),
        "DfE": rule.dfe,
        "Figures": _listed(endangered_by(rule)),
    }
    told = "".join(f" *{name}*: {text}." for name, text in facts.items() if text)
    becomes = "Held back" if rule.holds else "Kept"
    return f"- `{rule.id}` ({becomes}, `{rule.column}`): {rule.message} {rule.remedy}{told}\n"


def _listed(names: Sequence[str]) -> str:
    return ", ".join(f"`{name}`" for name in names)


def _in_force(rule: Rule) -> str:
    since = f"since {rule.since.isoformat()}" if rule.since else ""
    until = f"until {rule.until.isoformat()}" if rule.until else ""
    return f"{since} {until}".strip()
