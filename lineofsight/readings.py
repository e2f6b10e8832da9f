"""The one result row, and what signals and disclosure may know of an indicator. Nothing else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class State(StrEnum):
    """How far a reading can be relied on to stay as it is."""

    COMPLETE = "complete"
    NOT_COMPLETE_YET = "not complete yet"
    NOT_AVAILABLE = "not available"
    SUPPLIED = "supplied"


class Polarity(StrEnum):
    """Which direction the service would like a figure to move in; context means neither."""

    HIGHER_IS_BETTER = "higher is better"
    LOWER_IS_BETTER = "lower is better"
    CONTEXT = "context"


class Unit(StrEnum):
    """What a value counts."""

    PERCENT = "percent"
    NUMBER = "number"
    PER_10_000 = "per 10,000"
    CASES_PER_FTE = "cases per full-time worker"


class MeasureType(StrEnum):
    """What kind of quantity it is. The chart and the disclosure rule follow from it, so nobody sets those by hand."""

    PROPORTION = "proportion"  # k of n events in the period
    COUNT = "count"  # events in the period
    RATE = "rate"  # events in the period, for a population
    STOCK = "stock"  # how many on the period's last day
    STOCK_PROPORTION = "stock proportion"  # k of n open on the period's last day
    STOCK_RATE = "stock rate"  # how many on the last day, for a population
    MEAN = "mean"  # one amount over another on the last day

    @property
    def is_stock(self) -> bool:
        """Whether it looks at a period's last day alone."""
        return self not in (MeasureType.PROPORTION, MeasureType.COUNT, MeasureType.RATE)


@dataclass(frozen=True, kw_only=True)
class Measure:
    """All that signals, disclosure and papers know of an indicator."""

    id: str
    title: str
    unit: Unit
    polarity: Polarity
    measure_type: MeasureType
    counts: str  # what the numerator counts, as a plural noun: "conferences", "children"
    family: str  # the disclosure family: "children in need", "looked-after children", "exclusions", ...
    read_with: str | None = None  # the id of its companion


@dataclass(frozen=True, kw_only=True)
class Reading:
    """One figure: one indicator, one period, one group.

    A count has no denominator (None, never 0). ``group`` is a tuple in the breakdown's order; None inside it means
    that the breakdown was not recorded. ``unknown`` counts rows whose condition was not recorded; ``open`` counts rows
    that are not decided, or not yet due.
    """

    indicator: str
    period_kind: str
    period_start: date
    period_end: date
    breakdown: tuple[str, ...] = ()
    group: tuple[str | None, ...] = ()
    numerator: float | None
    denominator: float | None
    value: float | None
    unknown: int
    open: int
    state: State
    run: str
