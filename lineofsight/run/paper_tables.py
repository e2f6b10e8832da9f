"""The tables of a measure in a paper: its months, and its groups, in typed cells."""

from __future__ import annotations

from lineofsight.calendar import Period, PeriodKind, label
from lineofsight.disclosure import Hidden, Missing, Published, Shown
from lineofsight.disclosure.cells import Cell as Guarded
from lineofsight.papers import Cell, DataTable, hidden, not_applicable, not_available, shown
from lineofsight.papers import label as heading
from lineofsight.readings import Measure, MeasureType, Reading, State, Unit
from lineofsight.run.shown import ShownMeasure, SplitUp
from lineofsight.signals.chart import Chart, Point
from lineofsight.signals.figures import ENOUGH_FOR_A_DECIMAL, range_in_words, rounded

NOT_RECORDED = "Not recorded"
COUNTS = (MeasureType.COUNT, MeasureType.STOCK)
VALUE = {
    Unit.PERCENT: "Share",
    Unit.PER_10_000: "Per 10,000",
    Unit.CASES_PER_FTE: "Per full-time worker",
    Unit.NUMBER: "Number",
}
PARTS = {
    MeasureType.RATE: ("Number", "Residents"),
    MeasureType.STOCK_RATE: ("Children", "Residents 0 to 17"),
    MeasureType.MEAN: ("Cases", "Full-time equivalents"),
}


def months_table(measure: ShownMeasure) -> DataTable:
    """Every month that is charted, the newest first, with the usual range where there is one."""
    chart = measure.chart
    months = measure.series[::-1]
    told = any(p.reading.state is not State.COMPLETE for p in months)
    points = {point.period_end: point for point in chart.points}
    rows = [
        (
            heading(_month(p.reading), p.reading.period_end.isoformat()),
            *_figures(measure, p),
            *_range(chart, points.get(p.reading.period_end), hidden_=p.reading.period_end in measure.hidden),
            *_state(p.reading, told=told),
        )
        for p in months
    ]
    further = (("Usual range",) if chart.baseline else ()) + (("State",) if told else ())
    return DataTable(
        caption=f"{measure.measure.title}, month by month",
        header=("Month", *_header(measure), *further),
        rows=tuple(rows),
    )


def groups_table(measure: ShownMeasure, split: SplitUp) -> DataTable:
    """The groups of a breakdown with their total."""
    *groups, total = split.rows
    words = dict(split.breakdown.words)
    named = [(p.reading.group[0] or NOT_RECORDED, p) for p in groups]
    rows = [(heading(words.get(name, name), name), *_figures(measure, p)) for name, p in named]
    rows.append((heading("All"), *_figures(measure, total)))
    period = Period(PeriodKind(split.period_kind), split.period_start, split.period_end)
    return DataTable(
        caption=f"{measure.measure.title}: by {split.breakdown.title}, {label(period)}",
        header=(split.breakdown.title.capitalize(), *_header(measure)),
        rows=tuple(rows),
    )


def _header(shown_: ShownMeasure) -> tuple[str, ...]:
    measure = shown_.measure
    waiting = ("Not decided yet",) if shown_.indicator.can_be_open else ()
    parts = () if measure.measure_type in COUNTS else PARTS.get(measure.measure_type, ("Number", "Out of"))
    return (VALUE[measure.unit], *parts, "Not recorded", *waiting)


def _figures(shown_: ShownMeasure, published: Published) -> tuple[Cell, ...]:
    measure = shown_.measure
    value = _cell(
        published.value,
        decimals=_decimals(measure, published),
        sign="%" if measure.unit is Unit.PERCENT else "",
    )
    above, below = _places(shown_)
    parts = (
        _cell(published.numerator, decimals=above),
        _cell(published.denominator, decimals=below),
    )
    waiting = (_cell(published.open),) if shown_.indicator.can_be_open else ()
    return (value, *(() if measure.measure_type in COUNTS else parts), _cell(published.unknown), *waiting)


def _places(shown_: ShownMeasure) -> tuple[int, int]:
    """Decimals of numerator and denominator: one where full-time equivalents are counted, which are seldom whole."""
    if shown_.measure.measure_type is MeasureType.MEAN:
        return 0, 1
    return (1, 1) if shown_.indicator.is_weighted else (0, 0)


def _state(reading: Reading, *, told: bool) -> tuple[Cell, ...]:
    if not told:
        return ()
    if reading.state is State.SUPPLIED:
        return (heading("Supplied, not recalculable"),)
    return (heading("" if reading.state is State.COMPLETE else str(reading.state).capitalize()),)


def _decimals(measure: Measure, published: Published) -> int:
    """As in the sentences: a share has a decimal where enough cases carry it, and both its numbers are printed beside."""
    if measure.unit is not Unit.PERCENT:
        return 0 if measure.unit is Unit.NUMBER else 1
    cases, met = published.denominator, published.numerator
    carried = isinstance(cases, Shown) and isinstance(met, Shown) and cases.value >= ENOUGH_FOR_A_DECIMAL
    return 1 if carried else 0


def _cell(guarded: Guarded, *, decimals: int = 0, sign: str = "") -> Cell:
    match guarded:
        case Shown(value=value):
            text = rounded(value, places=decimals)
            # The CSV gives what is printed and no more: digits behind it could give a hidden count away.
            return shown(f"{text}{sign}", float(text.replace(",", "")))
        case Hidden():
            return hidden()
        case Missing(why="not applicable"):
            return not_applicable()
    return not_available()


def _range(chart: Chart, point: Point | None, *, hidden_: bool) -> tuple[Cell, ...]:
    """The usual range in whole numbers; of a hidden month its width would tell the number of cases."""
    if chart.baseline is None:
        return ()
    if hidden_:
        return (hidden(),)
    if point is None or point.lower is None:
        return (not_available(),)
    return (heading(range_in_words(chart.measure, point)),)


def _month(reading: Reading) -> str:
    return label(Period(PeriodKind(reading.period_kind), reading.period_start, reading.period_end))
