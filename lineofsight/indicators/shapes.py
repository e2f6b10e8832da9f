"""The shapes that an indicator can have. The shape fixes its format, its valid chart and its disclosure rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

import ibis
from ibis import _

from lineofsight.indicators.breakdowns import Breakdown, Paired
from lineofsight.indicators.tally import AMOUNT, PERIOD, SUMS, Tally, nought, one, roll_up
from lineofsight.indicators.when import When
from lineofsight.readings import Measure, MeasureType, Polarity, Unit
from lineofsight.returns.columns import PROVENANCE, Column, Rows


@dataclass(frozen=True, kw_only=True)
class Source:
    """Where a rule stands: the document and the place in it."""

    title: str
    place: str = ""


@dataclass(frozen=True, kw_only=True, eq=False)
class Indicator:
    """What is counted, in words and as facts. ``facts`` is the one thing underneath; a figure is its sum."""

    id: str
    title: str
    definition: str
    why_it_matters: str
    sources: tuple[Source, ...]
    polarity: Polarity
    unit: Unit
    counts: str  # what the numerator counts, as a plural noun
    family: str  # the disclosure family
    reviewed: date
    clock: str = ""  # when it starts and stops, in a sentence
    caveats: str = ""
    read_with: str | None = None
    synonyms: tuple[str, ...] = ()
    breakdowns: tuple[Breakdown, ...] = ()
    matures_after: int = 0  # days after a period's end before its figure is complete
    helped_by: tuple[str, ...] = ()  # tables that say more where a council has them; it does without them too
    looks_back: int = 0  # days before a period's start that the record must hold
    closed_months: tuple[int, ...] = ()  # nothing can happen in them: an empty one is a gap, not a nought
    only_if_all_known: bool = False  # no figure is given for a period or group in which anything is not known

    shape: ClassVar[str]

    @property
    def per(self) -> int:
        return {Unit.PERCENT: 100, Unit.PER_10_000: 10_000}.get(self.unit, 1)

    @property
    def measure_type(self) -> MeasureType:
        raise NotImplementedError

    @property
    def can_be_open(self) -> bool:
        """Whether a row can be waiting for a decision, outside the figure."""
        return getattr(self, "undecided", None) is not None

    @property
    def is_weighted(self) -> bool:
        """Whether a row counts as a part of one, so that its figures are seldom whole numbers: sessions are, shares not."""
        weight = getattr(self, "weight", None)
        return weight is not None and not weight.type().is_integer()

    @property
    def measure(self) -> Measure:
        """What signals, disclosure and papers may know."""
        return Measure(
            id=self.id,
            title=self.title,
            unit=self.unit,
            polarity=self.polarity,
            measure_type=self.measure_type,
            counts=self.counts,
            family=self.family,
            read_with=self.read_with,
        )

    def breakdown(self, name: str) -> Breakdown:
        """The breakdown of that name, or an error that lists those on offer."""
        for breakdown in self.breakdowns:
            if breakdown.name == name:
                return breakdown
        offered = ", ".join(b.name for b in self.breakdowns) or "none"
        raise UnknownBreakdownError(f"{self.id} cannot be split by '{name}'. Breakdowns offered: {offered}.")

    def facts(self, *names: str) -> Rows:
        """One row for each thing counted in each period, with the named breakdowns."""
        raise NotImplementedError

    def by(self, *names: str) -> Rows:
        """The figure in each period and group of the named breakdowns."""
        return self.summed(self.facts(*names), names)

    def summed(self, facts: Rows, names: Sequence[str]) -> Rows:
        """The figure from facts that an engine may have kept."""
        return roll_up(facts, names, self.per)

    def rows(self, *names: str) -> Rows:
        """The case rows behind the figure: the facts themselves. A numerator above nought means the condition is met."""
        return self.facts(*names)


class UnknownBreakdownError(ValueError):
    """A breakdown that an indicator does not offer."""


@dataclass(frozen=True, kw_only=True, eq=False)
class Share(Indicator):
    """Rows that meet a condition, of the same rows: yes, no or not known; and, outside the share, not decided yet.

    With ``weight`` each row counts as that much (sessions, full-time equivalents) in place of one; unknown and open
    count rows all the same, and a row whose weight is not recorded is unknown and weighs nothing.
    """

    of: Rows
    when: When
    meeting: Column
    where: Column | None = None
    undecided: Column | None = None
    one_per: str | None = None
    newest_by: Column | None = None
    weight: Column | None = None

    shape = "share"

    @property
    def measure_type(self) -> MeasureType:
        return MeasureType.STOCK_PROPORTION if self.when.is_stock else MeasureType.PROPORTION

    def facts(self, *names: str) -> Rows:
        waiting = _known(self.undecided)
        met, decided = (_known(self.meeting) & ~waiting).cast("int64"), (~waiting).cast("int64")
        weight, unweighed = self._weighed()
        return Tally(
            of=self.of,
            when=self.when,
            amount=met * weight,
            where=self.where,
            out_of=decided * weight,
            unknown=((self.meeting.isnull() | unweighed) & ~waiting).cast("int64"),
            open=waiting.cast("int64"),
            one_per=self.one_per,
            newest_by=self.newest_by,
        ).facts([self.breakdown(n) for n in names])

    def _weighed(self) -> tuple[Column, Column]:
        """What a row weighs, one without a weight being nought, and whether it is one of those."""
        if self.weight is None:
            return one, ibis.literal(False)  # noqa: FBT003
        return self.weight.fill_null(0).cast(AMOUNT), self.weight.isnull()


@dataclass(frozen=True, kw_only=True, eq=False)
class Count(Indicator):
    """How many rows. It has no denominator; rows whose condition is not known or not decided are counted apart."""

    of: Rows
    when: When
    meeting: Column | None = None
    where: Column | None = None
    undecided: Column | None = None
    one_per: str | None = None
    newest_by: Column | None = None

    shape = "count"

    @property
    def measure_type(self) -> MeasureType:
        return MeasureType.STOCK if self.when.is_stock else MeasureType.COUNT

    def facts(self, *names: str) -> Rows:
        waiting = _known(self.undecided)
        meeting = ibis.literal(True) if self.meeting is None else self.meeting  # noqa: FBT003
        return Tally(
            of=self.of,
            when=self.when,
            amount=(_known(meeting) & ~waiting).cast("int64"),
            where=self.where,
            unknown=(meeting.isnull() & ~waiting).cast("int64"),
            open=waiting.cast("int64"),
            one_per=self.one_per,
            newest_by=self.newest_by,
        ).facts([self.breakdown(n) for n in names])

    def summed(self, facts: Rows, names: Sequence[str]) -> Rows:
        return roll_up(facts, names, self.per).mutate(value=_.numerator.cast("float64"))


@dataclass(frozen=True, kw_only=True, eq=False)
class Ratio(Indicator):
    """One tally over another of other rows, such as children over population. The two are stacked, never joined.

    Over a population of residents the top may be a stock (children on the last day) or events of the period; the
    population is that of the period's last day either way.
    """

    top: Tally
    bottom: Tally
    grain: tuple[str, ...] = ()

    shape = "ratio"

    @property
    def measure_type(self) -> MeasureType:
        return MeasureType.STOCK_RATE if self.top.when.is_stock else MeasureType.RATE

    def facts(self, *names: str) -> Rows:
        asked = [self.breakdown(n) for n in names]
        over = self.top.facts([b.top if isinstance(b, Paired) else b for b in asked], self.grain)
        under = self.bottom.facts([b.bottom if isinstance(b, Paired) else b for b in asked], self.grain)
        # A missing side is null, not nought: no population is not a population of nobody.
        under = under.mutate(denominator=_.numerator, numerator=ibis.null(AMOUNT), open=nought)
        return ibis.union(_padded(over, under), _padded(under, over))


@dataclass(frozen=True, kw_only=True, eq=False)
class Each(Indicator):
    """A share, or with ``pooled`` a pooled sum, of workers (pupils, schools), each judged by sums over its own rows.

    ``having`` says which of them count, ``meeting`` which of those meet the condition; both see the sums numerator and
    denominator of one worker. One for whom ``having`` is not known is counted as unknown.
    """

    measured_by: Ratio
    each: str
    having: Column
    meeting: Column | None = None
    pooled: bool = False

    shape = "each"

    @property
    def measure_type(self) -> MeasureType:
        return MeasureType.MEAN if self.pooled else MeasureType.STOCK_PROPORTION

    def judged(self, *names: str) -> Rows:
        """One row for each worker in each period, with its sums, its group and the verdict on it."""
        for name in names:
            self.breakdown(name)  # refused in this indicator's name, not in that of what measures it
        facts = self.measured_by.facts(*names)
        groups = {n: facts[n].max() for n in names}
        sums = facts.group_by([*PERIOD, self.each]).agg(**{c: facts[c].sum() for c in SUMS}, **groups)
        sums = sums.mutate(counts_=self.having)
        sums = sums.mutate(unknown_=sums.counts_.isnull()).filter(_.counts_.fill_null(True))  # noqa: FBT003
        return sums.mutate(met_=ibis.null("boolean") if self.meeting is None else self.meeting)

    def facts(self, *names: str) -> Rows:
        judged = self.judged(*names)
        unknown = judged.unknown_ if self.pooled else (judged.unknown_ | judged.met_.isnull())
        known = ~judged.unknown_
        over = judged.numerator if self.pooled else judged.met_.fill_null(False).cast(AMOUNT)  # noqa: FBT003
        under = judged.denominator if self.pooled else one.cast(AMOUNT)
        return judged.mutate(
            numerator=ibis.ifelse(known, over, nought.cast(AMOUNT)),
            denominator=ibis.ifelse(known, under, nought.cast(AMOUNT)),
            unknown=unknown.cast("int64"),
            open=nought,
        ).drop("counts_", "unknown_", "met_")

    def rows(self, *names: str) -> Rows:
        """The measured facts joined to the verdict, so that a caseload leads to its cases.

        Each worker's rows are in the group that the worker is counted in, and unknown if the worker is.
        """
        verdicts = self.judged(*names)
        measured = self.measured_by.facts(*names)
        verdicts = verdicts.select(*PERIOD, self.each, *names, unknown=verdicts.unknown_.cast("int64"))
        rows = measured.drop("unknown", *names).inner_join(verdicts, [*PERIOD, self.each])
        return rows.select(*measured.columns)


def _known(condition: Column | None) -> Column:
    """The condition with not recorded taken as no; absent, it holds for nothing."""
    if condition is None:
        return ibis.literal(False)  # noqa: FBT003
    return condition.fill_null(False)  # noqa: FBT003


def _padded(facts: Rows, other: Rows) -> Rows:
    """Facts with the columns that the other side has and these lack, as nulls, in one order and with one type."""
    kinds = {**other.schema(), **facts.schema(), "numerator": AMOUNT, "denominator": AMOUNT}
    others = sorted(set(kinds) - {*PERIOD, *SUMS, *PROVENANCE})
    order = (*PERIOD, *others, *SUMS, *PROVENANCE)
    columns = {
        c: (facts[c] if c in facts.columns else ibis.null(str(kinds[c]))).cast(kinds[c]) for c in order
    }
    return facts.select(**columns)
