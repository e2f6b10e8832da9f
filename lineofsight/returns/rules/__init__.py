"""Rules over whole rows: what one cell alone cannot show. Each is an expression; ``run`` lets an engine execute them.

A rule that holds a row back says that no indicator could trust it. Which indicators a rule touches is found from the
columns that its expression and theirs read, so no rule lists them. A rule may read other tables: it is then judged
once they are loaded, and says nothing until then.
"""

from __future__ import annotations

from functools import cache

from lineofsight.returns.columns import Table
from lineofsight.returns.rules import (
    adoption,
    assessments,
    audits,
    care,
    codes,
    education,
    looked_after,
    people,
    placements,
    plans,
    posts,
    protection,
    referrals,
    registers,
    sen2,
    send,
    workforce,
)
from lineofsight.returns.rules.everywhere import everywhere
from lineofsight.returns.rules.model import LAST_DAY as LAST_DAY
from lineofsight.returns.rules.model import Beside as Beside
from lineofsight.returns.rules.model import Rule as Rule
from lineofsight.returns.rules.model import broken_rows as broken_rows
from lineofsight.returns.rules.model import count_broken as count_broken
from lineofsight.returns.tables import HELD

PARTICULAR: tuple[Rule, ...] = (
    *people.RULES,
    *referrals.RULES,
    *assessments.RULES,
    *protection.RULES,
    *plans.RULES,
    *registers.RULES,
    *care.RULES,
    *codes.RULES,
    *placements.RULES,
    *looked_after.RULES,
    *adoption.RULES,
    *workforce.RULES,
    *send.RULES,
    *sen2.RULES,
    *posts.RULES,
    *audits.RULES,
    *education.RULES,
)


@cache
def rules_for(table: Table) -> tuple[Rule, ...]:
    """The rules of one table: those that every table has, then its own."""
    return (*everywhere(table), *(rule for rule in PARTICULAR if rule.table is table))


def every_rule() -> tuple[Rule, ...]:
    """The rules of every table."""
    return tuple(rule for table in HELD for rule in rules_for(table))
