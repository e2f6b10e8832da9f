"""A paper for a panel, as data: what its four forms are made from, with nothing in it that may not be shown."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lineofsight.papers.cells import DataTable
from lineofsight.signals.chart import Chart, Point


class Mark(StrEnum):
    """What a line says at a glance. The value is the words; ``sign`` is the shape beside them, never colour alone."""

    ABOVE = "above its usual range"
    BELOW = "below its usual range"
    CANNOT_TELL = "cannot tell"
    WITHIN = "within its usual range"
    NO_RANGE = "without a usual range"
    NOT_AVAILABLE = "not available"

    @property
    def sign(self) -> str:
        """The shape that goes with the words."""
        return _SIGNS[self]


_SIGNS = {
    Mark.ABOVE: "▲",
    Mark.BELOW: "▼",
    Mark.CANNOT_TELL: "◆",
    Mark.WITHIN: "●",
    Mark.NO_RANGE: "■",
    Mark.NOT_AVAILABLE: "○",
}


@dataclass(frozen=True, kw_only=True)
class Plot:
    """A chart that may be shown. ``hidden`` names the periods, by their last day, whose figure protects children.

    A hidden point holds no value, numerator or denominator, and is refused here if it does: a drawing would give
    it away by its height. Make one with ``protected``.
    """

    chart: Chart
    hidden: frozenset[date] = frozenset()

    def __post_init__(self) -> None:
        for point in self.chart.points:
            held = (point.value, point.numerator, point.denominator)
            if point.period_end in self.hidden and held != (None, None, None):
                raise ValueError(
                    f"{self.chart.measure.id}: the point to {point.period_end} is hidden and still holds a figure; "
                    "make the plot with protected(chart, hidden)."
                )

    @property
    def has_values(self) -> bool:
        """Whether there is anything to draw."""
        return any(point.value is not None for point in self.chart.points)


def protected(chart: Chart, hidden: Iterable[date] = ()) -> Plot:
    """Return the chart as a plot with every hidden period's point emptied, its limits too, which tell its size.

    The chart's sentence, centre and limits elsewhere are taken as they are: compute them from what may be shown.
    """
    ends = frozenset(hidden)
    points = tuple(_emptied(point) if point.period_end in ends else point for point in chart.points)
    return Plot(chart=replace(chart, points=points), hidden=ends)


def _emptied(point: Point) -> Point:
    return Point(
        period_start=point.period_start,
        period_end=point.period_end,
        numerator=None,
        denominator=None,
        value=None,
        unknown=0,
        open=0,
        state=point.state,
    )


@dataclass(frozen=True, kw_only=True)
class Line:
    """One measure on the first pages: its mark, its sentences with their counts, its companion's sentence."""

    measure: str
    title: str
    sentences: tuple[str, ...]
    mark: Mark
    plot: Plot | None = None
    companion: str = ""


@dataclass(frozen=True, kw_only=True)
class Fact:
    """A label and its text: one row of a definition."""

    label: str
    text: str


@dataclass(frozen=True, kw_only=True)
class MeasurePart:
    """One measure in full.

    ``status`` is the line under the title (period kind, complete or not, when loaded); ``facts`` are the definition's
    rows: definition, why it matters, clock, source, what is not counted, how late the data is, worked example.
    ``companion`` is the sentence of the overdue measure beside it. ``data`` holds every period of the chart, the newest
    first: the CSV and the web page give it whole, print what fits.
    """

    id: str
    title: str
    sentences: tuple[str, ...]
    plot: Plot | None
    data: DataTable | None
    facts: tuple[Fact, ...]
    status: str = ""
    companion: str = ""
    breakdowns: tuple[DataTable, ...] = ()

    def __post_init__(self) -> None:
        if self.plot is not None and self.data is None:
            raise ValueError(f"{self.id}: a chart is shown with the table of its figures; give data as well.")

    @property
    def tables(self) -> tuple[DataTable, ...]:
        """The measure's tables in reading order, the chart's own first."""
        return (*([] if self.data is None else [self.data]), *self.breakdowns)


@dataclass(frozen=True, kw_only=True)
class SourceFile:
    """One file that was read, and its SHA-256 as 64 hexadecimal digits."""

    name: str
    sha256: str


@dataclass(frozen=True, kw_only=True)
class LoadRow:
    """One load that the paper's run read: its return, the key that it replaced, and its files."""

    load: str
    return_name: str
    key: str
    files: tuple[SourceFile, ...]


@dataclass(frozen=True, kw_only=True)
class Provenance:
    """Where every figure came from, so that the paper can be computed again and compared."""

    run: str
    engine: str
    version: str
    made_on: date
    loads: tuple[LoadRow, ...]


@dataclass(frozen=True, kw_only=True)
class Paper:
    """A paper in reading order. ``period_end`` is the last day reported on, and names the files.

    ``no_range`` holds the measures whose chart refuses limits (a stock, too few points): they are not "within".
    """

    title: str
    for_body: str
    meeting_date: date | None
    council: str
    period_label: str
    period_end: date
    changed: tuple[Line, ...]
    within: tuple[Line, ...]
    not_available: tuple[Line, ...]
    budget_sentence: str
    measures: tuple[MeasurePart, ...]
    cannot_tell: tuple[str, ...]
    protection: tuple[str, ...]
    provenance: Provenance
    no_range: tuple[Line, ...] = ()
    asked_last_time: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.cannot_tell:
            raise ValueError("A paper always says what its figures cannot tell: give at least one sentence.")
        ids = [part.id for part in self.measures]
        if repeated := sorted({one for one in ids if ids.count(one) > 1}):
            raise ValueError(f"A paper shows each measure once. Shown more than once: {', '.join(repeated)}.")
