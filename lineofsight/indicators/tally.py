"""Rows placed in periods, as facts. A figure is the facts' sum; the list behind it is the same facts unrolled."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import ibis
from ibis import _

from lineofsight.indicators.breakdowns import Breakdown
from lineofsight.indicators.when import When
from lineofsight.returns.columns import PROVENANCE, Column, Rows
from lineofsight.returns.tables import periods, settings

PERIOD = ("period_kind", "period_start", "period_end")
SUMS = ("numerator", "denominator", "unknown", "open")
WHO = ("child_id", "worker_id")
# Shares of full time have fractions. Summed as decimals they give the same figure in any order and on any engine.
AMOUNT = "decimal(18, 6)"

one = ibis.literal(1, type="int64")
nought = ibis.literal(0, type="int64")
none = ibis.null("int64")


@dataclass(frozen=True, kw_only=True, eq=False)
class Tally:
    """One amount for each row of ``of`` in each period that ``when`` places it in.

    Conditions are applied after placing, so that they may look at the period's end. ``one_per`` counts a child once in
    a period however many rows are there: the row with the latest ``newest_by`` speaks for the child.
    """

    of: Rows
    when: When
    amount: Column = one
    where: Column | None = None
    out_of: Column = none
    unknown: Column = nought
    open: Column = nought
    one_per: str | None = None
    newest_by: Column | None = None

    def facts(self, breakdowns: Sequence[Breakdown] = (), extra: Sequence[str] = ()) -> Rows:
        """Period, groups, sums, who and where from: one row for each thing counted in each period."""
        placed = self.of.join(periods.rows, self.when.falls_in()).cross_join(settings.rows)
        if self.where is not None:
            placed = placed.filter(self.where)
        if self.one_per is not None:
            placed = _newest(placed, self.one_per, self.newest_by)
        sums = {
            "numerator": self.amount,
            "denominator": self.out_of,
            "unknown": self.unknown,
            "open": self.open,
        }
        placed = placed.mutate(placed_at_=self.when.at(), **sums)
        for breakdown in breakdowns:
            placed = breakdown.attach(placed, placed.placed_at_)
        names = [b.name for b in breakdowns]
        kept = [c for c in (*PERIOD, *names, *SUMS, *WHO, *PROVENANCE, *extra) if c in placed.columns]
        return placed.select(*dict.fromkeys(kept))


def _newest(placed: Rows, one_per: str, newest_by: Column | None) -> Rows:
    """Of the rows that one child has in a period, the newest."""
    placed = placed.mutate(newest_=ibis.null("date") if newest_by is None else newest_by)
    order = [_.newest_.desc(), _.load.desc(), _.file.desc(), _.row.desc()]
    window = ibis.window(group_by=[*PERIOD, one_per], order_by=order)
    return (
        placed.mutate(place_=ibis.row_number().over(window)).filter(_.place_ == 0).drop("place_", "newest_")
    )


def condensed(facts: Rows, groups: Sequence[str]) -> Rows:
    """Facts summed as far as can be while every one of the groups can still be told apart; their sums stay the same."""
    return facts.group_by([*PERIOD, *groups]).agg(**{c: facts[c].sum() for c in SUMS})


def roll_up(facts: Rows, groups: Sequence[str], per: int) -> Rows:
    """The sums of facts by period and groups, with the value: ``per`` times numerator over denominator."""
    keys = [*PERIOD, *groups]
    sums = facts.group_by(keys).agg(**{c: facts[c].sum() for c in SUMS})
    over, under = sums.numerator.cast("float64"), sums.denominator.cast("float64")
    return sums.mutate(value=over * per / under.nullif(0))
