"""What of an indicator's readings may leave: a protected series, protected breakdowns, and the chart of what is shown."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lineofsight.calendar import PeriodKind
from lineofsight.council import Council
from lineofsight.disclosure import Hidden, Published, Rule, Shown, protect, rule_for
from lineofsight.disclosure.cells import Cell
from lineofsight.indicators.breakdowns import Breakdown
from lineofsight.indicators.shapes import Indicator
from lineofsight.readings import Measure, MeasureType, Reading, State
from lineofsight.record import Record
from lineofsight.run.charts import series_of
from lineofsight.run.closed_months import protect_series
from lineofsight.signals.chart import Chart
from lineofsight.signals.chooser import chart_for
from lineofsight.signals.figures import Figures, figures

# A baseline of so few cases, its average printed as a whole percentage, could tell a hidden count to within two or three.
FEWEST_IN_BASELINE = 400


@dataclass(frozen=True, kw_only=True)
class SplitUp:
    """One breakdown of one period, as it may be printed, with its total last; ``names`` are the groups' own."""

    breakdown: Breakdown
    period_kind: str
    period_start: date
    period_end: date
    rows: tuple[Published, ...]


@dataclass(frozen=True, kw_only=True)
class ShownMeasure:
    """One indicator as it may leave: its series by month, its chart, its breakdowns, and the rule that protected it.

    ``chart`` is what may be drawn and told. ``desk`` is the analyst's, made of every month: it says which month is the
    latest, and nothing of it is printed where that month is hidden.
    """

    indicator: Indicator
    rule: Rule
    series: tuple[Published, ...]
    chart: Chart
    desk: Chart
    hidden: frozenset[date]
    split: tuple[SplitUp, ...]
    companion: tuple[Measure, Published] | None

    @property
    def measure(self) -> Measure:
        return self.indicator.measure

    @property
    def latest(self) -> Published | None:
        """The row of the month that the paper reports on."""
        return self.series[-1] if self.series else None


def shown_measure(
    record: Record,
    council: Council,
    indicator: Indicator,
    run_id: str,
    *,
    until: date,
    companion: Indicator | None,
) -> ShownMeasure:
    """Protect an indicator's figures up to a month, and chart them."""
    rule = rule_for(indicator.family, str(council.disclosure_of(indicator.family)))
    readings = [r for r in series_of(record, indicator, run_id) if r.period_end <= until]
    series, split = _series(readings, _split(record, indicator, run_id, rule, until), indicator, rule)
    hidden = frozenset(p.reading.period_end for p in series if _figure_is_hidden(p))
    desk = _chart(indicator, council, readings)
    return ShownMeasure(
        indicator=indicator,
        rule=rule,
        series=series,
        chart=desk
        if _keeps_its_secrets(desk, hidden)
        else _chart(indicator, council, _emptied(readings, hidden)),
        desk=desk,
        hidden=hidden,
        split=split,
        companion=None if companion is None else _latest(record, council, companion, run_id, until),
    )


def _series(
    readings: Sequence[Reading], split: Sequence[SplitUp], indicator: Indicator, rule: Rule
) -> tuple[tuple[Published, ...], tuple[SplitUp, ...]]:
    """The months as they may be printed beside the breakdowns' total, which for events is the sum of twelve of them.

    Where the months can only be protected by hiding that total, the breakdowns are left out instead.
    """
    if split and not indicator.measure.measure_type.is_stock:
        *months, year = protect_series(indicator, [*readings, split[0].rows[-1].reading], rule)
        if not any(isinstance(cell, Hidden) for cell in year.cells):
            return tuple(months), tuple(split)
        split = ()
    return protect_series(indicator, readings, rule), tuple(split)


def _split(record: Record, indicator: Indicator, run_id: str, rule: Rule, until: date) -> list[SplitUp]:
    """The breakdowns that a paper prints, each with its total.

    What happens in a month is split over 12 months, since one month's groups would be too small to show.
    """
    stock = indicator.measure.measure_type.is_stock
    kind = PeriodKind.MONTH if stock else PeriodKind.ROLLING_12_MONTHS
    totals = [r for r in series_of(record, indicator, run_id, kind=str(kind)) if r.period_end == until]
    if not totals or totals[0].state is State.NOT_AVAILABLE or not totals[0].numerator:
        return []
    total = totals[0]
    made = []
    for breakdown in indicator.breakdowns:
        if not _belongs_in_a_paper(indicator, breakdown):
            continue
        groups = record.readings(
            run_id,
            indicator=indicator.id,
            kind=str(kind),
            breakdown=(breakdown.name,),
            since=total.period_start,
            until=until,
        )
        split = _protected(breakdown, _in_order(groups, breakdown), total, indicator.measure, rule)
        if split is not None:
            made.append(split)
    return made


def _protected(
    breakdown: Breakdown, groups: Sequence[Reading], total: Reading, measure: Measure, rule: Rule
) -> SplitUp | None:
    """The breakdown as it may be printed; None where its total would have to be hidden, which stands elsewhere too."""
    rows = protect(groups, measure, rule, total=total)
    if isinstance(rows[-1].numerator, Hidden) or isinstance(rows[-1].denominator, Hidden):
        return None
    return SplitUp(
        breakdown=breakdown,
        period_kind=total.period_kind,
        period_start=total.period_start,
        period_end=total.period_end,
        rows=rows,
    )


def _belongs_in_a_paper(indicator: Indicator, breakdown: Breakdown) -> bool:
    """Teams are for managers; in a panel's paper only the workforce is shown by team."""
    if breakdown.name == "team":
        return indicator.family == "workforce"
    return breakdown.name != "source"


def _is_a_nought(empty: Reading) -> bool:
    """Whether a group with nothing in it says something: that there was none."""
    has_no_residents = empty.denominator is None and empty.value is None
    return empty.group[0] is not None and not has_no_residents


def _in_order(groups: Sequence[Reading], breakdown: Breakdown) -> list[Reading]:
    """Groups in their own order where they have one, else by name; those not recorded last.

    Left out are: not recorded with nothing in it, and a group of a rate in which nobody lives, such as a ward that a
    boundary change has ended.
    """
    rank: Mapping[str | None, int] = {name: place for place, name in enumerate(breakdown.order)}
    kept = [g for g in groups if g.numerator or g.denominator or g.unknown or g.open or _is_a_nought(g)]
    return sorted(kept, key=lambda g: (g.group[0] is None, rank.get(g.group[0], len(rank)), g.group[0] or ""))


def _latest(
    record: Record, council: Council, indicator: Indicator, run_id: str, until: date
) -> tuple[Measure, Published] | None:
    rule = rule_for(indicator.family, str(council.disclosure_of(indicator.family)))
    readings = [r for r in series_of(record, indicator, run_id) if r.period_end == until]
    return (indicator.measure, protect(readings, indicator.measure, rule)[0]) if readings else None


def _figure_is_hidden(published: Published) -> bool:
    return any(isinstance(c, Hidden) for c in (published.numerator, published.denominator, published.value))


def _chart(indicator: Indicator, council: Council, readings: Sequence[Reading]) -> Chart:
    return chart_for(
        indicator.measure,
        readings,
        target=council.targets.get(indicator.id),
        rebaselines=council.baselines.get(indicator.id, ()),
    )


def _keeps_its_secrets(chart: Chart, hidden: frozenset[date]) -> bool:
    """Whether no hidden month of the baseline could be worked out from the average that the chart draws."""
    base = chart.baseline
    if base is None:
        return True
    made_of = [point for point in chart.points if base.first <= point.period_end <= base.last]
    if not any(point.period_end in hidden for point in made_of):
        return True
    is_share = chart.measure.measure_type is MeasureType.PROPORTION
    return is_share and sum(point.denominator or 0 for point in made_of) >= FEWEST_IN_BASELINE


def _emptied(readings: Sequence[Reading], hidden: frozenset[date]) -> list[Reading]:
    """The same months, those that are hidden as gaps."""
    return [_gap(r) if r.period_end in hidden else r for r in readings]


def _gap(reading: Reading) -> Reading:
    return replace(
        reading, state=State.NOT_AVAILABLE, numerator=None, denominator=None, value=None, unknown=0, open=0
    )


def figures_shown(measure: Measure, published: Published) -> Figures:
    """The parts of a figure for its sentence, with what is hidden left out."""
    own = figures(measure, published.reading)

    def part(text: str | None, cell: Cell) -> str | None:
        return text if isinstance(cell, Shown) else None

    cells = (published.numerator, published.denominator, published.value)
    return Figures(
        numerator=part(own.numerator, published.numerator),
        denominator=part(own.denominator, published.denominator),
        value=part(own.value, published.value),
        unknown=part(own.unknown, published.unknown),
        open=part(own.open, published.open),
        hidden="c" if any(isinstance(cell, Hidden) for cell in cells) else None,
    )
